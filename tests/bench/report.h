// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace inbox::bench {

// What the same thing costs elsewhere, measured in the same run.
struct Reference {
    QString name;
    double value = 0;
};

struct Figure {
    QString id; // in the JSON file
    QString title;
    double value = 0;
    QString unit; // "ms", "s", "MB" or empty: a count
    QList<Reference> against;
    QString want; // empty: nothing but the ratio is judged
    QList<double> samples; // what the value is the median or the percentile of; may be empty
};

// Where and when the figures were measured.
struct Circumstances {
    QString machine;
    QString date;
    QString load;
    bool quick = false;
};

Circumstances circumstances();
QString loadAverage(); // over one minute; empty where the system does not say

QString table(const QList<Figure> &figures, const Circumstances &where, const QStringList &notes);
QJsonObject json(const QList<Figure> &figures, const Circumstances &where, const QStringList &notes);

} // namespace inbox::bench
