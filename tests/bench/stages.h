// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace inbox::bench {

class PaintWatch;

// What a fresh process needs to know about its stage. The token comes by the environment.
struct Stage {
    QString name; // one of those in stages.cpp
    int conversations = 0;
    bool quick = false;
    QString serverUrl; // the demo server, in the process that started this one
    QString userId; // who this process acts as there
    QString answerFile; // the whole list as one JSON answer
    QString profile; // a folder with what was kept of an account
    QString token;

    // Whether the inbox itself is measured, rather than what it is compared with.
    bool usesProduct() const;
};

// Runs one stage to its end. Answers what was measured; times in milliseconds, memory in KiB, moments by the
// steady clock in nanoseconds as text. nullopt: something did not happen in time, and standard error says
// what.
std::optional<QJsonObject> runStage(PaintWatch &watch, const Stage &stage);

} // namespace inbox::bench
