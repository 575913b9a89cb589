// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/decoded.h"
#include "services/domain/values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <cmath>
#include <limits>

// How every backend's decoders read JSON: what does not fit is noted with its path and becomes the default.
namespace inbox::backends {

using domain::OpenEnum;
using domain::OptionalTime;

// Two links of a path. Built only when a problem is written down.
class Path {
public:
    explicit Path(const char *key = "")
        : m_key(key)
    {
    }
    Path child(const char *key) const { return Path(this, key, -1); }
    Path item(qsizetype index) const { return Path(this, "", index); }
    QString text() const
    {
        const QString before = m_parent ? m_parent->text() : QString();
        if (m_index >= 0)
            return before + u'[' + QString::number(m_index) + u']';
        const QString key = QLatin1String(m_key);
        if (before.isEmpty() || key.isEmpty())
            return QString(before + key);
        return before + u'.' + key;
    }

private:
    Path(const Path *parent, const char *key, qsizetype index)
        : m_parent(parent)
        , m_key(key)
        , m_index(index)
    {
    }
    const Path *m_parent = nullptr;
    const char *m_key;
    qsizetype m_index = -1;
};

// Reads one JSON object field by field; what does not fit is noted and becomes the default.
class Reader {
public:
    Reader(const QJsonObject &object, const Path &path, QList<Problem> &problems)
        : m_object(object)
        , m_path(path)
        , m_problems(problems)
    {
    }

    const Path &path() const { return m_path; }
    QList<Problem> &problems() const { return m_problems; }
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    QStringList keys() const { return m_object.keys(); }

    void note(const char *key, const QString &what) const
    {
        m_problems.append({m_path.child(key).text(), what});
    }

    // A string, or a number where a string is meant.
    QString text(const char *key) const
    {
        const QJsonValue v = value(key);
        if (v.isString())
            return v.toString();
        if (v.isDouble())
            return numberText(v);
        noteUnlessAbsent(key, v, "a text");
        return {};
    }

    QString id(const char *key = "id") const
    {
        const QJsonValue v = value(key);
        if (v.isString())
            return v.toString().trimmed();
        if (v.isDouble() && isWhole(v))
            return numberText(v);
        noteUnlessAbsent(key, v, "an id");
        return {};
    }

    std::optional<bool> flag(const char *key) const
    {
        const QJsonValue v = value(key);
        if (v.isBool())
            return v.toBool();
        if (v.isDouble() || v.isString()) {
            const QString word = (v.isDouble() ? numberText(v) : v.toString()).trimmed().toLower();
            if (word == QLatin1String("true") || word == QLatin1String("1"))
                return true;
            if (word == QLatin1String("false") || word == QLatin1String("0"))
                return false;
        }
        noteUnlessAbsent(key, v, "true or false");
        return std::nullopt;
    }

    // A number of things: never negative.
    std::optional<qint64> count(const char *key) const
    {
        const QJsonValue v = value(key);
        std::optional<qint64> number;
        if (v.isDouble()) {
            number = isWhole(v) ? v.toInteger() : qint64(std::llround(std::clamp(v.toDouble(), -1e15, 1e15)));
        } else if (v.isString()) {
            bool ok = false;
            const qint64 parsed = v.toString().trimmed().toLongLong(&ok);
            if (ok)
                number = parsed;
        }
        if (number && *number >= 0)
            return number;
        noteUnlessAbsent(key, v, "a number of things");
        return std::nullopt;
    }

    std::optional<int> smallCount(const char *key) const
    {
        const auto number = count(key);
        if (!number)
            return std::nullopt;
        return int(std::min<qint64>(*number, std::numeric_limits<int>::max()));
    }

    std::optional<double> degrees(const char *key, double most) const
    {
        const QJsonValue v = value(key);
        bool ok = v.isDouble();
        const double number = v.isString() ? v.toString().trimmed().toDouble(&ok) : v.toDouble();
        if (ok && std::abs(number) <= most)
            return number;
        noteUnlessAbsent(key, v, "an angle");
        return std::nullopt;
    }

    OptionalTime time(const char *key) const
    {
        const QJsonValue v = value(key);
        QString word = v.toString().trimmed();
        constexpr qsizetype dateLength = 10;
        if (word.size() > dateLength && word.at(dateLength) == u' ')
            word[dateLength] = u'T';
        // No zone: the API speaks UTC. Read as local time it would be lost in the hour that summer time
        // skips.
        QDateTime time = QDateTime::fromString(QString(word + u'Z'), Qt::ISODateWithMs);
        if (!time.isValid())
            time = QDateTime::fromString(word, Qt::ISODateWithMs);
        if (time.isValid()) {
            if (time.timeSpec() == Qt::LocalTime)
                time = QDateTime(time.date(), time.time(), Qt::UTC);
            return time.toUTC();
        }
        noteUnlessAbsent(key, v, "a time");
        return std::nullopt;
    }

    // A day, also where a time is given: the day as written, whatever the zone.
    QDate day(const char *key) const
    {
        const QJsonValue v = value(key);
        constexpr qsizetype dateLength = 10;
        const QDate date = QDate::fromString(v.toString().trimmed().left(dateLength), Qt::ISODate);
        if (!date.isValid())
            noteUnlessAbsent(key, v, "a day");
        return date;
    }

    template <typename E>
    OpenEnum<E> word(const char *key, std::initializer_list<std::pair<const char *, E>> known) const
    {
        OpenEnum<E> result{E::Unknown, text(key)};
        for (const auto &[name, value] : known) {
            if (result.raw == QLatin1String(name))
                result.value = value;
        }
        if (!result.isKnown() && !result.raw.isEmpty())
            note(key, QStringLiteral("an unknown word"));
        return result;
    }

    QUrl url(const char *key) const
    {
        const QString word = text(key);
        const QUrl url(word, QUrl::TolerantMode); // file names with blanks arrive as they are
        if (!word.isEmpty() && !url.isValid())
            note(key, QStringLiteral("not a URL"));
        return url.isValid() ? url : QUrl();
    }

    QStringList words(const char *key) const
    {
        QStringList result;
        const QJsonValue v = value(key);
        const QJsonArray items = v.toArray();
        for (const QJsonValue &item : items) {
            if (item.isString())
                result.append(item.toString());
            else
                note(key, QStringLiteral("not a text"));
        }
        if (!v.isArray())
            noteUnlessAbsent(key, v, "a list of texts");
        return result;
    }

    // An object of texts by their names, which are somebody else's; numbers, and true and false, count as
    // texts.
    QMap<QString, QString> texts(const char *key) const
    {
        QMap<QString, QString> result;
        const QJsonValue v = value(key);
        const QJsonObject all = v.toObject();
        for (auto it = all.begin(); it != all.end(); ++it) {
            const QJsonValue inner = it.value();
            if (inner.isString())
                result.insert(it.key(), inner.toString());
            else if (inner.isDouble())
                result.insert(it.key(), numberText(inner));
            else if (inner.isBool())
                result.insert(it.key(), inner.toVariant().toString());
            else if (!inner.isNull())
                note(key, QStringLiteral("not a text"));
        }
        if (!v.isObject() && !(v.isArray() && v.toArray().isEmpty()))
            noteUnlessAbsent(key, v, "an object");
        return result;
    }

    // Runs `decode(reader)` on a nested object. Nothing when it is absent, null, {} or [] (the empty object
    // of some servers).
    template <typename Decode> auto nested(const char *key, Decode decode) const
    {
        using T = std::invoke_result_t<Decode, const Reader &>;
        const QJsonValue v = value(key);
        if (v.isObject() && !v.toObject().isEmpty()) {
            const Path path = m_path.child(key);
            return T(decode(Reader(v.toObject(), path, m_problems)));
        }
        if (!v.isObject() && !(v.isArray() && v.toArray().isEmpty()))
            noteUnlessAbsent(key, v, "an object");
        return T();
    }

    // Each object of a list; a single object counts as a list of one.
    template <typename Visit> void each(const char *key, Visit visit) const
    {
        const QJsonValue v = value(key);
        const QJsonArray items = v.isObject() ? QJsonArray{v} : v.toArray();
        if (!v.isArray() && !v.isObject())
            noteUnlessAbsent(key, v, "a list");
        const Path path = m_path.child(key);
        for (qsizetype i = 0; i < items.size(); ++i) {
            const Path itemPath = path.item(i);
            const QJsonValue item = items.at(i);
            if (item.isObject())
                visit(Reader(item.toObject(), itemPath, m_problems));
            else
                m_problems.append({itemPath.text(), QStringLiteral("not an object")});
        }
    }

private:
    static bool isWhole(const QJsonValue &v)
    {
        // toInteger() gives its default for what is not a whole 64-bit number.
        return v.toInteger(1) == v.toInteger(2);
    }
    static QString numberText(const QJsonValue &v)
    {
        return isWhole(v) ? QString::number(v.toInteger())
                          : QString::number(v.toDouble(), 'g', std::numeric_limits<double>::max_digits10);
    }
    void noteUnlessAbsent(const char *key, const QJsonValue &v, const char *expected) const
    {
        if (v.isUndefined() || v.isNull() || (v.isString() && v.toString().trimmed().isEmpty()))
            return;
        note(key, QLatin1String("not ") + QLatin1String(expected));
    }

    const QJsonObject m_object;
    const Path &m_path;
    QList<Problem> &m_problems;
};

} // namespace inbox::backends
