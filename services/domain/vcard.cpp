// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/vcard.h"

#include "services/domain/text.h"

namespace inbox::domain {

namespace {

constexpr int kLineBytes = 75; // without the line break, RFC 6350 section 3.2
constexpr int kValueLength = 1000; // strangers wrote it

// RFC 6350 section 3.4: backslash, comma, semicolon and line breaks are escaped, other control characters may
// not appear.
QString escaped(const QString &value)
{
    QString text = capped(value, kValueLength);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QString result;
    for (const QChar c : std::as_const(text)) {
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            result += QLatin1String("\\n");
        else if (c == u'\\' || c == u',' || c == u';')
            result += u'\\' + QString(c);
        else if (c == u'\t')
            result += u' ';
        else if (c.category() != QChar::Other_Control)
            result += c;
    }
    return result;
}

QByteArray foldedLine(const QString &line)
{
    QByteArray rest = line.toUtf8();
    QByteArray result;
    int room = kLineBytes;
    while (rest.size() > room) {
        qsizetype at = room;
        while (at > 1 && (uchar(rest.at(at)) & 0xC0) == 0x80) // a continuation byte of UTF-8
            --at;
        result += rest.left(at) + "\r\n ";
        rest.remove(0, at);
        room = kLineBytes - 1; // the blank that begins a continuation counts
    }
    return result + rest + "\r\n";
}

// The vendor's label as a TYPE both versions know; empty for one of its own making.
QString typeOf(const QString &label, bool phone)
{
    const QString type = label.toLower();
    if (type == QLatin1String("home") || type == QLatin1String("work"))
        return type;
    const bool ofPhone = type == QLatin1String("cell") || type == QLatin1String("fax")
        || type == QLatin1String("pager") || type == QLatin1String("voice");
    if (phone && type == QLatin1String("mobile"))
        return QStringLiteral("cell");
    return phone && ofPhone ? type : QString();
}

QString nameOf(const ContactContent &c)
{
    if (!c.formattedName.trimmed().isEmpty())
        return c.formattedName.trimmed();
    QStringList parts{c.prefix, c.firstName, c.middleName, c.lastName, c.suffix};
    parts.removeAll(QString());
    if (!parts.isEmpty())
        return parts.join(u' ');
    if (!c.company.isEmpty())
        return c.company;
    for (const QList<LabelledValue> *list : {&c.phones, &c.emails}) {
        if (!list->isEmpty())
            return list->first().value;
    }
    return {};
}

} // namespace

QByteArray vCard(const ContactContent &c, VCardVersion version)
{
    const bool v3 = version == VCardVersion::V3;
    QByteArray card;
    const auto add = [&card](const QString &line) { card += foldedLine(line); };
    const auto addValue = [&add](const char *property, const QString &value) {
        if (!value.isEmpty())
            add(QLatin1String(property) + u':' + value);
    };
    const auto addTyped = [&](const char *property, const LabelledValue &value, const QString &text,
                              bool phone) {
        if (value.value.trimmed().isEmpty())
            return;
        const QString type = typeOf(value.label, phone);
        const QString parameter =
            type.isEmpty() ? QString() : QString(QStringLiteral(";TYPE=") + (v3 ? type.toUpper() : type));
        add(QLatin1String(property) + parameter + u':' + text);
    };

    add(QStringLiteral("BEGIN:VCARD"));
    add(v3 ? QStringLiteral("VERSION:3.0") : QStringLiteral("VERSION:4.0"));
    add(QStringLiteral("FN:") + escaped(nameOf(c)));
    QStringList name;
    for (const QString &part : {c.lastName, c.firstName, c.middleName, c.prefix, c.suffix})
        name << escaped(part);
    const QString joined = name.join(u';');
    if (v3 || joined != QLatin1String(";;;;")) // 3.0 demands it
        add(QStringLiteral("N:") + joined);
    for (const LabelledValue &phone : c.phones)
        addTyped("TEL", phone, escaped(phone.value), true);
    for (const LabelledValue &email : c.emails)
        addTyped("EMAIL", email, escaped(email.value), false);
    // The address is one line here, and a street may hold a whole one:
    // box;extended;street;town;region;code;country.
    for (const LabelledValue &address : c.addresses)
        addTyped("ADR", address, QStringLiteral(";;") + escaped(address.value) + QStringLiteral(";;;;"),
                 false);
    QString organisation = escaped(c.company);
    if (!c.department.isEmpty())
        organisation += u';' + escaped(c.department);
    addValue("ORG", organisation);
    addValue("TITLE", escaped(c.title));
    if (c.birthday.isValid())
        addValue("BDAY", c.birthday.toString(v3 ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyyMMdd")));
    add(QStringLiteral("END:VCARD"));
    return card;
}

} // namespace inbox::domain
