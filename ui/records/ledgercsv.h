// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/ledgermodel.h"

#include <QCoreApplication>

namespace inbox::ui {

// The ledger for a spreadsheet, as domain::CsvWriter writes. Times are local, prices have a point.
class LedgerCsv {
    Q_DECLARE_TR_FUNCTIONS(LedgerCsv)

public:
    static QByteArray of(const QList<models::LedgerRow> &rows);
};

} // namespace inbox::ui
