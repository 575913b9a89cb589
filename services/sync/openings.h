// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/sync/answerwatch.h"
#include "services/sync/openingjournal.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace inbox::sync {

class AccountSession;

// Conversations begun from our side, one person or thousands. Each recipient is written down as Sending
// before a byte leaves; requests go one at a time, in the order of the recipients; what may have left is
// never sent again by itself. Owned by its session; GUI thread.
class Openings : public QObject {
    Q_OBJECT
public:
    // `store` outlives this; nullptr: nothing is kept.
    Openings(AccountSession &session, store::Store *store);

    // nullptr: this account cannot begin conversations, or may not.
    const domain::OpeningForm *form() const;
    net::Call<QList<domain::MessageTemplate>> templates();
    net::Call<QList<domain::Line>> lines();
    // People the account knows already; see backends::Backend::searchContacts().
    net::Call<backends::Page<domain::Customer>> contacts(const QString &words,
                                                         const backends::PageToken &page);
    // When this number was written to within the last 24 hours, as far as is known here; nullopt: it was not.
    domain::OptionalTime writtenTo(const QString &phone) const;
    // When the customer with this number last wrote to us, likewise: their conversation is open.
    domain::OptionalTime heardFrom(const QString &phone) const;
    // Whether a request can carry this in one of the form's fields.
    bool takesField(const QString &field, const QString &value) const;

    // Begins once all of it is on disk. An empty id: there is no form, or nobody to write to.
    domain::OpeningId start(const domain::OpeningPlan &plan, const QList<domain::Recipient> &recipients);
    // The request under way is not cut off. What would go on by itself does so no longer.
    void pause(const domain::OpeningId &id);
    // Goes on with who still waits.
    void resume(const domain::OpeningId &id);
    // For good. The request under way is not cut off; who still waits is Left.
    void stop(const domain::OpeningId &id);
    // The person knows about an Unknown row. Not sent: it waits again, and the opening with it until it is
    // resumed; of a stopped one it is Left.
    void settle(const domain::OpeningId &id, qsizetype row, bool wasSent);
    // Only what is over.
    void forget(const domain::OpeningId &id);

    QList<domain::OpeningId> all() const; // in the order they were begun
    const domain::Opening *find(const domain::OpeningId &id) const; // valid until the next change
    // The server asked for a pause until then: it is paused and resumes by itself. nullopt: a person resumes
    // it.
    domain::OptionalTime goesOnAt(const domain::OpeningId &id) const;

    // Goes on where the program's last run left off: what had begun is paused.
    void restore();
    // Knows what the session before this one knew; its request under way has an unknown outcome now.
    void takeOver(const Openings &before);

Q_SIGNALS:
    void openingChanged(const inbox::domain::OpeningId &id); // also when it is gone

private:
    struct Entry {
        domain::Opening opening;
        bool onDisk = false;
        int trouble = 0; // requests in a row by which nobody was written to
        int pauses = 0; // in a row that the server asked for
        domain::OptionalTime goesOnAt;
    };

    Entry *entry(const domain::OpeningId &id);
    void write(const domain::OpeningId &id);
    void next();
    void send(const domain::OpeningId &id, const QList<qsizetype> &rows);
    void take(const domain::OpeningId &id, const QList<qsizetype> &rows,
              const domain::Result<backends::OpeningAnswer> &answer);
    void takeOpened(const QList<backends::OpenedConversation> &opened);
    void setRows(Entry &entry, const QList<qsizetype> &rows, domain::RecipientResult result);
    void noticeAnswers(const QList<domain::ConversationId> &changed);
    void writeRows(const Entry &entry, const QList<qsizetype> &rows);
    void leaveWaiting(Entry &entry);
    void setState(Entry &entry, domain::Opening::State state,
                  const std::optional<domain::Error> &error = std::nullopt);
    void finishIfDone(Entry &entry);
    void goOnLater();
    void indexConversations() const;

    AccountSession &m_session;
    OpeningJournal m_journal;
    std::vector<Entry> m_entries; // in the order they were begun
    bool m_busy = false; // a request is being written down or under way
    bool m_underWay = false; // a byte of it may have left
    AnswerWatch m_unanswered;
    QHash<QString, QDateTime> m_written; // by the number's digits
    mutable QHash<QString, QDateTime> m_seenWritten; // of the conversations, likewise
    mutable QHash<QString, QDateTime> m_seenHeard; // by the customer
    mutable bool m_isIndexed = false;
    QTimer m_goOn; // until the first goesOnAt
};

} // namespace inbox::sync
