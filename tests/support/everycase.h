// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

// For tests that ask a backend everything it can be asked: rows for its cases, and servers that answer.
namespace inbox::tests {

inline FaultServer::Script answering(const QByteArray &body, int status = 200)
{
    return [body, status](const auto &) { return FaultReply::json(body, status); };
}

// A row for each case, its place in the column "index".
template <typename Case> void addRows(const QList<Case> &cases)
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < cases.size(); ++i)
        QTest::newRow(cases.at(i).name) << int(i);
}

struct Refusal {
    int status;
    domain::ErrorKind kind;
    domain::Outcome outcome;
};

// Each case with each refusal.
template <typename Case> void addRows(const QList<Case> &cases, const QList<Refusal> &refusals)
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("status");
    QTest::addColumn<domain::ErrorKind>("kind");
    QTest::addColumn<domain::Outcome>("outcome");
    for (qsizetype i = 0; i < cases.size(); ++i) {
        for (const auto &[status, kind, outcome] : refusals)
            QTest::addRow("%s, %d", cases.at(i).name, status) << int(i) << status << kind << outcome;
    }
}

} // namespace inbox::tests
