// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/emoji/emojigrid.h"

#include "ui/emoji/emojipainting.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace inbox::ui {

namespace {

constexpr double kEmojiScale = 1.9; // of the text's size
constexpr int kCellPadding = 4;
constexpr int kPaintingMs = 16; // then the picker is shown, and the rest comes in the next turns

int headingHeight(const QFont &font)
{
    return QFontMetrics(Theme::semibold(Theme::small(font))).height() + metrics::kSmall;
}

class CellDelegate final : public QStyledItemDelegate {
public:
    explicit CellDelegate(EmojiGrid &grid)
        : QStyledItemDelegate(&grid)
        , m_grid(grid)
    {
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = Theme::colors();
        const auto *model = static_cast<const EmojiModel *>(index.model());
        if (model->isHeading(index.row())) {
            const QFont font = Theme::semibold(Theme::small(option.font));
            const QRect line = option.rect.adjusted(metrics::kGrid, 0, -metrics::kGrid, -2);
            const int height = QFontMetrics(font).height();
            drawTextLine(p, QRect(line.left(), line.bottom() - height, line.width(), height),
                         index.data().toString(), font, colors.muted, option.direction);
            return;
        }
        const QString text = index.data().toString();
        if (text.isEmpty())
            return;
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen || option.state & QStyle::State_MouseOver) {
            p->save();
            p->setRenderHint(QPainter::Antialiasing);
            p->setPen(Qt::NoPen);
            p->setBrush(chosen ? colors.selection : colors.hover);
            p->drawRoundedRect(option.rect, metrics::kControlRadius, metrics::kControlRadius);
            p->restore();
            if (chosen)
                drawFocusRing(p, option.rect, metrics::kControlRadius);
        }
        const bool painted =
            paintEmoji(p, option.rect, text, Theme::emoji(option.font, kEmojiScale), colors.text,
                       m_grid.isPaintingLong() ? EmojiEffort::OnlyKept : EmojiEffort::Whole);
        if (!painted)
            m_grid.paintRestSoon();
    }

private:
    EmojiGrid &m_grid;
};

} // namespace

EmojiGrid::EmojiGrid(QWidget *parent)
    : QTableView(parent)
    , m_model(new EmojiModel(this))
{
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollMode(ScrollPerPixel);
    setAutoScroll(false); // pointing must not move anything
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->hide();
        header->setMinimumSectionSize(1);
        header->setSectionResizeMode(QHeaderView::Fixed);
    }
    setItemDelegate(new CellDelegate(*this));
    setModel(m_model);
    fitCells();
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const QString emoji = m_model->emoji(index); !emoji.isEmpty())
            Q_EMIT picked(emoji);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { Q_EMIT sectionChanged(currentSection()); });
}

int EmojiGrid::cellSize(const QFont &font)
{
    return QFontMetrics(Theme::emoji(font, kEmojiScale)).height() + 2 * kCellPadding;
}

void EmojiGrid::fitCells()
{
    const int side = cellSize(font());
    horizontalHeader()->setDefaultSectionSize(side);
    verticalHeader()->setDefaultSectionSize(side);
    verticalScrollBar()->setSingleStep(side / 2);
}

void EmojiGrid::setSections(const QList<EmojiSection> &sections)
{
    clearSpans();
    m_model->setSections(sections);
    // The header keeps the heights of the rows that stood there before.
    const int cell = cellSize(font());
    const int heading = headingHeight(font());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int height = m_model->isHeading(row) ? heading : cell;
        if (rowHeight(row) != height)
            setRowHeight(row, height);
        if (m_model->isHeading(row))
            setSpan(row, 0, 1, EmojiModel::kColumns);
    }
    verticalScrollBar()->setValue(0);
    choose(0, 0);
    if (!currentIndex().isValid())
        stepAlong(1);
    Q_EMIT chosenChanged();
    Q_EMIT sectionChanged(currentSection());
}

void EmojiGrid::choose(int row, int column)
{
    const QModelIndex index = m_model->index(row, column);
    if (m_model->emoji(index).isEmpty())
        return;
    setCurrentIndex(index);
    // The heading is part of what one goes to.
    if (row > 0 && m_model->isHeading(row - 1))
        scrollTo(m_model->index(row - 1, 0));
    scrollTo(index);
}

void EmojiGrid::stepAlong(int by)
{
    constexpr int kColumns = EmojiModel::kColumns;
    const QModelIndex now = currentIndex();
    int cell = now.isValid() ? now.row() * kColumns + now.column() : -1;
    do {
        cell += by;
        if (cell < 0 || cell >= m_model->rowCount() * kColumns)
            return;
    } while (m_model->emoji(m_model->index(cell / kColumns, cell % kColumns)).isEmpty());
    choose(cell / kColumns, cell % kColumns);
}

void EmojiGrid::stepRows(int by)
{
    const QModelIndex now = currentIndex();
    if (!now.isValid())
        return;
    const int direction = by < 0 ? -1 : 1;
    int target = now.row();
    for (int row = target + direction; row >= 0 && row < m_model->rowCount() && by != 0; row += direction) {
        if (m_model->isHeading(row))
            continue;
        target = row;
        by -= direction;
    }
    int column = now.column();
    while (column > 0 && m_model->emoji(m_model->index(target, column)).isEmpty())
        --column;
    choose(target, column);
}

void EmojiGrid::goToSection(int section)
{
    const int row = m_model->rowOf(section);
    if (row < 0)
        return;
    scrollTo(m_model->index(row, 0), PositionAtTop);
    setCurrentIndex(m_model->index(m_model->isHeading(row) ? row + 1 : row, 0));
    scrollTo(m_model->index(row, 0), PositionAtTop);
}

int EmojiGrid::currentSection() const
{
    return m_model->sectionOf(qMax(0, rowAt(cellSize(font()) / 2)));
}

int EmojiGrid::visibleRows() const
{
    return qMax(1, viewport()->height() / cellSize(font()));
}

bool EmojiGrid::isPaintingLong() const
{
    return m_painting.hasExpired(kPaintingMs);
}

void EmojiGrid::paintEvent(QPaintEvent *event)
{
    m_painting.start();
    QTableView::paintEvent(event);
}

void EmojiGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

void EmojiGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT chosenChanged();
}

bool EmojiGrid::viewportEvent(QEvent *event)
{
    // What the pointer is over is what is named below.
    if (event->type() == QEvent::MouseMove) {
        const QModelIndex index = indexAt(static_cast<QMouseEvent *>(event)->pos());
        if (!m_model->emoji(index).isEmpty() && index != currentIndex())
            setCurrentIndex(index);
    }
    return QTableView::viewportEvent(event);
}

} // namespace inbox::ui
