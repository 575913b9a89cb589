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
#include <QTextLayout>

#include <cmath>

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
    return QStringLiteral("retry");
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
    const Tokens &colors = Theme::colors();
    const int inner = qMax(40, width - 2 * metrics::kMedium);
    // Twice: the bubble lies under the words, and its height is known after them.
    const auto pass = [&](QPainter *to) {
        int y = metrics::kSmall + 2;
        bool inButtons = false;
        for (const Block &block : m_blocks) {
            QFont font = this->font();
            QColor color = colors.text;
            if (block.kind == Block::Kind::Heading)
                font = Theme::semibold(font);
            if (block.kind == Block::Kind::Footer) {
                font = Theme::small(font);
                color = colors.muted;
            }
            if (block.kind == Block::Kind::Media) {
                const QRect place(metrics::kMedium, y, inner, kMediaHeight);
                if (to) {
                    to->setPen(Qt::NoPen);
                    to->setBrush(colors.hover);
                    to->drawRoundedRect(place, metrics::kControlRadius, metrics::kControlRadius);
                    const QFontMetrics small(Theme::small(font));
                    const int height = metrics::kIcon + metrics::kGrid + small.height();
                    const int top = place.top() + (place.height() - height) / 2;
                    Icons::paint(
                        to, QLatin1String(block.icon.toLatin1()), colors.muted,
                        QRect(place.center().x() - metrics::kIcon / 2, top, metrics::kIcon, metrics::kIcon));
                    to->setFont(Theme::small(font));
                    to->setPen(colors.muted);
                    to->drawText(QRect(place.left(), top + metrics::kIcon + metrics::kGrid, place.width(),
                                       small.height()),
                                 Qt::AlignCenter, block.text);
                }
                y += kMediaHeight + metrics::kSmall;
                continue;
            }
            if (block.kind == Block::Kind::Button) {
                const int height = fontMetrics().height() + 2 * metrics::kSmall;
                if (!inButtons)
                    y += metrics::kGrid;
                inButtons = true;
                if (to) {
                    to->setPen(QPen(colors.border, 1));
                    to->drawLine(1, y, width - 2, y);
                    const QString text = fontMetrics().elidedText(
                        block.text, Qt::ElideRight, inner - metrics::kSmallIcon - metrics::kGrid);
                    const int words = fontMetrics().horizontalAdvance(text);
                    const int all = metrics::kSmallIcon + metrics::kGrid + words;
                    const QRect row =
                        QStyle::visualRect(layoutDirection(), QRect(0, y, width, height),
                                           QRect((width - all) / 2, y, metrics::kSmallIcon, height));
                    Icons::paint(to, QLatin1String(block.icon.toLatin1()), colors.accent,
                                 QRect(row.left(), row.center().y() - metrics::kSmallIcon / 2 + 1,
                                       metrics::kSmallIcon, metrics::kSmallIcon));
                    to->setFont(this->font());
                    to->setPen(colors.accent);
                    to->drawText(
                        QStyle::visualRect(layoutDirection(), QRect(0, y, width, height),
                                           QRect((width - all) / 2 + metrics::kSmallIcon + metrics::kGrid, y,
                                                 words + 2, height)),
                        Qt::AlignVCenter | Qt::AlignLeft, text);
                }
                y += height;
                continue;
            }
            const FormattedText formatted = parseMessage(block.text);
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            QString text = formatted.text;
            text.replace(u'\n', QChar::LineSeparator);
            option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
            QTextLayout layout(text, font);
            layout.setTextOption(option);
            layout.setFormats(formats(formatted, font));
            layout.beginLayout();
            qreal height = 0;
            for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
                line.setLineWidth(inner);
                line.setPosition(QPointF(0, height));
                height += line.height();
            }
            layout.endLayout();
            if (to) {
                to->setPen(color);
                layout.draw(to, QPointF(metrics::kMedium, y));
            }
            y += int(std::ceil(height)) + metrics::kGrid;
        }
        return inButtons ? y : y + metrics::kGrid;
    };
    const int height = pass(nullptr);
    if (painter) {
        painter->setPen(QPen(colors.bubbleCustomerBorder, 1));
        painter->setBrush(colors.bubbleCustomer);
        painter->drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), metrics::kBubbleRadius,
                                 metrics::kBubbleRadius);
        pass(painter);
    }
    return height;
}

} // namespace inbox::ui
