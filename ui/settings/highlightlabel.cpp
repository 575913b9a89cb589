// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/highlightlabel.h"

#include "services/domain/text.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace inbox::ui {

void HighlightLabel::setHighlight(const QStringList &words)
{
    if (m_words == words)
        return;
    m_words = words;
    update();
}

QList<HighlightLabel::Range> HighlightLabel::ranges(const QString &text, const QStringList &words)
{
    QString folded;
    QList<int> origin; // of each folded letter
    for (int i = 0; i < text.size(); ++i) {
        const QString letters =
            text.at(i).isSpace() ? QStringLiteral(" ") : domain::folded(QString(text.at(i)));
        folded += letters;
        for (qsizetype n = 0; n < letters.size(); ++n)
            origin.append(i);
    }
    QList<Range> found;
    for (const QString &word : words) {
        for (qsizetype at = folded.indexOf(word); at >= 0 && !word.isEmpty();
             at = folded.indexOf(word, at + word.size())) {
            const int start = origin.at(at);
            found.append({start, origin.at(at + word.size() - 1) + 1 - start});
        }
    }
    return found;
}

void HighlightLabel::paintEvent(QPaintEvent *event)
{
    const QList<Range> marked = ranges(text(), m_words);
    if (marked.isEmpty()) {
        PlainLabel::paintEvent(event);
        return;
    }
    QTextLayout layout(text(), font());
    QTextOption option(alignment() & Qt::AlignHorizontal_Mask);
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(wordWrap() ? QTextOption::WordWrap : QTextOption::NoWrap);
    layout.setTextOption(option);
    const QRect room = contentsRect();
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    QList<QTextLayout::FormatRange> formats;
    for (const Range &range : marked) {
        QTextLayout::FormatRange format;
        format.start = range.start;
        format.length = range.length;
        format.format.setBackground(Theme::colors().selection);
        format.format.setForeground(Theme::colors().accent);
        format.format.setFontUnderline(true); // never colour alone
        formats.append(format);
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - height) / 2), formats);
}

} // namespace inbox::ui
