// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QStringList>

#include <optional>

namespace inbox::app {

// The languages this program speaks, as codes: "de", "en".
QStringList availableLanguages();

// The first of the person's languages, in their order, that is available; English when none is.
QString chooseLanguage(const QStringList &wanted, const QStringList &available);

// How numbers and dates are written: the chosen language as it is written where the person lives.
QLocale localeFor(const QString &language, const QLocale &system);

// Words, numbers, dates and the direction of the whole program, in place of what was installed before.
// `language` is one of availableLanguages(), or empty to follow the system; any other follows the system,
// too. `direction`: otherwise the language's. Needs the application object. Windows that are open hear of it
// by QEvent::LanguageChange and QEvent::LayoutDirectionChange.
void installLanguage(const QString &language, std::optional<Qt::LayoutDirection> direction = {});

} // namespace inbox::app
