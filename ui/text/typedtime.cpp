// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/typedtime.h"

#include <QLocale>
#include <QRegularExpression>

namespace inbox::ui {

using domain::OptionalTime;

namespace {

constexpr int kMorning = 9; // o'clock
constexpr int kNoon = 12;
constexpr int kLongest = 60; // characters; nothing sensible is longer
constexpr int kYearsAhead = 5; // more is a typing error

// English and the application's language; each may have several words for it.
bool isOneOf(const QString &word, const char *english, const QString &translated)
{
    return QString::fromLatin1(english).split(u'|').contains(word) || translated.split(u'|').contains(word);
}

std::optional<int> weekday(const QString &word)
{
    constexpr int kShortest = 2;
    if (word.size() < kShortest)
        return std::nullopt;
    const QLocale locales[] = {QLocale(), QLocale(QLocale::English)};
    for (const QLocale &locale : locales) {
        for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
            if (locale.toLower(locale.standaloneDayName(day, QLocale::LongFormat)).startsWith(word))
                return day;
        }
    }
    return std::nullopt;
}

// Without a year it is the next one.
std::optional<QDate> dateIn(const QString &word, const QDate &today)
{
    QDate date = QDate::fromString(word, Qt::ISODate);
    if (date.isValid())
        return date;
    static const QRegularExpression dotted(QStringLiteral(R"(^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$)"));
    if (const auto found = dotted.match(word); found.hasMatch()) {
        constexpr int kCentury = 2000;
        int year = found.captured(3).toInt();
        if (found.capturedLength(3) == 0)
            year = today.year();
        else if (year < 100)
            year += kCentury;
        date = QDate(year, found.captured(2).toInt(), found.captured(1).toInt());
        if (date.isValid() && found.capturedLength(3) == 0 && date < today)
            date = date.addYears(1);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    date = QLocale().toDate(word, QLocale::ShortFormat);
    if (date.isValid() && date.year() < today.year() - kYearsAhead)
        date = date.addYears(100); // a short format's year of two digits is of the last century
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

OptionalTime TypedTime::understood(const QString &typed, const QDateTime &now)
{
    QString text = QLocale().toLower(typed.simplified());
    if (text.isEmpty() || text.size() > kLongest)
        return std::nullopt;
    const QDateTime local = now.toLocalTime();
    const QDate today = local.date();
    const QTime morning(kMorning, 0);

    static const QRegularExpression span(QStringLiteral(R"(^(?:in )?(\d{1,3}) ?(\p{L}+)$)"));
    if (const auto found = span.match(text); found.hasMatch()) {
        const int count = found.captured(1).toInt();
        const QString unit = found.captured(2);
        QDateTime then;
        if (isOneOf(unit, "m|min|mins|minute|minutes", tr("min|minute|minutes", "units that may be typed")))
            then = local.addSecs(count * 60);
        else if (isOneOf(unit, "h|hour|hours", tr("h|hour|hours", "units that may be typed")))
            then = local.addSecs(count * 3600);
        else if (isOneOf(unit, "d|day|days", tr("d|day|days", "units that may be typed")))
            then = QDateTime(today.addDays(count), morning);
        else if (isOneOf(unit, "w|week|weeks", tr("w|week|weeks", "units that may be typed")))
            then = QDateTime(today.addDays(qint64(count) * 7), morning);
        if (then.isValid())
            return then > local ? OptionalTime(then.toUTC()) : std::nullopt;
    }

    std::optional<QDate> date;
    std::optional<QTime> time;
    bool meridianPossible = false; // "am" is German too, before a date
    text.replace(u',', u' ');
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        static const QRegularExpression clock(QStringLiteral(R"(^(\d{1,2})(?::(\d{2}))?(am|pm)?$)"));
        if (const auto found = clock.match(word); found.hasMatch() && !time) {
            int hour = found.captured(1).toInt();
            const QString half = found.captured(3);
            if (!half.isEmpty() && (hour < 1 || hour > kNoon))
                return std::nullopt;
            if (!half.isEmpty())
                hour = hour % kNoon + (half == QLatin1String("pm") ? kNoon : 0);
            time = QTime(hour, found.captured(2).toInt());
            if (!time->isValid())
                return std::nullopt;
            meridianPossible = half.isEmpty();
            continue;
        }
        if (meridianPossible && word == QLatin1String("pm") && time->hour() <= kNoon) {
            time = QTime(time->hour() % kNoon + kNoon, time->minute());
        } else if (isOneOf(word, "at|on|next|am",
                           tr("at|on|next", "words that may be typed and say nothing"))) {
            continue;
        } else if (date) {
            return std::nullopt; // two days
        } else if (isOneOf(word, "today", tr("today", "may be typed"))) {
            date = today;
        } else if (isOneOf(word, "tomorrow|tmr", tr("tomorrow", "may be typed"))) {
            date = today.addDays(1);
        } else if (const auto day = weekday(word)) {
            const int ahead = (*day - today.dayOfWeek() + 6) % 7 + 1;
            date = today.addDays(ahead);
        } else if (const auto given = dateIn(word, today)) {
            date = given;
        } else {
            return std::nullopt;
        }
        meridianPossible = false;
    }
    if (!date && !time)
        return std::nullopt;
    const QTime at = time.value_or(morning);
    QDateTime then(date.value_or(today), at);
    if (!date && then <= local)
        then = QDateTime(today.addDays(1), at);
    if (!then.isValid() || then <= local || then.date() > today.addYears(kYearsAhead))
        return std::nullopt;
    return then.toUTC();
}

} // namespace inbox::ui
