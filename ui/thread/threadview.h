// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadmodel.h"
#include "ui/thread/messagedelegate.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>

class QPushButton;

namespace inbox::ui {

class Commands;
class MessageBar;
class SpokenMessages;

// The messages of the open conversation. What is being read stays where it is, whatever arrives above or
// below; the view follows new messages only while its end is in sight. Owned by the thread pane; GUI thread.
class ThreadView : public QListView {
    Q_OBJECT
public:
    ThreadView(models::ThreadModel &model, Commands &commands, QWidget *parent = nullptr);

    // The selected message; nullptr when none is. Valid until the model changes.
    const models::ThreadRow *selected() const;
    // Moves the selection to the next (+1) or previous (-1) message, over day lines and the like.
    void step(int by);
    void scrollToLatest();
    bool isAtEnd() const;
    QRect selectedRect() const; // in global coordinates, for a popup beside it
    // To the first unread message, else to the end. Also after the messages have come.
    void land();
    // Selects and shows a message, when it is loaded.
    bool showMessage(const domain::MessageId &id);
    // What is in sight, for another view of the same messages.
    struct Place {
        bool atEnd = true;
        int row = -1;
        int top = 0; // of the row, in the viewport
        int selectedRow = -1;
    };
    Place place() const;
    void setPlace(const Place &place);
    // Likewise and lets it light up for a moment; reads older messages until it is there.
    void showOriginal(const domain::MessageId &id);
    // The words selected with the mouse or, without such, the whole message.
    void copy();
    MessageBar *bar() const { return m_bar; }
    // Who knows how pictures, files and sounds look now; not owned.
    void setFaces(const CardFaces *faces);
    // A card of this message looks different; its size never changes.
    void repaintMessage(const domain::MessageId &id);
    // A long message in full, a sensitive one unmasked.
    bool isExpanded(const domain::MessageId &id) const;
    void expand(const domain::MessageId &id);
    // Where a card stands in the viewport; nullopt when it is not loaded.
    std::optional<CardLayout> cardOf(const domain::MessageId &id, int content) const;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void selectionMoved();
    void olderWanted();
    void cardActivated(const inbox::models::ThreadRow &row, int content, inbox::ui::CardZone zone, int line,
                       qreal fraction);
    void originalMissing(); // showOriginal() did not find it, however far it read
    void reactionWanted(); // somebody clicked our reaction to the selected message
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    void doItemsLayout() override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // What must not move: a row and where its top stands in the viewport.
    struct Anchor {
        QPersistentModelIndex index;
        int top = 0;
        bool atEnd = true;
    };
    void takeAnchor();
    void restoreAnchor();
    bool isMessage(int row) const;
    void onArrived(int rows, int fromCustomer);
    void onConversationChanged();
    void onStateChanged();
    void placeOverlays();
    void hideOverlay(QWidget *overlay);
    void askForOlder();
    void fillBar(const models::ThreadRow &row);
    void seekOriginal();
    void clearTextSelection();

    models::ThreadModel &m_model;
    const CardFaces *m_faces = nullptr;
    SpokenMessages *m_spoken;
    MessageDelegate *m_delegate;
    MessageBar *m_bar;
    QPushButton *m_newButton;
    Anchor m_anchor;
    // Words being selected with the mouse, within one row.
    QPersistentModelIndex m_textRow;
    TextSelection m_textSelection;
    bool m_selectingText = false;
    QPersistentModelIndex m_seekRow; // while its sound's place is being dragged
    int m_seekContent = 0;
    bool m_holding = false; // layout is moving things: the anchor must not follow
    bool m_landed = false;
    domain::MessageId m_wanted; // being looked for among older messages
    int m_pagesLeft = 0;
    QTimer m_flash;
    int m_newBelow = 0;
};

} // namespace inbox::ui
