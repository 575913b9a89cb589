// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/selectablelabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace inbox::ui {

namespace {

constexpr size_t kLayouts = 3; // a pane asks for its width with and without a scroll bar
constexpr int kComfortable = 60; // letters in a line, where nothing else gives the width

} // namespace

// The text in lines, each paragraph in its own direction.
struct SelectableLabel::Layout {
    struct Paragraph {
        Paragraph(const QString &text, const QFont &font, int start)
            : layout(text, font)
            , start(start)
        {
        }
        QTextLayout layout;
        int start;
        qreal top = 0;
        qreal height = 0;
    };

    Layout(const QString &text, const QFont &font, bool right, int width)
        : text(text)
        , font(font)
        , right(right)
        , width(width)
    {
        int start = 0;
        const QStringList parts = text.split(u'\n');
        for (const QString &part : parts) {
            auto paragraph = std::make_unique<Paragraph>(part, font, start);
            start += int(part.size()) + 1;
            paragraph->top = height;
            layOut(*paragraph);
            height += paragraph->height;
            paragraphs.push_back(std::move(paragraph));
        }
    }

    void layOut(Paragraph &paragraph)
    {
        QTextLayout &layout = paragraph.layout;
        QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(layout.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(option);
        layout.setCacheEnabled(true); // else painting would shape all of it again
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const qreal used = line.naturalTextWidth();
            line.setPosition({right ? std::floor(width - used) : 0, paragraph.height});
            paragraph.height += line.height();
            widest = qMax(widest, used);
        }
        layout.endLayout();
    }

    QString text;
    QFont font;
    bool right;
    int width;
    qreal height = 0;
    qreal widest = 0;
    std::vector<std::unique_ptr<Paragraph>> paragraphs;
};

SelectableLabel::SelectableLabel(Tone tone, Size size, QWidget *parent)
    : PlainLabel(tone, size, parent)
{
    setWordWrap(true);
    setFocusPolicy(Qt::ClickFocus);
    setCursor(Qt::IBeamCursor);
}

SelectableLabel::~SelectableLabel() = default;

const SelectableLabel::Layout &SelectableLabel::layoutFor(int width) const
{
    const bool right = alignment() & Qt::AlignRight;
    const auto known = std::find_if(m_layouts.cbegin(), m_layouts.cend(), [&](const auto &layout) {
        return layout->width == width && layout->right == right && layout->text == text()
            && layout->font == font();
    });
    if (known != m_layouts.cend())
        return **known;
    if (m_layouts.size() == kLayouts)
        m_layouts.pop_front();
    m_layouts.push_back(std::make_unique<Layout>(text(), font(), right, width));
    return *m_layouts.back();
}

int SelectableLabel::contentWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return qMax(1, width - margins.left() - margins.right());
}

int SelectableLabel::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return int(std::ceil(layoutFor(contentWidth(width)).height)) + margins.top() + margins.bottom();
}

QSize SelectableLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int sides = margins.left() + margins.right();
    int wanted = kComfortable * fontMetrics().averageCharWidth();
    // A short text may want less; of a long one that is known, and measuring it is not for nothing.
    if (text().size() <= kComfortable)
        wanted = qMin(wanted, int(std::ceil(layoutFor(wanted).widest)) + 1);
    return {wanted + sides, heightForWidth(width() > 0 && isVisible() ? width() : wanted + sides)};
}

QSize SelectableLabel::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    return {margins.left() + margins.right() + fontMetrics().maxWidth(),
            margins.top() + margins.bottom() + fontMetrics().height()};
}

QString SelectableLabel::selection() const
{
    if (m_from == m_to || m_selectedIn != text())
        return {};
    return text().mid(qMin(m_from, m_to), qAbs(m_to - m_from));
}

void SelectableLabel::select(int from, int to)
{
    m_selectedIn = text();
    m_from = from;
    m_to = to;
    update();
}

void SelectableLabel::copy() const
{
    if (const QString words = selection(); !words.isEmpty())
        QGuiApplication::clipboard()->setText(words);
}

QPoint SelectableLabel::origin() const
{
    const QRect rect = contentsRect();
    return {rect.left(), rect.top() + qMax(0, (rect.height() - int(layoutFor(rect.width()).height)) / 2)};
}

int SelectableLabel::positionAt(const QPoint &point) const
{
    const Layout &all = layoutFor(contentsRect().width());
    const QPointF at = point - origin();
    const auto after = std::find_if(all.paragraphs.cbegin(), all.paragraphs.cend(),
                                    [&](const auto &p) { return p->top > at.y(); });
    const Layout::Paragraph &paragraph =
        after == all.paragraphs.cbegin() ? *all.paragraphs.front() : **std::prev(after);
    const QTextLayout &layout = paragraph.layout;
    int number = 0;
    while (number + 1 < layout.lineCount() && layout.lineAt(number + 1).y() <= at.y() - paragraph.top)
        ++number;
    return paragraph.start + (layout.lineCount() > 0 ? layout.lineAt(number).xToCursor(at.x()) : 0);
}

bool SelectableLabel::event(QEvent *event)
{
    // What copies here is else a command of the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy) && !selection().isEmpty()) {
        event->accept();
        return true;
    }
    return PlainLabel::event(event);
}

void SelectableLabel::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.setClipRect(event->rect());
    const int from = selection().isEmpty() ? 0 : qMin(m_from, m_to);
    const int to = selection().isEmpty() ? 0 : qMax(m_from, m_to);
    const Layout &all = layoutFor(contentsRect().width());
    const QPoint start = origin();
    const QRectF clip = event->rect().translated(-start);
    for (const auto &paragraph : all.paragraphs) {
        if (paragraph->top + paragraph->height < clip.top() || paragraph->top > clip.bottom())
            continue;
        QList<QTextLayout::FormatRange> marked;
        const int begin = qMax(0, from - paragraph->start);
        const int end = qMin(int(paragraph->layout.text().size()), to - paragraph->start);
        if (begin < end) {
            QTextCharFormat format;
            format.setBackground(palette().brush(QPalette::Highlight));
            format.setForeground(palette().brush(QPalette::HighlightedText));
            marked << QTextLayout::FormatRange{begin, end - begin, format};
        }
        paragraph->layout.draw(&painter, start + QPointF(0, paragraph->top), marked, QRectF(event->rect()));
    }
}

void SelectableLabel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        PlainLabel::mousePressEvent(event);
        return;
    }
    const int at = positionAt(event->pos());
    const bool extends = event->modifiers() & Qt::ShiftModifier && m_selectedIn == text();
    select(extends ? m_from : at, at);
}

void SelectableLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && m_selectedIn == text())
        select(m_from, positionAt(event->pos()));
}

void SelectableLabel::mouseReleaseEvent(QMouseEvent *event)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QString words = selection();
    if (event->button() == Qt::LeftButton && !words.isEmpty() && clipboard->supportsSelection())
        clipboard->setText(words, QClipboard::Selection);
}

void SelectableLabel::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString words = text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    const int at = positionAt(event->pos());
    finder.setPosition(at);
    const int from = finder.isAtBoundary() && at < words.size() ? at : int(finder.toPreviousBoundary());
    finder.setPosition(at);
    const int to = int(finder.toNextBoundary());
    select(qMax(0, from), to < 0 ? int(words.size()) : to);
}

void SelectableLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !selection().isEmpty())
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        select(0, int(text().size()));
    else
        PlainLabel::keyPressEvent(event);
}

void SelectableLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *one = menu->addAction(tr("Copy"), this, &SelectableLabel::copy);
    one->setEnabled(!selection().isEmpty());
    menu->addAction(tr("Select all"), this, [this] { select(0, int(text().size())); });
    menu->popup(event->globalPos());
}

} // namespace inbox::ui
