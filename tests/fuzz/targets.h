// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <vector>

namespace inbox::fuzz {

// One reader of a stranger's bytes. `run` ends the program when a promise is broken.
struct Target {
    const char *name; // also the name of its folder in the corpus
    void (*run)(QByteArrayView bytes);
};

const std::vector<Target> &targets();
// Runs it, and ends the program too when that took more than a second of processor time.
void runTarget(const Target &target, QByteArrayView bytes);

} // namespace inbox::fuzz
