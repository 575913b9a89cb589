// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/targets.h"

#include "services/backends/chatcaptain/decoders.h"
#include "services/backends/chatcaptain/encoders.h"
#include "services/backends/clientapi/decoders.h"
#include "services/backends/clientapi/encoders.h"
#include "services/backends/clientapi/templates.h"
#include "services/backends/zild/decoders.h"
#include "services/domain/csv.h"
#include "services/domain/filename.h"
#include "services/domain/text.h"
#include "services/net/origin.h"
#include "services/net/outcome.h"
#include "services/net/serverclock.h"
#include "services/recipients/csvimport.h"
#include "services/store/codec.h"
#include "tests/fuzz/wire.h"
#include "ui/text/messageformat.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace inbox::fuzz {

using namespace domain;
namespace api = backends::clientapi;
namespace captain = backends::chatcaptain;

namespace {

void require(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}

const AccountId kAccount(QStringLiteral("account"));
const ConversationId kConversation(QStringLiteral("4711"));

// --- what a decoder promises -------------------------------------------------------------------------------

void check(const OptionalTime &time)
{
    require(!time || (time->isValid() && time->timeSpec() == Qt::UTC), "times are valid and UTC");
}

template <typename E> void check(const OpenEnum<E> &word)
{
    require(!word.isKnown() || !word.raw.isEmpty(), "a known word was written in the answer");
}

void check(const Profile &profile)
{
    check(profile.salutation);
    check(profile.gender);
    check(profile.createdAt);
    check(profile.updatedAt);
}

void check(const User &user)
{
    check(user.createdAt);
    check(user.updatedAt);
}

void check(const Note &note)
{
    require(!note.id.isEmpty(), "a note has an id");
    require(!note.conversationId.isEmpty(), "a note knows its conversation");
    check(note.createdAt);
    check(note.updatedAt);
}

void check(const Message &message)
{
    require(!message.id.isEmpty(), "a message has an id");
    require(!message.conversationId.isEmpty(), "a message knows its conversation");
    check(message.author);
    check(message.source);
    check(message.status);
    check(message.sentAt);
    for (const MessageContent &content : message.contents) {
        if (const auto *media = std::get_if<MediaContent>(&content)) {
            require(!media->size || *media->size >= 0, "a size is not negative");
            require(media->downloadUrl.isEmpty() || media->downloadUrl.isValid(), "a URL is valid or none");
        }
        if (const auto *place = std::get_if<LocationContent>(&content)) {
            require(!place->latitude || std::abs(*place->latitude) <= 90, "a latitude is on this globe");
            require(!place->longitude || std::abs(*place->longitude) <= 180, "a longitude is on this globe");
        }
    }
    if (message.reference) {
        require(!message.reference->reference, "a quote quotes nothing");
        check(*message.reference);
    }
    static_cast<void>(plainText(message));
}

void checkParts(const Conversation &conversation)
{
    require(conversation.key.account == kAccount, "a conversation belongs to the account that was read");
    require(!conversation.key.isEmpty(), "a conversation has an id");
    require(conversation.unreadCount >= 0, "nothing is unread less than never");
    check(conversation.createdAt);
    check(conversation.channel);
    check(conversation.status);
    check(conversation.snoozeUntil);
    check(conversation.lastCustomerReplyAt);
    check(conversation.replyUntil);
    if (conversation.line)
        check(conversation.line->channel);
    if (conversation.customer && conversation.customer->profile)
        check(*conversation.customer->profile);
    if (conversation.assignee)
        check(*conversation.assignee);
    if (conversation.latestMessage)
        check(*conversation.latestMessage);
    if (conversation.latestCustomerMessage)
        check(*conversation.latestCustomerMessage);
    if (conversation.latestNote)
        check(*conversation.latestNote);
    static_cast<void>(customerName(conversation));
    static_cast<void>(lastActivity(conversation));
}

void check(const Conversation &conversation)
{
    checkParts(conversation);
    // What was read may be written back, and then holds documented words and whole numbers only.
    backends::ConversationUpdate update{conversation.status.value, {}};
    if (conversation.assignee)
        update.assignee = conversation.assignee->id;
    const api::Bytes written = api::encodeUpdate(update);
    require(!written || conversation.status.isKnown(), "an unknown status is not written");
    if (!written)
        return;
    const QJsonObject object = QJsonDocument::fromJson(*written).object();
    require(object.value(QLatin1String("status")).toString() == conversation.status.raw,
            "a status is written as it was read");
    const QJsonValue user = object.value(QLatin1String("user_id"));
    require(user.isUndefined() || user.toInteger(-1) >= 0, "an id is a whole number");
}

void check(const backends::AccountSettings &settings)
{
    for (const auto &day : settings.openingHours) {
        for (const auto &[from, to] : day)
            require(from.isValid() && to.isValid(), "opening hours are times");
    }
}

// The id of a bare object, as documented: a number or a text.
std::optional<QString> idIn(const QJsonDocument &answer)
{
    const QJsonObject object = answer.object();
    const QJsonValue id = object.value(QLatin1String("id"));
    if (id.isString())
        return id.toString().trimmed();
    if (id.isDouble() && id.toInteger(1) == id.toInteger(2))
        return QString::number(id.toInteger());
    return std::nullopt;
}

template <typename T>
void checkOne(const api::Decoded<T> &decoded, const QString &id, const QJsonDocument &answer)
{
    const auto written = idIn(answer);
    if (written && !written->isEmpty())
        require(decoded.value && id == *written, "what has an id is read, and keeps it");
    if (decoded.value)
        check(*decoded.value);
    else
        require(!decoded.problems.isEmpty(), "what cannot be read is told");
}

template <typename T>
void checkPage(const api::Decoded<backends::Page<T>> &decoded, const QJsonDocument &answer)
{
    const QJsonValue rows =
        answer.isArray() ? QJsonValue(answer.array()) : answer.object().value(QLatin1String("data"));
    if (!rows.isArray())
        return;
    require(decoded.value.has_value(), "a list is a page");
    require(decoded.value->items.size() + decoded.value->unreadable == rows.toArray().size(),
            "each row is read or counted as unreadable");
    for (const T &item : decoded.value->items)
        check(item);
    require(!decoded.value->total || *decoded.value->total >= 0, "a total is not negative");
}

void checkConversation(const QJsonDocument &answer)
{
    const auto decoded = api::decodeConversation(answer, kAccount);
    checkOne(decoded, decoded.value ? decoded.value->key.id.value() : QString(), answer);
}
void checkConversations(const QJsonDocument &answer)
{
    checkPage(api::decodeConversations(answer, kAccount), answer);
}
void checkMessage(const QJsonDocument &answer)
{
    const auto decoded = api::decodeMessage(answer, kConversation);
    checkOne(decoded, decoded.value ? decoded.value->id.value() : QString(), answer);
}
void checkMessages(const QJsonDocument &answer)
{
    checkPage(api::decodeMessages(answer, kConversation), answer);
}
void checkNote(const QJsonDocument &answer)
{
    const auto decoded = api::decodeNote(answer, kConversation);
    checkOne(decoded, decoded.value ? decoded.value->id.value() : QString(), answer);
}
void checkProfile(const QJsonDocument &answer)
{
    const auto decoded = api::decodeProfile(answer);
    checkOne(decoded, decoded.value ? decoded.value->id.value() : QString(), answer);
}
void checkUsers(const QJsonDocument &answer)
{
    const auto decoded = api::decodeUsers(answer);
    for (const User &user : decoded.value.value_or(QList<User>())) {
        require(!user.id.isEmpty(), "a user has an id");
        check(user);
    }
}
void checkSettings(const QJsonDocument &answer)
{
    const auto decoded = api::decodeSettings(answer);
    if (decoded.value)
        check(*decoded.value);
}

// Filled with a value for each place, a template can be sent; what is sent is JSON.
void checkTemplates(const QJsonDocument &answer)
{
    const auto decoded = api::decodeTemplates(answer);
    for (const MessageTemplate &one : decoded.value.value_or(QList<MessageTemplate>())) {
        require(!one.id.isEmpty() && !one.name.isEmpty(), "a template has a name");
        OpeningRequest request;
        request.plan.message = one;
        Recipient recipient;
        recipient.phone = QStringLiteral("+491511");
        recipient.name = QStringLiteral("Eva");
        QSet<QString> keys;
        for (const TemplateVariable &variable : variablesOf(one)) {
            require(!keys.contains(variable.key), "a variable is asked for once");
            keys.insert(variable.key);
            using Takes = TemplateVariable::Takes;
            const bool isDegrees = variable.takes == Takes::Latitude || variable.takes == Takes::Longitude;
            recipient.variables.insert(variable.key,
                                       variable.takes == Takes::HttpsAddress
                                           ? QStringLiteral("https://example.com/a.png")
                                           : QString::fromLatin1(isDegrees ? "-1.5" : "{{1}}"));
            require(fits(variable.takes, recipient.variables.value(variable.key)), "a value fits");
        }
        request.recipients = {recipient};
        const auto body = api::encodeOpening(request);
        if (unfillable(one).isEmpty())
            require(body && QJsonDocument::fromJson(*body).isObject(), "a filled template can be sent");
        else
            require(!body, "a template that cannot be filled is not sent");
        int button = 0;
        for (const TemplatePart &part : one.parts) {
            const int index = part.kind == TemplatePart::Kind::Button ? button++ : 0;
            static_cast<void>(filledText(part, index, recipient.variables));
        }
    }
}

void checkOpening(const QJsonDocument &answer)
{
    QList<Recipient> recipients(3);
    recipients[0].phone = QStringLiteral("+491511");
    recipients[1].phone = QStringLiteral("+491522");
    recipients[1].name = QStringLiteral("Eva");
    recipients[2].phone = QStringLiteral("+491533");
    const QJsonValue rows = answer.object().value(QLatin1String("data"));
    const auto decoded = backends::zild::decodeOpening(
        rows.isArray() ? QJsonDocument(rows.toArray()) : answer, kAccount, recipients);
    if (!decoded.value)
        return;
    require(decoded.value->results.size() == recipients.size(), "each recipient has a result");
    QSet<ConversationId> taken;
    for (const backends::OpenedConversation &opened : decoded.value->opened) {
        const Conversation &c = opened.conversation;
        require(c.key.account == kAccount && !c.key.isEmpty(), "a conversation has an id");
        require(c.unreadCount >= 0, "nothing is unread less than never");
        check(c.createdAt);
        for (const Message &message : opened.messages) {
            require(!message.id.isEmpty() && message.conversationId == c.key.id, "a message has its ids");
            check(message.sentAt);
            require(message.status != DeliveryStatus::Error || message.latestError, "an error has words");
        }
        for (const LabelledValue &value : c.details)
            require(value.label != QLatin1String("token"), "a secret is not told");
    }
    for (const RecipientResult &result : decoded.value->results) {
        using State = RecipientResult::State;
        require(result.state == State::Sent || result.state == State::Failed
                    || result.state == State::Unknown,
                "an answer ends the waiting");
        require(result.state != State::Sent || !result.conversation.isEmpty(), "what was sent is somewhere");
        require(result.state != State::Failed || !result.reason.isEmpty(), "a failure has its words");
    }
}

const captain::Context kContext{kAccount, kConversation, {}};

void checkOfCaptain(const Conversation &conversation)
{
    checkParts(conversation);
    for (const Note &note : conversation.notes)
        check(note);
    for (const TagId &tag : conversation.tags)
        require(!tag.isEmpty(), "a tag has an id");
    // What was read may be written back: only the four states that have a name.
    captain::ConversationPatch patch;
    patch.state = conversation.status.value;
    const captain::Bytes written = captain::encodePatch(patch);
    require(written.has_value() == conversation.status.isKnown(), "only a state with a name is written");
    if (written)
        require(
            QJsonDocument::fromJson(*written)[QLatin1String("conversation")][QLatin1String("state")].toInt(-9)
                == conversation.status.raw.toInt(),
            "a state is written as it was read");
}

void checkCaptainConversation(const QJsonDocument &answer)
{
    const auto decoded = captain::decodeConversation(answer, kContext);
    if (decoded.value)
        checkOfCaptain(*decoded.value);
    else
        require(!decoded.problems.isEmpty(), "what cannot be read is told");
    const auto found = captain::decodeFound(answer, kContext);
    require(!decoded.value || (found.value && *found.value == decoded.value), "what is there is found");
}

void checkCaptainConversations(const QJsonDocument &answer)
{
    const auto decoded = captain::decodeConversations(answer, kContext);
    if (!decoded.value)
        return;
    require(decoded.value->next.isEmpty(), "a whole list has no next page");
    for (const Conversation &conversation : decoded.value->items)
        checkOfCaptain(conversation);
}

void checkCaptainMessages(const QJsonDocument &answer)
{
    const auto decoded = captain::decodeMessages(answer, kContext);
    if (!decoded.value)
        return;
    OptionalTime before;
    for (const Message &message : decoded.value->items) {
        check(message);
        require(!message.sensitive || plainText(message).isEmpty(), "what is sensitive is not told");
        require(!before || !message.sentAt || *message.sentAt <= *before, "the newest comes first");
        before = message.sentAt ? message.sentAt : before;
    }
}

void checkCaptainMessage(const QJsonDocument &answer)
{
    const auto decoded = captain::decodeMessage(answer, kContext);
    if (decoded.value)
        check(*decoded.value);
    const auto arrival = captain::decodeArrival(answer, kContext);
    require(!arrival.value || !arrival.value->conversation.isEmpty(), "what arrived is in a conversation");
}

template <typename T> void checkIds(const backends::Decoded<QList<T>> &decoded)
{
    for (const T &item : decoded.value.value_or(QList<T>()))
        require(!item.id.isEmpty(), "a thing has an id");
}

void checkCaptainThings(const QJsonDocument &answer)
{
    checkIds(captain::decodeTags(answer));
    checkIds(captain::decodeTeams(answer));
    checkIds(captain::decodeSnippets(answer));
    checkIds(captain::decodeViews(answer));
    checkIds(captain::decodeChannels(answer));
    checkIds(captain::decodeUsers(answer));
    for (const Presence &presence : captain::decodePresences(answer).value.value_or(QList<Presence>()))
        require(!presence.user.isEmpty(), "somebody is online");
    static_cast<void>(captain::decodeContacts(answer));
    static_cast<void>(captain::decodeContact(answer));
    static_cast<void>(captain::decodeDone(answer));
    static_cast<void>(captain::errorIn(answer));
}

void captainThings(QByteArrayView bytes)
{
    static const char *const wrappers[] = {"tags",   "teams",    "views", "answers",
                                           "agents", "channels", "users", "results"};
    Bytes source(bytes);
    const char *wrapper = wrappers[source.choice(std::size(wrappers))];
    checkCaptainThings(pageOf("captain-thing", source, wrapper));
}

// --- the targets -------------------------------------------------------------------------------------------

template <auto checkAnswer> void one(const char *kind, QByteArrayView bytes, const char *wrapper = "data")
{
    Bytes source(bytes);
    checkAnswer(answerOf(kind, source, wrapper));
}
template <auto checkAnswer> void page(const char *kind, QByteArrayView bytes, const char *wrapper = "data")
{
    Bytes source(bytes);
    checkAnswer(pageOf(kind, source, wrapper));
}

void json(QByteArrayView bytes)
{
    const QJsonDocument answer = QJsonDocument::fromJson(bytes.toByteArray());
    for (const auto checkAnswer :
         {checkConversation, checkConversations, checkMessage, checkMessages, checkNote, checkProfile,
          checkUsers, checkSettings, checkCaptainConversation, checkCaptainConversations,
          checkCaptainMessages, checkCaptainMessage, checkCaptainThings})
        checkAnswer(answer);
}

void errorText(QByteArrayView bytes)
{
    Bytes source(bytes);
    const QByteArray secret = "s3cr3t-t0ken";
    QByteArray body;
    if (source.oneIn(2)) {
        // In the shapes that error answers have, with the secret told back.
        static const char *const keys[] = {"message", "error", "detail", "errors", "permission"};
        QJsonObject object;
        for (int i = source.choice(4); i >= 0; --i) {
            const QString before = source.text();
            QString words = before + QString::fromUtf8(secret) + source.text();
            if (source.oneIn(2)) // a stranger's character inside it
                words.insert(before.size() + source.choice(int(secret.size())),
                             QChar(source.number<quint16>()));
            const QString key = QString::fromLatin1(keys[source.choice(std::size(keys))]);
            object.insert(key, source.oneIn(2) ? QJsonValue(words) : QJsonValue(QJsonArray{words}));
        }
        body = QJsonDocument(object).toJson();
    } else {
        body = source.rest().toByteArray();
    }
    const net::ErrorText text = net::errorText(body, {secret});
    constexpr int longest = 300;
    require(text.detail.size() <= longest, "an error's text is short");
    for (const QString &shown : {text.detail, text.permission}) {
        require(!shown.contains(QString::fromUtf8(secret)), "an error's text shows no secret");
        static const QRegularExpression url(QStringLiteral("https?://\\S"));
        require(!shown.contains(url), "an error's text shows no address");
        require(std::none_of(shown.begin(), shown.end(),
                             [](QChar c) { return c.category() == QChar::Other_Control; }),
                "an error's text has no control characters");
    }
}

void retryAfter(QByteArrayView bytes)
{
    Bytes source(bytes);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(source.number<quint32>(), Qt::UTC);
    QByteArray header;
    switch (source.choice(3)) {
    case 0:
        header = source.rest().toByteArray();
        break;
    case 1:
        header =
            QByteArray::number(source.number<qint64>()) + ", " + QByteArray::number(source.number<int>());
        break;
    default:
        header = QByteArray("Fri, ") + QByteArray::number(source.choice(40)) + " Nov "
            + QByteArray::number(source.number<quint16>()) + " 18:00:00 GMT";
    }
    const auto wait = net::parseRetryAfter(header, now);
    constexpr std::chrono::seconds longest(3600);
    require(!wait || (wait->count() >= 0 && *wait <= longest), "no server makes us wait longer than an hour");
}

// Addresses out of parts that matter and parts that nobody thought of.
QString address(Bytes &source)
{
    static const char *const parts[] = {
        "https://", "http://",     "HTTPS:", "mailto:",   "tel:",      "javascript:", "file:///",
        "@",        ":",           "/",      "//",        "?subject=", "#",           "%2e",
        "%00",      "%20",         "\\",     "localhost", "127.0.0.1", "[::1]",       "2130706433",
        "xn--",     "example.com", ":8080",  "+49 30",    "*21*",      ";ext=",       ".."};
    QString text;
    while (!source.isEmpty() && text.size() < 2'000) {
        const int part = source.choice(int(std::size(parts)) + 4);
        text += part < int(std::size(parts)) ? QString::fromLatin1(parts[part]) : source.text();
    }
    return text;
}

void baseUrl(QByteArrayView bytes)
{
    Bytes source(bytes);
    const auto url = net::parseBaseUrl(address(source));
    if (!url)
        return;
    require(url->isValid() && !url->host().isEmpty(), "a base URL has a host");
    require(url->scheme() == QLatin1String("https")
                || (url->scheme() == QLatin1String("http") && net::isLoopback(*url)),
            "a base URL is https, or http to this machine");
    require(url->userInfo().isEmpty() && !url->hasQuery() && !url->hasFragment(), "a base URL is bare");
    require(!url->path().endsWith(u'/'), "a base URL has no slash at its end");
    const auto again = net::parseBaseUrl(url->toString(QUrl::FullyEncoded));
    require(again && *again == *url, "a base URL stays what it is when it is kept and read again");
    require(net::sameOrigin(*url, *again), "a base URL is of its own origin");
}

void checkLink(const QUrl &link)
{
    const QString scheme = link.scheme();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    require(web || scheme == QLatin1String("mailto") || scheme == QLatin1String("tel"),
            "a link has one of four schemes");
    require(link.userInfo().isEmpty(), "a link holds no user name");
    require(!web || !link.host().isEmpty(), "a link into the web has a host");
    // It is judged once more where it is opened.
    const QString written = link.toString(QUrl::FullyEncoded);
    const auto again = safeLink(written);
    require(again && again->toString(QUrl::FullyEncoded) == written,
            "a safe link is still the same when judged again");
}

void link(QByteArrayView bytes)
{
    Bytes source(bytes);
    if (const auto found = safeLink(address(source)))
        checkLink(*found);
}

void checkFormatted(const QString &text)
{
    const ui::FormattedText formatted = ui::parseMessage(text);
    require(formatted.text.size() <= text.size(), "formatting adds nothing");
    int end = 0;
    for (const ui::StyledRun &run : formatted.runs) {
        require(run.start >= end && run.length > 0 && run.styles != ui::TextStyles(),
                "styled runs are in order and say something");
        end = run.start + run.length;
    }
    require(end <= formatted.text.size(), "styled runs are inside the text");
    end = 0;
    for (const ui::TextLink &found : formatted.links) {
        require(found.start >= end && found.length > 0, "links are in order");
        checkLink(found.target);
        end = found.start + found.length;
    }
    require(end <= formatted.text.size(), "links are inside the text");
    static_cast<void>(ui::withoutFormatMarks(text));
}

void messageFormat(QByteArrayView bytes)
{
    Bytes source(bytes);
    if (source.oneIn(4)) {
        checkFormatted(QString::fromUtf8(source.rest()));
        return;
    }
    static const char *const parts[] = {
        "*", "_", "~", "```", "\n", " ", "a", "*_~", "https://example.com/", "@b.de", "+49 152 2356",
        ".", ")"};
    QString text;
    while (!source.isEmpty() && text.size() < 4'000) {
        const int part = source.choice(int(std::size(parts)) + 2);
        text += part < int(std::size(parts)) ? QString::fromLatin1(parts[part]) : source.text();
    }
    checkFormatted(text);
}

void plainWords(QByteArrayView bytes)
{
    Bytes source(bytes);
    const int most = source.number<qint8>();
    const QString text = QString::fromUtf8(source.rest());
    const qsizetype room = std::max(most, 0);
    require(capped(text, most).size() <= room && oneLine(text, most).size() <= room, "a cap is kept");
    require(!oneLine(text, most).contains(u'\n'), "one line is one line");
    require(folded(folded(text)) == folded(text), "folding once is enough");
    const QString digits = phoneDigits(text);
    require(std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }),
            "phone digits are digits");
    static_cast<void>(phoneQuery(text));
    const QStringList words = searchWords(text);
    require(QSet<QString>(words.begin(), words.end()).size() == words.size(), "no search word comes twice");
}

// Out of what file systems, programs and eyes stumble over, in any order.
QString offeredName(Bytes &source)
{
    if (source.oneIn(4))
        return QString::fromUtf8(source.rest());
    static const char16_t *const parts[] = {u"/",
                                            u"\\",
                                            u":",
                                            u"..",
                                            u".",
                                            u" ",
                                            u"~",
                                            u"-",
                                            u"con",
                                            u"NUL",
                                            u"com¹",
                                            u"conin$",
                                            u"lpt9",
                                            u".exe",
                                            u".pdf",
                                            u"\u202E",
                                            u"\u2066",
                                            u"\u200E",
                                            u"\u00AD",
                                            u"\u0301",
                                            u"e",
                                            u"\u212B",
                                            u"\u1E9B\u0323",
                                            u"\uFEFF",
                                            u"\uFFFD",
                                            u"\uE000",
                                            u"\u2028",
                                            u"\u00A0",
                                            u"\u3000",
                                            u"\n",
                                            u"\x7F",
                                            u"😀",
                                            u"aaaaaaaaaaaaaaaa",
                                            u"発注書発注書"};
    QString text;
    while (!source.isEmpty() && text.size() < 6'000) {
        const int part = source.choice(int(std::size(parts)) + 4);
        if (part < int(std::size(parts)))
            text += QString::fromUtf16(parts[part]);
        else if (part == int(std::size(parts)))
            text += QChar(source.number<quint16>()); // half a character among them
        else
            text += source.text();
    }
    return text;
}

void fileName(QByteArrayView bytes)
{
    Bytes source(bytes);
    const QString fallback = QStringLiteral("file");
    const QString name = safeFileName(offeredName(source), fallback);
    require(!name.isEmpty(), "a file has a name");
    require(name.toUtf8().size() <= 150, "a name leaves room for what a program adds");
    require(name.isValidUtf16(), "a name has no half characters");
    const auto characters = name.toUcs4();
    for (const char32_t c : characters) {
        require(!QStringView(u"/\\:<>|?*\"").contains(QChar(c < 0x10000 ? char16_t(c) : u'x')),
                "a name is no path and means nothing to a file system");
        require(QChar::category(c) != QChar::Other_Control && QChar::category(c) != QChar::Other_Format,
                "a name hides nothing and turns nothing around");
        require(!QChar::isSpace(c) || c == U' ', "a name stands on one line");
    }
    require(!name.startsWith(u'.') && !name.startsWith(u'-') && !name.startsWith(u'~')
                && !name.startsWith(u' '),
            "a name is not hidden, and no option to a program");
    require(!name.endsWith(u'.') && !name.endsWith(u' '), "every file system keeps a name's end");
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])$"),
        QRegularExpression::CaseInsensitiveOption);
    require(!device.match(name.section(u'.', 0, 0).trimmed()).hasMatch(), "a name is no device's");
    require(safeFileName(name, fallback) == name, "a safe name is still the same when made safe again");
}

// What is on disk may have been damaged there: it is nothing, or a value that can be kept again.
void stored(QByteArrayView bytes)
{
    const QByteArray given = QByteArray(1, '\1') + bytes.toByteArray();
    if (const auto conversation = store::decodeConversation(kAccount, given)) {
        const QByteArray again = store::encode(*conversation);
        const auto back = store::decodeConversation(kAccount, again);
        require(back && store::encode(*back) == again, "a conversation that was read can be kept");
    }
    if (const auto message = store::decodeMessage(given)) {
        const QByteArray again = store::encode(*message);
        const auto back = store::decodeMessage(again);
        require(back && store::encode(*back) == again, "a message that was read can be kept");
    }
    static_cast<void>(store::decodeUsers(given));
}

// A table from a stranger's spreadsheet: rows are read to the end, and what is written of them is read again.
void csv(QByteArrayView bytes)
{
    const TextEncoding encoding = guessEncoding(bytes);
    const QString text = decodedText(bytes, encoding);
    const QChar delimiter = guessDelimiter(text);
    CsvReader reader(text, delimiter);
    CsvWriter writer(u',');
    QList<QStringList> rows;
    QStringList cells;
    int last = 0;
    while (reader.next(cells)) {
        require(!cells.isEmpty(), "a row has cells");
        require(reader.row() > last, "rows are counted up");
        last = reader.row();
        rows << cells;
        writer.add(cells);
    }
    require(reader.position() == text.size(), "a table is read to its end");
    if (!text.isValidUtf16())
        return; // half characters are lost in UTF-8
    const QString again = decodedText(writer.bytes(), TextEncoding::Utf8);
    CsvReader second(again, u',');
    for (const QStringList &row : std::as_const(rows)) {
        require(second.next(cells) && cells.size() == row.size(), "a row that was written is a row again");
        for (qsizetype i = 0; i < row.size(); ++i) {
            require(cells.at(i) == row.at(i) || cells.at(i) == QString(u'\'' + row.at(i)),
                    "a cell that was written is that cell again, or cannot be a formula");
            require(cells.at(i).isEmpty() || !QStringView(u"=+-@\t\r").contains(cells.at(i).front()),
                    "no cell is a formula");
        }
    }
}

// Whatever is pasted or opened: each recipient has one good number, and nobody is there twice.
void checkRecipients(const recipients::RecipientList &list)
{
    QSet<QString> numbers;
    require(list.recipients.size() == list.rows.size(), "each recipient comes from a row");
    for (const Recipient &one : list.recipients) {
        require(one.phone.size() >= 5 && one.phone.size() <= 16 && one.phone.startsWith(u'+')
                    && std::all_of(one.phone.cbegin() + 1, one.phone.cend(),
                                   [](QChar c) { return c >= u'0' && c <= u'9'; }),
                "a number is E.164");
        require(!numbers.contains(one.phone), "nobody is written to twice");
        numbers.insert(one.phone);
        require(!one.name.contains(u'\n'), "a name stands on one line");
    }
    for (const recipients::BadRow &row : list.bad)
        require(row.row > 0 && row.text.size() <= 300, "a row that is kept out can be found and shown");
}

void recipientsOf(QByteArrayView bytes)
{
    recipients::Rules rules;
    rules.region = QStringLiteral("DE");
    checkRecipients(recipients::typedRecipients(QString::fromUtf8(bytes), rules));
    const std::atomic_bool stop = false;
    const QByteArray file = bytes.toByteArray();
    const recipients::CsvGlance glance =
        recipients::glance(file, {}, {{QStringLiteral("body.1")}, false}, rules.region);
    require(glance.columns.size() == glance.header.size(), "each column is something");
    checkRecipients(recipients::csvRecipients(file, glance.shape, glance.columns, rules, stop));
}

} // namespace

const std::vector<Target> &targets()
{
    static const std::vector<Target> all{
        {"conversation", [](QByteArrayView b) { one<checkConversation>("conversation", b); }},
        {"conversations", [](QByteArrayView b) { page<checkConversations>("conversation", b); }},
        {"message", [](QByteArrayView b) { one<checkMessage>("message", b); }},
        {"messages", [](QByteArrayView b) { page<checkMessages>("message", b); }},
        {"note", [](QByteArrayView b) { one<checkNote>("note", b); }},
        {"profile", [](QByteArrayView b) { one<checkProfile>("profile", b); }},
        {"users", [](QByteArrayView b) { page<checkUsers>("user", b); }},
        {"settings", [](QByteArrayView b) { one<checkSettings>("settings", b); }},
        {"captain-conversation",
         [](QByteArrayView b) { one<checkCaptainConversation>("captain-conversation", b, "conversation"); }},
        {"captain-conversations",
         [](QByteArrayView b) {
             page<checkCaptainConversations>("captain-conversation", b, "conversations");
         }},
        {"captain-messages",
         [](QByteArrayView b) { page<checkCaptainMessages>("captain-message", b, "messages"); }},
        {"captain-message",
         [](QByteArrayView b) { one<checkCaptainMessage>("captain-message", b, "message"); }},
        {"captain-things", captainThings},
        {"templates", [](QByteArrayView b) { page<checkTemplates>("template", b); }},
        {"zild-opening", [](QByteArrayView b) { page<checkOpening>("zild-conversation", b); }},
        {"json", json},
        {"error-text", errorText},
        {"retry-after", retryAfter},
        {"base-url", baseUrl},
        {"link", link},
        {"message-format", messageFormat},
        {"plain-words", plainWords},
        {"file-name", fileName},
        {"stored", stored},
        {"csv", csv},
        {"recipients", recipientsOf},
    };
    return all;
}

void runTarget(const Target &target, QByteArrayView bytes)
{
    const std::clock_t start = std::clock();
    target.run(bytes);
    // Processor time: a busy machine is no hang.
    require(std::clock() - start <= CLOCKS_PER_SEC, "nothing takes longer than a second");
}

} // namespace inbox::fuzz
