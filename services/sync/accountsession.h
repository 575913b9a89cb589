// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/domain/clock.h"
#include "services/sync/sharedwords.h"
#include "services/sync/types.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <unordered_map>

namespace inbox::store {
class Store;
struct HistoryLimits;
struct ThreadPage;
} // namespace inbox::store

namespace inbox::sync {

class Automations;
class Colleagues;
class History;
class Journal;
class Openings;
class Outbox;
class Poller;
class Restarter;
class ChangeQueue;

// One account while the program runs: what is known of its conversations, the polling that keeps it fresh,
// and everything the person asks of it. Owned by Inbox; lives on the GUI thread. Never shows anything, never
// blocks.
class AccountSession : public QObject {
    Q_OBJECT
public:
    // `clock` and `store` outlive the session. Without a store nothing outlives the session.
    AccountSession(domain::AccountConfig config, std::unique_ptr<backends::Backend> backend,
                   const domain::Clock &clock, const PollTimings &timings = {}, store::Store *store = nullptr,
                   QObject *parent = nullptr);
    ~AccountSession() override;

    const domain::AccountConfig &config() const { return m_config; }
    const domain::AccountId &id() const { return m_config.id; }
    // Name, who-am-I and colour may change while the session runs; other settings need a new session.
    void setNameAndMe(const QString &name, const domain::UserId &me);
    void setColor(int color);
    void setSecret(const QString &secret); // and try again at once
    void noticeMissingSecret(); // nothing is asked of the server until there is one

    const domain::Capabilities &capabilities() const { return m_backend->capabilities(); }
    // What the server complains about although it answers.
    QStringList remarks() const { return m_backend->remarks(); }
    const SyncStatus &status() const;
    const std::optional<backends::AccountSettings> &settings() const { return m_settings; }
    // Our clock corrected by the server's: reply windows are judged with this.
    QDateTime serverNow() const;
    // When the first answer came, by the server's clock: what happened before is no news. nullopt until then.
    const domain::OptionalTime &listeningSince() const { return m_listeningSince; }

    // --- what is known -----------------------------------------------------------------------------------
    QList<domain::ConversationId> conversationIds() const;
    // The conversation with unconfirmed changes applied; nullptr when unknown. Valid until the next signal.
    const domain::Conversation *conversation(const domain::ConversationId &id) const;
    // In no order, found without looking through all.
    QList<domain::ConversationId> conversationsOf(const domain::ProfileId &profile) const;
    PendingChange pendingChange(const domain::ConversationId &id) const;
    // nullptr until the conversation was opened once.
    const Thread *thread(const domain::ConversationId &id) const;
    domain::RestartRecord restartRecord(const domain::ConversationId &id) const;
    domain::ReplyState replyState(const domain::ConversationId &id) const;
    const Colleagues &colleagues() const { return *m_colleagues; }
    Colleagues &colleagues() { return *m_colleagues; }
    bool hasFailedSend(const domain::ConversationId &id) const;
    // Everything the person asked for whose end is not known yet, or that waits for them: messages, restarts
    // and changes, each kind in the order it was asked for.
    QList<domain::Intent> unfinished() const;
    // What an earlier run left unfinished is among them.
    bool knowsUnfinished() const { return m_unfinishedRead; }

    // Before it starts, one of the two; start() restores what nobody took over.
    // For a session that replaces another one of the same account at the same server: messages on their way
    // and restarts go on where that one left them.
    void takeOver(const AccountSession &before);
    // They go on where the program's last run left them.
    void restore();
    // Before a session at another server takes this one's place: what has not left goes back to where it was
    // typed, for there it would reach somebody else.
    void leaveServer();

    // --- looking -----------------------------------------------------------------------------------------
    void start();
    // The conversation on screen is read every few seconds. An empty id: none is.
    void setOpenConversation(const domain::ConversationId &id);
    // Polls slower while the window is hidden or nobody is there.
    void setAttentive(bool attentive);
    // Read everything now: F5, waking, back online.
    void refresh();
    void refreshConversation(const domain::ConversationId &id);
    void loadOlder(const domain::ConversationId &id);
    void setHistoryLimits(const store::HistoryLimits &limits);
    // What was read is taken off the disk; what is in memory stays. `done` runs when it is gone.
    void forgetHistory(const std::function<void()> &done);

    // A file of a message, streamed to disk; see backends::Backend::download().
    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink);

    // --- acting ------------------------------------------------------------------------------------------
    // Shown at once in the thread's `outgoing`; at most one message a conversation is under way.
    domain::IntentId sendText(const domain::ConversationId &id, const QString &text,
                              const domain::MessageId &quoted = {});
    // The same for a file, which is read when its turn comes.
    domain::IntentId sendFile(const domain::ConversationId &id, const domain::Attachment &file,
                              const QString &caption, const domain::MessageId &quoted = {});
    // Sends a failed message of ours again as a new one. Refused (empty id) when a retry of it is under way
    // or already succeeded, or when canRetry() is false.
    domain::IntentId retry(const domain::ConversationId &id, const domain::MessageId &message);
    bool canRetry(const domain::ConversationId &id, const domain::Message &message) const;
    // The person has decided about a message whose fate is unknown, or puts away a failed one.
    // Not sent: it is taken out and given back, so that the composer can have it again.
    domain::Unsent settle(const domain::ConversationId &id, const domain::IntentId &intent, bool wasSent);
    // Only for a message that is proven not sent: try it again.
    void sendAgain(const domain::ConversationId &id, const domain::IntentId &intent);

    // Reads the conversation afresh and, if it still has expired and nobody restarted it, sends the paid
    // template once. Ends with restartFinished(). Never repeats, never queues.
    void restart(const domain::ConversationId &id);
    // Outcome unknown: read the thread and look for the template.
    void checkRestart(const domain::ConversationId &id);
    // Outcome unknown, and the person knows better. Not sent: it may be asked again.
    void settleRestart(const domain::ConversationId &id, bool wasSent);

    // Conversations begun from our side.
    Openings &openings() { return *m_openings; }
    const Openings &openings() const { return *m_openings; }
    // When the credential says that it ends; nullopt: it does not say.
    domain::OptionalTime credentialEnds() const { return m_backend->credentialEnds(); }

    void setStatus(const domain::ConversationId &id, domain::ConversationStatus status);
    void assign(const domain::ConversationId &id, const std::optional<domain::User> &user);
    // The person has looked at it: nothing to be undone.
    void noteRead(const domain::ConversationId &id);
    void setRead(const domain::ConversationId &id, bool read);
    void setArchived(const domain::ConversationId &id, bool archived);
    void react(const domain::ConversationId &id, const domain::MessageId &message, const QString &emoji);
    void editNote(const domain::ConversationId &id, const domain::NoteId &note, const QString &text);

    void setTags(const domain::ConversationId &id, const QList<domain::TagId> &tags);
    // nullopt: no longer.
    void snooze(const domain::ConversationId &id, const domain::OptionalTime &until);
    void assignTeam(const domain::ConversationId &id, const domain::TeamId &team);
    void rename(const domain::ConversationId &id, const QString &name);
    void setLanguage(const domain::ConversationId &id, const QString &code);
    void setMetadata(const domain::ConversationId &id, const QMap<QString, QString> &metadata);
    void setMentions(const domain::ConversationId &id, const QList<domain::UserId> &mentions);
    void addNote(const domain::ConversationId &id, const QString &text);
    void deleteNote(const domain::ConversationId &id, const QString &text);
    // The bot falls silent; the conversation is mine, when the account knows who I am.
    void takeOverFromBot(const domain::ConversationId &id);
    // At the server too, for everybody. Never repeated; whatever the answer, what is gone is gone here.
    void deleteConversation(const domain::ConversationId &id);

    // Sets a bot off, once; see Automations. Ends with automationEnded().
    bool automate(const domain::Automation &automation);
    // By the id the conversation has at its messenger. Ends with conversationFound().
    void findConversation(const domain::LineId &line, const QString &providerId);

    // The last change that the person asked for and that can be taken back, or done again; nullptr: there is
    // none. Whoever changed it since is not overwritten: that ends with actionFailed(ErrorKind::Overtaken).
    const domain::Intent *undoable() const;
    const domain::Intent *redoable() const;
    void undo();
    void redo();

Q_SIGNALS:
    // Each id has really changed; all of one answer come in one signal.
    void conversationsChanged(const QList<inbox::domain::ConversationId> &changed,
                              const QList<inbox::domain::ConversationId> &removed);
    void threadChanged(const inbox::domain::ConversationId &id);
    void threadRead(const inbox::domain::ConversationId &id); // a read has ended; perhaps nothing is new
    void replyStateChanged(const inbox::domain::ConversationId &id); // a restart moved on
    void statusChanged();
    void capabilitiesChanged();
    void remarksChanged();
    void peopleChanged();
    void configChanged();
    void settingsChanged();
    void teamworkChanged(); // tags, teams, lines, snippets, saved views or who is online
    void onlineSet(bool online);
    void automationsChanged(); // what is under way, or of which nobody knows
    void automationEnded(const inbox::domain::AutomationEnd &end);
    // An empty id: there is none, or `error` says why that is not known.
    void conversationFound(const inbox::domain::ConversationId &id,
                           const std::optional<inbox::domain::Error> &error);
    void actionFailed(const inbox::sync::ActionFailure &failure);
    void messageAccepted(const inbox::domain::ConversationId &id, const inbox::domain::IntentId &intent);
    void restartFinished(const inbox::domain::ConversationId &id, inbox::sync::RestartOutcome outcome,
                         const std::optional<inbox::domain::Error> &error);
    // A reply that waited to be sent did not go out. It is in no outbox any more; on disk it is in the draft.
    void repliesHeld(const inbox::domain::ConversationId &id, const inbox::domain::Unsent &unsent,
                     inbox::domain::HeldBecause why);
    // A note was not taken. On disk it is in the draft.
    void noteHeld(const inbox::domain::ConversationId &id, const QString &text);
    // A customer wrote while the program was running; also in a conversation that was not known before.
    void customerMessageArrived(const inbox::domain::ConversationId &id);

private:
    friend class Automations;
    friend class Colleagues;
    friend class History;
    friend class Openings;
    friend class Outbox;
    friend class Poller;
    friend class Restarter;
    friend class ChangeQueue;

    struct IdHash {
        size_t operator()(const domain::ConversationId &id) const { return qHash(id); }
    };

    // Without changes that are still on their way; nullptr: not known.
    const domain::Conversation *asServerSaid(const domain::ConversationId &id) const;
    // What is known of conversations came from here: the server shows none.
    bool readsNothing() const;
    domain::Intent newIntent(domain::Intent::Kind kind, const domain::ConversationId &id) const;
    // The thread was read so lately that what stands there is what the person decides by.
    bool isFresh(const domain::ConversationId &id) const;
    // Of what is known; empty when nothing is.
    domain::MessageId newestMessage(const domain::ConversationId &id) const;

    // A point in the order of requests and answers. Taken when a read begins or a write has ended.
    quint64 nextMoment() { return ++m_moment; }

    // Takes what the server said; emits what really changed. `asOf`: what was read before something newer was
    // heard of the same conversation is left out, however late its answer came.
    // A conversation that is gone stays while a message that was not sent stands in it.
    void mergeConversations(const QList<domain::Conversation> &fresh,
                            const QSet<domain::ConversationId> &gone, quint64 asOf);
    void mergeConversation(const domain::Conversation &fresh, quint64 asOf);
    void dropConversation(const domain::ConversationId &id);
    // `complete`: the page reaches the newest message.
    void mergeMessages(const domain::ConversationId &id, const QList<domain::Message> &newestFirst,
                       bool complete);
    void mergeMessage(const domain::ConversationId &id, const domain::Message &message);
    void mergeNote(const domain::ConversationId &id, const domain::Note &note);
    void mergeNotes(const domain::ConversationId &id, const QStringList &added, const QStringList &deleted);
    // What is kept on disk, where the server has said nothing yet. It is no news.
    void recallConversations(const QList<domain::Conversation> &kept);
    // The page that stands before `before`, or the newest. False: it does not fit what is known by now.
    bool recallMessages(const domain::ConversationId &id, const domain::MessageId &before,
                        const store::ThreadPage &page);
    Thread &threadFor(const domain::ConversationId &id);
    void readProfile(const domain::Customer &customer);
    void rebuildEffective(const domain::ConversationId &id);

    domain::AccountConfig m_config;
    std::unique_ptr<backends::Backend> m_backend;
    const domain::Clock &m_clock;
    quint64 m_moment = 0;
    domain::OptionalTime m_listeningSince;
    QHash<domain::ConversationId, quint64> m_heardAt; // also of what is gone: an older answer may hold it
    QMultiHash<domain::ProfileId, domain::ConversationId> m_ofProfile; // or were once
    // As the server last said. A node each: a QHash moves what it holds when it grows, two kilobytes for each
    // conversation, and keeps a quarter more room than it needs.
    std::unordered_map<domain::ConversationId, domain::Conversation, IdHash> m_server;
    SharedWords m_words; // of those
    QHash<domain::ConversationId, domain::Conversation> m_effective; // only where a change is pending
    std::map<domain::ConversationId, Thread> m_threads; // a map: references live through insertions
    QSet<domain::CustomerId> m_profilesAsked;
    bool m_profilesComeAlong = false; // with the conversations: then they need not be asked for
    QSet<domain::MessageId> m_retried; // failed messages that were sent again with success
    std::optional<backends::AccountSettings> m_settings;
    std::unique_ptr<Colleagues> m_colleagues;
    std::unique_ptr<Journal> m_journal;
    bool m_restored = false;
    bool m_unfinishedRead = false;
    bool m_wasSynced = false;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Restarter> m_restarter;
    std::unique_ptr<ChangeQueue> m_changes;
    std::unique_ptr<Automations> m_automations;
    std::unique_ptr<Poller> m_poller;
    std::unique_ptr<Openings> m_openings;
    std::unique_ptr<History>
        m_history; // nullptr: nothing is kept. The first to end, it reads all the others.
};

} // namespace inbox::sync
