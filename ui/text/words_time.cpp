// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Times, days and durations.
#include "ui/text/words.h"

#include <QLocale>
#include <QRegularExpression>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr int kWeekdayReach = 6; // days back for which a weekday's name is unmistakable

bool isPlainLocale(const QLocale &locale)
{
    return locale.language() == QLocale::C;
}

QString shortDate(const QDate &date)
{
    const QLocale locale;
    // The C locale writes "19 Nov 2026", too long for a list; ISO reads anywhere.
    return isPlainLocale(locale) ? date.toString(Qt::ISODate) : locale.toString(date, QLocale::ShortFormat);
}

QString longDateWithoutYear(const QDate &date)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (isPlainLocale(locale))
        format = QStringLiteral("dddd, d MMMM yyyy");
    // Takes the year and what leads to it: ", yyyy", " yyyy", " 'de' yyyy".
    static const QRegularExpression year(QStringLiteral("(?:\\s*'[^']*'\\s*|[\\s,،]+)y+\\s*$"));
    format.remove(year);
    return locale.toString(date, format);
}

QString longDate(const QDate &date)
{
    const QLocale locale;
    if (isPlainLocale(locale))
        return locale.toString(date, QStringLiteral("dddd, d MMMM yyyy"));
    return locale.toString(date, QLocale::LongFormat);
}

} // namespace

QString Words::clockTime(const QDateTime &time)
{
    const QLocale locale;
    const QTime local = time.toLocalTime().time();
    return isPlainLocale(locale) ? local.toString(QStringLiteral("HH:mm"))
                                 : locale.toString(local, QLocale::ShortFormat);
}

QString Words::listTime(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = date.daysTo(now.toLocalTime().date());
    // A message from a clock ahead of ours is still today's.
    if (days <= 0)
        return clockTime(time);
    if (days == 1)
        return tr("Yesterday");
    if (days <= kWeekdayReach)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return shortDate(date);
}

QString Words::listTimeAhead(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    if (days <= 0)
        return clockTime(time);
    if (days == 1)
        return tr("Tomorrow");
    if (days <= kWeekdayReach)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return shortDate(date);
}

QString Words::exactTime(const QDateTime &time)
{
    return tr("%1, %2", "a date, then a time of day")
        .arg(longDate(time.toLocalTime().date()), clockTime(time));
}

QString Words::whenTime(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    const QString clock = clockTime(time);
    if (days == 0)
        return tr("today at %1", "in the middle of a sentence").arg(clock);
    if (days == -1)
        return tr("yesterday at %1", "in the middle of a sentence").arg(clock);
    if (days == 1)
        return tr("tomorrow at %1", "in the middle of a sentence").arg(clock);
    const QString dayName = qAbs(days) <= kWeekdayReach
        ? QLocale().standaloneDayName(date.dayOfWeek(), QLocale::LongFormat)
        : shortDate(date);
    return tr("%1 at %2", "a weekday or date, then a time of day, in the middle of a sentence")
        .arg(dayName, clock);
}

QString Words::day(const QDate &day, const QDate &today)
{
    if (day == today)
        return tr("Today");
    if (day.daysTo(today) == 1)
        return tr("Yesterday");
    return day.year() == today.year() ? longDateWithoutYear(day) : longDate(day);
}

QString Words::duration(qint64 seconds)
{
    if (seconds >= 2 * kDay) {
        const qint64 hours = seconds % kDay / kHour;
        if (hours == 0)
            return tr("%1 d", "days").arg(seconds / kDay);
        return tr("%1 d %2 h", "days and hours").arg(seconds / kDay).arg(hours);
    }
    if (seconds >= kHour) {
        const qint64 minutes = seconds % kHour / kMinute;
        if (minutes == 0)
            return tr("%1 h", "hours").arg(seconds / kHour);
        return tr("%1 h %2 min", "hours and minutes").arg(seconds / kHour).arg(minutes);
    }
    if (seconds >= kMinute)
        return tr("%1 min", "minutes").arg(seconds / kMinute);
    return tr("less than 1 min");
}

QString Words::spokenDuration(qint64 seconds)
{
    const auto both = [](const QString &a, const QString &b) {
        return tr("%1 %2", "two amounts of time: 3 hours 12 minutes").arg(a, b);
    };
    const int days = int(qMin<qint64>(seconds / kDay, 100000));
    const int hours = int(seconds % kDay / kHour);
    const int minutes = int(seconds % kHour / kMinute);
    if (seconds >= 2 * kDay)
        return hours == 0 ? tr("%n day(s)", nullptr, days)
                          : both(tr("%n day(s)", nullptr, days), tr("%n hour(s)", nullptr, hours));
    if (seconds >= kHour) {
        const int allHours = int(seconds / kHour);
        return minutes == 0 ? tr("%n hour(s)", nullptr, allHours)
                            : both(tr("%n hour(s)", nullptr, allHours), tr("%n minute(s)", nullptr, minutes));
    }
    if (seconds >= kMinute)
        return tr("%n minute(s)", nullptr, minutes);
    return tr("less than a minute");
}

QString Words::syncedAgo(qint64 seconds)
{
    // In steps: a figure that moves each second asks for attention, and repaints, for nothing.
    constexpr qint64 recent = 15;
    constexpr qint64 step = 5;
    if (seconds < recent)
        return tr("synced just now");
    if (seconds < kMinute)
        return tr("synced %1 s ago").arg(seconds - seconds % step);
    if (seconds < kHour)
        return tr("synced %1 min ago").arg(seconds / kMinute);
    return tr("synced %1 h ago").arg(seconds / kHour);
}

QString Words::offlineSince(const QDateTime &since, const QDateTime &now)
{
    const bool today = since.toLocalTime().date() == now.toLocalTime().date();
    return tr("offline since %1").arg(today ? clockTime(since) : whenTime(since, now));
}

} // namespace inbox::ui
