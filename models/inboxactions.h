// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"
#include "services/sync/inbox.h"

#include <functional>

namespace inbox::sync {
class Openings;
}

namespace inbox::models {

class ConversationListModel;
class Drafts;

// People an account knows already.
struct ContactPage {
    QList<domain::Customer> found;
    QString next; // empty: this was the last page
};

// Everything a person can ask for, in one place. Widgets call these; results come back through the models and
// the signals below. Checks the capability first, so a command that slipped through does nothing. GUI thread.
class InboxActions : public QObject {
    Q_OBJECT
public:
    InboxActions(sync::Inbox &inbox, Drafts &drafts, ConversationListModel &list, QObject *parent = nullptr);

    // nullopt: it can be done. Missing when the account lacks the capability or the key is unknown.
    std::optional<domain::Unavailable> unavailable(const domain::ConversationKey &key,
                                                   domain::Capability capability) const;

    // Takes the draft: it is cleared only because the text now stands in the thread. False when the text is
    // empty or the reply state is closed; the draft then stays. `thenDone`: once the server has accepted the
    // message, and not before, the conversation is done.
    bool sendDraft(const domain::ConversationKey &key, bool thenDone = false);
    bool retry(const domain::ConversationKey &key, const domain::MessageId &message);
    // A message of unknown fate. Not sent: its text comes back into the draft, before what is there.
    void settleMessage(const domain::ConversationKey &key, const domain::IntentId &intent, bool wasSent);
    void sendAgain(const domain::ConversationKey &key, const domain::IntentId &intent);

    void restart(const domain::ConversationKey &key);
    void checkRestart(const domain::ConversationKey &key);
    void settleRestart(const domain::ConversationKey &key, bool wasSent);

    void setStatus(const domain::ConversationKey &key, domain::ConversationStatus status);
    // An empty id: nobody.
    void assign(const domain::ConversationKey &key, const domain::UserId &user);
    // False when the account does not know yet who "me" is.
    bool assignToMe(const domain::ConversationKey &key);
    void setMe(const domain::AccountId &account, const domain::UserId &me);
    void setRead(const domain::ConversationKey &key, bool read);
    void setArchived(const domain::ConversationKey &key, bool archived);
    void react(const domain::ConversationKey &key, const domain::MessageId &message, const QString &emoji);
    void editNote(const domain::ConversationKey &key, const domain::NoteId &note, const QString &text);
    void setTag(const domain::ConversationKey &key, const domain::TagId &tag, bool on);
    // nullopt: wakes it now.
    void snooze(const domain::ConversationKey &key, const domain::OptionalTime &until);
    void assignTeam(const domain::ConversationKey &key, const domain::TeamId &team);
    void rename(const domain::ConversationKey &key, const QString &name);
    void setLanguage(const domain::ConversationKey &key, const QString &code);
    void setMetadata(const domain::ConversationKey &key, const QMap<QString, QString> &metadata);
    void setMention(const domain::ConversationKey &key, const domain::UserId &user, bool on);
    // False: the account or the conversation is gone, or cannot take one any more.
    bool addNote(const domain::ConversationKey &key, const QString &text);
    void deleteNote(const domain::ConversationKey &key, const QString &text);
    void takeOverFromBot(const domain::ConversationKey &key);
    // Cannot be taken back: whoever calls has asked the person.
    void deleteConversation(const domain::ConversationKey &key);
    // The account that has it: the preferred one if it does, else the first; empty when none has.
    domain::AccountId accountWith(domain::Capability capability, const domain::AccountId &preferred) const;
    // Sets a bot off, which may write to a customer: whoever calls has asked the person. Once, never
    // repeated. False: one like it is still under way. Ends with automationEnded().
    bool automate(const domain::AccountId &account, const domain::Automation &automation);
    // Ends with conversationFound().
    void findConversation(const domain::AccountId &account, const domain::LineId &line,
                          const QString &providerId);
    QList<domain::Line> lines(const domain::AccountId &account) const;
    // `change`, which calls what stands above, in each of several conversations. One undo takes back all of
    // it, one redo does it again.
    void together(const QList<domain::ConversationKey> &keys,
                  const std::function<void(const domain::ConversationKey &)> &change);
    // nullptr when unknown; valid until the next change.
    const domain::Conversation *conversation(const domain::ConversationKey &key) const;
    // What the conversation's account offers.
    QList<domain::Tag> tags(const domain::ConversationKey &key) const;
    QList<domain::Team> teams(const domain::ConversationKey &key) const;
    // As they were read last; reading them again ends with teamworkChanged() when something is new.
    QList<domain::Snippet> snippets(const domain::ConversationKey &key) const;
    void readSnippets(const domain::ConversationKey &key);
    // nullopt: not known.
    std::optional<bool> isOnline(const domain::AccountId &account, const domain::UserId &user) const;
    std::optional<bool> amOnline(const domain::AccountId &account) const;
    void readPresences(const domain::AccountId &account);
    // Ends with onlineSet() or failed().
    void setOnline(const domain::AccountId &account, bool online);
    // The last change that can be taken back, of any account. Nothing that was changed by somebody else
    // since is overwritten: that ends with failed().
    bool canUndo() const { return lastChanged(&sync::AccountSession::undoable) != nullptr; }
    bool canRedo() const { return lastChanged(&sync::AccountSession::redoable) != nullptr; }
    // In how many conversations undo() would take something back; what was refused since is counted, too.
    int undoCount() const;
    // The conversations it was about; none when there is nothing to do.
    QList<domain::ConversationKey> undo();
    QList<domain::ConversationKey> redo();

    // --- conversations begun from our side; see sync::Openings -------------------------------------------
    // Accounts that can begin conversations, in the order they are shown.
    QList<domain::AccountId> openingAccounts() const;
    // nullptr: this account cannot.
    const domain::OpeningForm *openingForm(const domain::AccountId &account) const;
    // When the account's credential says that it ends; nullopt: it does not say.
    domain::OptionalTime credentialEnds(const domain::AccountId &account) const;
    // `done` runs later, unless `context` died first.
    void
    readTemplates(const domain::AccountId &account, QObject *context,
                  const std::function<void(const domain::Result<QList<domain::MessageTemplate>> &)> &done);
    void readLines(const domain::AccountId &account, QObject *context,
                   const std::function<void(const domain::Result<QList<domain::Line>> &)> &done);
    // Whether the account's contacts can be searched; nullopt: they can.
    std::optional<domain::Unavailable> contactsUnavailable(const domain::AccountId &account) const;
    // `page`: ContactPage::next, empty for the first. What is returned ends the question.
    std::function<void()>
    searchContacts(const domain::AccountId &account, const QString &words, const QString &page,
                   QObject *context, const std::function<void(const domain::Result<ContactPage> &)> &done);
    domain::OptionalTime writtenTo(const domain::AccountId &account, const QString &phone) const;
    domain::OpeningId startOpening(const domain::AccountId &account, const domain::OpeningPlan &plan,
                                   const QList<domain::Recipient> &recipients);
    void pauseOpening(const domain::AccountId &account, const domain::OpeningId &id);
    void resumeOpening(const domain::AccountId &account, const domain::OpeningId &id);
    void stopOpening(const domain::AccountId &account, const domain::OpeningId &id);
    void settleOpening(const domain::AccountId &account, const domain::OpeningId &id, qsizetype row,
                       bool wasSent);
    void forgetOpening(const domain::AccountId &account, const domain::OpeningId &id);
    QList<domain::OpeningId> openings(const domain::AccountId &account) const;
    // nullptr when unknown; valid until the next openingChanged().
    const domain::Opening *opening(const domain::AccountId &account, const domain::OpeningId &id) const;

    void refreshAll();
    void refresh(const domain::ConversationKey &key);
    // Whether somebody may be looking at a window; while nobody does, servers are asked less often.
    void setAttentive(bool attentive);
    // Colleagues of the conversation's account, by name.
    QList<domain::User> people(const domain::ConversationKey &key) const;
    domain::UserId me(const domain::ConversationKey &key) const;

Q_SIGNALS:
    void failed(const inbox::domain::ConversationKey &key, const inbox::sync::ActionFailure &failure);
    void restartFinished(const inbox::domain::ConversationKey &key, inbox::sync::RestartOutcome outcome,
                         const std::optional<inbox::domain::Error> &error);
    // A reply that waited to be sent did not go out; it is a draft again.
    void replyHeld(const inbox::domain::ConversationKey &key, inbox::domain::HeldBecause why);
    void messageAccepted(const inbox::domain::ConversationKey &key);
    // Its tags, teams, lines or snippets were read, or who is online.
    void teamworkChanged(const inbox::domain::AccountId &account);
    void onlineSet(const inbox::domain::AccountId &account, bool online);
    // A key without a conversation: it is not known where it arrived.
    void automationEnded(const inbox::domain::ConversationKey &key, const inbox::domain::AutomationEnd &end);
    // A key without a conversation: there is none, or `error` says why that is not known.
    void conversationFound(const inbox::domain::ConversationKey &key,
                           const std::optional<inbox::domain::Error> &error);
    void openingChanged(const inbox::domain::AccountId &account, const inbox::domain::OpeningId &id);

private:
    sync::Openings *openingsOf(const domain::AccountId &account) const;
    sync::AccountSession *session(const domain::ConversationKey &key) const;
    void follow(const domain::AccountId &account);
    using Change = const domain::Intent *(sync::AccountSession::*)() const;
    sync::AccountSession *lastChanged(Change change) const;
    QList<domain::ConversationKey> takeBack(Change change, void (sync::AccountSession::*act)(),
                                            Change opposite);

    sync::Inbox &m_inbox;
    Drafts &m_drafts;
    ConversationListModel &m_list;
    // Each intent of a reply, and how many of that reply are not accepted yet.
    QHash<domain::IntentId, std::shared_ptr<qsizetype>> m_doneWhenAccepted;
    QHash<domain::IntentId, quint64> m_commandOf; // of changes asked for together
    quint64 m_lastCommand = 0;
};

} // namespace inbox::models
