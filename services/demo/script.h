// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/types.h"

#include <QHash>

namespace inbox::demo {

// One spoken line of a dialogue: who says it, what, and anything that hangs on it (a picture, a reaction…).
struct SpokenLine {
    From from = From::Customer;
    QString text;
    QHash<QString, QString> extras;
};

struct Dialogue {
    QString id;
    QString language;
    QString theme; // dialogues of one theme make the long history of one customer
    std::vector<SpokenLine> lines;
};

// One member of the cast: a customer, their conversation and the situation it is in when the world begins.
struct Role {
    Person person;
    QJsonObject direction; // the other fields of data/cast.json, read by the world
};

// What people say: dialogues, cast and small talk, read once from the JSON files compiled into the program.
// Immutable afterwards, shared by all threads.
class Script {
public:
    Script();

    const std::vector<Dialogue> &dialogues() const { return m_dialogues; }
    const std::vector<Role> &cast() const { return m_cast; }
    const std::vector<Role> &walkIns() const { return m_walkIns; }

    int dialogueIndex(const QString &id) const; // -1: there is none
    const std::vector<int> &dialoguesIn(const QString &language) const;
    const std::vector<int> &dialoguesAbout(const QString &theme) const;

    // Changes when the JSON files do: message ids of an older world would not fit any more.
    const QString &fingerprint() const { return m_fingerprint; }

    // Small talk of one kind in one language ("thanks", "yes", "nudge", "first", "last", "restart" …); never
    // empty for the languages of the cast, English for any other.
    QStringList phrases(const QString &language, const QString &kind) const;

private:
    std::vector<Dialogue> m_dialogues;
    QHash<QString, std::vector<int>> m_byLanguage;
    QHash<QString, std::vector<int>> m_byTheme;
    std::vector<Role> m_cast;
    std::vector<Role> m_walkIns;
    QJsonObject m_phrases;
    QString m_fingerprint;
};

// A number that depends on nothing but its arguments: the world's only source of chance.
quint64 chance(quint64 seed, quint64 a, quint64 b = 0);

// The contents array of a spoken line, with the placeholders filled in. fileSalt makes the file's UUID its
// own.
QJsonArray contentsOf(const SpokenLine &line, const QHash<QString, QString> &names, quint64 fileSalt);

} // namespace inbox::demo
