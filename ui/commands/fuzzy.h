// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace inbox::ui {

// How well `query` fits `text`: its letters occur in order, case and accents aside ("gtm" in "Go to mine").
// Higher is better: whole words and word starts count more than letters in between. nullopt: it does not fit.
// An empty query fits everything alike.
std::optional<int> fuzzyScore(const QString &query, const QString &text);

} // namespace inbox::ui
