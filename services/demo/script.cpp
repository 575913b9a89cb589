// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/script.h"

#include "services/demo/files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

// The resource lives in a static library: the linker drops it unless somebody asks for it by name.
static void initDemoData()
{
    Q_INIT_RESOURCE(demo_data);
}

namespace inbox::demo {

namespace {

QJsonDocument readData(const QString &name, QCryptographicHash &hash)
{
    initDemoData();
    QFile file(QStringLiteral(":/demo/data/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The demo data %s is missing.", qPrintable(name));
    const QByteArray bytes = file.readAll();
    hash.addData(bytes);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("The demo data %s cannot be read at %d: %s", qPrintable(name), error.offset,
               qPrintable(error.errorString()));
    return document;
}

// "c: text", "a[image=parcel;react=👍]: text", "s: text"
SpokenLine parseLine(const QString &source)
{
    SpokenLine line;
    line.from = source.startsWith(u'a') ? From::Agent
        : source.startsWith(u's')       ? From::System
                                        : From::Customer;
    qsizetype colon = source.indexOf(u':');
    if (source.size() > 1 && source.at(1) == u'[') {
        const qsizetype end = source.indexOf(QLatin1String("]:"));
        const QStringList extras = source.mid(2, end - 2).split(u';');
        for (const QString &extra : extras)
            line.extras.insert(extra.section(u'=', 0, 0), extra.section(u'=', 1));
        colon = end + 1;
    }
    line.text = source.mid(colon + 1).trimmed();
    return line;
}

std::vector<Role> parseRoles(const QJsonArray &array)
{
    std::vector<Role> roles;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        roles.push_back(
            {{object.value(QLatin1String("name")).toString(), object.value(QLatin1String("id")).toString(),
              object.value(QLatin1String("lang")).toString()},
             object});
    }
    return roles;
}

QString filled(QString text, const QHash<QString, QString> &names)
{
    if (!text.contains(u'{'))
        return text;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        text.replace(it.key(), it.value());
    return text;
}

QJsonObject contactCard(const QString &name, const QString &phone, const QString &company)
{
    const QString first = name.section(u' ', 0, 0);
    const QString last = name.section(u' ', 1);
    QJsonObject card{
        {QStringLiteral("type"), QStringLiteral("contact")},
        {QStringLiteral("name"),
         QJsonObject{{QStringLiteral("formatted_name"), name},
                     {QStringLiteral("first_name"), first},
                     {QStringLiteral("middle_name"), QJsonValue::Null},
                     {QStringLiteral("last_name"), last},
                     {QStringLiteral("prefix"), QJsonValue::Null},
                     {QStringLiteral("suffix"), QJsonValue::Null}}},
        {QStringLiteral("birthday"), QJsonValue::Null},
        {QStringLiteral("phones"),
         QJsonArray{QJsonObject{{QStringLiteral("phone"), phone},
                                {QStringLiteral("type"), QStringLiteral("CELL")}}}},
        {QStringLiteral("emails"), QJsonArray()},
        {QStringLiteral("addresses"), QJsonArray()},
    };
    if (!company.isEmpty()) {
        card.insert(QStringLiteral("org"),
                    QJsonObject{{QStringLiteral("company"), company},
                                {QStringLiteral("department"), QString()},
                                {QStringLiteral("title"), QString()}});
        card.insert(QStringLiteral("birthday"), QStringLiteral("1984-06-17T00:00:00.000Z"));
    }
    return card;
}

} // namespace

Script::Script()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QJsonObject spoken = readData(QStringLiteral("dialogues.json"), hash).object();
    const QJsonArray dialogues = spoken.value(QLatin1String("dialogues")).toArray();
    for (const QJsonValue &value : dialogues) {
        const QJsonObject object = value.toObject();
        Dialogue dialogue;
        dialogue.id = object.value(QLatin1String("id")).toString();
        dialogue.language = dialogue.id.section(u'-', 0, 0);
        const QJsonArray lines = object.value(QLatin1String("lines")).toArray();
        for (const QJsonValue &line : lines)
            dialogue.lines.push_back(parseLine(line.toString()));
        dialogue.theme = object.value(QLatin1String("theme")).toString();
        // What only the cast says is nobody's past.
        if (!object.value(QLatin1String("castOnly")).toBool())
            (dialogue.theme.isEmpty() ? m_byLanguage[dialogue.language] : m_byTheme[dialogue.theme])
                .push_back(int(m_dialogues.size()));
        m_dialogues.push_back(std::move(dialogue));
    }
    m_phrases = spoken.value(QLatin1String("phrases")).toObject();

    const QJsonObject cast = readData(QStringLiteral("cast.json"), hash).object();
    m_cast = parseRoles(cast.value(QLatin1String("cast")).toArray());
    m_walkIns = parseRoles(cast.value(QLatin1String("walkIns")).toArray());
    m_fingerprint = QString::fromLatin1(hash.result().toHex().left(16));
}

int Script::dialogueIndex(const QString &id) const
{
    for (size_t i = 0; i < m_dialogues.size(); ++i) {
        if (m_dialogues[i].id == id)
            return int(i);
    }
    return -1;
}

const std::vector<int> &Script::dialoguesIn(const QString &language) const
{
    const auto it = m_byLanguage.constFind(language);
    return it == m_byLanguage.cend() ? *m_byLanguage.constFind(QStringLiteral("en")) : *it;
}

const std::vector<int> &Script::dialoguesAbout(const QString &theme) const
{
    return *m_byTheme.constFind(theme);
}

QStringList Script::phrases(const QString &language, const QString &kind) const
{
    QJsonArray array = m_phrases.value(language).toObject().value(kind).toArray();
    if (array.isEmpty())
        array = m_phrases.value(QLatin1String("en")).toObject().value(kind).toArray();
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

quint64 chance(quint64 seed, quint64 a, quint64 b)
{
    // splitmix64: small, well spread, the same on every machine.
    quint64 x = seed + 0x9E3779B97F4A7C15ULL * (a + 1) + 0xD1B54A32D192ED03ULL * (b + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

QJsonArray contentsOf(const SpokenLine &line, const QHash<QString, QString> &names, quint64 fileSalt)
{
    const QString text = filled(line.text, names);
    const auto captionOrNull = [&text] {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    const auto fileContent = [&](const QString &type, const QString &picture) {
        return QJsonObject{{QStringLiteral("type"), type},
                           {QStringLiteral("uuid"), catalogueUuid(picture, fileSalt)}};
    };

    for (const char *kind : {"image", "video", "document"}) {
        const QString type = QLatin1String(kind);
        if (!line.extras.contains(type))
            continue;
        QJsonObject content = fileContent(type, line.extras.value(type));
        content.insert(QStringLiteral("caption"), captionOrNull());
        if (type == QLatin1String("document"))
            content.insert(QStringLiteral("filename"), catalogueName(line.extras.value(type)));
        return {content};
    }
    for (const char *kind : {"audio", "voice"}) {
        const QString key = QLatin1String(kind);
        if (!line.extras.contains(key))
            continue;
        QJsonObject content = fileContent(QStringLiteral("audio"), line.extras.value(key));
        content.insert(QStringLiteral("voice"), key == QLatin1String("voice"));
        return {content};
    }
    if (line.extras.contains(QStringLiteral("location"))) {
        // name|address|latitude|longitude
        const QStringList parts = line.extras.value(QStringLiteral("location")).split(u'|');
        return {QJsonObject{{QStringLiteral("type"), QStringLiteral("location")},
                            {QStringLiteral("latitude"), parts.value(2)},
                            {QStringLiteral("longitude"), parts.value(3)},
                            {QStringLiteral("address"), parts.value(1)},
                            {QStringLiteral("name"), parts.value(0)},
                            {QStringLiteral("url"), QJsonValue::Null}}};
    }
    if (line.extras.contains(QStringLiteral("contacts"))) {
        // name|phone|company, several separated by &
        QJsonArray cards;
        const QStringList people = line.extras.value(QStringLiteral("contacts")).split(u'&');
        for (const QString &person : people) {
            const QStringList parts = person.split(u'|');
            cards.append(contactCard(parts.value(0), parts.value(1), parts.value(2)));
        }
        return cards;
    }
    if (line.extras.contains(QStringLiteral("other"))) {
        return {QJsonObject{{QStringLiteral("type"), line.extras.value(QStringLiteral("other"))},
                            {QStringLiteral("payload"), QJsonObject{{QStringLiteral("title"), text}}}}};
    }
    return {QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("content"), text}}};
}

} // namespace inbox::demo
