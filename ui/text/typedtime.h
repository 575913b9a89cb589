// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/values.h"

#include <QCoreApplication>

namespace inbox::ui {

// A moment to come, as people type it: "tomorrow 9", "monday", "2h", "14:30", a date. In the application's
// language and in English. Pure functions over the application's locale and translator.
class TypedTime {
    Q_DECLARE_TR_FUNCTIONS(TypedTime)

public:
    // In UTC; nullopt: not understood, or not after `now`. A day without a time begins with the working day;
    // a time without a day is the next one.
    static domain::OptionalTime understood(const QString &typed, const QDateTime &now);
};

} // namespace inbox::ui
