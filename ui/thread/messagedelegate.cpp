// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/messagedelegate.h"

#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace inbox::ui {

using namespace domain;
using models::DeliveryMark;
using models::ThreadRow;

namespace {

constexpr int kCachedLayouts = 400;
constexpr int kKeptHeights = 50'000;
constexpr qreal kTightRadius = 4;
constexpr int kQuoteBar = 3;
constexpr qreal kQuoteTint = 0.08;
constexpr qreal kLitUpTint = 0.25;
constexpr int kMark = 16;

QString keyOf(const ThreadRow &row)
{
    const QString id = row.kind == ThreadRow::Kind::Note ? row.note.id.value()
        : row.kind == ThreadRow::Kind::Day               ? row.day.toString(Qt::ISODate)
        : !row.message.id.isEmpty()                      ? row.message.id.value()
                                                         : row.outgoing.value();
    return QString::number(int(row.kind)) + (row.message.id.isEmpty() ? u'o' : u'm') + id;
}

QPainterPath bubblePath(const QRectF &rect, const BubbleLayout &l)
{
    // The corners towards a neighbour of the same group are tight, on the side the bubbles stand on.
    const qreal round = metrics::kBubbleRadius;
    const qreal top = l.tightTop ? kTightRadius : round;
    const qreal bottom = l.tightBottom ? kTightRadius : round;
    const qreal tl = l.onRight ? round : top;
    const qreal bl = l.onRight ? round : bottom;
    const qreal tr = l.onRight ? top : round;
    const qreal br = l.onRight ? bottom : round;
    QPainterPath path;
    path.moveTo(rect.left() + tl, rect.top());
    path.lineTo(rect.right() - tr, rect.top());
    path.arcTo(QRectF(rect.right() - 2 * tr, rect.top(), 2 * tr, 2 * tr), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - br);
    path.arcTo(QRectF(rect.right() - 2 * br, rect.bottom() - 2 * br, 2 * br, 2 * br), 0, -90);
    path.lineTo(rect.left() + bl, rect.bottom());
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * bl, 2 * bl, 2 * bl), -90, -90);
    path.lineTo(rect.left(), rect.top() + tl);
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * tl, 2 * tl), 180, -90);
    path.closeSubpath();
    return path;
}

void drawBlock(QPainter *p, const TextBlock &block, const QColor &color, int from = 0, int to = 0)
{
    p->setPen(color);
    for (const TextBlock::Paragraph &paragraph : block.paragraphs) {
        QList<QTextLayout::FormatRange> selections;
        const int length = int(paragraph.layout->text().size());
        const int begin = qMax(from, paragraph.start) - paragraph.start;
        const int end = qMin(to, paragraph.start + length) - paragraph.start;
        if (begin < end) {
            QTextCharFormat format;
            format.setBackground(Theme::colors().accent);
            format.setForeground(Theme::colors().onAccent);
            selections << QTextLayout::FormatRange{begin, end - begin, format};
        }
        if (paragraph.quoted) {
            const qreal x = paragraph.mirrored ? block.rect.right() + 1 - kQuoteBar : block.rect.left();
            p->fillRect(QRectF(x, block.rect.top() + paragraph.top, kQuoteBar, paragraph.height),
                        Theme::colors().control);
        }
        paragraph.layout->draw(p, QPointF(block.rect.left(), block.rect.top() + paragraph.top), selections);
    }
}

void paintRule(QPainter *p, const BubbleLayout &l, const ThreadRow &row, const BubbleFonts &fonts)
{
    const Tokens &t = Theme::colors();
    const bool isNew = row.kind == ThreadRow::Kind::NewMessages;
    const bool older = row.kind == ThreadRow::Kind::Older;
    const QColor color = isNew || (older && !row.loading) ? t.accent : t.muted;
    if (!older) {
        const int y = l.author.center().y();
        const QColor line = isNew ? t.accent : t.border;
        p->fillRect(QRect(metrics::kLarge, y, l.bubble.left() - metrics::kLarge, 1), line);
        p->fillRect(
            QRect(l.bubble.right() + 1, y, l.size.width() - metrics::kLarge - l.bubble.right() - 1, 1), line);
    }
    drawTextLine(p, l.author, l.authorText, isNew || older ? fonts.smallBold : fonts.small, color,
                 l.direction, true);
}

} // namespace

void paintThreadRow(QPainter *p, const QRect &rect, const ThreadRow &row, const BubbleLayout &l,
                    const BubbleFonts &fonts, QStyle::State state, const TextSelection &selection,
                    const CardFaces *faces, bool litUp)
{
    const Tokens &t = Theme::colors();
    p->save();
    p->setClipRect(rect, Qt::IntersectClip);
    p->translate(rect.topLeft());
    p->setRenderHint(QPainter::Antialiasing);
    const bool selected = state & QStyle::State_Selected;
    const bool focus = selected && (state & QStyle::State_Active) && (state & QStyle::State_HasFocus);
    const auto selectionIn = [&selection](size_t block, bool end) {
        return selection.block == int(block)
            ? (end ? qMax(selection.from, selection.to) : qMin(selection.from, selection.to))
            : 0;
    };

    if (row.kind == ThreadRow::Kind::Day || row.kind == ThreadRow::Kind::NewMessages
        || row.kind == ThreadRow::Kind::Older) {
        paintRule(p, l, row, fonts);
        p->restore();
        return;
    }

    QColor ground;
    QColor line;
    if (row.kind == ThreadRow::Kind::Note) {
        ground = t.note;
        line = t.noteBorder;
    } else if (row.kind == ThreadRow::Kind::Message) {
        ground = row.fromUs ? t.bubbleAgent : t.bubbleCustomer;
        line = row.fromUs ? QColor() : t.bubbleCustomerBorder;
        if (row.mark == DeliveryMark::Failed || row.mark == DeliveryMark::NotSent)
            line = t.danger;
    }
    qreal width = 1;
    if (litUp)
        ground = mixed(ground.isValid() ? ground : t.surface, t.accent, kLitUpTint);
    if (selected) {
        line = focus ? t.focus : t.control;
        width = metrics::kFocusWidth;
    }
    const qreal inset = line.isValid() ? width / 2 : 0;
    p->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    p->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    if (ground.isValid() || line.isValid())
        p->drawPath(bubblePath(QRectF(l.bubble).adjusted(inset, inset, -inset, -inset), l));

    const QColor authorColor = row.kind == ThreadRow::Kind::Note ? t.muted : t.accent;
    drawTextLine(p, l.author, l.authorText, fonts.smallBold, authorColor, l.direction);

    if (!l.campaign.isEmpty()) {
        p->setPen(QPen(mixed(ground, t.muted, 0.5), 1));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(l.campaign).adjusted(0.5, 0.5, -0.5, -0.5), l.campaign.height() / 2.0,
                           l.campaign.height() / 2.0);
        const QRect inside = l.campaign.adjusted(metrics::kSmall, 0, -metrics::kSmall, 0);
        const QRect icon = QStyle::visualRect(
            l.direction, inside, QRect(inside.left(), inside.center().y() - kMark / 2 + 1, kMark, kMark));
        const QRect words =
            QStyle::visualRect(l.direction, inside, inside.adjusted(kMark + metrics::kGrid, 0, 0, 0));
        Icons::paint(p, QLatin1String("campaign"), t.muted, icon.adjusted(1, 1, -1, -1));
        drawTextLine(p, words, l.campaignText, fonts.small, t.muted, l.direction);
    }
    if (!l.quote.isEmpty()) {
        p->setPen(Qt::NoPen);
        p->setBrush(mixed(ground, t.accent, kQuoteTint));
        p->drawRoundedRect(l.quote, kTightRadius, kTightRadius);
        const QRect bar = QStyle::visualRect(
            l.direction, l.quote, QRect(l.quote.left(), l.quote.top(), kQuoteBar, l.quote.height()));
        p->setBrush(t.accent);
        p->drawRoundedRect(bar, kQuoteBar / 2.0, kQuoteBar / 2.0);
        drawTextLine(p, l.quoteAuthor, l.quoteAuthorText, fonts.smallBold, t.accent, l.direction);
        drawTextLine(p, l.quoteText, l.quoteTextText, fonts.small, t.muted, l.direction);
    }
    for (const CardLayout &card : l.cards) {
        const QSize box = thumbnailBox(card, p->device()->devicePixelRatioF());
        paintCard(p, card, row.message.contents.at(card.content),
                  faces ? faces->face(row, card.content, box) : CardFace(), fonts, ground, l.direction);
    }
    const QColor textColor = row.kind == ThreadRow::Kind::System ? t.muted : t.text;
    for (size_t i = 0; i < l.texts.size(); ++i)
        drawBlock(p, l.texts[i], textColor, selectionIn(i, false), selectionIn(i, true));
    drawTextLine(p, l.more, l.moreText, fonts.smallBold, t.accent, l.direction);
    for (const TextBlock &block : l.trouble)
        drawBlock(p, block, l.troubleIsDanger ? t.danger : t.muted);
    drawTextLine(p, l.time, l.timeText, fonts.small, t.muted, l.direction);
    if (!l.mark.isEmpty()) {
        QColor color = t.muted;
        if (row.kind == ThreadRow::Kind::Message) {
            if (row.mark == DeliveryMark::Failed || row.mark == DeliveryMark::NotSent)
                color = t.danger;
            else if (row.mark == DeliveryMark::Read)
                color = t.read;
            else if (row.mark == DeliveryMark::Unknown)
                color = t.warning;
        }
        Icons::paint(p, QLatin1String(l.markIcon), color, l.mark);
    }
    for (const ReactionLayout &reaction : l.reactions) {
        const qreal radius = reaction.rect.height() / 2.0;
        p->setPen(
            QPen(reaction.ours ? t.accent : t.border, 1, reaction.pending ? Qt::DashLine : Qt::SolidLine));
        p->setBrush(reaction.ours ? t.selection : t.raised);
        p->drawRoundedRect(QRectF(reaction.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        drawTextLine(p, reaction.rect, reaction.text, fonts.reaction, t.text, l.direction, true);
    }
    p->restore();
}

struct MessageDelegate::Height {
    quint64 revision = 0;
    int wrapWidth = 0;
    int unwrapped = 0;
    int height = 0;
    bool expanded = false;
};

struct MessageDelegate::Cached {
    quint64 revision = 0;
    int wrapWidth = 0;
    bool expanded = false;
    QDate today;
    BubbleLayout layout;
};

MessageDelegate::MessageDelegate(QObject *parent, int rowRole)
    : QStyledItemDelegate(parent)
    , m_rowRole(rowRole)
    , m_layouts(kCachedLayouts)
{
    // Links carry the accent in their formats.
    connect(&Theme::instance(), &Theme::changed, this, [this] { m_layouts.clear(); });
}

MessageDelegate::~MessageDelegate() = default;

ThreadRow MessageDelegate::rowAt(const QModelIndex &index) const
{
    return index.data(m_rowRole).value<ThreadRow>();
}

void MessageDelegate::useFont(const QFont &base, Qt::LayoutDirection direction) const
{
    if (m_fonts && m_base == base && m_direction == direction)
        return;
    m_fonts = std::make_unique<BubbleFonts>(base);
    m_base = base;
    m_direction = direction;
    m_heights.clear();
    m_layouts.clear();
}

namespace {

// What a row's line breaks depend on: a bubble wraps in steps, a note at the row's own width, lines never.
int wrapWidthOf(ThreadRow::Kind kind, int width)
{
    switch (kind) {
    case ThreadRow::Kind::Message:
    case ThreadRow::Kind::System:
        return bubbleContentWidth(width);
    case ThreadRow::Kind::Note:
        return width;
    default:
        return 0;
    }
}

int rowWidth(const QAbstractItemView *view)
{
    return view->viewport()->width();
}

} // namespace

const BubbleLayout &MessageDelegate::layout(const ThreadRow &row, int width) const
{
    const QString key = keyOf(row);
    const int wrapWidth = wrapWidthOf(row.kind, width);
    const bool expanded = m_expanded.contains(key);
    const QDate today = QDate::currentDate();
    Cached *cached = m_layouts.object(key);
    const bool usable = cached && cached->revision == row.revision && cached->wrapWidth == wrapWidth
        && cached->expanded == expanded && (row.kind != ThreadRow::Kind::Day || cached->today == today);
    if (usable && cached->layout.size.width() == width)
        return cached->layout;
    if (usable && row.kind == ThreadRow::Kind::Message) {
        // The same bubble in a wider row: it only stands elsewhere.
        if (cached->layout.onRight)
            cached->layout.moveBy(width - cached->layout.size.width());
        cached->layout.size.setWidth(width);
        return cached->layout;
    }
    ++m_layoutsMade;
    auto *made = new Cached{row.revision, wrapWidth, expanded, today, {}};
    made->layout = layoutThreadRow(row, *m_fonts, {width, m_direction, expanded, today});
    if (m_heights.size() > kKeptHeights)
        m_heights.clear();
    m_heights.insert(
        key, {row.revision, wrapWidth, made->layout.unwrappedWidth, made->layout.size.height(), expanded});
    m_layouts.insert(key, made);
    return made->layout;
}

const BubbleLayout &MessageDelegate::layoutAt(const QAbstractItemView *view, const QModelIndex &index) const
{
    useFont(view->font(), view->layoutDirection());
    return layout(rowAt(index), rowWidth(view));
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font, option.direction);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? rowWidth(view) : option.rect.width();
    const ThreadRow row = rowAt(index);
    const QString key = keyOf(row);
    const int wrapWidth = wrapWidthOf(row.kind, width);
    const auto known = m_heights.constFind(key);
    // A text that never had to wrap is as high in any bubble it fits into.
    if (known != m_heights.cend() && known->revision == row.revision
        && known->expanded == m_expanded.contains(key)
        && (known->wrapWidth == wrapWidth
            || (row.kind != ThreadRow::Kind::Note && known->unwrapped <= qMin(known->wrapWidth, wrapWidth))))
        return QSize(1, known->height); // a list view gives every row its own width
    return QSize(1, layout(row, width).size.height());
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    useFont(option.font, option.direction);
    const ThreadRow row = rowAt(index);
    const bool isSelected = m_selection.block >= 0 && keyOf(row) == m_selectedRow;
    paintThreadRow(painter, option.rect, row, layout(row, option.rect.width()), *m_fonts, option.state,
                   isSelected ? m_selection : TextSelection(), m_faces,
                   !m_litUpRow.isEmpty() && keyOf(row) == m_litUpRow);
}

BubbleLayout::Hit MessageDelegate::hitAt(const QAbstractItemView *view, const QModelIndex &index,
                                         const QPoint &position) const
{
    if (!index.isValid())
        return {};
    return layoutAt(view, index).hitAt(position - view->visualRect(index).topLeft());
}

CardAct MessageDelegate::cardActAt(const QAbstractItemView *view, const QModelIndex &index,
                                   const BubbleLayout::Hit &hit) const
{
    const CardLayout *card = index.isValid() ? layoutAt(view, index).cardOf(hit.content) : nullptr;
    return card
        ? cardAct(*card, hit.zone, m_faces ? m_faces->face(rowAt(index), hit.content, {}) : CardFace())
        : CardAct::None;
}

void MessageDelegate::seekAt(const QAbstractItemView *view, const QModelIndex &index, int content,
                             const QPoint &position)
{
    const QPoint inRow = position - view->visualRect(index).topLeft();
    const CardLayout *card = index.isValid() && m_faces ? layoutAt(view, index).cardOf(content) : nullptr;
    // A sound that has ended meanwhile is not begun again.
    if (card && cardAct(*card, CardZone::Seek, m_faces->face(rowAt(index), content, {})) == CardAct::Seek)
        Q_EMIT cardActivated(rowAt(index), content, CardZone::Seek, 0,
                             seekFraction(*card, inRow, view->layoutDirection()));
}

std::optional<CardLayout> MessageDelegate::card(const QAbstractItemView *view, const QModelIndex &index,
                                                int content) const
{
    const CardLayout *card = index.isValid() ? layoutAt(view, index).cardOf(content) : nullptr;
    if (!card)
        return std::nullopt;
    CardLayout moved = *card;
    for (QRect *rect : moved.rects())
        rect->translate(view->visualRect(index).topLeft());
    return moved;
}

QRect MessageDelegate::bubbleRect(const QAbstractItemView *view, const QModelIndex &index) const
{
    return index.isValid() ? layoutAt(view, index).bubble.translated(view->visualRect(index).topLeft())
                           : QRect();
}

QRect MessageDelegate::textRect(const QAbstractItemView *view, const QModelIndex &index) const
{
    return index.isValid() ? layoutAt(view, index).textArea().translated(view->visualRect(index).topLeft())
                           : QRect();
}

QPoint MessageDelegate::barAnchor(const QAbstractItemView *view, const QModelIndex &index) const
{
    return index.isValid() ? layoutAt(view, index).barAnchor() + view->visualRect(index).topLeft() : QPoint();
}

QString MessageDelegate::text(const QModelIndex &index) const
{
    const ThreadRow row = rowAt(index);
    const QString raw = row.kind == ThreadRow::Kind::Note ? row.note.text : domain::plainText(row.message);
    return withoutFormatMarks(raw);
}

QString MessageDelegate::selectedText(const QModelIndex &index) const
{
    const ThreadRow row = rowAt(index);
    const QString key = keyOf(row);
    const Cached *cached = m_layouts.object(key);
    if (m_selection.isEmpty() || key != m_selectedRow || !cached
        || m_selection.block >= int(cached->layout.texts.size()))
        return {};
    const int from = qMin(m_selection.from, m_selection.to);
    const int to = qMax(m_selection.from, m_selection.to);
    return cached->layout.texts[m_selection.block].formatted.text.mid(from, to - from);
}

void MessageDelegate::setSelection(const QModelIndex &index, const TextSelection &selection)
{
    m_selection = selection;
    m_selectedRow = index.isValid() ? keyOf(rowAt(index)) : QString();
}

void MessageDelegate::setLitUp(const QModelIndex &index)
{
    m_litUpRow = index.isValid() ? keyOf(rowAt(index)) : QString();
}

void MessageDelegate::setExpanded(const QModelIndex &index, bool expanded)
{
    const QString key = keyOf(rowAt(index));
    if (m_expanded.contains(key) == expanded)
        return;
    if (expanded)
        m_expanded.insert(key);
    else
        m_expanded.remove(key);
    Q_EMIT sizeHintChanged(index);
}

bool MessageDelegate::isExpanded(const QModelIndex &index) const
{
    return index.isValid() && m_expanded.contains(keyOf(rowAt(index)));
}

bool MessageDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    const bool press = event->type() == QEvent::MouseButtonPress;
    if (!press && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    useFont(option.font, option.direction);
    const ThreadRow row = rowAt(index);
    const BubbleLayout::Hit hit =
        layout(row, option.rect.width()).hitAt(mouse->pos() - option.rect.topLeft());
    if (press) {
        m_pressedRow = keyOf(row);
        m_pressed = hit;
        return false;
    }
    // A click begins and ends on the same thing, and does not select text on its way.
    if (m_pressedRow != keyOf(row) || m_pressed.part != hit.part || m_pressed.link != hit.link
        || m_pressed.zone != hit.zone || m_pressed.line != hit.line || !m_selection.isEmpty())
        return false;
    using Part = BubbleLayout::Part;
    switch (hit.part) {
    case Part::Link:
        Q_EMIT linkActivated(hit.link);
        return true;
    case Part::Card: {
        if (!hit.link.isEmpty()) {
            Q_EMIT linkActivated(hit.link);
            return true;
        }
        const CardLayout *card = layout(row, option.rect.width()).cardOf(hit.content);
        Q_EMIT cardActivated(row, hit.content, hit.zone, hit.line,
                             seekFraction(*card, mouse->pos() - option.rect.topLeft(), option.direction));
        return true;
    }
    case Part::Quote:
        if (row.message.reference)
            Q_EMIT quoteActivated(row.message.reference->id);
        return true;
    case Part::More:
        setExpanded(index, true);
        return true;
    case Part::Older:
        Q_EMIT olderActivated();
        return true;
    case Part::OurReaction:
        Q_EMIT reactionActivated();
        return true;
    default:
        return false;
    }
}

QString MessageDelegate::cardToolTip(const ThreadRow &row, const BubbleLayout::Hit &hit) const
{
    const domain::MessageContent &content = row.message.contents.at(hit.content);
    if (const auto *contact = std::get_if<domain::ContactContent>(&content);
        contact && hit.zone == CardZone::CopyLine)
        return MediaWords::act(CardAct::CopyValue);
    const auto *media = std::get_if<domain::MediaContent>(&content);
    if (!media)
        return {};
    // What is cut in the card: the whole sentence, else the whole name.
    const CardFace face = m_faces ? m_faces->face(row, hit.content, {}) : CardFace();
    const QString trouble = face.soundTrouble.isEmpty() ? MediaWords::trouble(face.media) : face.soundTrouble;
    return trouble.isEmpty() ? media->name : trouble;
}

bool MessageDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !view || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const ThreadRow row = rowAt(index);
    const BubbleLayout::Hit hit = hitAt(view, index, event->pos());
    using Part = BubbleLayout::Part;
    QString text;
    switch (hit.part) {
    case Part::Time:
        if (row.message.sentAt)
            text = Words::exactTime(*row.message.sentAt);
        break;
    case Part::Reaction:
        text = tr("The customer's reaction: %1").arg(row.message.customerReaction);
        break;
    case Part::OurReaction:
        text = row.reactionPending ? tr("Our reaction: %1 (not confirmed yet)").arg(row.message.agentReaction)
                                   : tr("Our reaction: %1").arg(row.message.agentReaction);
        break;
    case Part::Mark:
        text = Words::mark(row.mark);
        break;
    case Part::Card:
        text = hit.link.isEmpty() ? cardToolTip(row, hit) : hit.link.toString(QUrl::FullyEncoded);
        break;
    case Part::Link:
        // Encoded: look-alike letters in a host's name show what they are.
        text = hit.link.toString(QUrl::FullyEncoded);
        break;
    default:
        break;
    }
    QToolTip::showText(event->globalPos(), Words::safeToolTip(text), view->viewport());
    return true;
}

} // namespace inbox::ui
