// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QStyledItemDelegate>
#include <QTimer>

#include <functional>

namespace inbox::bench {

constexpr double kNanosPerMilli = 1e6;

// The machine's steady clock in nanoseconds: the same for all processes of one boot.
qint64 steadyNow();

// Runs the event loop until `done` or, then answering false, until the time is over.
bool runUntil(const std::function<bool()> &done, int milliseconds);
void runFor(int milliseconds);

// Of this process, in KiB; 0 where the system does not say.
struct Memory {
    qint64 proportional = 0; // pages shared with other processes counted by their share (PSS)
    qint64 own = 0; // pages of this process alone, whoever else runs
};
Memory memory();
// The most this process ever held in memory, in KiB; 0 where the system does not say.
qint64 peakMemory();

// The smallest value that at least `share` (0…1) of the values do not exceed; 0 without values.
double percentile(QList<double> values, double share);
inline double median(const QList<double> &values)
{
    return percentile(values, 0.5);
}

// An application that tells of each painted widget.
class PaintWatch final : public QApplication {
public:
    PaintWatch(int &argc, char **argv);

    // After `widget` was painted.
    std::function<void(QWidget *widget)> painted;
    // Paint events since the last clear(), by the widget's class.
    QHash<QByteArray, int> counts;

    bool notify(QObject *receiver, QEvent *event) override;
};

// The longest time the event loop did not come round, as seen by a timer of one millisecond; and the longest
// this thread computed without coming round, which other programs do not lengthen. Milliseconds.
class Pulse {
public:
    Pulse();
    void restart();
    double longestGap() const { return double(m_longest) / kNanosPerMilli; }
    double longestWork() const { return double(m_longestWork) / kNanosPerMilli; }
    void stop(); // what still lasts counts, too

private:
    void note();

    QTimer m_timer;
    // Nanoseconds.
    qint64 m_since = 0;
    qint64 m_workSince = 0;
    qint64 m_longest = 0;
    qint64 m_longestWork = 0;
};

// Does what another delegate does, and counts it. The other one outlives it.
class CountingDelegate final : public QStyledItemDelegate {
public:
    explicit CountingDelegate(QStyledItemDelegate &real)
        : m_real(real)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    mutable int rowsPainted = 0;
    mutable int sizeHints = 0;

private:
    QStyledItemDelegate &m_real;
};

// A key that is held down: pressed again at the keyboard's usual rate.
struct HeldKey {
    QWidget *window = nullptr;
    QWidget *list = nullptr; // the viewports
    QWidget *thread = nullptr;
    // Asked after they were painted: does it show what the key led to?
    std::function<bool()> listShowsIt;
    std::function<bool()> threadShowsIt;
    std::function<void(int press)> about; // before each press
};
// For each press, milliseconds until both were painted. A press without an effect ends it early.
QList<double> hold(PaintWatch &watch, const HeldKey &held, Qt::Key key, int presses);

} // namespace inbox::bench
