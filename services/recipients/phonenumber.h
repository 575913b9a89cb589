// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace inbox::recipients {

// Phone numbers as people write them, judged by libphonenumber. Functions of their arguments alone, for any
// thread; nothing is dialled or asked.

// A country as ISO 3166 has it: "DE". Empty: none, only international numbers are understood.
using Region = QString;

enum class PhoneProblem {
    None,
    Empty,
    NotANumber, // letters, or nothing that could be one
    NoCountry, // a national number, and no country to take it for
    UnknownCountry, // a calling code nobody has
    TooShort,
    TooLong,
    NotInUse, // of the right length, but no number of its country begins so
    Extension, // "ext. 12": a messenger has none
};

struct CheckedPhone {
    QString e164; // "+4915112345678"; empty when there is a problem
    PhoneProblem problem = PhoneProblem::None;
    friend bool operator==(const CheckedPhone &, const CheckedPhone &) = default;
};

// Never throws away what it does not understand: a number with anything else beside it is a problem.
CheckedPhone checkedPhone(const QString &text, const Region &region);

// "+49 1511 2345678", for reading; a text that is no E.164 number comes back as it is.
QString phoneForPeople(const QString &e164);

// What country a number belongs to; empty when it does not say.
Region regionOf(const QString &e164);
// By the account's own numbers, the first that tells; else by the system's locale.
Region guessedRegion(const QStringList &ownNumbers);

struct Country {
    Region region;
    QString name; // in its own language: "Deutschland"
    int callingCode = 0;
};
QList<Country> countries(); // by name

} // namespace inbox::recipients
