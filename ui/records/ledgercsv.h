// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/ledgermodel.h"

#include <QCoreApplication>

namespace inbox::ui {

// The ledger for a spreadsheet: RFC 4180, UTF-8 with a mark at the beginning, because Excel asks for it.
// Times are local, prices have a point. A cell that a spreadsheet would take for a formula gets an apostrophe
// before it: names come from strangers.
class LedgerCsv {
    Q_DECLARE_TR_FUNCTIONS(LedgerCsv)

public:
    static QByteArray of(const QList<models::LedgerRow> &rows);
    static QString cell(const QString &text);
};

} // namespace inbox::ui
