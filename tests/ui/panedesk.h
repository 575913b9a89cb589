// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/workspace.h"
#include "tests/support/inboxfixture.h"

#include <QEvent>
#include <QRegularExpression>
#include <QWidget>

namespace inbox::test {

// Every warning fails a test, but for one of the offscreen platform about windows of a fixed size.
inline QRegularExpression anyWarning()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)"));
}

// The models a pane stands on, over one scripted account and a standing clock.
struct PaneDesk : InboxFixture {
    PaneDesk()
        : workspace(inbox)
        , backend(add())
    {
        QObject::connect(&current, &models::CurrentConversation::opened, &thread,
                         [this] { thread.setConversation(current.key()); });
    }

    void begin(const QList<domain::Conversation> &conversations)
    {
        backend.conversationList = conversations;
        start();
    }
    void open(const QString &id)
    {
        current.open(key(id));
        settle();
    }
    void beatAt(const QDateTime &time)
    {
        clock.set(time);
        heartbeat.beatNow();
    }
    // What the backend was asked to do, beginning with `word`.
    int asked(const QString &word) const
    {
        return int(backend.log.filter(QRegularExpression(QStringLiteral("^%1\\b").arg(word))).size());
    }

    models::Workspace workspace;
    models::Drafts &drafts = workspace.drafts;
    models::Heartbeat &heartbeat = workspace.heartbeat;
    models::ConversationListModel &list = workspace.list;
    models::InboxActions &actions = workspace.actions;
    models::ThreadModel &thread = workspace.thread;
    models::CurrentConversation &current = workspace.current;
    models::AccountsModel &accounts = workspace.accounts;
    ScriptedBackend &backend;
};

// How often a widget is painted.
class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget &widget) { widget.installEventFilter(this); }
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// A WhatsApp conversation with Maria whose window closed an hour ago.
inline domain::Conversation expired(const QString &id)
{
    domain::Conversation c = conversation(id, 60);
    c.customer->name = QStringLiteral("Maria Keller");
    c.customer->displayId = QStringLiteral("+49 152 23567929");
    domain::Line line;
    line.id = domain::LineId(QStringLiteral("7"));
    line.name = QStringLiteral("Support DE");
    line.displayId = QStringLiteral("+49 30 5557700");
    line.inSync = true;
    c.line = line;
    c.replyPossible = false;
    c.replyUntil = kNoon.addSecs(-3600);
    return c;
}

} // namespace inbox::test
