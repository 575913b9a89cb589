// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/bubblelayout.h"

#include "services/domain/text.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace inbox::ui {

using namespace domain;
using models::DeliveryMark;
using models::ThreadRow;

namespace {

constexpr int kSide = metrics::kLarge; // row edge to bubble
constexpr int kPadX = metrics::kMedium;
constexpr int kPadY = metrics::kSmall;
constexpr int kGroupGap = metrics::kMedium; // above the first bubble of a group
constexpr int kTightGap = 2;
constexpr int kPartGap = metrics::kGrid + 2;
constexpr int kMaximumContent = 536;
constexpr int kMinimumContent = 160;
constexpr double kShareOfRow = 0.72;
constexpr int kWidthStep = 16;
constexpr int kMark = 16;
constexpr int kQuoteBar = 3;
constexpr int kQuotedIndent = kQuoteBar + metrics::kSmall; // of a line quoted within a message
constexpr float kCodeGround = 0.14F; // how much `code` stands out from its bubble
constexpr double kLargeEmoji = 2.2;
constexpr int kReactionOverlap = 6;
constexpr int kReactionPadding = 6;
constexpr int kLinePadding = metrics::kMedium; // above and below day lines
constexpr int kCollapsedLength = 4000; // characters shown before "Show more"
constexpr int kCollapsedLines = 120;
constexpr int kExpandedLength = 64 * 1024;
constexpr int kExpandedLines = 3000;
constexpr int kShortText = 200;
constexpr int kReactionLength = 16; // UTF-16 units of one emoji with all its joiners
constexpr int kColouredEmoji = 40; // runs of emoji in a paragraph; their pictures are slow to measure
constexpr int kColouredRun = 60; // UTF-16 units of one run
// A paragraph is cut into pieces of this size before it is shaped: one without a blank costs the square of
// its length.
constexpr int kLongestParagraph = 2000;

QFont styledFont(const BubbleFonts &fonts, const QFont &base, TextStyles styles)
{
    QFont font = styles & TextStyle::Mono ? fonts.mono : base;
    if (styles & TextStyle::Mono)
        font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() : fonts.mono.pointSizeF());
    if (styles & TextStyle::Bold)
        font.setWeight(QFont::Bold);
    if (styles & TextStyle::Italic)
        font.setItalic(true);
    if (styles & TextStyle::Strike)
        font.setStrikeOut(true);
    return font;
}

// Pictures rather than letters: emoji, and symbols that ask to be shown as such, with what joins them.
QList<std::pair<int, int>> emojiRuns(const QString &text)
{
    constexpr char32_t kJoiner = 0x200D;
    constexpr char32_t kAsEmoji = 0xFE0F;
    QList<std::pair<int, int>> runs;
    for (int i = 0; i < text.size() && runs.size() < kColouredEmoji;) {
        int length = 1;
        char32_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            length = 2;
        }
        const bool picture = isPicture(c);
        const bool asked = c >= 0x2190 && c <= 0x2BFF && i + length < text.size()
            && text.at(i + length).unicode() == kAsEmoji;
        const bool joins = c == kJoiner || c == kAsEmoji;
        const bool follows = !runs.isEmpty() && runs.last().first + runs.last().second == i;
        if (picture || asked || (joins && follows)) {
            if (follows && runs.last().second < kColouredRun)
                runs.last().second += length;
            else if (follows)
                return {}; // a wall of emoji: plain ones will do
            else
                runs << std::pair(i, length);
        }
        i += length;
    }
    return runs;
}

QList<QTextLayout::FormatRange> formatsOf(const FormattedText &text, int from, int length,
                                          const BubbleFonts &fonts, const QFont &base)
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](int start, int count, const QTextCharFormat &format) {
        const int begin = qMax(start, from);
        const int end = qMin(start + count, from + length);
        if (begin < end)
            ranges << QTextLayout::FormatRange{begin - from, end - begin, format};
    };
    for (const StyledRun &run : text.runs) {
        QTextCharFormat format;
        format.setFont(styledFont(fonts, base, run.styles));
        if (run.styles & TextStyle::Mono) {
            QColor ground = Theme::colors().muted;
            ground.setAlphaF(kCodeGround);
            format.setBackground(ground);
        }
        add(run.start, run.length, format);
    }
    for (const TextBlockMark &mark : text.blocks) {
        if (mark.kind != BlockKind::Quote)
            continue;
        const qsizetype end = text.text.indexOf(u'\n', mark.start);
        QTextCharFormat format;
        format.setForeground(Theme::colors().muted);
        add(mark.start, int(end < 0 ? text.text.size() : end) - mark.start, format);
    }
    for (const TextLink &link : text.links) {
        QTextCharFormat format;
        format.setForeground(Theme::colors().accent);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        add(link.start, link.length, format);
    }
    // Last, so that the family of the emoji wins over that of a style it stands in.
    for (const auto &[start, count] : emojiRuns(text.text.mid(from, length))) {
        QTextCharFormat format;
        format.setFontFamilies(fonts.reaction.families());
        add(from + start, count, format);
    }
    return ranges;
}

// Lays out at the origin; the caller moves it. The block's width is that of its widest line.
TextBlock makeText(FormattedText formatted, const QFont &font, const BubbleFonts &fonts, int maximum,
                   int *unwrapped, Qt::Alignment centre = {})
{
    TextBlock block;
    block.formatted = std::move(formatted);
    const QString &text = block.formatted.text;
    struct Line {
        std::shared_ptr<QTextLayout> layout;
        int index;
        bool mirrored;
        qreal width;
        qreal indent; // from the side the line begins on
    };
    const QFontMetrics metrics(font);
    std::vector<Line> lines;
    qreal top = 0;
    qreal widest = 0;
    qsizetype start = 0;
    auto mark = block.formatted.blocks.cbegin();
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        const bool last = end < 0;
        if (last)
            end = text.size();
        bool cut = false;
        if (end - start > kLongestParagraph) {
            // At a blank if there is one near, and never inside a character.
            qsizetype at = text.lastIndexOf(u' ', start + kLongestParagraph);
            if (at <= start + kLongestParagraph / 2)
                at = start + kLongestParagraph - 1;
            if (text.at(at).isHighSurrogate())
                --at;
            end = at + 1;
            cut = true;
        }
        const QString part = text.mid(start, end - start);
        const bool mirrored = part.isRightToLeft();
        while (mark != block.formatted.blocks.cend() && mark->start < start)
            ++mark;
        const bool marked = mark != block.formatted.blocks.cend() && mark->start == start;
        const bool quoted = marked && mark->kind == BlockKind::Quote;
        const qreal hanging =
            marked && mark->kind == BlockKind::Item ? metrics.horizontalAdvance(part.left(mark->lead)) : 0;
        auto layout = std::make_shared<QTextLayout>(part, font);
        QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        layout->setTextOption(option);
        layout->setFormats(formatsOf(block.formatted, int(start), int(part.size()), fonts, font));
        layout->setCacheEnabled(true);
        layout->beginLayout();
        qreal y = 0;
        qreal whole = 0;
        for (;;) {
            QTextLine line = layout->createLine();
            if (!line.isValid())
                break;
            const qreal indent = quoted ? kQuotedIndent : line.lineNumber() > 0 ? hanging : 0;
            line.setLineWidth(maximum - indent);
            // An emoji font is lower than letters; a line of emoji alone keeps the rhythm all the same.
            const qreal lift = qMax<qreal>(0, metrics.ascent() - line.ascent());
            line.setPosition(QPointF(mirrored ? 0 : indent, y + lift));
            y += qMax<qreal>(line.height() + lift, metrics.height());
            whole += line.naturalTextWidth() + (line.lineNumber() == 0 ? indent : 0);
            widest = qMax(widest, line.naturalTextWidth() + indent);
            lines.push_back({layout, line.lineNumber(), mirrored, line.naturalTextWidth(), indent});
        }
        layout->endLayout();
        if (unwrapped)
            *unwrapped = qMax(*unwrapped, int(std::ceil(whole)) + 1);
        block.paragraphs.push_back({layout, int(start), top, y, quoted, mirrored});
        top += y;
        if (last && !cut)
            break;
        start = cut ? end : end + 1;
        if (cut && start >= text.size())
            break;
    }
    const int width = int(std::ceil(widest));
    for (const Line &line : lines) {
        QTextLine textLine = line.layout->lineAt(line.index);
        const qreal free = width - line.width;
        const qreal shift = centre & Qt::AlignHCenter ? free / 2 : line.mirrored ? free - line.indent : 0;
        if (shift > 0)
            textLine.setPosition(QPointF(std::floor(shift), textLine.y()));
    }
    if (!lines.empty()) {
        block.lastLineWidth = lines.back().width + lines.back().indent;
        block.lastLineMirrored = lines.back().mirrored;
    }
    block.rect = QRect(0, 0, width, int(std::ceil(top)));
    return block;
}

// The text as it may be shown: tamed and cut. Says whether something was left out.
QString shownText(const QString &raw, bool expanded, bool *cut)
{
    const int length = expanded ? kExpandedLength : kCollapsedLength;
    const int lines = expanded ? kExpandedLines : kCollapsedLines;
    QString text = Words::safe(raw, length, cut);
    qsizetype at = -1;
    for (int line = 0; line < lines; ++line) {
        at = text.indexOf(u'\n', at + 1);
        if (at < 0)
            break;
    }
    if (at >= 0) {
        text.truncate(at);
        text += QChar(0x2026);
        *cut = true;
    }
    // Blank lines at the ends only make a bubble larger.
    while (text.endsWith(u'\n') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

const char *markIconOf(DeliveryMark mark)
{
    switch (mark) {
    case DeliveryMark::None:
        return "";
    case DeliveryMark::Waiting:
        return "clock";
    case DeliveryMark::Checking:
        return "refresh";
    case DeliveryMark::Unknown:
        return "warning";
    case DeliveryMark::NotSent:
    case DeliveryMark::Failed:
        return "error";
    case DeliveryMark::HandedOver:
        return "tick-hollow";
    case DeliveryMark::Sent:
        return "tick";
    case DeliveryMark::Delivered:
    case DeliveryMark::Read:
        return "double-tick";
    }
    return "";
}

// Places things one below the other from `left`, remembering the widest.
struct Column {
    int left;
    int y;
    int widest = 0;
    QRect add(int width, int height, int gap = 0)
    {
        y += gap;
        const QRect rect(left, y, width, height);
        y += height;
        widest = qMax(widest, width);
        return rect;
    }
};

void place(TextBlock &block, Column &column, int gap)
{
    const QSize size = block.rect.size();
    block.rect = column.add(size.width(), size.height(), gap);
}

BubbleLayout layoutLine(const ThreadRow &row, const BubbleFonts &fonts, const BubbleOptions &o)
{
    BubbleLayout l;
    const bool isNew = row.kind == ThreadRow::Kind::NewMessages;
    if (row.kind == ThreadRow::Kind::Day)
        l.authorText = Words::day(row.day, o.today);
    else if (isNew)
        l.authorText = Words::newMessages(row.newCount);
    else
        l.authorText = row.loading ? Words::loadingOlder() : Words::showOlder();
    const QFontMetrics metrics(isNew || row.kind == ThreadRow::Kind::Older ? fonts.smallBold : fonts.small);
    const int width = qMin(metrics.horizontalAdvance(l.authorText) + 2, o.width - 2 * kSide);
    l.size = QSize(o.width, metrics.height() + 2 * kLinePadding);
    l.author = QRect((o.width - width) / 2, kLinePadding, width, metrics.height());
    l.bubble = l.author.adjusted(-metrics::kMedium, -metrics::kGrid, metrics::kMedium, metrics::kGrid);
    return l;
}

BubbleLayout layoutSystem(const ThreadRow &row, const BubbleFonts &fonts, const BubbleOptions &o)
{
    BubbleLayout l;
    bool cut = false;
    QString words = domain::plainText(row.message);
    if (words.isEmpty())
        words = Words::preview(row.message);
    FormattedText text;
    text.text = shownText(words, o.expanded, &cut);
    TextBlock block = makeText(std::move(text), fonts.small, fonts, bubbleContentWidth(o.width),
                               &l.unwrappedWidth, Qt::AlignHCenter);
    block.rect.moveTopLeft(QPoint((o.width - block.rect.width()) / 2, metrics::kSmall));
    l.bubble = block.rect.adjusted(-metrics::kSmall, -metrics::kGrid, metrics::kSmall, metrics::kGrid);
    l.size = QSize(o.width, block.rect.height() + 2 * metrics::kSmall);
    l.texts.push_back(std::move(block));
    return l;
}

BubbleLayout layoutNote(const ThreadRow &row, const BubbleFonts &fonts, const BubbleOptions &o)
{
    BubbleLayout l;
    const QFontMetrics small(fonts.small);
    const QFontMetrics smallBold(fonts.smallBold);
    const int left = kSide + kPadX;
    const int right = o.width - kSide - kPadX;
    Column column{left + kMark + metrics::kGrid + 2, metrics::kSmall + kPadY};
    l.mark = QRect(left, column.y + (smallBold.height() - kMark) / 2, kMark, kMark);
    l.markIcon = "note";
    if (row.note.updatedAt || row.note.createdAt) {
        l.timeText = Words::clockTime(row.note.createdAt ? *row.note.createdAt : *row.note.updatedAt);
        const int w = small.horizontalAdvance(l.timeText) + 2;
        l.time = QRect(right - w, column.y, w, small.height());
    }
    l.authorText = Words::noteHeading();
    const int headingRoom = (l.time.isEmpty() ? right : l.time.left() - metrics::kSmall) - column.left;
    l.author = column.add(qMax(0, headingRoom), smallBold.height());
    l.authorText = smallBold.elidedText(l.authorText, Qt::ElideRight, l.author.width());
    bool cut = false;
    const QString raw = shownText(row.note.text, o.expanded, &cut);
    TextBlock block = makeText(parseMessage(raw), fonts.text, fonts, qMax(kMinimumContent, right - left),
                               &l.unwrappedWidth);
    column.left = left;
    place(block, column, metrics::kGrid);
    if (cut && !o.expanded) {
        l.moreText = Words::showMore();
        l.more = column.add(smallBold.horizontalAdvance(l.moreText) + 2, smallBold.height(), metrics::kGrid);
    }
    l.texts.push_back(std::move(block));
    l.bubble = QRect(kSide, metrics::kSmall, o.width - 2 * kSide, column.y + kPadY - metrics::kSmall);
    l.size = QSize(o.width, l.bubble.bottom() + 1 + metrics::kSmall);
    return l;
}

// A block keeps to the bubble's trailing edge when all of it reads that way.
void settleText(TextBlock &block, int left, int width)
{
    bool allMirrored = !block.paragraphs.empty();
    for (const TextBlock::Paragraph &p : block.paragraphs)
        allMirrored = allMirrored
            && (p.layout->text().trimmed().isEmpty()
                || p.layout->textOption().textDirection() == Qt::RightToLeft);
    block.rect.moveLeft(allMirrored ? left + width - block.rect.width() : left);
}

BubbleLayout layoutMessage(const ThreadRow &row, const BubbleFonts &fonts, const BubbleOptions &o)
{
    BubbleLayout l;
    const Message &m = row.message;
    const int maximum = bubbleContentWidth(o.width);
    const QFontMetrics small(fonts.small);
    const QFontMetrics smallBold(fonts.smallBold);
    const int top = row.firstOfGroup ? kGroupGap : kTightGap;
    // Laid out from zero; moved to its side once its width is known.
    Column column{kPadX, top + kPadY};
    const auto gap = [&column, start = column.y] { return column.y > start ? kPartGap : 0; };

    if (row.fromUs && row.firstOfGroup && !row.authorName.isEmpty()) {
        const QString name = Words::safeLine(row.authorName, kShortText);
        const int w = qMin(maximum, smallBold.horizontalAdvance(name) + 2);
        l.author = column.add(w, smallBold.height());
        l.authorText = smallBold.elidedText(name, Qt::ElideRight, w);
        column.y -= kPartGap - 2;
    }
    if (m.campaign || m.source == MessageSource::WhatsappCampaign) {
        const QString name = m.campaign && !m.campaign->name.isEmpty()
            ? Words::safeLine(m.campaign->name, kShortText)
            : Words::campaign();
        const int lead = kMark + metrics::kGrid;
        const int w = qMin(maximum, small.horizontalAdvance(name) + 2 + lead + 2 * metrics::kSmall);
        l.campaign = column.add(w, qMax(small.height() + metrics::kGrid, kMark + 2), gap());
        l.campaignText = small.elidedText(name, Qt::ElideRight, w - lead - 2 * metrics::kSmall + 1);
    }
    int quoteNatural = 0;
    if (m.reference) {
        const Message &quoted = *m.reference;
        QString author = Words::safeLine(row.quotedAuthor, kShortText);
        if (author.isEmpty())
            author = quoted.author == MessageAuthor::Agent ? Words::us() : Words::customer();
        const QString words = Words::preview(quoted);
        const int inner = kQuoteBar + 2 * metrics::kSmall;
        quoteNatural = inner + qMax(smallBold.horizontalAdvance(author), small.horizontalAdvance(words)) + 2;
        const int w = qMin(maximum, quoteNatural);
        l.quote = column.add(w, smallBold.height() + small.height() + 2 * metrics::kGrid, gap());
        l.quoteAuthorText = author;
        l.quoteTextText = words;
    }

    // What is sensitive is shown to who asks for it: until then neither its words nor its pictures.
    const bool hidden = m.sensitive && !o.expanded && !m.contents.isEmpty();
    if (hidden) {
        FormattedText text;
        text.text = Words::hiddenText();
        TextBlock block = makeText(std::move(text), fonts.text, fonts, maximum, &l.unwrappedWidth);
        place(block, column, gap());
        l.texts.push_back(std::move(block));
    }
    bool cut = hidden;
    for (int i = 0; i < m.contents.size() && !hidden; ++i) {
        const MessageContent &content = m.contents.at(i);
        QString words;
        if (const auto *text = std::get_if<TextContent>(&content)) {
            words = text->text;
        } else if (const auto *structured = std::get_if<StructuredContent>(&content)) {
            words = Words::structured(*structured);
        } else {
            // One card after another needs more air than words below a picture.
            const int above = l.cards.empty() ? gap() : 2 * gap();
            const QPoint at(column.left, column.y + above);
            CardLayout card = layoutCard(content, i, fonts, at, maximum, !row.outgoing.isEmpty());
            column.add(card.rect.width(), card.rect.height(), above);
            // What is narrower in a narrow bubble is laid out anew in a wider one.
            l.unwrappedWidth = qMax(l.unwrappedWidth, kWidestCard);
            l.cards.push_back(std::move(card));
            if (const auto *media = std::get_if<MediaContent>(&content))
                words = media->caption;
        }
        bool blockCut = false;
        const QString shown = shownText(words, o.expanded, &blockCut);
        cut = cut || blockCut;
        if (shown.isEmpty())
            continue;
        const bool large = m.contents.size() == 1 && emojiAlone(shown) > 0;
        TextBlock block = makeText(parseMessage(shown), large ? fonts.largeEmoji : fonts.text, fonts, maximum,
                                   &l.unwrappedWidth);
        place(block, column, gap());
        l.texts.push_back(std::move(block));
    }
    if (m.contents.isEmpty()) {
        FormattedText text;
        text.text = Words::preview(m);
        TextBlock block = makeText(std::move(text), fonts.text, fonts, maximum, &l.unwrappedWidth);
        place(block, column, gap());
        l.texts.push_back(std::move(block));
    }
    if (cut && !o.expanded) {
        l.moreText = hidden ? Words::showHidden() : Words::showMore();
        l.more = column.add(smallBold.horizontalAdvance(l.moreText) + 2, smallBold.height(), metrics::kGrid);
    }
    const QString trouble = Words::trouble(row);
    if (!trouble.isEmpty()) {
        FormattedText text;
        text.text = trouble;
        TextBlock block = makeText(std::move(text), fonts.small, fonts, maximum, &l.unwrappedWidth);
        place(block, column, gap());
        l.trouble.push_back(std::move(block));
        l.troubleIsDanger = row.mark == DeliveryMark::Failed || row.mark == DeliveryMark::NotSent;
    }

    // Time and mark: beside the last line when there is room, else below it.
    if (m.sentAt)
        l.timeText = Words::clockTime(*m.sentAt);
    l.markIcon = markIconOf(row.mark);
    const bool hasMark = *l.markIcon;
    const int timeWidth = l.timeText.isEmpty() ? 0 : small.horizontalAdvance(l.timeText) + 2;
    const int footer = timeWidth + (hasMark ? kMark + (timeWidth > 0 ? metrics::kGrid : 0) : 0);
    const int footerHeight = qMax(small.height(), hasMark ? kMark : 0);
    int footerTop = column.y;
    if (footer > 0) {
        const bool endsInText = !l.texts.empty() && l.more.isEmpty() && l.trouble.empty()
            && l.texts.back().rect.bottom() + 1 == column.y;
        const int lastLine = endsInText ? int(std::ceil(l.texts.back().lastLineWidth)) : 0;
        const int beside = lastLine + metrics::kMedium + footer;
        const bool sameSide =
            endsInText && l.texts.back().lastLineMirrored == (o.direction == Qt::RightToLeft);
        // From this width on the time stands beside the text, and wider changes nothing.
        if (sameSide)
            l.unwrappedWidth += metrics::kMedium + footer;
        if (sameSide && beside <= maximum) {
            column.widest = qMax(column.widest, beside);
            // On the words' own base line.
            const QFontMetrics body(fonts.text);
            footerTop = column.y - body.descent() - small.ascent() - (footerHeight - small.height()) / 2;
        } else {
            footerTop = column.y + 2;
            column.y = footerTop + footerHeight;
            column.widest = qMax(column.widest, footer);
        }
    }

    const int content = qMin(qMax(column.widest, 2 * metrics::kLarge), maximum);
    const int width = content + 2 * kPadX;
    l.bubble = QRect(0, top, width, column.y + kPadY - top);
    l.tightTop = !row.firstOfGroup;
    l.tightBottom = !row.lastOfGroup;
    l.onRight = row.fromUs;

    if (footer > 0) {
        int x = kPadX + content;
        if (hasMark) {
            x -= kMark;
            l.mark = QRect(x, footerTop + (footerHeight - kMark) / 2, kMark, kMark);
            x -= metrics::kGrid;
        }
        if (timeWidth > 0)
            l.time = QRect(x - timeWidth, footerTop + (footerHeight - small.height()) / 2, timeWidth,
                           small.height());
    }
    if (!l.quote.isEmpty()) {
        l.quote.setWidth(content);
        const int x = l.quote.left() + kQuoteBar + metrics::kSmall;
        const int room = content - kQuoteBar - 2 * metrics::kSmall;
        l.quoteAuthor = QRect(x, l.quote.top() + metrics::kGrid, room, smallBold.height());
        l.quoteText = QRect(x, l.quoteAuthor.bottom() + 1, room, small.height());
        l.quoteAuthorText = smallBold.elidedText(l.quoteAuthorText, Qt::ElideRight, room);
        l.quoteTextText = small.elidedText(l.quoteTextText, Qt::ElideRight, room);
        l.unwrappedWidth = qMax(l.unwrappedWidth, quoteNatural);
    }

    // Reactions hang over the lower edge, on the side away from the time.
    int bottom = l.bubble.bottom() + 1;
    int x = l.bubble.left() + metrics::kSmall;
    const QFontMetrics reaction(fonts.reaction);
    for (const bool ours : {false, true}) {
        const QString emoji = Words::safeLine(ours ? m.agentReaction : m.customerReaction, kReactionLength);
        if (emoji.isEmpty())
            continue;
        const int h = reaction.height() + metrics::kGrid;
        const int w = qMax(h, reaction.horizontalAdvance(emoji) + 2 * kReactionPadding);
        l.reactions.push_back({QRect(x, l.bubble.bottom() + 1 - kReactionOverlap, w, h), emoji, ours,
                               ours && row.reactionPending});
        x += w + metrics::kGrid;
        bottom = l.reactions.back().rect.bottom() + 1;
    }
    l.size = QSize(o.width, bottom + (row.lastOfGroup ? metrics::kGrid : 0));

    // Mirror inside the bubble first: texts keep their own direction, the rest follows the window's.
    if (o.direction == Qt::RightToLeft) {
        for (QRect *rect :
             {&l.author, &l.campaign, &l.quote, &l.quoteAuthor, &l.quoteText, &l.more, &l.time, &l.mark}) {
            if (!rect->isEmpty())
                *rect = QStyle::visualRect(o.direction, l.bubble, *rect);
        }
        for (CardLayout &card : l.cards) {
            for (QRect *rect : card.rects())
                *rect = QStyle::visualRect(o.direction, l.bubble, *rect);
        }
        for (ReactionLayout &r : l.reactions)
            r.rect = QStyle::visualRect(o.direction, l.bubble, r.rect);
        l.onRight = !l.onRight;
    }
    for (TextBlock &block : l.texts)
        settleText(block, kPadX, content);
    for (TextBlock &block : l.trouble)
        settleText(block, kPadX, content);
    l.moveBy(l.onRight ? o.width - kSide - width : kSide);
    return l;
}

} // namespace

BubbleFonts::BubbleFonts(const QFont &base)
    : text(base)
    , small(Theme::small(base))
    , smallBold(Theme::semibold(small))
    , bold(Theme::semibold(base))
    , mono(Theme::mono(base))
    , reaction(Theme::emoji(base))
    , largeEmoji(Theme::emoji(base, kLargeEmoji))
{
    // An emoji font's blank is as wide as its pictures.
    largeEmoji.setWordSpacing(QFontMetrics(text).horizontalAdvance(u' ')
                              - QFontMetrics(largeEmoji).horizontalAdvance(u' '));
}

int bubbleContentWidth(int width)
{
    const int room = qMin(kMaximumContent, int((width - 2 * kSide) * kShareOfRow) - 2 * kPadX);
    return qMax(kMinimumContent, room / kWidthStep * kWidthStep);
}

BubbleLayout layoutThreadRow(const ThreadRow &row, const BubbleFonts &fonts, const BubbleOptions &options)
{
    BubbleLayout l;
    switch (row.kind) {
    case ThreadRow::Kind::Day:
    case ThreadRow::Kind::NewMessages:
    case ThreadRow::Kind::Older:
        l = layoutLine(row, fonts, options);
        break;
    case ThreadRow::Kind::System:
        l = layoutSystem(row, fonts, options);
        break;
    case ThreadRow::Kind::Note:
        l = layoutNote(row, fonts, options);
        if (options.direction == Qt::RightToLeft) {
            for (QRect *rect : {&l.author, &l.time, &l.mark, &l.more})
                *rect = QStyle::visualRect(options.direction, l.bubble, *rect);
            l.onRight = true;
        }
        for (TextBlock &block : l.texts)
            settleText(block, l.bubble.left() + kPadX, l.bubble.width() - 2 * kPadX);
        break;
    case ThreadRow::Kind::Message:
        l = layoutMessage(row, fonts, options);
        break;
    }
    l.kind = row.kind;
    l.direction = options.direction;
    return l;
}

int TextBlock::positionAt(const QPoint &point) const
{
    if (paragraphs.empty())
        return 0;
    const QPointF inside = QPointF(point - rect.topLeft());
    const Paragraph *paragraph = &paragraphs.front();
    for (const Paragraph &p : paragraphs) {
        if (p.top <= inside.y())
            paragraph = &p;
    }
    const qreal y = inside.y() - paragraph->top;
    for (int i = paragraph->layout->lineCount() - 1; i >= 0; --i) {
        const QTextLine line = paragraph->layout->lineAt(i);
        if (line.y() <= y || i == 0)
            return paragraph->start + line.xToCursor(inside.x());
    }
    return paragraph->start;
}

const TextLink *TextBlock::linkAt(const QPoint &point) const
{
    if (!rect.contains(point) || formatted.links.isEmpty())
        return nullptr;
    const QPointF inside = QPointF(point - rect.topLeft());
    for (const Paragraph &p : paragraphs) {
        for (int i = 0; i < p.layout->lineCount(); ++i) {
            const QTextLine line = p.layout->lineAt(i);
            // Beside a short line there is nothing, though the nearest letter may be a link's.
            if (!line.naturalTextRect().translated(0, p.top).contains(inside))
                continue;
            const int at = p.start + line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
            for (const TextLink &link : formatted.links) {
                if (at >= link.start && at < link.start + link.length)
                    return &link;
            }
            return nullptr;
        }
    }
    return nullptr;
}

const CardLayout *BubbleLayout::cardOf(int content) const
{
    const auto it = std::find_if(cards.cbegin(), cards.cend(),
                                 [content](const CardLayout &card) { return card.content == content; });
    return it == cards.cend() ? nullptr : &*it;
}

QRect BubbleLayout::textArea() const
{
    QRect area;
    for (const TextBlock &block : texts)
        area |= block.rect;
    return area;
}

BubbleLayout::Hit BubbleLayout::hitAt(const QPoint &point) const
{
    Hit hit;
    if (kind == ThreadRow::Kind::Older) {
        hit.part = bubble.contains(point) ? Part::Older : Part::None;
        return hit;
    }
    for (const ReactionLayout &reaction : reactions) {
        if (reaction.rect.contains(point)) {
            hit.part = reaction.ours ? Part::OurReaction : Part::Reaction;
            return hit;
        }
    }
    if (!bubble.contains(point))
        return hit;
    hit.part = Part::Bubble;
    if (mark.contains(point) && kind == ThreadRow::Kind::Message) {
        hit.part = Part::Mark;
    } else if (time.contains(point)) {
        hit.part = Part::Time;
    } else if (quote.contains(point)) {
        hit.part = Part::Quote;
    } else if (more.contains(point)) {
        hit.part = Part::More;
    } else {
        for (const CardLayout &card : cards) {
            hit.zone = cardZoneAt(card, point, &hit.line);
            if (hit.zone == CardZone::None)
                continue;
            hit.part = Part::Card;
            hit.content = card.content;
            if (hit.zone == CardZone::Line)
                hit.link = card.lines[size_t(hit.line)].target;
            else if (hit.zone != CardZone::CopyLine && hit.zone != CardZone::Second)
                hit.link = card.target;
            return hit;
        }
        for (size_t i = 0; i < texts.size(); ++i) {
            if (!texts[i].rect.contains(point))
                continue;
            hit.block = int(i);
            hit.position = texts[i].positionAt(point);
            const TextLink *link = texts[i].linkAt(point);
            hit.part = link ? Part::Link : Part::Text;
            if (link)
                hit.link = link->target;
        }
    }
    return hit;
}

void BubbleLayout::moveBy(int dx)
{
    for (QRect *rect : {&bubble, &author, &campaign, &quote, &quoteAuthor, &quoteText, &more, &time, &mark}) {
        if (!rect->isEmpty())
            rect->translate(dx, 0);
    }
    for (TextBlock &block : texts)
        block.rect.translate(dx, 0);
    for (TextBlock &block : trouble)
        block.rect.translate(dx, 0);
    for (CardLayout &card : cards) {
        for (QRect *rect : card.rects())
            rect->translate(dx, 0);
    }
    for (ReactionLayout &reaction : reactions)
        reaction.rect.translate(dx, 0);
}

} // namespace inbox::ui
