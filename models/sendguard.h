// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/currentconversation.h"

#include <QElapsedTimer>

#include <functional>

namespace inbox::models {

// Keeps a reply from going out over something the person has not seen: a message that arrived, or a
// conversation somebody else took, since it was last before their eyes for a second. GUI thread.
class SendGuard : public QObject {
    Q_OBJECT
public:
    // What is new since then.
    struct News {
        int messages = 0; // not ours
        std::optional<std::optional<domain::User>> assignee; // who has it now, when that changed
        bool isEmpty() const { return messages == 0 && !assignee; }
    };
    enum class Verdict {
        Go,
        Stop, // news() is to be shown; the same press a second later goes
        TooSoon, // pressed again before anybody could have read what stopped it
    };

    explicit SendGuard(CurrentConversation &current, QObject *parent = nullptr);

    // Whether the newest message is on screen before somebody. Without eyes nothing new counts as seen.
    void setEyes(std::function<bool()> eyes) { m_eyes = std::move(eyes); }
    // Something new was not before the person's eyes yet.
    bool hasNews() const { return !newsSince(m_seen).isEmpty(); }
    // May the reply to the open conversation go out now?
    Verdict judge();
    const News &news() const { return m_news; } // of the last Stop

private:
    struct Sight {
        domain::Message newest;
        domain::UserId assignee;
        friend bool operator==(const Sight &a, const Sight &b)
        {
            return a.newest.id == b.newest.id && a.assignee == b.assignee;
        }
    };
    Sight sight() const;
    News newsSince(const Sight &seen) const;
    void follow();
    void begin();
    void notice();
    void look();

    CurrentConversation &m_current;
    std::function<bool()> m_eyes;
    Sight m_seen;
    News m_news;
    QTimer m_looking;
    QElapsedTimer m_stopped;
    QMetaObject::Connection m_thread;
};

} // namespace inbox::models
