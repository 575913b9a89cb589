// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/accountbanners.h"

#include "models/accountsmodel.h"
#include "ui/text/words.h"

namespace inbox::ui {

AccountBanners::AccountBanners(models::AccountsModel &accounts, QWidget *parent)
    : BannerStrip(parent)
    , m_accounts(accounts)
{
    using models::AccountsModel;
    connect(&m_accounts, &AccountsModel::accountsChanged, this, &AccountBanners::updateBanners);
    connect(&m_accounts, &AccountsModel::overallStatusChanged, this, &AccountBanners::updateBanners);
    connect(&m_accounts, &AccountsModel::accountsChanged, this, &AccountBanners::updateRemarks);
    connect(&m_accounts, &AccountsModel::remarksChanged, this, &AccountBanners::updateRemarks);
    connect(&m_accounts, &AccountsModel::keychainUnavailable, this, &AccountBanners::showKeychainTrouble);
    connect(&m_accounts, &AccountsModel::keychainAnswered, this, [this] {
        m_keychainTrouble = false;
        setBanner(QStringLiteral("keychain"), Tone::Warning, {});
    });
    connect(&m_accounts, &AccountsModel::storeTroubled, this,
            [this](const QString &name, const domain::StoreProblem &problem) {
                setBanner(QStringLiteral("store"), Tone::Warning,
                          Words::storeProblem(Words::safeLine(name, 60), problem), {}, true);
            });
    connect(this, &BannerStrip::pressed, this, [this](const QString &id) {
        if (id == QLatin1String("sign-in"))
            Q_EMIT newTokenWanted();
        else if (id == QLatin1String("secret") || id == QLatin1String("keychain"))
            m_accounts.tryKeychainAgain();
    });
    updateBanners();
    updateRemarks();
}

void AccountBanners::updateBanners()
{
    using SecretState = sync::Inbox::SecretState;
    QString text;
    QString missing;
    for (int row = 0; row < m_accounts.rowCount(); ++row) {
        if (m_accounts.status(row).phase != sync::SyncStatus::Phase::NeedsSignIn)
            continue;
        const QString name = Words::safeLine(m_accounts.config(row).name, 60);
        const SecretState secret = m_accounts.secretState(row);
        if (secret == SecretState::Missing) {
            missing =
                tr("The token of “%1” was not found, or the keychain is locked. Unlock the keychain and try "
                   "again, or enter the token in the account's settings.")
                    .arg(name);
        } else if (secret == SecretState::Kept || secret == SecretState::ForThisRunOnly) {
            text = tr("The server no longer accepts the access of “%1”. What you see may be out of date.")
                       .arg(name);
        }
    }
    setBanner(QStringLiteral("sign-in"), Tone::Danger, text, tr("Enter a new token"));
    setBanner(QStringLiteral("secret"), Tone::Danger, missing, tr("Try again"));
}

void AccountBanners::updateRemarks()
{
    constexpr int longestRemark = 200; // characters
    QStringList said;
    for (int row = 0; row < m_accounts.rowCount(); ++row) {
        const QString name = Words::safeLine(m_accounts.config(row).name, 60);
        const QStringList remarks = m_accounts.remarks(row);
        for (const QString &remark : remarks)
            said << tr("“%1” answers, but also says: %2").arg(name, Words::safeLine(remark, longestRemark));
    }
    said.removeDuplicates();
    const auto banner = [this](const QString &remark, const QString &text) {
        setBanner(QStringLiteral("remark ") + remark, Tone::Warning, text, {}, true);
    };
    for (const QString &remark : std::as_const(m_saidRemarks)) {
        if (!said.contains(remark))
            banner(remark, {});
    }
    // Who has dismissed one does not want it with every answer.
    for (const QString &remark : std::as_const(said)) {
        if (!m_saidRemarks.contains(remark))
            banner(remark, remark);
    }
    m_saidRemarks = said;
}

void AccountBanners::showKeychainTrouble()
{
    m_keychainTrouble = true;
    setBanner(QStringLiteral("keychain"), Tone::Warning,
              tr("This computer's keychain cannot be used. Access tokens are kept until you quit, then "
                 "you will be asked for them again."),
              tr("Try again"), true);
}

} // namespace inbox::ui
