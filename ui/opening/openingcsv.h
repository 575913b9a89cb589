// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/recipientsource.h"
#include "services/domain/opening.h"

#include <QCoreApplication>

namespace inbox::ui {

// What a person takes along of an opening, as domain::CsvWriter writes.
class OpeningCsv {
    Q_DECLARE_TR_FUNCTIONS(OpeningCsv)

public:
    // Rows that were kept out: to be mended and read again.
    static QByteArray bad(const QList<models::BadRow> &rows);
    static QByteArray results(const domain::Opening &opening);
};

} // namespace inbox::ui
