// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/contents.h"

namespace inbox::backends::chatcaptain {

using namespace domain;

namespace {

using Kind = StructuredContent::Kind;
using Contents = QList<MessageContent>;

MediaKind mediaKind(const QString &type, const QString &mimeType)
{
    for (const QString &word : {mimeType.section(u'/', 0, 0).toLower(), type.toLower()}) {
        if (word == QLatin1String("image"))
            return MediaKind::Image;
        if (word == QLatin1String("video"))
            return MediaKind::Video;
        if (word == QLatin1String("audio"))
            return MediaKind::Audio;
    }
    return MediaKind::Document;
}

MediaContent file(const Reader &in)
{
    MediaContent media;
    media.uuid = in.text("attachmentRef");
    media.name = in.text("name");
    media.mimeType = in.text("mimeType");
    media.kind = mediaKind(in.text("type"), media.mimeType);
    media.size = in.count("size");
    media.caption = in.text("caption");
    media.downloadUrl = in.url("url");
    return media;
}

QString joined(QStringList lines)
{
    lines.removeAll(QString());
    return lines.join(u'\n');
}

// "Hello {{1}}" with its values; in one pass, so that a value is never taken for a place.
QString filled(const QString &pattern, const QStringList &values)
{
    QString result;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(QLatin1String("{{"), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QLatin1String("}}"), open);
        if (close < 0)
            break;
        bool isNumber = false;
        const int number = QStringView(pattern).mid(open + 2, close - open - 2).trimmed().toInt(&isNumber);
        result += QStringView(pattern).mid(at, open - at);
        if (isNumber && number >= 1 && number <= values.size())
            result += values.at(number - 1);
        else
            result += QStringView(pattern).mid(open, close + 2 - open);
        at = close + 2;
    }
    return result + QStringView(pattern).mid(at);
}

void addText(Contents &to, const QString &text)
{
    if (!text.isEmpty())
        to.append(TextContent{text});
}

void addButtons(Contents &to, const Reader &in)
{
    StructuredContent buttons{Kind::Buttons, {}, {}, {}};
    in.each("buttons", [&buttons](const Reader &r) {
        const QString label = r.text("label");
        buttons.items << (label.isEmpty() ? r.text("value") : label);
    });
    buttons.items.removeAll(QString());
    if (!buttons.items.isEmpty())
        to.append(buttons);
}

void addWhatsAppTemplate(Contents &to, const Reader &in)
{
    QStringList headerValues;
    in.nested("header", [&](const Reader &header) {
        headerValues = header.words("parameters");
        header.nested("file", [&to](const Reader &r) {
            to.append(file(r));
            return true;
        });
        return true;
    });
    addText(to,
            joined({filled(in.text("headerText"), headerValues),
                    filled(in.text("bodyText"), in.words("bodyParameters")), in.text("footerText")}));
    addButtons(to, in);
}

LocationContent location(const Reader &in)
{
    constexpr double pole = 90;
    constexpr double dateLine = 180;
    LocationContent location;
    location.latitude = in.degrees("latitude", pole);
    location.longitude = in.degrees("longitude", dateLine);
    return location;
}

QString oneLine(const Reader &address)
{
    QStringList parts{address.text("street"),
                      QString(address.text("zip") + u' ' + address.text("city")).simplified(),
                      address.text("country")};
    if (const QString code = address.text("countryCode"); parts.constLast().isEmpty())
        parts.last() = code;
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

ContactContent contact(const Reader &in)
{
    ContactContent contact;
    in.nested("name", [&contact](const Reader &name) {
        contact.firstName = name.text("firstName");
        contact.lastName = name.text("lastName");
        contact.formattedName = name.text("formattedName");
        if (contact.formattedName.isEmpty())
            contact.formattedName = QString(contact.firstName + u' ' + contact.lastName).simplified();
        return true;
    });
    in.each("phones", [&](const Reader &r) { contact.phones.append({r.text("type"), r.text("phone")}); });
    in.each("emails", [&](const Reader &r) { contact.emails.append({r.text("type"), r.text("email")}); });
    in.each("addresses", [&](const Reader &r) { contact.addresses.append({r.text("type"), oneLine(r)}); });
    in.nested("org", [&contact](const Reader &org) {
        contact.company = org.text("company");
        contact.title = org.text("title");
        return true;
    });
    return contact;
}

void addEmail(Contents &to, const Reader &in)
{
    StructuredContent mail{Kind::Email, in.text("subject"), in.text("body"), {in.text("from")}};
    mail.items << in.words("to");
    mail.copies = in.words("cc");
    mail.blindCopies = in.words("bcc");
    mail.files = int(in.words("attachmentIds").size());
    to.append(mail);
}

// The parts of a content by their names, in the order people read them.
using Add = void (*)(Contents &, const Reader &);
struct Part {
    const char *key;
    Add add;
};

const QList<Part> &parts()
{
    static const QList<Part> all{
        {"email", addEmail},
        {"template",
         [](Contents &to, const Reader &r) {
             addText(to, joined({r.text("header"), r.text("body"), r.text("footer")}));
         }},
        {"metaWhatsappTemplate", addWhatsAppTemplate},
        {"file",
         [](Contents &to, const Reader &r) {
             to.append(file(r));
             if (const QString words = r.text("transcript"); !words.isEmpty())
                 to.append(StructuredContent{Kind::Transcription, {}, words, {}});
         }},
        {"location", [](Contents &to, const Reader &r) { to.append(location(r)); }},
        {"contact", [](Contents &to, const Reader &r) { to.append(contact(r)); }},
        // What was pressed is what was said.
        {"selectedButton",
         [](Contents &to, const Reader &r) {
             const QString label = r.text("label");
             addText(to, label.isEmpty() ? r.text("value") : label);
         }},
        {"transcription",
         [](Contents &to, const Reader &r) {
             to.append(StructuredContent{Kind::Transcription, {}, r.text("text"), {}});
         }},
        {"textToSpeech", [](Contents &to, const Reader &r) { addText(to, r.text("text")); }},
        {"note",
         [](Contents &to, const Reader &r) {
             to.append(StructuredContent{Kind::Note, {}, r.text("text"), {}});
         }},
        {"voiceHangup",
         [](Contents &to, const Reader &r) {
             to.append(StructuredContent{Kind::VoiceHangup, r.text("reason"), {}, {}});
         }},
        {"voiceTransfer",
         [](Contents &to, const Reader &r) {
             to.append(StructuredContent{Kind::VoiceTransfer, r.text("reason"), {}, {r.text("target")}});
         }},
        {"agentHandover",
         [](Contents &to, const Reader &r) {
             to.append(StructuredContent{Kind::Handover, r.text("reason"), {}, {}});
         }},
        {"buttons", addButtons},
    };
    return all;
}

// Says nothing to people by itself.
bool isBookkeeping(const QString &key)
{
    static const QStringList all{QStringLiteral("text"), QStringLiteral("delay"), QStringLiteral("leadAiId"),
                                 QStringLiteral("operator"), QStringLiteral("callSettings")};
    return all.contains(key);
}

} // namespace

std::optional<Reaction> reactionIn(const Reader &content)
{
    return content.nested("reaction", [](const Reader &r) {
        Reaction reaction{r.text("reactionToMid"), r.text("emoji")};
        if (reaction.emoji.isEmpty())
            reaction.emoji = r.text("reaction");
        // The action is a free word; of these two the first is what messengers call the taking back.
        const QString action = r.text("action").toLower();
        if (action == QLatin1String("unreact") || action == QLatin1String("remove"))
            reaction.emoji.clear();
        return std::optional(reaction);
    });
}

QList<MessageContent> contentsOf(const Reader &in)
{
    Contents result;
    addText(result, in.text("text"));
    QStringList known;
    for (const Part &part : parts()) {
        known << QLatin1String(part.key);
        in.nested(part.key, [&](const Reader &r) {
            part.add(result, r);
            return true;
        });
    }
    if (const auto reaction = reactionIn(in))
        result.append(StructuredContent{Kind::Reaction, {}, reaction->emoji, {}});
    known << QStringLiteral("reaction");
    // Something newer than this version.
    QStringList unknown;
    QStringList quiet;
    const QStringList keys = in.keys();
    for (const QString &key : keys) {
        const QJsonValue value = in.value(key.toLatin1().constData());
        if (known.contains(key) || !value.isObject() || value.toObject().isEmpty())
            continue;
        (isBookkeeping(key) ? quiet : unknown) << key;
    }
    for (const QString &key : std::as_const(unknown)) {
        in.note(key.toLatin1().constData(), QStringLiteral("an unknown kind of content"));
        result.append(UnknownContent{key});
    }
    if (result.isEmpty() && !quiet.isEmpty())
        result.append(UnknownContent{quiet.constFirst()});
    return result;
}

} // namespace inbox::backends::chatcaptain
