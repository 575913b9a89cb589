// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/threadview.h"

#include "ui/commands/commands.h"
#include "ui/text/words.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/thread/messagebar.h"
#include "ui/thread/spokenmessages.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace inbox::ui {

using models::ThreadRow;

namespace {
constexpr int kEndSlack = 24; // so near to the end counts as being there
constexpr int kOlderWithin = 400; // pixels from the top: older messages are asked for
constexpr int kScrollStep = 40;
constexpr int kPagesBack = 20; // read at most, for one quoted message
constexpr std::chrono::milliseconds kFlash{1200};
} // namespace

ThreadView::ThreadView(models::ThreadModel &model, Commands &commands, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_spoken(new SpokenMessages(this))
    , m_delegate(new MessageDelegate(this))
    , m_bar(new MessageBar(commands, viewport()))
    , m_newButton(new QPushButton(this))
{
    m_spoken->setSourceModel(&model);
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setAutoScroll(false);
    verticalScrollBar()->setSingleStep(kScrollStep);
    setItemDelegate(m_delegate);
    setModel(m_spoken);
    connect(m_delegate, &MessageDelegate::linkActivated, this, &ThreadView::linkActivated);
    connect(m_delegate, &MessageDelegate::cardActivated, this, &ThreadView::cardActivated);
    connect(m_delegate, &MessageDelegate::olderActivated, this, &ThreadView::olderWanted);
    connect(m_delegate, &MessageDelegate::quoteActivated, this, &ThreadView::showOriginal);
    connect(m_delegate, &MessageDelegate::reactionActivated, this, &ThreadView::reactionWanted);
    m_flash.setSingleShot(true);
    m_flash.setInterval(kFlash);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_delegate->setLitUp({});
        viewport()->update();
    });

    setButtonKind(m_newButton, ButtonKind::Primary);
    m_newButton->setObjectName(QStringLiteral("newBelow"));
    m_newButton->setFocusPolicy(Qt::TabFocus);
    m_newButton->hide();
    connect(m_newButton, &QPushButton::clicked, this, &ThreadView::scrollToLatest);

    connect(&model, &models::ThreadModel::messagesArrived, this, &ThreadView::onArrived);
    connect(&model, &models::ThreadModel::newLineFound, this, [this] {
        // Shown from memory it stood at its old end; whoever has scrolled meanwhile stays where they are.
        if (m_anchor.atEnd)
            land();
    });
    connect(&model, &models::ThreadModel::conversationChanged, this, &ThreadView::onConversationChanged);
    connect(&model, &models::ThreadModel::stateChanged, this, &ThreadView::onStateChanged);
    // What may change the height of rows above what is being read.
    connect(m_spoken, &QAbstractItemModel::dataChanged, this, &ThreadView::scheduleDelayedItemsLayout);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

// --- keeping the place -------------------------------------------------------------------------------------

bool ThreadView::isAtEnd() const
{
    return verticalScrollBar()->maximum() - verticalScrollBar()->value() <= kEndSlack;
}

void ThreadView::takeAnchor()
{
    m_anchor.atEnd = isAtEnd();
    const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 0));
    // A gap between rows has no index; the row below it will do.
    m_anchor.index = top.isValid() ? top : indexAt(QPoint(viewport()->width() / 2, metrics::kLarge));
    m_anchor.top = m_anchor.index.isValid() ? visualRect(m_anchor.index).top() : 0;
    if (m_anchor.atEnd && m_newBelow > 0) {
        m_newBelow = 0;
        hideOverlay(m_newButton);
    }
}

void ThreadView::restoreAnchor()
{
    if (m_anchor.atEnd) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else if (m_anchor.index.isValid()) {
        const int moved = visualRect(m_anchor.index).top() - m_anchor.top;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
}

void ThreadView::doItemsLayout()
{
    {
        const QScopedValueRollback holding(m_holding, true);
        QListView::doItemsLayout();
        restoreAnchor();
    }
    placeOverlays();
}

void ThreadView::updateGeometries()
{
    const QScopedValueRollback holding(m_holding, true);
    QListView::updateGeometries();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    {
        const QScopedValueRollback holding(m_holding, true);
        QListView::resizeEvent(event);
        // A taller or lower composer changes the height alone: no row is laid out anew, the place is kept.
        restoreAnchor();
    }
    placeOverlays();
}

void ThreadView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (hasFocus() && !currentIndex().isValid())
        viewport()->update(); // the ring stays, the messages move
    if (m_holding)
        return;
    takeAnchor();
    placeOverlays();
    askForOlder();
}

void ThreadView::askForOlder()
{
    if (m_landed && verticalScrollBar()->value() < kOlderWithin && m_model.hasOlder())
        Q_EMIT olderWanted();
}

void ThreadView::onConversationChanged()
{
    m_landed = false;
    m_newBelow = 0;
    hideOverlay(m_newButton);
    m_anchor = {};
    m_wanted = {};
    hideOverlay(m_bar);
    if (m_model.rowCount() > 0)
        land();
}

void ThreadView::onStateChanged()
{
    if (!m_landed && m_model.isLoaded())
        land();
    if (!m_wanted.isEmpty() && !m_model.isLoadingOlder())
        seekOriginal();
}

void ThreadView::land()
{
    if (m_model.rowCount() == 0)
        return;
    m_landed = m_model.isLoaded();
    const int unread = m_model.firstUnreadRow();
    m_anchor = {};
    if (unread >= 0) {
        // The "new" line stands a little below the top, so that what was said before it is in sight.
        m_anchor.atEnd = false;
        m_anchor.index = m_spoken->index(unread, 0);
        m_anchor.top = viewport()->height() / 4;
    }
    doItemsLayout();
    takeAnchor();
    if (isAtEnd())
        m_anchor.atEnd = true;
    Q_EMIT selectionMoved();
}

ThreadView::Place ThreadView::place() const
{
    return {m_anchor.atEnd, m_anchor.index.row(), m_anchor.top, currentIndex().row()};
}

void ThreadView::setPlace(const Place &place)
{
    m_landed = m_model.isLoaded();
    if (place.selectedRow >= 0)
        setCurrentIndex(m_spoken->index(place.selectedRow, 0));
    m_anchor.atEnd = place.atEnd;
    m_anchor.index = m_spoken->index(place.row, 0);
    m_anchor.top = place.top;
    doItemsLayout();
}

void ThreadView::onArrived(int rows, int fromCustomer)
{
    Q_UNUSED(rows)
    if (!m_landed || m_anchor.atEnd || fromCustomer == 0)
        return;
    m_newBelow += fromCustomer;
    m_newButton->setText(tr("%Ln new ↓", "messages below", m_newBelow));
    m_newButton->setAccessibleName(tr("%Ln new messages: go to the newest", nullptr, m_newBelow));
    m_newButton->show();
    placeOverlays();
}

void ThreadView::scrollToLatest()
{
    m_anchor.atEnd = true;
    doItemsLayout();
    m_newBelow = 0;
    hideOverlay(m_newButton);
}

// --- the selected message ----------------------------------------------------------------------------------

bool ThreadView::isMessage(int row) const
{
    const ThreadRow::Kind kind = m_model.row(row).kind;
    return kind == ThreadRow::Kind::Message || kind == ThreadRow::Kind::System
        || kind == ThreadRow::Kind::Note;
}

const ThreadRow *ThreadView::selected() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || current.row() >= m_model.rowCount() || !isMessage(current.row()))
        return nullptr;
    return &m_model.row(current.row());
}

void ThreadView::step(int by)
{
    const int count = m_model.rowCount();
    const bool begun = currentIndex().isValid();
    // From nowhere, one begins with what is newest.
    const int direction = begun && by > 0 ? 1 : -1;
    const auto nextFrom = [this, count, direction](int row) {
        do
            row += direction;
        while (row >= 0 && row < count && !isMessage(row));
        return row;
    };
    int row = nextFrom(begun ? currentIndex().row() : count);
    // As far as there are messages; only a single step asks for what lies beyond.
    for (int left = qAbs(by); left > 1; --left) {
        const int further = nextFrom(row);
        if (further < 0 || further >= count)
            break;
        row = further;
    }
    // Home and End lead to a day line or the like: with no message beyond it, the nearest one before it is
    // meant.
    if ((row < 0 || row >= count) && begun && !isMessage(currentIndex().row())) {
        row = currentIndex().row();
        while (row >= 0 && row < count && !isMessage(row))
            row -= direction;
    }
    if (row < 0) {
        askForOlder();
        verticalScrollBar()->setValue(0);
        return;
    }
    if (row >= count) {
        scrollToLatest();
        return;
    }
    setCurrentIndex(m_spoken->index(row, 0));
}

bool ThreadView::showMessage(const domain::MessageId &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    setCurrentIndex(m_spoken->index(row, 0));
    scrollTo(currentIndex(), PositionAtCenter);
    return true;
}

void ThreadView::showOriginal(const domain::MessageId &id)
{
    m_wanted = id;
    m_pagesLeft = kPagesBack;
    seekOriginal();
}

void ThreadView::seekOriginal()
{
    if (showMessage(m_wanted)) {
        m_wanted = {};
        m_delegate->setLitUp(currentIndex());
        viewport()->update();
        m_flash.start();
    } else if (m_model.hasOlder() && !m_model.error() && m_pagesLeft-- > 0) {
        Q_EMIT olderWanted();
    } else {
        m_wanted = {};
        Q_EMIT originalMissing();
    }
}

QRect ThreadView::selectedRect() const
{
    const QRect rect = m_delegate->bubbleRect(this, currentIndex()).intersected(viewport()->rect());
    return QRect(viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

void ThreadView::copy()
{
    const ThreadRow *row = selected();
    if (!row)
        return;
    QString words = m_textRow == currentIndex() ? m_delegate->selectedText(m_textRow) : QString();
    if (words.isEmpty())
        words = m_delegate->text(currentIndex());
    if (words.isEmpty())
        words = SpokenMessages::words(*row);
    QApplication::clipboard()->setText(words);
}

void ThreadView::setFaces(const CardFaces *faces)
{
    m_faces = faces;
    m_delegate->setFaces(faces);
}

void ThreadView::fillBar(const ThreadRow &row)
{
    m_bar->setRow(row);
    m_bar->setCard(m_faces ? m_faces->mainAct(row) : CardAct::None, m_faces && m_faces->canSave(row));
}

void ThreadView::repaintMessage(const domain::MessageId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        QListView::update(m_spoken->index(row, 0));
    if (const ThreadRow *current = selected(); current && current->message.id == id)
        placeOverlays(); // what can be done with it may have changed
}

bool ThreadView::isExpanded(const domain::MessageId &id) const
{
    const int row = m_model.rowOf(id);
    return row >= 0 && m_delegate->isExpanded(m_spoken->index(row, 0));
}

void ThreadView::expand(const domain::MessageId &id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        m_delegate->setExpanded(m_spoken->index(row, 0), true);
}

std::optional<CardLayout> ThreadView::cardOf(const domain::MessageId &id, int content) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? std::nullopt : m_delegate->card(this, m_spoken->index(row, 0), content);
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    // The base class would make the first row current: the oldest message, far from what is being read.
    if (currentIndex().isValid())
        QListView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (hasFocus() && !currentIndex().isValid()) {
        QPainter painter(viewport());
        drawFocusRing(&painter, viewport()->rect(), 0);
    }
}

void ThreadView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_textRow.isValid() && m_textRow != current)
        clearTextSelection();
    if (const ThreadRow *row = selected())
        fillBar(*row);
    if (!previous.isValid())
        viewport()->update(); // the ring of an empty selection goes
    placeOverlays();
    Q_EMIT selectionMoved();
}

void ThreadView::hideOverlay(QWidget *overlay)
{
    giveUpFocus(overlay, this);
    overlay->hide();
}

void ThreadView::placeOverlays()
{
    if (m_newButton->isVisible()) {
        m_newButton->adjustSize();
        m_newButton->move((width() - m_newButton->width()) / 2,
                          height() - m_newButton->height() - metrics::kMedium);
        m_newButton->raise();
    }
    const ThreadRow *row = selected();
    const QRect rect = row ? visualRect(currentIndex()) : QRect();
    if (!row || !rect.intersects(viewport()->rect())) {
        hideOverlay(m_bar);
        return;
    }
    fillBar(*row);
    // Above the bubble's outer corner, over its edge only, so that no word is hidden.
    const QRect bubble = m_delegate->bubbleRect(this, currentIndex());
    const QPoint anchor = m_delegate->barAnchor(this, currentIndex());
    // A note is as wide as the pane: there the end has the fewest words above it.
    const bool right =
        row->kind == ThreadRow::Kind::Note ? !isRightToLeft() : anchor.x() > bubble.center().x();
    const int x = right ? bubble.right() - m_bar->width() : bubble.left();
    const int y =
        qBound(0, anchor.y() - m_bar->height() + metrics::kGrid, viewport()->height() - m_bar->height());
    m_bar->move(qBound(0, x, qMax(0, viewport()->width() - m_bar->width())), y);
    m_bar->show();
    m_bar->raise();
}

// --- pointer -----------------------------------------------------------------------------------------------

void ThreadView::clearTextSelection()
{
    m_delegate->setSelection({}, {});
    if (m_textRow.isValid())
        QListView::update(m_textRow);
    m_textRow = QPersistentModelIndex();
    m_textSelection = {};
    m_selectingText = false;
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        clearTextSelection();
        const QModelIndex index = indexAt(event->pos());
        if (index.isValid()) {
            const BubbleLayout::Hit hit = m_delegate->hitAt(this, index, event->pos());
            if (hit.block >= 0) {
                m_textRow = index;
                m_textSelection = {hit.block, hit.position, hit.position};
                m_selectingText = true;
            } else if (hit.part == BubbleLayout::Part::Card
                       && m_delegate->cardActAt(this, index, hit) == CardAct::Seek) {
                m_seekRow = index;
                m_seekContent = hit.content;
            }
        }
    }
    QListView::mousePressEvent(event);
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    // Once begun on the bar it goes on wherever the pointer is.
    if (m_seekRow.isValid() && event->buttons().testFlag(Qt::LeftButton)) {
        m_delegate->seekAt(this, m_seekRow, m_seekContent, event->pos());
        return;
    }
    if (!m_selectingText || !m_textRow.isValid()) {
        // Dragging over messages selects words or nothing: never one message after the other.
        if (event->buttons() == Qt::NoButton)
            QListView::mouseMoveEvent(event);
        const QModelIndex index = indexAt(event->pos());
        const BubbleLayout::Hit hit =
            index.isValid() ? m_delegate->hitAt(this, index, event->pos()) : BubbleLayout::Hit();
        using Part = BubbleLayout::Part;
        switch (hit.part) {
        case Part::Text:
            viewport()->setCursor(Qt::IBeamCursor);
            break;
        case Part::Link:
        case Part::Quote:
        case Part::More:
        case Part::Older:
        case Part::OurReaction:
            viewport()->setCursor(Qt::PointingHandCursor);
            break;
        case Part::Card:
            viewport()->setCursor(hit.link.isEmpty()
                                          && m_delegate->cardActAt(this, index, hit) == CardAct::None
                                      ? Qt::ArrowCursor
                                      : Qt::PointingHandCursor);
            break;
        default:
            viewport()->setCursor(Qt::ArrowCursor);
        }
        return;
    }
    // Beside or below the words the nearest one counts.
    const QRect words = m_delegate->textRect(this, m_textRow);
    const QPoint point(qBound(words.left(), event->pos().x(), words.right()),
                       qBound(words.top(), event->pos().y(), words.bottom()));
    const BubbleLayout::Hit hit = m_delegate->hitAt(this, m_textRow, point);
    if (hit.block == m_textSelection.block && hit.position >= 0) {
        m_textSelection.to = hit.position;
        m_delegate->setSelection(m_textRow, m_textSelection);
        QListView::update(m_textRow);
    }
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    m_selectingText = false;
    m_seekRow = QPersistentModelIndex();
    QListView::mouseReleaseEvent(event);
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !isMessage(index.row()))
        return;
    setCurrentIndex(index);
    Q_EMIT contextMenuWanted(mouse ? event->globalPos() : selectedRect().center());
}

void ThreadView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace inbox::ui
