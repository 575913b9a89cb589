// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/accountsmodel.h"
#include "services/sync/colleagues.h"

namespace inbox::models {

using namespace domain;

namespace {

// How much a phase needs somebody's attention.
int weight(sync::SyncStatus::Phase phase)
{
    switch (phase) {
    case sync::SyncStatus::Phase::Synced:
        return 0;
    case sync::SyncStatus::Phase::Starting:
        return 1;
    case sync::SyncStatus::Phase::Failing:
        return 2;
    case sync::SyncStatus::Phase::NeedsSignIn:
        return 3;
    }
    return 0;
}

} // namespace

AccountsModel::AccountsModel(sync::Inbox &inbox, QObject *parent)
    : QAbstractListModel(parent)
    , m_inbox(inbox)
{
    connect(&inbox, &sync::Inbox::sessionAdded, this, [this](const AccountId &id) {
        const int row = int(m_inbox.sessions().indexOf(m_inbox.session(id)));
        beginInsertRows({}, row, row);
        m_ids.insert(row, id);
        endInsertRows();
        watch(id);
        Q_EMIT accountsChanged();
        Q_EMIT overallStatusChanged();
    });
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this](const AccountId &id) {
        const int row = int(m_ids.indexOf(id));
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
        Q_EMIT accountsChanged();
        Q_EMIT overallStatusChanged();
    });
    connect(&inbox, &sync::Inbox::secretStateChanged, this, [this](const AccountId &id) {
        if (const int row = int(m_ids.indexOf(id)); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {StatusRole});
        Q_EMIT overallStatusChanged();
    });
    connect(&inbox, &sync::Inbox::keychainUnavailable, this, &AccountsModel::keychainUnavailable);
    connect(&inbox, &sync::Inbox::storeTroubled, this,
            [this](const AccountId &account, const StoreProblem &problem) {
                const sync::AccountSession *session = m_inbox.session(account);
                Q_EMIT storeTroubled(session ? session->config().name : QString(), problem);
            });
    connect(&inbox, &sync::Inbox::keychainAnswered, this, &AccountsModel::keychainAnswered);
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions) {
        m_ids << session->id();
        watch(session->id());
    }
}

AccountsModel::~AccountsModel()
{
    cancelTest();
}

void AccountsModel::watch(const AccountId &id)
{
    sync::AccountSession *session = m_inbox.session(id);
    const auto changed = [this, id](const QList<int> &roles) {
        if (const int row = int(m_ids.indexOf(id)); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), roles);
    };
    connect(session, &sync::AccountSession::statusChanged, this, [this, changed] {
        changed({StatusRole});
        Q_EMIT overallStatusChanged();
    });
    connect(session, &sync::AccountSession::remarksChanged, this, &AccountsModel::remarksChanged);
    connect(session, &sync::AccountSession::teamworkChanged, this, [changed] { changed({OnlineRole}); });
    connect(session, &sync::AccountSession::configChanged, this, [this, changed] {
        changed({Qt::DisplayRole, ConfigRole});
        Q_EMIT accountsChanged();
    });
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return config(index.row()).name;
    case IdRole:
        return QVariant::fromValue(m_ids.at(index.row()));
    case ConfigRole:
        return QVariant::fromValue(config(index.row()));
    case StatusRole:
        return QVariant::fromValue(status(index.row()));
    case OnlineRole: {
        const auto online = amOnline(index.row());
        return online ? QVariant(*online) : QVariant();
    }
    default:
        return {};
    }
}

AccountConfig AccountsModel::config(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->config() : AccountConfig();
}

sync::SyncStatus AccountsModel::status(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->status() : sync::SyncStatus();
}

sync::Inbox::SecretState AccountsModel::secretState(int row) const
{
    return m_inbox.secretState(m_ids.value(row));
}

QStringList AccountsModel::remarks(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->remarks() : QStringList();
}

Capabilities AccountsModel::capabilities(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->capabilities() : Capabilities();
}

QList<User> AccountsModel::people(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->colleagues().people() : QList<User>();
}

std::optional<bool> AccountsModel::amOnline(int row) const
{
    const sync::AccountSession *session = m_inbox.session(m_ids.value(row));
    return session ? session->colleagues().amOnline() : std::nullopt;
}

QList<AccountView> AccountsModel::savedViews() const
{
    QList<AccountView> all;
    for (const AccountId &id : m_ids) {
        const sync::AccountSession *session = m_inbox.session(id);
        const QList<SavedView> views = session ? session->colleagues().savedViews() : QList<SavedView>();
        for (const SavedView &view : views)
            all << AccountView{id, view};
    }
    return all;
}

tl::expected<AccountId, QString> AccountsModel::save(const AccountConfig &config, const QString &secret)
{
    return m_inbox.saveAccount(config, secret);
}

void AccountsModel::setNameAndMe(const AccountId &id, const QString &name, const UserId &me)
{
    const sync::AccountSession *session = m_inbox.session(id);
    if (!session)
        return;
    AccountConfig config = session->config();
    config.name = name;
    config.me = me;
    // An account made for this run only is in no file: there the session alone remembers.
    if (config.sessionOnly || !m_inbox.saveAccount(config, {}))
        m_inbox.session(id)->setNameAndMe(name, me);
}

void AccountsModel::remove(const AccountId &id)
{
    m_inbox.removeAccount(id);
}

int AccountsModel::test(const AccountConfig &config, const QString &secret)
{
    cancelTest();
    const int ticket = m_ticket;
    net::Call<Nothing> call = m_inbox.testConnection(config, secret);
    m_cancelTest = call.cancel;
    call.whenDone(this, [this, ticket](const Result<Nothing> &result) {
        if (ticket != m_ticket)
            return; // canceled, or another one was begun
        m_cancelTest = {};
        Q_EMIT testFinished(ticket, result ? std::nullopt : std::optional(result.error()));
    });
    return ticket;
}

void AccountsModel::cancelTest()
{
    ++m_ticket;
    if (const auto cancel = std::exchange(m_cancelTest, {}))
        cancel();
}

sync::SyncStatus AccountsModel::overallStatus() const
{
    sync::SyncStatus worst;
    bool first = true;
    bool refreshing = false;
    OptionalTime oldestSync;
    for (int row = 0; row < rowCount(); ++row) {
        const sync::SyncStatus now = status(row);
        refreshing = refreshing || now.refreshing;
        if (now.lastSynced && (!oldestSync || *now.lastSynced < *oldestSync))
            oldestSync = now.lastSynced;
        if (first || weight(now.phase) > weight(worst.phase))
            worst = now;
        first = false;
    }
    worst.refreshing = refreshing;
    // "Synced 20 s ago" may not be better than the account that was read longest ago.
    if (worst.phase == sync::SyncStatus::Phase::Synced)
        worst.lastSynced = oldestSync;
    return worst;
}

} // namespace inbox::models
