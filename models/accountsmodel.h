// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountview.h"
#include "services/sync/inbox.h"

#include <QAbstractListModel>

#include <functional>

namespace inbox::models {

// The accounts of this profile, and adding, changing, testing and removing them. GUI thread.
class AccountsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, ConfigRole, StatusRole, OnlineRole };

    explicit AccountsModel(sync::Inbox &inbox, QObject *parent = nullptr);
    ~AccountsModel() override; // cancels a test under way

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: the account's name

    static QList<domain::BackendDescriptor> descriptors() { return sync::Inbox::descriptors(); }
    domain::AccountConfig config(int row) const;
    sync::SyncStatus status(int row) const;
    sync::Inbox::SecretState secretState(int row) const;
    domain::Capabilities capabilities(int row) const;
    QStringList remarks(int row) const; // what the server complains about although it answers
    QList<domain::User> people(int row) const;
    // Whether colleagues see me there; nullopt: not known, or the account does not say.
    std::optional<bool> amOnline(int row) const;
    QList<AccountView> savedViews() const; // of all accounts, in their order
    int freeColor() const { return m_inbox.freeColor(); } // for one more account

    // The saved account's id, or the id of the setting that cannot be used.
    tl::expected<domain::AccountId, QString> save(const domain::AccountConfig &config, const QString &secret);
    void setNameAndMe(const domain::AccountId &id, const QString &name, const domain::UserId &me);
    void remove(const domain::AccountId &id);
    void tryKeychainAgain() { m_inbox.tryKeychainAgain(); }
    // Ends with testFinished(ticket, …); a new test cancels the one before.
    int test(const domain::AccountConfig &config, const QString &secret);
    void cancelTest();

    // Over all accounts: the worst of them, for the top bar; Starting when there is none.
    sync::SyncStatus overallStatus() const;

Q_SIGNALS:
    void testFinished(int ticket, const std::optional<inbox::domain::Error> &error);
    void overallStatusChanged();
    void remarksChanged();
    void keychainUnavailable(const QString &reason);
    // What is typed in the account called `name` is not kept on this computer, or no longer.
    void storeTroubled(const QString &name, const inbox::domain::StoreProblem &problem);
    void keychainAnswered();
    void accountsChanged();

private:
    void watch(const domain::AccountId &id);

    sync::Inbox &m_inbox;
    QList<domain::AccountId> m_ids;
    std::function<void()> m_cancelTest;
    int m_ticket = 0;
};

} // namespace inbox::models
