// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/message.h"
#include "ui/dialogs/popup.h"

class QGridLayout;
class QPushButton;
class QToolButton;

namespace inbox::models {
class InboxActions;
class Preferences;
} // namespace inbox::models

namespace inbox::ui {

// The six emoji WhatsApp offers, those used last, and every other one behind "More…". Pressing the reaction
// that is there takes it back. Owned by the window, deletes itself; GUI thread.
class ReactionPopup : public Popup {
    Q_OBJECT
public:
    // `actions` and `preferences` outlive the popup.
    ReactionPopup(models::InboxActions &actions, models::Preferences &preferences,
                  const domain::ConversationKey &key, const domain::Message &message, QWidget *parent);

    void popupAt(const QRect &globalAnchor);

Q_SIGNALS:
    void done(); // a reaction was asked for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(const QStringList &emoji, const QString &present);
    void react(const QString &emoji);
    void showAll();

    models::InboxActions &m_actions;
    models::Preferences &m_preferences;
    const domain::ConversationKey m_key;
    const domain::MessageId m_message;
    QGridLayout *m_grid;
    QPushButton *m_more;
    QList<QToolButton *> m_buttons; // row by row
    QRect m_anchor;
};

} // namespace inbox::ui
