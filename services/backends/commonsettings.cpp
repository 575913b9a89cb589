// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/commonsettings.h"

namespace inbox::backends {

using domain::SettingField;

SettingField addressField(const char *help, const QString &example)
{
    SettingField field;
    field.id = domain::baseUrlSetting;
    field.kind = SettingField::Kind::Url;
    field.label = QT_TRANSLATE_NOOP("Backend", "Server address");
    field.help = help;
    field.placeholder = example;
    field.required = true;
    return field;
}

SettingField pollField()
{
    SettingField field;
    field.id = domain::pollSecondsSetting;
    field.kind = SettingField::Kind::Integer;
    field.label = QT_TRANSLATE_NOOP("Backend", "Seconds between looks at the list");
    field.help = QT_TRANSLATE_NOOP(
        "Backend", "The open conversation is looked at more often. Slow servers are asked less.");
    field.defaultValue = QStringLiteral("10");
    field.advanced = true;
    return field;
}

SettingField secretField(const QString &id, const char *label, const char *help)
{
    SettingField field;
    field.id = id;
    field.kind = SettingField::Kind::Secret;
    field.label = label;
    field.help = help;
    field.required = true;
    return field;
}

} // namespace inbox::backends
