// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/net/call.h"
#include "services/sync/types.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace inbox::sync {

class AccountSession;

// Messages on their way: one at a time per conversation, in order, each written down before its first byte
// leaves and handed to the server once. An answer that never came is settled by reading the thread, then by
// the person; never by sending again. What is proven not to have left waits for the connection, and then goes
// out only if the conversation is still as the person saw it. Owned by its session; GUI thread.
class Outbox : public QObject {
    Q_OBJECT
public:
    Outbox(AccountSession &session, const PollTimings &timings);

    domain::IntentId sendText(const domain::ConversationId &id, const QString &text,
                              const domain::MessageId &quoted);
    // Reads the file and hands it to the server first, which may be done again; then sends it like any
    // message.
    domain::IntentId sendFile(const domain::ConversationId &id, const domain::Attachment &file,
                              const QString &caption, const domain::MessageId &quoted);
    domain::IntentId duplicate(const domain::ConversationId &id, const domain::Message &message);
    domain::Unsent settle(const domain::ConversationId &id, const domain::IntentId &intent, bool wasSent);
    void sendAgain(const domain::ConversationId &id, const domain::IntentId &intent);

    // A message of this conversation is on its way: what a poll reads meanwhile may already show it.
    bool isSending(const domain::ConversationId &id) const;
    // Goes on with what the session before this one had not finished.
    void takeOver(const Outbox &before);
    // Goes on with what an earlier run of the program had not finished. Until this was called nothing is
    // sent.
    void restore(const QList<domain::Intent> &unfinished);
    // All words go back to where they were typed, whatever became of them: the session is about to end.
    void holdAll();
    // The server can be reached again: what waited for that goes on.
    void serverIsBack();
    // Looks among the messages just read for those whose answer was lost.
    void reconcile(const domain::ConversationId &id);

private:
    domain::IntentId add(domain::Intent intent);
    void adopt(domain::Intent intent);
    domain::Intent *find(const domain::ConversationId &id, const domain::IntentId &intent);
    // Why it may not go out by itself any more; nullopt: all is as the person saw it.
    std::optional<domain::HeldBecause> isOvertaken(const domain::Intent &intent) const;
    void wake();
    void sendNext(const domain::ConversationId &id);
    void readThenSend(const domain::ConversationId &id, const domain::IntentId &intent);
    void send(const domain::ConversationId &id, const domain::IntentId &intent);
    void upload(const domain::ConversationId &id, const domain::IntentId &intent);
    void uploaded(const domain::ConversationId &id, const domain::IntentId &intent,
                  const domain::Result<domain::UploadedFile> &result);
    bool needsUpload(const domain::Intent &intent) const;
    net::Call<domain::Message> request(const domain::Intent &intent);
    void finish(const domain::ConversationId &id, const domain::IntentId &intent,
                const domain::Result<domain::Message> &result);
    void accept(const domain::ConversationId &id, const domain::IntentId &intent,
                const domain::MessageId &message);
    void fail(const domain::ConversationId &id, const domain::IntentId &intent, const domain::Error &error);
    void wait(const domain::ConversationId &id, const domain::IntentId &intent, const domain::Error &error);
    void giveBack(const domain::ConversationId &id, const domain::IntentId &intent,
                  const domain::Error &error);
    // Everything of this conversation that is in one of these states goes back to where it was typed.
    void hold(const domain::ConversationId &id, domain::HeldBecause why,
              const QList<domain::Intent::State> &states = {domain::Intent::State::Queued});
    void remove(const domain::ConversationId &id, const domain::IntentId &intent);
    void look(const domain::ConversationId &id, const domain::IntentId &intent, int looksLeft);
    std::optional<domain::Message> originalOf(const domain::Intent &intent) const;
    void changed(const domain::ConversationId &id);

    AccountSession &m_session;
    const PollTimings m_timings;
    bool m_ready = false;
    QHash<domain::ConversationId, domain::IntentId> m_sending; // or handing its file over
    QSet<domain::IntentId> m_unwritten; // not on disk yet
    QSet<domain::IntentId> m_old; // the conversation has to be read before they may go out
    QSet<domain::ConversationId> m_reading;
    QSet<domain::IntentId> m_looking;
    QSet<domain::IntentId> m_unread; // unknown because the thread could not be read
    QHash<domain::IntentId, domain::Message> m_originals; // of duplicates
    struct Upload {
        domain::UploadedFile file;
        QDateTime at;
    };
    QHash<domain::IntentId, Upload> m_uploads;
    QTimer m_retry;
};

} // namespace inbox::sync
