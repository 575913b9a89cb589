// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/noticebar.h"

#include <QCoreApplication>

namespace inbox::ui {

// How a restart that did not simply succeed is told to the person who asked for it. An empty text: the reply
// state says it already.
struct RestartNotice {
    Q_DECLARE_TR_FUNCTIONS(RestartNotice)

public:
    NoticeBar::Kind kind = NoticeBar::Kind::Information;
    QString text;

    static RestartNotice of(sync::RestartOutcome outcome, const std::optional<domain::Error> &error);
};

} // namespace inbox::ui
