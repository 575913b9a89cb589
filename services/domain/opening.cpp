// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/opening.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace inbox::domain {

namespace {

using Kind = TemplatePart::Kind;

// A name between braces: what is not one stays text.
const QRegularExpression &places()
{
    static const QRegularExpression made(QStringLiteral("\\{\\{\\s*([A-Za-z0-9_]{1,64})\\s*\\}\\}"));
    return made;
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (auto it = places().globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

// The prefix of a part's keys; footers have no places.
QString prefixOf(const TemplatePart &part, int buttonIndex)
{
    switch (part.kind) {
    case Kind::Header:
        return QStringLiteral("header.");
    case Kind::Body:
        return QStringLiteral("body.");
    case Kind::Button:
        return QStringLiteral("button.%1.").arg(buttonIndex);
    case Kind::Footer:
        break;
    }
    return {};
}

// A header that is a file: its address is asked for, under this name.
QString mediaName(const TemplatePart &part)
{
    constexpr std::array media{"IMAGE", "VIDEO", "DOCUMENT"};
    const QString format = part.format.toUpper();
    const bool isMedia = part.kind == Kind::Header
        && std::any_of(media.begin(), media.end(), [&](const char *m) { return format == QLatin1String(m); });
    return isMedia ? format.toLower() : QString();
}

} // namespace

QList<TemplateVariable> variablesOf(const MessageTemplate &message)
{
    QList<TemplateVariable> all;
    int button = 0;
    for (const TemplatePart &part : message.parts) {
        const int index = part.kind == Kind::Button ? button++ : 0;
        const QString prefix = prefixOf(part, index);
        if (prefix.isEmpty())
            continue;
        QStringList names;
        if (const QString media = mediaName(part); !media.isEmpty())
            names << media;
        for (const QString &name : namesIn(part.text + part.url)) {
            if (!names.contains(name))
                names << name;
        }
        for (const QString &name : std::as_const(names)) {
            const QString key = prefix + name;
            const bool known = std::any_of(all.cbegin(), all.cend(),
                                           [&](const TemplateVariable &v) { return v.key == key; });
            if (!known)
                all << TemplateVariable{key, part.kind, part.examples.value(name)};
        }
    }
    return all;
}

QString filledText(const TemplatePart &part, int buttonIndex, const QMap<QString, QString> &values)
{
    const QString prefix = prefixOf(part, buttonIndex);
    if (prefix.isEmpty())
        return part.text;
    QString filled;
    qsizetype from = 0;
    for (auto it = places().globalMatch(part.text); it.hasNext();) {
        const QRegularExpressionMatch place = it.next();
        filled += part.text.mid(from, place.capturedStart() - from);
        const QString value = values.value(prefix + place.captured(1));
        filled += value.isEmpty() ? place.captured() : value;
        from = place.capturedEnd();
    }
    return filled + part.text.mid(from);
}

QList<qsizetype> nextChunk(const Opening &opening, int most)
{
    using State = RecipientResult::State;
    QList<qsizetype> rows;
    for (qsizetype i = 0; i < opening.results.size() && rows.size() < std::max(most, 1); ++i) {
        if (opening.results.at(i).state != State::Waiting)
            continue;
        // Order is kept: what differs ends the chunk, it is not stepped over.
        if (!rows.isEmpty()
            && opening.recipients.at(i).variables != opening.recipients.at(rows.constFirst()).variables)
            break;
        rows << i;
    }
    return rows;
}

} // namespace inbox::domain
