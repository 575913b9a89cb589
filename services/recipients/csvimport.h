// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/csv.h"
#include "services/recipients/recipientlist.h"

#include <atomic>
#include <functional>

namespace inbox::recipients {

// What one column of a table is.
struct Column {
    enum class Use { Ignored, Phone, Name, Email, Variable };
    Use use = Use::Ignored;
    QString variable; // Variable: the key, or the person's own name for it
    friend bool operator==(const Column &, const Column &) = default;
};

// How a file is to be read.
struct CsvShape {
    domain::TextEncoding encoding = domain::TextEncoding::Utf8;
    QChar delimiter = u',';
    bool hasHeader = false;
    friend bool operator==(const CsvShape &, const CsvShape &) = default;
};

// What a person sees of a file before anything is taken from it.
struct CsvGlance {
    CsvShape shape;
    QStringList header; // a name for each column; empty ones where the file has none
    QList<QStringList> firstRows; // without the header, each as long as `header`
    QList<Column> columns; // guessed by header and content
    friend bool operator==(const CsvGlance &, const CsvGlance &) = default;
};

// What the variables of the message are called, for the guess.
struct WantedVariables {
    QStringList keys; // TemplateVariable::key
    bool anyName = false; // the person names them: each column left over is one
};

inline constexpr qsizetype largestCsv = 64 * 1024 * 1024; // bytes
inline constexpr int mostColumns = 100; // what is right of these is left aside

// `shape`: as the person wants it; nullopt: detected.
CsvGlance glance(const QByteArray &bytes, const std::optional<CsvShape> &shape, const WantedVariables &wanted,
                 const Region &region);

// Reads the whole file; some seconds for 100,000 rows, so not on a thread that paints. `stop` ends it early
// with what was read, `progress` is told percents now and then. A row without a cell for a column has it
// empty.
RecipientList csvRecipients(const QByteArray &bytes, const CsvShape &shape, const QList<Column> &columns,
                            const Rules &rules, const std::atomic_bool &stop,
                            const std::function<void(int)> &progress = {});

} // namespace inbox::recipients
