// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/opening.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

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

using Takes = TemplateVariable::Takes;

struct Place {
    QString name;
    Takes takes = Takes::Words;
};

// What a part needs beside its words, under WhatsApp's own names.
QList<Place> placesBeside(const TemplatePart &part)
{
    const QString format = part.format.toUpper();
    if (part.kind == Kind::Button && format == QLatin1String("COPY_CODE"))
        return {{QStringLiteral("coupon_code"), Takes::CouponCode}};
    if (part.kind != Kind::Header)
        return {};
    if (format == QLatin1String("LOCATION")) {
        return {{QStringLiteral("latitude"), Takes::Latitude},
                {QStringLiteral("longitude"), Takes::Longitude},
                {QStringLiteral("name"), Takes::PlaceName},
                {QStringLiteral("address"), Takes::PlaceAddress}};
    }
    constexpr std::array media{"IMAGE", "VIDEO", "DOCUMENT"};
    const bool isMedia =
        std::any_of(media.begin(), media.end(), [&](const char *m) { return format == QLatin1String(m); });
    return isMedia ? QList<Place>{{format.toLower(), Takes::HttpsAddress}} : QList<Place>();
}

} // namespace

QString degreesToSend(const QString &value)
{
    return value.trimmed().replace(u',', u'.');
}

bool fits(Takes takes, const QString &value)
{
    constexpr double north = 90;
    constexpr double east = 180;
    const QString text = value.trimmed();
    bool isNumber = false;
    const double degrees = degreesToSend(value).toDouble(&isNumber);
    switch (takes) {
    case Takes::HttpsAddress: {
        const QUrl url(text, QUrl::StrictMode);
        return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty();
    }
    case Takes::Latitude:
        return isNumber && std::abs(degrees) <= north;
    case Takes::Longitude:
        return isNumber && std::abs(degrees) <= east;
    case Takes::Words:
    case Takes::PlaceName:
    case Takes::PlaceAddress:
    case Takes::CouponCode:
        break;
    }
    return true;
}

bool copiesTheCode(const TemplatePart &part)
{
    return part.kind == Kind::Button && part.format.compare(QLatin1String("OTP"), Qt::CaseInsensitive) == 0;
}

QStringList unfillable(const MessageTemplate &message)
{
    static const QStringList headers{QString(),
                                     QStringLiteral("TEXT"),
                                     QStringLiteral("LOCATION"),
                                     QStringLiteral("IMAGE"),
                                     QStringLiteral("VIDEO"),
                                     QStringLiteral("DOCUMENT")};
    static const QStringList buttons{QStringLiteral("MPM"), QStringLiteral("SPM"),
                                     QStringLiteral("ORDER_DETAILS")};
    QStringList all = message.otherParts;
    for (const TemplatePart &part : message.parts) {
        const QString format = part.format.toUpper();
        if ((part.kind == Kind::Header && !headers.contains(format))
            || (part.kind == Kind::Button && buttons.contains(format)))
            all << part.format;
    }
    all.removeDuplicates();
    return all;
}

QList<TemplateVariable> variablesOf(const MessageTemplate &message)
{
    QList<TemplateVariable> all;
    const auto isKnown = [&all](const QString &key) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&](const TemplateVariable &known) { return known.key == key; });
    };
    int button = 0;
    for (const TemplatePart &part : message.parts) {
        const int index = part.kind == Kind::Button ? button++ : 0;
        const QString prefix = prefixOf(part, index);
        if (prefix.isEmpty())
            continue;
        QList<Place> places = placesBeside(part);
        const QStringList names = namesIn(part.text + part.url);
        for (const QString &name : names)
            places << Place{name};
        for (const Place &place : std::as_const(places)) {
            if (const QString key = prefix + place.name; !isKnown(key))
                all << TemplateVariable{key, part.kind, part.examples.value(place.name), place.takes};
        }
    }
    // Such a template's words are the messenger's, and not always told.
    const QString code = QStringLiteral("body.1");
    if (std::any_of(message.parts.cbegin(), message.parts.cend(), copiesTheCode) && !isKnown(code))
        all << TemplateVariable{code, Kind::Body};
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
