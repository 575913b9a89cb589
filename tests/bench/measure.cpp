// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"

#include <QFile>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>

namespace inbox::bench {

namespace {
constexpr int kWake = 5; // milliseconds: a condition may come true without an event
constexpr int kRepeatPause = 33; // milliseconds between two presses of a held key: the usual 30 a second
constexpr int kPatience = 10'000; // milliseconds for one press

// What this thread has computed so far, in nanoseconds.
qint64 threadTime()
{
    constexpr qint64 nanosPerSecond = 1'000'000'000;
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * nanosPerSecond + time.tv_nsec;
}

} // namespace

qint64 steadyNow()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

bool runUntil(const std::function<bool()> &done, int milliseconds)
{
    QElapsedTimer time;
    time.start();
    QTimer wake;
    wake.start(kWake);
    while (!done()) {
        if (time.elapsed() >= milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Memory memory()
{
    Memory result;
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qint64 size = line.simplified().split(' ').value(1).toLongLong();
        if (line.startsWith("Pss:"))
            result.proportional = size;
        else if (line.startsWith("Private_Clean:") || line.startsWith("Private_Dirty:"))
            result.own += size;
    }
    return result;
}

qint64 peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = qsizetype(std::ceil(share * double(values.size())));
    return values.at(std::max<qsizetype>(rank, 1) - 1);
}

PaintWatch::PaintWatch(int &argc, char **argv)
    : QApplication(argc, argv)
{
}

bool PaintWatch::notify(QObject *receiver, QEvent *event)
{
    const bool paint = event->type() == QEvent::Paint && receiver->isWidgetType();
    const bool result = QApplication::notify(receiver, event);
    if (paint) {
        ++counts[receiver->metaObject()->className()];
        if (painted)
            painted(static_cast<QWidget *>(receiver));
    }
    return result;
}

Pulse::Pulse()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
    restart();
}

void Pulse::note()
{
    const qint64 now = steadyNow();
    const qint64 work = threadTime();
    m_longest = std::max(m_longest, now - m_since);
    m_longestWork = std::max(m_longestWork, work - m_workSince);
    m_since = now;
    m_workSince = work;
}

void Pulse::restart()
{
    note();
    m_longest = m_longestWork = 0;
    m_timer.start();
}

void Pulse::stop()
{
    note();
    m_timer.stop();
}

void CountingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    ++rowsPainted;
    m_real.paint(painter, option, index);
}

QSize CountingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    ++sizeHints;
    return m_real.sizeHint(option, index);
}

QList<double> hold(PaintWatch &watch, const HeldKey &held, Qt::Key key, int presses)
{
    QList<double> times;
    const QString letter = QString(QChar(key)).toLower();
    for (int press = 0; press < presses; ++press) {
        held.about(press);
        qint64 list = 0;
        qint64 thread = 0;
        watch.painted = [&](QWidget *widget) {
            if (widget == held.list && list == 0 && held.listShowsIt())
                list = steadyNow();
            if (widget == held.thread && thread == 0 && held.threadShowsIt())
                thread = steadyNow();
        };
        const qint64 pressed = steadyNow();
        QTest::simulateEvent(held.window->windowHandle(), true, key, Qt::NoModifier, letter, press > 0);
        const bool shown = runUntil([&] { return list > 0 && thread > 0; }, kPatience);
        watch.painted = {};
        if (!shown)
            break;
        times << double(std::max(list, thread) - pressed) / kNanosPerMilli;
        // What the press set going is part of holding the key: answers arrive between two presses.
        const auto left = kRepeatPause - int((steadyNow() - pressed) / qint64(kNanosPerMilli));
        if (left > 0)
            runFor(left);
    }
    QTest::simulateEvent(held.window->windowHandle(), false, key, Qt::NoModifier, letter, false);
    return times;
}

} // namespace inbox::bench
