// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/messagepreview.h"

#include "ui/icons/icons.h"
#include "ui/text/messageformat.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>
#include <utility>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kMediaHeight = 96;
constexpr int kLongestText = 4'096; // four times what a messenger takes
constexpr int kUsualWidth = 300;

QString iconOfMedia(const QString &format)
{
    const QString upper = format.toUpper();
    if (upper == QLatin1String("VIDEO"))
        return QStringLiteral("video");
    if (upper == QLatin1String("DOCUMENT"))
        return QStringLiteral("document");
    if (upper == QLatin1String("LOCATION"))
        return QStringLiteral("location");
    return QStringLiteral("image");
}

QString iconOfButton(const QString &format)
{
    const QString upper = format.toUpper();
    if (upper == QLatin1String("URL"))
        return QStringLiteral("external");
    if (upper.contains(QLatin1String("PHONE")))
        return QStringLiteral("phone");
    if (upper.contains(QLatin1String("COPY")))
        return QStringLiteral("copy");
    return QStringLiteral("undo");
}

QList<QTextLayout::FormatRange> formats(const FormattedText &text, const QFont &base)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const StyledRun &run : text.runs) {
        QTextLayout::FormatRange range;
        range.start = run.start;
        range.length = run.length;
        if (run.styles & TextStyle::Bold)
            range.format.setFontWeight(QFont::Bold);
        if (run.styles & TextStyle::Italic)
            range.format.setFontItalic(true);
        if (run.styles & TextStyle::Strike)
            range.format.setFontStrikeOut(true);
        if (run.styles & TextStyle::Mono)
            range.format.setFontFamilies(Theme::mono(base).families());
        ranges << range;
    }
    return ranges;
}

} // namespace

MessagePreview::MessagePreview(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MessagePreview::setMessage(const MessageTemplate &message, const QMap<QString, QString> &values)
{
    QList<Block> blocks;
    int button = 0;
    for (const TemplatePart &part : message.parts) {
        const int index = part.kind == TemplatePart::Kind::Button ? button++ : 0;
        const QString text = Words::safe(filledText(part, index, values), kLongestText);
        switch (part.kind) {
        case TemplatePart::Kind::Header: {
            const QString format = part.format.toUpper();
            if (format.isEmpty() || format == QLatin1String("TEXT"))
                blocks << Block{Block::Kind::Heading, text, {}};
            else
                blocks << Block{Block::Kind::Media, OpeningWords::mediaName(part.format),
                                iconOfMedia(format)};
            break;
        }
        case TemplatePart::Kind::Body:
            blocks << Block{Block::Kind::Text, text, {}};
            break;
        case TemplatePart::Kind::Footer:
            blocks << Block{Block::Kind::Footer, text, {}};
            break;
        case TemplatePart::Kind::Button:
            blocks << Block{Block::Kind::Button, OpeningWords::buttonText(part), iconOfButton(part.format)};
            break;
        }
    }
    setBlocks(blocks);
}

void MessagePreview::setValues(const QString &heading, const QMap<QString, QString> &values)
{
    QList<Block> blocks{{Block::Kind::Heading, heading, {}}};
    QStringList lines;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        lines << tr("%1: %2", "a variable and its value")
                     .arg(Words::safeLine(it.key(), 60), Words::safe(it.value(), kLongestText));
    }
    if (!lines.isEmpty())
        blocks << Block{Block::Kind::Text, lines.join(u'\n'), {}};
    setBlocks(blocks);
}

void MessagePreview::setBlocks(const QList<Block> &blocks)
{
    if (m_blocks == blocks)
        return;
    m_blocks = blocks;
    setAccessibleName(words());
    updateGeometry();
    update();
}

QString MessagePreview::words() const
{
    QStringList lines;
    for (const Block &block : m_blocks)
        lines << withoutFormatMarks(block.text);
    return lines.join(u'\n');
}

int MessagePreview::heightForWidth(int width) const
{
    return layOut(width, nullptr);
}

QSize MessagePreview::sizeHint() const
{
    return {kUsualWidth, layOut(kUsualWidth, nullptr)};
}

void MessagePreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void MessagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    layOut(width(), &painter);
}

int MessagePreview::layOut(int width, QPainter *painter) const
{
    if (m_blocks.isEmpty())
        return 0;
    // Twice: the bubble lies under the words, and its height is known after them.
    const auto pass = [&](QPainter *to) {
        int y = metrics::kSmall + 2;
        bool inButtons = false;
        for (const Block &block : m_blocks) {
            if (block.kind == Block::Kind::Button && !std::exchange(inButtons, true))
                y += metrics::kGrid;
            const QRect place(0, y, width, 0);
            switch (block.kind) {
            case Block::Kind::Media:
                y += layOutMedia(block, place, to);
                break;
            case Block::Kind::Button:
                y += layOutButton(block, place, to);
                break;
            case Block::Kind::Heading:
            case Block::Kind::Text:
            case Block::Kind::Footer:
                y += layOutText(block, place, to);
                break;
            }
        }
        return inButtons ? y : y + metrics::kGrid;
    };
    const int height = pass(nullptr);
    if (painter) {
        const Tokens &colors = Theme::colors();
        painter->setPen(QPen(colors.bubbleCustomerBorder, 1));
        painter->setBrush(colors.bubbleCustomer);
        painter->drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), metrics::kBubbleRadius,
                                 metrics::kBubbleRadius);
        pass(painter);
    }
    return height;
}

int MessagePreview::layOutMedia(const Block &block, const QRect &place, QPainter *to) const
{
    constexpr int height = kMediaHeight + metrics::kSmall;
    if (!to)
        return height;
    const Tokens &colors = Theme::colors();
    const QRect card(place.left() + metrics::kMedium, place.top(), place.width() - 2 * metrics::kMedium,
                     kMediaHeight);
    to->setPen(Qt::NoPen);
    to->setBrush(colors.hover);
    to->drawRoundedRect(card, metrics::kControlRadius, metrics::kControlRadius);
    const QFont font = Theme::small(this->font());
    const QFontMetrics small(font);
    const int top = card.top() + (kMediaHeight - metrics::kIcon - metrics::kGrid - small.height()) / 2;
    Icons::paint(to, QLatin1String(block.icon.toLatin1()), colors.muted,
                 QRect(card.center().x() - metrics::kIcon / 2, top, metrics::kIcon, metrics::kIcon));
    to->setFont(font);
    to->setPen(colors.muted);
    to->drawText(QRect(card.left(), top + metrics::kIcon + metrics::kGrid, card.width(), small.height()),
                 Qt::AlignCenter, block.text);
    return height;
}

int MessagePreview::layOutButton(const Block &block, const QRect &place, QPainter *to) const
{
    const int height = fontMetrics().height() + 2 * metrics::kSmall;
    if (!to)
        return height;
    const Tokens &colors = Theme::colors();
    to->setPen(QPen(colors.border, 1));
    to->drawLine(1, place.top(), place.width() - 2, place.top());
    constexpr int beside = metrics::kSmallIcon + metrics::kGrid;
    const QString text =
        fontMetrics().elidedText(block.text, Qt::ElideRight, place.width() - 2 * metrics::kMedium - beside);
    const int words = fontMetrics().horizontalAdvance(text);
    const int left = (place.width() - words - beside) / 2;
    const auto at = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), QRect(0, place.top(), place.width(), height),
                                  QRect(x, place.top(), width, height));
    };
    QRect icon(0, 0, metrics::kSmallIcon, metrics::kSmallIcon);
    icon.moveCenter(at(left, metrics::kSmallIcon).center());
    Icons::paint(to, QLatin1String(block.icon.toLatin1()), colors.accent, icon);
    to->setFont(font());
    to->setPen(colors.accent);
    to->drawText(at(left + beside, words + 2), Qt::AlignCenter, text);
    return height;
}

int MessagePreview::layOutText(const Block &block, const QRect &place, QPainter *to) const
{
    QFont font = this->font();
    if (block.kind == Block::Kind::Heading)
        font = Theme::semibold(font);
    if (block.kind == Block::Kind::Footer)
        font = Theme::small(font);
    const FormattedText formatted = parseMessage(block.text);
    QString text = formatted.text;
    text.replace(u'\n', QChar::LineSeparator);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.setFormats(formats(formatted, font));
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(40, place.width() - 2 * metrics::kMedium));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    if (to) {
        to->setPen(block.kind == Block::Kind::Footer ? Theme::colors().muted : Theme::colors().text);
        layout.draw(to, QPointF(place.left() + metrics::kMedium, place.top()));
    }
    return int(std::ceil(height)) + metrics::kGrid;
}

} // namespace inbox::ui
