// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/colleagues.h"

#include "services/sync/accountsession.h"

#include <algorithm>
#include <utility>

namespace inbox::sync {

using namespace domain;

Colleagues::Colleagues(AccountSession &session)
    : m_session(session)
{
}

QList<User> Colleagues::people() const
{
    QList<User> all = m_people.values();
    std::sort(all.begin(), all.end(), [](const User &a, const User &b) {
        const int byName = QString::localeAwareCompare(a.name, b.name);
        return byName != 0 ? byName < 0 : idLess(a.id.value(), b.id.value());
    });
    return all;
}

std::optional<User> Colleagues::person(const UserId &id) const
{
    const auto it = m_people.constFind(id);
    return it == m_people.cend() ? std::nullopt : std::optional(*it);
}

void Colleagues::notice(const QList<User> &users)
{
    bool changed = false;
    for (const User &user : users) {
        if (user.id.isEmpty())
            continue;
        User &known = m_people[user.id];
        if (known == user)
            continue;
        known = user;
        changed = true;
    }
    if (changed)
        Q_EMIT m_session.peopleChanged();
}

void Colleagues::recall(const QList<User> &kept)
{
    QList<User> users = kept;
    users.removeIf([this](const User &user) { return m_people.contains(user.id); });
    notice(users);
}

void Colleagues::readUsersOf(const CustomerId &customer)
{
    if (!m_session.capabilities().has(Capability::CustomerUsers) || m_usersAsked.contains(customer))
        return;
    m_usersAsked.insert(customer);
    m_session.m_backend->customerUsers(customer).whenDone(
        this, [this, customer](const Result<QList<User>> &result) {
            if (result)
                notice(*result);
            else
                m_usersAsked.remove(customer);
        });
}

template <typename T>
void Colleagues::learn(Capability needed, net::Call<QList<T>> (backends::Backend::*list)(), Shared<T> &known)
{
    if (!m_session.capabilities().has(needed) || std::exchange(known.isAsked, true))
        return;
    (m_session.m_backend.get()->*list)().whenDone(this, [this, &known](const Result<QList<T>> &read) {
        known.isAsked = read.has_value(); // else the next time the server is back
        if (!read || known.list == *read)
            return;
        known.list = *read;
        Q_EMIT m_session.teamworkChanged();
    });
}

void Colleagues::learn()
{
    using Backend = backends::Backend;
    learn(Capability::Tags, &Backend::tags, m_tags);
    learn(Capability::AssignTeam, &Backend::teams, m_teams);
    learn(Capability::FindConversation, &Backend::lines, m_lines);
    learn(Capability::Snippets, &Backend::snippets, m_snippets);
    learn(Capability::SavedViews, &Backend::savedViews, m_savedViews);
    if (!m_presences.isAsked)
        readPresences();
}

void Colleagues::readSnippets()
{
    m_snippets.isAsked = false;
    learn(Capability::Snippets, &backends::Backend::snippets, m_snippets);
}

void Colleagues::readPresences()
{
    if (!m_session.capabilities().has(Capability::Availability))
        return;
    m_presences.isAsked = true;
    m_session.m_backend->presences().whenDone(this, [this](const Result<QList<Presence>> &read) {
        m_presences.isAsked = read.has_value();
        if (!read)
            return;
        const std::optional<bool> mineBefore = m_online;
        const QList<Presence> before = std::exchange(m_presences.list, *read);
        if (const auto mine = isOnline(m_session.config().me))
            m_online = mine; // said by the server of the one that I am
        if (m_presences.list != before || m_online != mineBefore)
            Q_EMIT m_session.teamworkChanged();
    });
}

std::optional<bool> Colleagues::isOnline(const UserId &user) const
{
    if (user.isEmpty())
        return std::nullopt;
    const auto known = std::find_if(m_presences.list.cbegin(), m_presences.list.cend(),
                                    [&user](const Presence &presence) { return presence.user == user; });
    return known == m_presences.list.cend() ? std::nullopt : known->online;
}

void Colleagues::noticeMe()
{
    m_online = isOnline(m_session.config().me);
}

void Colleagues::setOnline(bool online)
{
    if (!m_session.capabilities().has(Capability::Availability))
        return;
    m_session.m_backend->setOnline(online).whenDone(this, [this, online](const Result<Nothing> &done) {
        if (done) {
            if (std::exchange(m_online, online) != online)
                Q_EMIT m_session.teamworkChanged();
            Q_EMIT m_session.onlineSet(online);
        } else {
            Q_EMIT m_session.actionFailed({ActionKind::SetOnline, {}, done.error()});
        }
        // What colleagues see now, above all when the answer was lost.
        readPresences();
    });
}

} // namespace inbox::sync
