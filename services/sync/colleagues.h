// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/domain/conversation.h"
#include "services/domain/teamwork.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace inbox::sync {

class AccountSession;
class History;

// Who works with an account, who of them is online, and what they share. The session tells what changes here:
// peopleChanged(), teamworkChanged(), onlineSet(). Owned by its session; GUI thread.
class Colleagues : public QObject {
    Q_OBJECT
public:
    explicit Colleagues(AccountSession &session);

    // Everybody seen in conversations and customers' users, by name.
    QList<domain::User> people() const;
    std::optional<domain::User> person(const domain::UserId &id) const;

    // What the account offers, as the server lists it; empty until it was read.
    const QList<domain::Tag> &tags() const { return m_tags.list; }
    const QList<domain::Team> &teams() const { return m_teams.list; }
    const QList<domain::Line> &lines() const { return m_lines.list; }
    const QList<domain::Snippet> &snippets() const { return m_snippets.list; }
    const QList<domain::SavedView> &savedViews() const { return m_savedViews.list; }
    // Once more.
    void readSnippets();
    void readPresences();

    // As last read or set; nullopt: not known.
    std::optional<bool> isOnline(const domain::UserId &user) const;
    std::optional<bool> amOnline() const { return m_online; }
    // Whether colleagues see me there. Ends with AccountSession::onlineSet(), or actionFailed() without a
    // conversation.
    void setOnline(bool online);

private:
    friend class AccountSession;
    friend class History;

    void notice(const QList<domain::User> &users);
    // Kept on disk: what has been heard since stays.
    void recall(const QList<domain::User> &kept);
    // Who may work with a customer, once.
    void readUsersOf(const domain::CustomerId &customer);
    // Reads what is not known yet.
    void learn();
    // I am somebody else now.
    void noticeMe();

    template <typename T> struct Shared {
        QList<T> list;
        bool isAsked = false;
    };
    template <typename T>
    void learn(domain::Capability needed, net::Call<QList<T>> (backends::Backend::*read)(), Shared<T> &known);

    AccountSession &m_session;
    QHash<domain::UserId, domain::User> m_people;
    QSet<domain::CustomerId> m_usersAsked;
    Shared<domain::Tag> m_tags;
    Shared<domain::Team> m_teams;
    Shared<domain::Line> m_lines;
    Shared<domain::Snippet> m_snippets;
    Shared<domain::SavedView> m_savedViews;
    Shared<domain::Presence> m_presences;
    std::optional<bool> m_online; // mine
};

} // namespace inbox::sync
