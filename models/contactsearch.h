// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/fixedrows.h"
#include "services/domain/conversation.h"
#include "services/domain/error.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace inbox::models {

class InboxActions;

// Looks for people an account knows already, by words, a page at a time. The server is asked once the typing
// rests; an answer to earlier words is dropped. Owned by NewConversation; GUI thread.
class ContactSearch : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle, // there are no words
        Searching, // also while the next page is read
        There,
        Failed, // `error` says why; readMore() tries again
    };

    // `actions` outlive the search.
    explicit ContactSearch(InboxActions &actions, QObject *parent = nullptr);
    ~ContactSearch() override;

    void setAccount(const domain::AccountId &account); // another one: everything is forgotten
    const QString &words() const { return m_words; }
    void setWords(const QString &words); // what was found by others goes at once

    FixedRows<domain::Customer> &found() { return m_found; }
    const FixedRows<domain::Customer> &found() const { return m_found; }
    State state() const { return m_state; }
    const std::optional<domain::Error> &error() const { return m_error; }
    bool hasMore() const { return m_state == State::There && !m_next.isEmpty(); }
    void readMore(); // the next page, or the one that failed

Q_SIGNALS:
    void changed();

private:
    void ask();
    void stop();

    InboxActions &m_actions;
    domain::AccountId m_account;
    QString m_words;
    State m_state = State::Idle;
    std::optional<domain::Error> m_error;
    FixedRows<domain::Customer> m_found;
    QSet<domain::CustomerId> m_known; // pages may overlap
    QString m_next;
    int m_ticket = 0; // of the answer that is waited for
    std::function<void()> m_cancel;
    QTimer m_pause; // many letters are one question
};

} // namespace inbox::models
