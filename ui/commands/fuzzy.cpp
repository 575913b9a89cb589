// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/fuzzy.h"

#include "services/domain/text.h"

namespace inbox::ui {

namespace {
constexpr int kWhole = 1000; // the query stands in the text as it is
constexpr int kAtStart = 500;
constexpr int kAtWord = 250;
constexpr int kWordStartLetter = 10;
constexpr int kNeighbourLetter = 5;
} // namespace

std::optional<int> fuzzyScore(const QString &query, const QString &text)
{
    const QString wanted = domain::folded(query).trimmed();
    const QString in = domain::folded(text);
    if (wanted.isEmpty())
        return 0;

    const qsizetype whole = in.indexOf(wanted);
    if (whole == 0)
        return kWhole + kAtStart - int(in.size());
    if (whole > 0)
        return kWhole + (in.at(whole - 1).isLetterOrNumber() ? 0 : kAtWord) - int(in.size());

    int score = 0;
    qsizetype last = -2;
    qsizetype from = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        // A word's first letter is what people abbreviate with: it is preferred to a nearer one.
        qsizetype at = -1;
        for (qsizetype i = from; i < in.size() && at < 0; ++i) {
            if (in.at(i) == letter && (i == 0 || !in.at(i - 1).isLetterOrNumber() || i == last + 1))
                at = i;
        }
        if (at < 0)
            at = in.indexOf(letter, from);
        if (at < 0)
            return std::nullopt;
        if (at == last + 1)
            score += kNeighbourLetter;
        else if (at == 0 || !in.at(at - 1).isLetterOrNumber())
            score += kWordStartLetter;
        last = at;
        from = at + 1;
    }
    return score - int(in.size()) / 8;
}

} // namespace inbox::ui
