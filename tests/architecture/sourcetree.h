// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// The project's own sources as text, for tests that read them.
namespace inbox::tests {

// Files under these folders of the repository whose names end like one of `suffixes` (".cpp"), sorted, as
// paths from the root: "services/net/call.h".
QStringList sourceFiles(const QStringList &folders, const QStringList &suffixes);

// The whole text of a file named from the root; an empty string when it cannot be read.
QString sourceText(const QString &file);

// The same text with comments blanked out, and the insides of string and character literals too unless they
// are kept. Lines and columns stay where they were.
enum class Literals { Kept, Blanked };
QString codeOnly(const QString &text, Literals literals);

// The other way round: everything but comments blanked out.
QString commentsOnly(const QString &text);

struct Include {
    int line = 0; // from 1
    QString target; // what stands between the quotes or brackets
    bool quoted = false;
};
QList<Include> includes(const QString &text);

} // namespace inbox::tests
