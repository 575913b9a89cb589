// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/inbox.h"

#include "services/net/origin.h"
#include "services/secrets/secretstore.h"
#include "services/store/store.h"
#include "services/sync/accountfile.h"

#include <QCoreApplication>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <array>

namespace inbox::sync {

using namespace domain;
using secrets::SecretError;
using secrets::SecretResult;

namespace {

PollTimings timingsOf(const AccountConfig &config)
{
    constexpr int fastest = 5; // seconds
    constexpr int slowest = 3600;
    constexpr int second = 1000; // ms
    PollTimings timings;
    bool isNumber = false;
    const int list = config.settings.value(pollSecondsSetting).toInt(&isNumber);
    if (isNumber)
        timings.list = std::clamp(list, fastest, slowest) * second;
    timings.listAway = 2 * timings.list; // notifications wait for it: that is when they matter
    return timings;
}

} // namespace

Inbox::Inbox(const QString &profileDir, secrets::SecretStore &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_file(std::make_unique<AccountFile>(profileDir))
    , m_store(std::make_unique<store::Store>(profileDir))
{
    connect(m_store.get(), &store::Store::troubled, this, &Inbox::storeTroubled);
}

Inbox::~Inbox() = default;

void Inbox::load()
{
    QList<AccountConfig> configs = m_file->load();
    for (AccountConfig &config : configs) {
        const bool isColored = config.color != noAccountColor;
        if (!isColored)
            config.color = freeColor();
        open(config, {});
        if (!isColored && session(config.id))
            m_file->save(config); // so that it stays, whatever becomes of the others
        readSecret(config.id);
    }
}

QList<AccountSession *> Inbox::sessions() const
{
    QList<AccountSession *> all;
    for (const auto &s : m_sessions)
        all << s.get();
    return all;
}

AccountSession *Inbox::session(const AccountId &id) const
{
    const auto it =
        std::find_if(m_sessions.cbegin(), m_sessions.cend(), [&](const auto &s) { return s->id() == id; });
    return it == m_sessions.cend() ? nullptr : it->get();
}

const Conversation *Inbox::conversation(const ConversationKey &key) const
{
    const AccountSession *s = session(key.account);
    return s ? s->conversation(key.id) : nullptr;
}

QList<BackendDescriptor> Inbox::descriptors()
{
    return backends::descriptors();
}

std::optional<BackendDescriptor> Inbox::descriptor(const QString &backendId)
{
    for (const BackendDescriptor &d : descriptors()) {
        if (d.id == backendId)
            return d;
    }
    return std::nullopt;
}

Inbox::SecretState Inbox::secretState(const AccountId &id) const
{
    return m_secretStates.value(id, SecretState::Missing);
}

tl::expected<AccountId, QString> Inbox::saveAccount(AccountConfig config, const QString &secret)
{
    QString problem;
    if (!backends::createBackend(config, secret, &problem))
        return tl::unexpected(problem);
    if (secret.isEmpty() && !mayUseKeptSecret(config))
        return tl::unexpected(descriptor(config.backend)->secret.id);
    if (config.id.isEmpty())
        config.id = AccountId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const AccountId id = config.id;
    const AccountSession *present = session(id);
    if (config.color == noAccountColor)
        config.color = present ? present->config().color : freeColor();
    if (!m_file->save(config))
        Q_EMIT accountsNotSaved();

    const bool sameServer = present && present->config().backend == config.backend
        && present->config().settings == config.settings;
    if (sameServer && secret.isEmpty()) {
        session(id)->setNameAndMe(config.name, config.me);
        session(id)->setColor(config.color);
        return id;
    }
    if (!secret.isEmpty()) {
        // Until the keychain has said yes the token lives here, so that a broken keychain loses no sign-in.
        m_runSecrets.insert(id, secret);
        setSecretState(id, SecretState::ForThisRunOnly);
    }
    if (sameServer) {
        session(id)->setNameAndMe(config.name, config.me);
        session(id)->setColor(config.color);
        session(id)->setSecret(secret);
    } else {
        const auto addressOf = [](const AccountConfig &c) { return c.settings.value(baseUrlSetting); };
        const bool goesOn = present && present->config().backend == config.backend
            && addressOf(present->config()) == addressOf(config);
        if (present && !goesOn) {
            session(id)->leaveServer();
            Q_EMIT serverLeft(id);
        }
        const std::unique_ptr<AccountSession> before = take(id);
        open(config, secret, goesOn ? before.get() : nullptr);
        if (!secret.isEmpty())
            session(id)->start();
        else if (m_runSecrets.contains(id))
            session(id)->setSecret(m_runSecrets.value(id));
        else
            readSecret(id);
    }
    if (!secret.isEmpty() && !config.sessionOnly)
        keepSecret(id, secret);
    return id;
}

int Inbox::freeColor() const
{
    std::array<int, accountColorCount> users{};
    for (const auto &s : m_sessions) {
        if (s->config().color != noAccountColor)
            ++users[size_t(s->config().color)];
    }
    return int(std::min_element(users.cbegin(), users.cend()) - users.cbegin());
}

// A kept secret never goes to another server than the one it was entered for.
bool Inbox::mayUseKeptSecret(const AccountConfig &config) const
{
    const AccountSession *present = session(config.id);
    const auto addressOf = [](const AccountConfig &c) { return QUrl(c.settings.value(baseUrlSetting)); };
    return !present || net::sameOrigin(addressOf(present->config()), addressOf(config));
}

void Inbox::readSecret(const AccountId &id)
{
    setSecretState(id, SecretState::Loading);
    m_secrets.read(id).then(this, [this, id](const SecretResult<QString> &secret) {
        AccountSession *s = session(id);
        if (!s || secretState(id) != SecretState::Loading)
            return; // removed or signed in again meanwhile
        if (secret && !secret->isEmpty()) {
            setSecretState(id, SecretState::Kept);
            s->setSecret(*secret);
            Q_EMIT keychainAnswered();
            return;
        }
        const bool answered = secret || secret.error().kind == SecretError::Kind::NotFoundOrLocked;
        s->noticeMissingSecret();
        setSecretState(id, answered ? SecretState::Missing : SecretState::Unreachable);
        if (!answered)
            noticeUnavailable(secret.error());
    });
}

void Inbox::noticeUnavailable(const SecretError &error)
{
    Q_EMIT keychainUnavailable(error.detail);
    if (std::exchange(m_mayRetryKeychain, false))
        QTimer::singleShot(m_keychainRetry, this, &Inbox::tryKeychainAgain);
}

void Inbox::tryKeychainAgain()
{
    const QList<AccountSession *> all = sessions();
    for (const AccountSession *s : all) {
        const AccountId id = s->id();
        const SecretState state = secretState(id);
        if (state == SecretState::Missing || state == SecretState::Unreachable)
            readSecret(id);
        else if (m_runSecrets.contains(id) && !s->config().sessionOnly)
            keepSecret(id, m_runSecrets.value(id));
    }
}

void Inbox::keepSecret(const AccountId &id, const QString &secret)
{
    m_secrets.write(id, secret).then(this, [this, id](const SecretResult<Nothing> &written) {
        if (!session(id)) {
            m_secrets.remove(id); // removed while it was being written
        } else if (written) {
            m_runSecrets.remove(id);
            setSecretState(id, SecretState::Kept);
            Q_EMIT keychainAnswered();
        } else {
            noticeUnavailable(written.error());
        }
    });
}

void Inbox::addSession(AccountConfig config, std::unique_ptr<backends::Backend> backend,
                       const PollTimings &timings)
{
    take(config.id);
    if (config.color == noAccountColor)
        config.color = freeColor();
    m_secretStates.insert(config.id, SecretState::ForThisRunOnly);
    open(config, std::move(backend), timings, nullptr);
}

void Inbox::removeAccount(const AccountId &id)
{
    const AccountSession *present = session(id);
    const bool sessionOnly = present && present->config().sessionOnly;
    take(id);
    Q_EMIT accountRemoved(id);
    m_runSecrets.remove(id);
    m_secretStates.remove(id);
    m_store->wipe(id);
    if (!m_file->remove(id))
        Q_EMIT accountsNotSaved();
    if (sessionOnly)
        return;
    m_secrets.remove(id).then(this, [this](const SecretResult<Nothing> &removed) {
        if (!removed && removed.error().kind != SecretError::Kind::NotFoundOrLocked)
            Q_EMIT keychainUnavailable(removed.error().detail);
    });
}

net::Call<Nothing> Inbox::testConnection(const AccountConfig &config, const QString &secret)
{
    QString problem;
    std::shared_ptr<backends::Backend> backend = backends::createBackend(config, secret, &problem);
    if (!backend) {
        Error error;
        error.kind = ErrorKind::LocalFailure;
        error.outcome = Outcome::NotSent;
        error.detail = problem;
        return net::finishedCall<Nothing>(Failure(error));
    }
    auto promise = std::make_shared<QPromise<Result<Nothing>>>();
    auto cancel = std::make_shared<std::function<void()>>([] {});
    promise->start();
    const auto probe = [this, backend, promise, cancel] {
        net::Call<Nothing> call = backend->probe();
        *cancel = call.cancel;
        call.whenDone(this, [backend, promise](const Result<Nothing> &result) {
            promise->addResult(result);
            promise->finish();
            // The backend lives as long as its question, and may not die inside its own answer.
            QTimer::singleShot(0, QCoreApplication::instance(), [backend] {});
        });
    };
    if (!secret.isEmpty() || config.id.isEmpty() || !mayUseKeptSecret(config)) {
        probe();
    } else if (m_runSecrets.contains(config.id)) {
        backend->setSecret(m_runSecrets.value(config.id));
        probe();
    } else {
        m_secrets.read(config.id).then(this, [backend, probe](const SecretResult<QString> &kept) {
            backend->setSecret(kept.value_or(QString()));
            probe();
        });
    }
    return {promise->future(), [cancel] { (*cancel)(); }};
}

void Inbox::readDrafts(const AccountId &account)
{
    if (!m_store->keeps())
        return;
    const QDateTime since = m_clock.now().addDays(-discardedDays);
    m_store->ask(
        account, [since](store::AccountDatabase &database) { return database.drafts().discarded(since); },
        this,
        [this, account](const store::Result<QList<DiscardedDraft>> &read) {
            if (read)
                Q_EMIT discardedRead(account, *read);
        });
    m_store->ask(
        account, [](store::AccountDatabase &database) { return database.drafts().all(); }, this,
        [this, account](const store::Result<store::Drafts> &read) {
            if (read)
                Q_EMIT draftsRead(account, *read);
        });
}

void Inbox::keepDraft(const ConversationKey &key, const Draft &draft)
{
    if (!m_store->keeps())
        return;
    m_store->ask(
        key.account,
        [id = key.id, draft](store::AccountDatabase &database) { return database.drafts().save(id, draft); },
        this,
        [this, key](const store::Result<void> &saved) {
            if (!saved)
                Q_EMIT draftNotKept(key);
        });
}

void Inbox::setHistoryLimits(const store::HistoryLimits &limits)
{
    m_historyLimits = limits;
    for (const auto &s : m_sessions)
        s->setHistoryLimits(limits);
}

void Inbox::measureKept()
{
    if (!m_store->keeps())
        return;
    for (const auto &s : m_sessions) {
        if (s->config().sessionOnly)
            continue;
        m_store->ask(
            s->id(), [](store::AccountDatabase &database) { return database.history().size(); }, this,
            [this, id = s->id()](const store::Result<qint64> &bytes) {
                if (bytes)
                    Q_EMIT keptMeasured(id, *bytes);
            });
    }
}

void Inbox::forgetHistory(const AccountId &account)
{
    if (AccountSession *s = session(account))
        s->forgetHistory([this] { measureKept(); });
}

void Inbox::keepDiscarded(const AccountId &account, const DiscardedDraft &discarded)
{
    if (!m_store->keeps())
        return;
    m_store->ask(account, [discarded](store::AccountDatabase &database) {
        return database.drafts().discard(discarded);
    });
}

void Inbox::forgetDiscarded(const AccountId &account, const DiscardedId &id)
{
    if (!m_store->keeps())
        return;
    m_store->ask(account,
                 [id](store::AccountDatabase &database) { return database.drafts().forgetDiscarded(id); });
}

void Inbox::readPayments(const AccountId &account)
{
    if (!m_store->keeps())
        return;
    m_store->ask(
        account, [](store::AccountDatabase &database) { return database.payments(); }, this,
        [this, account](const store::Result<QList<Payment>> &read) {
            Q_EMIT paymentsRead(account, read.value_or(QList<Payment>()));
        });
}

void Inbox::wipeKept(const AccountId &account)
{
    m_store->wipe(account);
}

void Inbox::setOpenConversation(const ConversationKey &key)
{
    if (m_open.account != key.account) {
        if (AccountSession *before = session(m_open.account))
            before->setOpenConversation({});
    }
    m_open = key;
    if (AccountSession *s = session(key.account))
        s->setOpenConversation(key.id);
}

void Inbox::setAttentive(bool attentive)
{
    m_attentive = attentive;
    for (const auto &s : m_sessions)
        s->setAttentive(attentive);
}

void Inbox::refreshAll()
{
    for (const auto &s : m_sessions)
        s->refresh();
}

void Inbox::open(const AccountConfig &config, const QString &secret, const AccountSession *before)
{
    if (auto backend = backends::createBackend(config, secret)) // else of a newer version: left alone
        open(config, std::move(backend), timingsOf(config), before);
}

void Inbox::open(const AccountConfig &config, std::unique_ptr<backends::Backend> backend,
                 const PollTimings &timings, const AccountSession *before)
{
    m_sessions.push_back(
        std::make_unique<AccountSession>(config, std::move(backend), m_clock, timings, m_store.get()));
    m_sessions.back()->setHistoryLimits(m_historyLimits);
    m_sessions.back()->setAttentive(m_attentive);
    if (before)
        m_sessions.back()->takeOver(*before);
    else
        m_sessions.back()->restore();
    Q_EMIT sessionAdded(config.id);
}

std::unique_ptr<AccountSession> Inbox::take(const AccountId &id)
{
    const auto it =
        std::find_if(m_sessions.begin(), m_sessions.end(), [&](const auto &s) { return s->id() == id; });
    if (it == m_sessions.end())
        return {};
    std::unique_ptr<AccountSession> taken = std::move(*it);
    m_sessions.erase(it);
    Q_EMIT sessionRemoved(id);
    return taken;
}

void Inbox::setSecretState(const AccountId &id, SecretState state)
{
    if (m_secretStates.value(id, SecretState::Missing) == state && m_secretStates.contains(id))
        return;
    m_secretStates.insert(id, state);
    Q_EMIT secretStateChanged(id);
}

} // namespace inbox::sync
