// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/draft.h"
#include "services/domain/storeproblem.h"
#include "services/store/historytable.h"
#include "services/sync/accountsession.h"

#include <vector>

namespace inbox::secrets {
class SecretStore;
struct SecretError;
} // namespace inbox::secrets

namespace inbox::store {
class Store;
}

namespace inbox::sync {

class AccountFile;

// All accounts of this profile and their sessions: the door through which models reach services.
// Owned by the application; lives on the GUI thread.
class Inbox : public QObject {
    Q_OBJECT
public:
    // Where an account's secret is.
    enum class SecretState {
        Loading,
        Kept,
        ForThisRunOnly,
        Missing, // not in the keychain, or the keychain is locked: the two look alike
        Unreachable, // the keychain does not answer
    };
    Q_ENUM(SecretState)

    // `profileDir` holds the account file and what is kept of each account. Empty: nothing is stored.
    // `secrets` and `clock` outlive the inbox.
    Inbox(const QString &profileDir, secrets::SecretStore &secrets, const domain::Clock &clock,
          QObject *parent = nullptr);
    ~Inbox() override;

    const domain::Clock &clock() const { return m_clock; }

    // Reads the account file, then each secret; sessions appear at once, polling begins when the secret is
    // there.
    void load();
    QList<AccountSession *> sessions() const;
    AccountSession *session(const domain::AccountId &id) const; // nullptr when unknown
    const domain::Conversation *conversation(const domain::ConversationKey &key) const;

    static QList<domain::BackendDescriptor> descriptors();
    static std::optional<domain::BackendDescriptor> descriptor(const QString &backendId);

    SecretState secretState(const domain::AccountId &id) const;
    // Reads again what could not be read, and stores again what could not be stored: the person has unlocked
    // the keychain. When it did not answer this also happens once by itself, `keychainRetry` later: just
    // after signing in to the computer it may still be starting.
    void tryKeychainAgain();
    void setKeychainRetry(std::chrono::milliseconds delay) { m_keychainRetry = delay; }
    // Adds or replaces an account; an empty id gets a new one. An empty secret keeps the present one.
    // Returns the id, or the id of the setting that cannot be used; the secret's when the address has moved
    // to another server, which must not get the kept one.
    tl::expected<domain::AccountId, QString> saveAccount(domain::AccountConfig config, const QString &secret);
    // The colour that fewest accounts have, the first of those.
    int freeColor() const;
    // An account that is in no file, with a backend of its own: a test's. Replaces one of the same id.
    void addSession(domain::AccountConfig config, std::unique_ptr<backends::Backend> backend,
                    const PollTimings &timings = {});
    // Wipes its session, its entry and its secret; works without a network.
    void removeAccount(const domain::AccountId &id);
    // Asks the server the least that proves address and credential; stores nothing. An empty secret means the
    // one that is kept for config.id.
    net::Call<domain::Nothing> testConnection(const domain::AccountConfig &config, const QString &secret);

    // What is typed outlives the program. readDrafts() ends with discardedRead(), then draftsRead(); with
    // neither where nothing could be read.
    void readDrafts(const domain::AccountId &account);
    void keepDraft(const domain::ConversationKey &key, const domain::Draft &draft);
    // Conversations and messages that were read are kept within these limits, for each account.
    void setHistoryLimits(const store::HistoryLimits &limits);
    // Asks for the room each account takes on disk; ends with keptMeasured().
    void measureKept();
    // Takes what was read off the disk, but nothing the person has written. Ends with keptMeasured().
    void forgetHistory(const domain::AccountId &account);
    // What is thrown away is kept for `discardedDays`.
    static constexpr int discardedDays = 30;
    void keepDiscarded(const domain::AccountId &account, const domain::DiscardedDraft &discarded);
    void forgetDiscarded(const domain::AccountId &account, const domain::DiscardedId &id);
    // The ledger of what was paid for. Ends with paymentsRead(), unless nothing is kept.
    void readPayments(const domain::AccountId &account);
    // Takes everything that is kept of an account off the disk; what is in memory stays.
    void wipeKept(const domain::AccountId &account);

    void setOpenConversation(const domain::ConversationKey &key);
    void setAttentive(bool attentive);
    void refreshAll();

Q_SIGNALS:
    void sessionAdded(const inbox::domain::AccountId &id);
    void sessionRemoved(const inbox::domain::AccountId &id);
    // The account is going for good, and everything that is kept about it has to go, too.
    void accountRemoved(const inbox::domain::AccountId &id);
    // The account is about to be at another server: its conversations there are not those of here.
    void serverLeft(const inbox::domain::AccountId &id);
    void draftNotKept(const inbox::domain::ConversationKey &key);
    void secretStateChanged(const inbox::domain::AccountId &id);
    // The keychain could not be used: tokens live for this run only. `reason` is the keychain's own word.
    void keychainUnavailable(const QString &reason);
    void keychainAnswered(); // it read or kept a secret
    // The account file could not be written: what was changed lasts for this run.
    void accountsNotSaved();
    void draftsRead(const inbox::domain::AccountId &account,
                    const QHash<inbox::domain::ConversationId, inbox::domain::Draft> &drafts);
    void keptMeasured(const inbox::domain::AccountId &account, qint64 bytes);
    void discardedRead(const inbox::domain::AccountId &account,
                       const QList<inbox::domain::DiscardedDraft> &discarded); // the latest first
    void paymentsRead(const inbox::domain::AccountId &account,
                      const QList<inbox::domain::Payment> &payments); // the latest first
    // What is typed in this account is not kept, or no longer.
    void storeTroubled(const inbox::domain::AccountId &account, const inbox::domain::StoreProblem &problem);

private:
    // `before`: the session it replaces, when it speaks to the same server.
    void open(const domain::AccountConfig &config, const QString &secret,
              const AccountSession *before = nullptr);
    void open(const domain::AccountConfig &config, std::unique_ptr<backends::Backend> backend,
              const PollTimings &timings, const AccountSession *before);
    // Out of the inbox; with what is returned the session ends. Empty when there is none.
    std::unique_ptr<AccountSession> take(const domain::AccountId &id);
    bool mayUseKeptSecret(const domain::AccountConfig &config) const;
    void readSecret(const domain::AccountId &id);
    void keepSecret(const domain::AccountId &id, const QString &secret);
    void setSecretState(const domain::AccountId &id, SecretState state);
    void noticeUnavailable(const secrets::SecretError &error);

    secrets::SecretStore &m_secrets;
    const domain::Clock &m_clock;
    std::unique_ptr<AccountFile> m_file;
    std::unique_ptr<store::Store> m_store;
    store::HistoryLimits m_historyLimits;
    std::vector<std::unique_ptr<AccountSession>> m_sessions;
    QHash<domain::AccountId, SecretState> m_secretStates;
    QHash<domain::AccountId, QString> m_runSecrets; // kept for this run because the keychain could not
    std::chrono::milliseconds m_keychainRetry = std::chrono::seconds(10);
    bool m_mayRetryKeychain = true;
    domain::ConversationKey m_open;
    bool m_attentive = true;
};

} // namespace inbox::sync
