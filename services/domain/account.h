// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/capability.h"
#include "services/domain/ids.h"

#include <QList>
#include <QMap>
#include <QUrl>

namespace inbox::domain {

// Settings other rooms ask for by id, whichever backend offers them.
inline constexpr QLatin1String baseUrlSetting{"url"};
inline constexpr QLatin1String customFieldsSetting{"customFields"}; // Profile::custom's names, one a line
inline constexpr QLatin1String pollSecondsSetting{"pollSeconds"}; // of the conversation list

// One setting of an account, so that the account dialog can be drawn without knowing the backend.
// Texts are English and marked for translation with QT_TRANSLATE_NOOP in the context "Backend"; the window
// translates.
struct SettingField {
    enum class Kind { Text, Url, Secret, Integer, Boolean, TextList }; // TextList: one text a line
    QString id;
    Kind kind = Kind::Text;
    const char *label = "";
    const char *help = "";
    QString placeholder; // an example, shown grey
    QString defaultValue;
    bool required = false;
    bool advanced = false; // folded away at first
};

// What a kind of account is to people and programs.
struct BackendDescriptor {
    QString id; // "client-api": in the account file and on the command line
    const char *name = ""; // QT_TRANSLATE_NOOP("Backend", …)
    const char *description = "";
    QList<SettingField> fields; // without the secret
    SettingField secret; // kept in the keychain only
    Capabilities capabilities; // before the server has said anything
};

// By its colour and its name a person tells an account's conversations from another's.
inline constexpr int accountColorCount = 8;
inline constexpr int noAccountColor = -1; // not chosen yet: it gets one that no other account has

// What is stored about an account. Never contains the secret.
struct AccountConfig {
    AccountId id;
    QString backend; // BackendDescriptor::id
    QString name; // chosen by the person
    QMap<QString, QString> settings; // by SettingField::id
    UserId me; // which colleague this account acts as; empty: not chosen yet
    int color = noAccountColor; // 0 to accountColorCount - 1: its place in the window's palette
    bool sessionOnly = false; // never written to disk
    friend bool operator==(const AccountConfig &, const AccountConfig &) = default;
};

// What an account's files and folders are called. Ids are of our own making, but an edited account file must
// not lead out of the folder.
inline QString fileNameOf(const AccountId &account)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(account.value()).replace('.', "%2E"));
}

} // namespace inbox::domain
