// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/accountfile.h"

#include <QSettings>

namespace inbox::sync {

using namespace domain;

namespace {

const QString kBackend = QStringLiteral("backend");
const QString kName = QStringLiteral("name");
const QString kMe = QStringLiteral("me");
const QString kColor = QStringLiteral("color");
const QString kSettings = QStringLiteral("settings");

bool isSaved(QSettings &file)
{
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace

AccountFile::AccountFile(const QString &profileDir)
    : m_path(profileDir.isEmpty() ? QString() : QString(profileDir + QStringLiteral("/accounts.ini")))
{
}

QList<AccountConfig> AccountFile::load() const
{
    QList<AccountConfig> all;
    if (m_path.isEmpty())
        return all;
    QSettings file(m_path, QSettings::IniFormat);
    for (const QString &id : file.childGroups()) {
        file.beginGroup(id);
        AccountConfig config;
        config.id = AccountId(id);
        config.backend = file.value(kBackend).toString();
        config.name = file.value(kName).toString();
        config.me = UserId(file.value(kMe).toString());
        bool isNumber = false;
        const int color = file.value(kColor).toInt(&isNumber);
        if (isNumber && color >= 0 && color < accountColorCount)
            config.color = color;
        file.beginGroup(kSettings);
        for (const QString &key : file.childKeys())
            config.settings.insert(key, file.value(key).toString());
        file.endGroup();
        file.endGroup();
        all << config;
    }
    return all;
}

bool AccountFile::save(const AccountConfig &config)
{
    if (m_path.isEmpty() || config.sessionOnly)
        return true;
    QSettings file(m_path, QSettings::IniFormat);
    file.remove(config.id.value());
    file.beginGroup(config.id.value());
    file.setValue(kBackend, config.backend);
    file.setValue(kName, config.name);
    file.setValue(kMe, config.me.value());
    file.setValue(kColor, config.color);
    file.beginGroup(kSettings);
    for (auto it = config.settings.cbegin(); it != config.settings.cend(); ++it)
        file.setValue(it.key(), it.value());
    file.endGroup();
    file.endGroup();
    return isSaved(file);
}

bool AccountFile::remove(const AccountId &id)
{
    if (m_path.isEmpty())
        return true;
    QSettings file(m_path, QSettings::IniFormat);
    file.remove(id.value());
    return isSaved(file);
}

} // namespace inbox::sync
