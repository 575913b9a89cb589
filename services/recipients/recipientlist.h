// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"
#include "services/recipients/phonenumber.h"

#include <QHash>

namespace inbox::recipients {

// What a recipient needs, and where a number without "+" belongs.
struct Rules {
    Region region;
    bool needsPhone = true;
    bool needsName = false;
    bool takesEmail = false; // else addresses are left aside
    QMap<QString, domain::TemplateVariable::Takes> takes; // by the key of a variable; others take words
    friend bool operator==(const Rules &, const Rules &) = default;
};

// Why a row is kept out.
enum class RowProblem {
    NoPhone, // nothing in it that could be one
    NotANumber,
    NoCountry,
    UnknownCountry,
    TooShort,
    TooLong,
    NotInUse,
    Extension,
    NoName,
    BadEmail,
    BadAddress, // of a file
    BadDegrees, // latitude or longitude
    Empty, // neither name, number nor address
    OpenQuote, // of a table: whatever follows is in this row
};

struct BadRow {
    int row = 0; // as an editor or a spreadsheet counts: from 1
    QString text; // what stood there, capped
    RowProblem problem = RowProblem::Empty;
    friend bool operator==(const BadRow &, const BadRow &) = default;
};

// Recipients in the order they came, each number once: who comes again only fills in what was missing.
struct RecipientList {
    QList<domain::Recipient> recipients;
    QList<int> rows; // where each came from; 0: a contact
    QList<BadRow> bad;
    int merged = 0; // rows that told of somebody who was there already
    friend bool operator==(const RecipientList &, const RecipientList &) = default;
};

// Collects rows by the rules. Not shared between threads.
class Collector {
public:
    explicit Collector(Rules rules)
        : m_rules(std::move(rules))
    {
    }

    // `text`: the row as it stood, for the person who mends it.
    void add(int row, const QString &text, domain::Recipient recipient);
    void keepOut(int row, const QString &text, RowProblem problem);
    RecipientList take();

private:
    Rules m_rules;
    RecipientList m_list;
    QHash<QString, qsizetype> m_known; // by number, address or name
};

bool looksLikeEmail(const QString &text);

// What a person typed or pasted: numbers with or without names and addresses beside them, in any order, cut
// by commas, semicolons, tabs, line breaks, several blanks, or angle brackets ("Maria Keller <+49 151 …>").
RecipientList typedRecipients(const QString &text, const Rules &rules);

// Contacts before all others; whoever of the others is one of them, by number or address, counts once.
void putFirst(RecipientList &list, const QList<domain::Recipient> &contacts);

} // namespace inbox::recipients
