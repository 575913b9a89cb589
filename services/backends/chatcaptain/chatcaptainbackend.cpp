// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/chatcaptainbackend.h"

#include "services/backends/chatcaptain/descriptor.h"
#include "services/net/origin.h"
#include "services/net/outcome.h"

#include <QJsonObject>
#include <QUuid>

namespace inbox::backends::chatcaptain {

using namespace domain;

Q_LOGGING_CATEGORY(lcChatCaptain, "inbox.chatcaptain", QtInfoMsg)

namespace {

constexpr qint64 ordinaryCap = 2 * net::mebibyte;
constexpr int contactsPerPage = 50;

void log(const QByteArray &operation, const QList<Problem> &problems)
{
    // Paths and kinds only: never what stood there.
    constexpr qsizetype enough = 20;
    for (const Problem &problem : problems.mid(0, enough))
        qCDebug(lcChatCaptain).noquote() << operation << problem.path << problem.what;
}

// A no inside a yes: {"error": "…"} without what was asked for, or {"deleted": false}.
std::optional<Error> refusalIn(const QJsonDocument &answer, const QByteArray &secret)
{
    const QString words = errorIn(answer);
    const QJsonValue deleted = answer.object().value(QLatin1String("deleted"));
    if (words.isEmpty() && !(deleted.isBool() && !deleted.toBool()))
        return std::nullopt;
    // Through the same sieve as every error text: capped, without addresses and credentials.
    const QJsonObject told{{QStringLiteral("error"), words}};
    const net::ErrorText text = net::errorText(QJsonDocument(told).toJson(), {secret});
    Error error;
    error.kind = text.permission.isEmpty() ? ErrorKind::Rejected : ErrorKind::Forbidden;
    error.outcome = Outcome::Refused;
    error.detail = text.detail;
    error.permission = text.permission;
    return error;
}

template <typename T>
Result<T> understood(const QByteArray &operation, Decoded<T> decoded, const std::optional<Error> &refusal)
{
    log(operation, decoded.problems);
    if (decoded.value)
        return std::move(*decoded.value);
    return Failure(refusal.value_or(Error{ErrorKind::NotThisApi}));
}

QString joinedPath(const QString &pattern, const QStringList &segments)
{
    // Not QString::arg(): a percent-encoded id looks like one of its places.
    QString path;
    qsizetype at = 0;
    for (const QString &segment : segments) {
        const qsizetype place = pattern.indexOf(QLatin1String("{}"), at);
        path += QStringView(pattern).mid(at, place - at) + segment;
        at = place + 2;
    }
    return path + QStringView(pattern).mid(at);
}

} // namespace

ChatCaptainBackend::ChatCaptainBackend(AccountId account, Place place, const QString &secret)
    : m_account(std::move(account))
    , m_place(std::move(place))
    , m_capabilities(capabilitiesOf(!m_place.workspace.isEmpty()))
    , m_client(m_place.base)
{
    connect(&m_client, &net::HttpClient::failed, this, &ChatCaptainBackend::noticeFailure);
    setSecret(secret);
}

const BackendDescriptor &ChatCaptainBackend::descriptor() const
{
    return chatcaptain::descriptor();
}

void ChatCaptainBackend::setSecret(const QString &secret)
{
    // A line break would start another header.
    m_secret = secret.trimmed().toUtf8();
    m_secret.replace('\r', QByteArray()).replace('\n', QByteArray());
    QList<net::Header> credential;
    if (!m_secret.isEmpty())
        credential.append({"x-chatcaptain-key", m_secret});
    m_client.setCredential(credential);
    // Another key may be allowed more.
    const Capabilities all = capabilitiesOf(!m_place.workspace.isEmpty());
    if (m_capabilities != all) {
        m_capabilities = all;
        Q_EMIT capabilitiesChanged();
    }
}

QDateTime ChatCaptainBackend::serverNow() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(serverOffset().count());
}

Context ChatCaptainBackend::context(const ConversationId &conversation) const
{
    return {m_account, conversation, m_names, m_place.environment, serverNow()};
}

Result<net::Request> ChatCaptainBackend::request(Operation operation, const QStringList &ids,
                                                 const Result<QByteArray> &body) const
{
    if (!body)
        return Failure(body.error());
    const OperationFacts &facts = factsOf(operation);
    QString pattern = QLatin1String(facts.path);
    QStringList all;
    if (pattern.contains(QLatin1String("{ws}")))
        all << m_place.workspace;
    if (pattern.contains(QLatin1String("{cb}")))
        all << m_place.chatbot;
    pattern.replace(QLatin1String("{ws}"), QLatin1String("{}"));
    pattern.replace(QLatin1String("{cb}"), QLatin1String("{}"));
    QStringList segments;
    for (const QString &id : all + ids) {
        const Result<QString> segment = encodeId(id);
        if (!segment)
            return Failure(segment.error());
        segments << *segment;
    }
    net::Request request;
    request.name = facts.name;
    request.verb = facts.verb;
    request.path = joinedPath(pattern, segments);
    request.body = *body;
    request.effect = facts.effect;
    request.cap = facts.isList ? m_place.listCap : ordinaryCap;
    request.deadline = facts.deadline;
    request.answerNeeded = facts.answerNeeded;
    request.permission = QLatin1String(facts.permission);
    return request;
}

template <typename T>
net::Call<T> ChatCaptainBackend::send(const Result<net::Request> &request, Decode<T> decode)
{
    if (!request)
        return net::finishedCall<T>(Failure(request.error()));
    auto remark = std::make_shared<QString>();
    net::Call<T> call =
        m_client.send<T>(*request,
                         [decode = std::move(decode), name = request->name, secret = m_secret,
                          remark](const net::Answer &answer) {
                             const std::optional<Error> refusal = refusalIn(answer.json, secret);
                             Result<T> result = understood(name, decode(answer.json), refusal);
                             if (result && refusal)
                                 *remark = refusal->detail;
                             return result;
                         });
    call.whenDone(this, [this, name = request->name, remark](const Result<T> &result) {
        if (result)
            keepRemark(name, *remark);
    });
    return call;
}

template <typename T> net::Call<T> ChatCaptainBackend::list(Operation operation, Decode<T> decode)
{
    return send<T>(request(operation, {}), std::move(decode));
}

net::Call<Conversation> ChatCaptainBackend::sendAndReadBack(const Result<net::Request> &request,
                                                            const ConversationId &id)
{
    using Maybe = std::optional<Conversation>;
    auto write = send<Maybe>(request, [context = context(id)](const QJsonDocument &json) {
        // Done, but told in no words we know: an empty body, {}. A refusal stays one.
        Decoded<Conversation> decoded = decodeConversation(json, context);
        Decoded<Maybe> result{std::nullopt, std::move(decoded.problems)};
        if (decoded.value || errorIn(json).isEmpty())
            result.value = std::move(decoded.value);
        return result;
    });
    auto promise = std::make_shared<QPromise<Result<Conversation>>>();
    promise->start();
    auto cancelCurrent = std::make_shared<std::function<void()>>(write.cancel);
    const auto finish = [promise](Result<Conversation> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    write.whenDone(this, [this, finish, cancelCurrent, id](Result<Maybe> written) {
        if (!written)
            return finish(Failure(written.error()));
        if (*written)
            return finish(std::move(**written));
        net::Call<Conversation> read = conversation(id);
        *cancelCurrent = read.cancel;
        read.whenDone(this, [finish](Result<Conversation> result) {
            if (!result) // done all the same: only what it looks like now is not known
                result.error().outcome = Outcome::Unknown;
            finish(std::move(result));
        });
    });
    return {promise->future(), [cancelCurrent] {
                const std::function<void()> cancel = *cancelCurrent;
                cancel();
            }};
}

void ChatCaptainBackend::noticeFailure(const QByteArray &operation, const Error &error)
{
    if (error.kind != ErrorKind::Forbidden)
        return;
    const OperationFacts *facts = factsOf(operation);
    const Capabilities before = m_capabilities;
    for (const Capability c : facts ? facts->capabilities : QList<Capability>()) {
        if (m_capabilities.has(c))
            m_capabilities.remove(c, {Unavailable::Why::Forbidden, error.permission});
    }
    if (m_capabilities != before)
        Q_EMIT capabilitiesChanged();
}

void ChatCaptainBackend::keepRemark(const QByteArray &operation, const QString &remark)
{
    if (m_remarks.value(operation) == remark)
        return;
    if (remark.isEmpty())
        m_remarks.remove(operation);
    else
        m_remarks.insert(operation, remark);
    Q_EMIT remarksChanged();
}

QStringList ChatCaptainBackend::remarks() const
{
    QStringList all = m_remarks.values();
    all.removeDuplicates();
    return all;
}

void ChatCaptainBackend::learnNames()
{
    // Each remembers what it reads; without them there are ids only, which is no failure.
    lines();
    if (m_capabilities.has(Capability::CustomerUsers))
        customerUsers({});
}

// --- conversations -----------------------------------------------------------------------------------------

net::Call<Nothing> ChatCaptainBackend::probe()
{
    return send<Nothing>(request(Operation::ListConversations, {}),
                         [context = context()](const QJsonDocument &json) {
                             auto page = decodeConversations(json, context);
                             Decoded<Nothing> result{std::nullopt, std::move(page.problems)};
                             // Rows, but none that can be read: some other API's list.
                             if (page.value && (page.value->unreadable == 0 || !page.value->items.isEmpty()))
                                 result.value = Nothing();
                             return result;
                         });
}

net::Call<Page<Conversation>> ChatCaptainBackend::conversations(const PageToken &)
{
    return conversationsOf(m_place.contact, m_place.channel);
}

net::Call<Page<Conversation>> ChatCaptainBackend::conversationsOf(const CustomerId &contact,
                                                                  const LineId &channel)
{
    Result<net::Request> list = request(Operation::ListConversations, {});
    if (list && !contact.isEmpty())
        list->query.addQueryItem(QStringLiteral("contactId"),
                                 QString::fromLatin1(QUrl::toPercentEncoding(contact.value())));
    if (list && !channel.isEmpty())
        list->query.addQueryItem(QStringLiteral("channelId"),
                                 QString::fromLatin1(QUrl::toPercentEncoding(channel.value())));
    return send<Page<Conversation>>(list, [context = context()](const QJsonDocument &json) {
        return decodeConversations(json, context);
    });
}

net::Call<Conversation> ChatCaptainBackend::conversation(const ConversationId &id)
{
    return send<Conversation>(
        request(Operation::ShowConversation, {id.value()}),
        [context = context(id)](const QJsonDocument &json) { return decodeConversation(json, context); });
}

net::Call<Conversation> ChatCaptainBackend::update(const ConversationId &id, const ConversationUpdate &change)
{
    Operation operation = Operation::Update;
    if (change.status && !change.assignee)
        operation = Operation::SetStatus;
    else if (change.assignee && !change.status)
        operation = Operation::Assign;
    ConversationPatch patch;
    patch.state = change.status;
    patch.operatorId = change.assignee;
    return this->patch(operation, id, patch);
}

net::Call<Conversation> ChatCaptainBackend::patch(Operation operation, const ConversationId &id,
                                                  const ConversationPatch &change)
{
    return sendAndReadBack(request(operation, {id.value()}, encodePatch(change)), id);
}

net::Call<Conversation> ChatCaptainBackend::markRead(const ConversationId &id)
{
    ConversationPatch change;
    change.unread = false;
    return patch(Operation::SetUnread, id, change);
}

net::Call<Conversation> ChatCaptainBackend::markUnread(const ConversationId &id)
{
    ConversationPatch change;
    change.unread = true;
    return patch(Operation::SetUnread, id, change);
}

net::Call<Conversation> ChatCaptainBackend::setArchived(const ConversationId &id, bool archived)
{
    ConversationPatch change;
    change.archived = archived;
    return patch(Operation::SetArchived, id, change);
}

net::Call<Conversation> ChatCaptainBackend::setTags(const ConversationId &id, const QList<TagId> &tags)
{
    ConversationPatch change;
    change.tags.emplace();
    for (const TagId &tag : tags)
        *change.tags << tag.value();
    return patch(Operation::SetTags, id, change);
}

net::Call<Conversation> ChatCaptainBackend::assignTeam(const ConversationId &id, const TeamId &team)
{
    ConversationPatch change;
    change.team = team;
    return patch(Operation::AssignTeam, id, change);
}

net::Call<Conversation> ChatCaptainBackend::snooze(const ConversationId &id, const QDateTime &until)
{
    // How a snooze is taken away is written nowhere (null? an empty text?), but that `snoozed` is the time it
    // lasts until is: one that lasted until just now is over. Just now, for the server's clock is known from
    // its answers' dates, which are whole seconds.
    constexpr int kClockErrorSeconds = 5;
    ConversationPatch change;
    change.snoozed = until.isValid() ? until : serverNow().addSecs(-kClockErrorSeconds);
    return patch(Operation::Snooze, id, change);
}

net::Call<Conversation> ChatCaptainBackend::rename(const ConversationId &id, const QString &name)
{
    ConversationPatch change;
    change.name = name;
    return patch(Operation::Rename, id, change);
}

net::Call<Conversation> ChatCaptainBackend::setLanguage(const ConversationId &id, const QString &code)
{
    ConversationPatch change;
    change.language = code;
    return patch(Operation::SetLanguage, id, change);
}

net::Call<Conversation> ChatCaptainBackend::setMetadata(const ConversationId &id,
                                                        const QMap<QString, QString> &metadata)
{
    ConversationPatch change;
    change.metadata = metadata;
    return patch(Operation::SetMetadata, id, change);
}

net::Call<Conversation> ChatCaptainBackend::setMentions(const ConversationId &id,
                                                        const QList<UserId> &mentions)
{
    ConversationPatch change;
    change.mentions.emplace();
    for (const UserId &user : mentions)
        *change.mentions << user.value();
    return patch(Operation::Mention, id, change);
}

net::Call<Conversation> ChatCaptainBackend::createConversation(const NewConversation &what)
{
    const Operation operation =
        what.contact.isEmpty() ? Operation::StartConversation : Operation::CreateConversation;
    return send<Conversation>(
        request(operation, {}, encodeCreation(what)),
        [context = context()](const QJsonDocument &json) { return decodeConversation(json, context); });
}

const OpeningForm *ChatCaptainBackend::openingForm() const
{
    return &chatcaptain::openingForm();
}

net::Call<OpeningAnswer> ChatCaptainBackend::open(const OpeningRequest &what)
{
    NewConversation one;
    if (what.recipients.size() == 1) { // else nobody, which is refused
        const Recipient &recipient = what.recipients.constFirst();
        one.contact = recipient.contact;
        one.name = recipient.name;
        one.email = recipient.email;
        one.phone = recipient.phone;
        one.line = what.plan.line;
        one.channel = m_names.channels.value(what.plan.line);
        one.environment = what.plan.environment;
    }
    const Operation operation =
        one.contact.isEmpty() ? Operation::StartConversation : Operation::CreateConversation;
    Result<net::Request> creation = request(operation, {}, encodeCreation(one));
    if (creation)
        creation->answerNeeded = false; // a yes will do: the list brings what was made
    return send<OpeningAnswer>(creation, [context = context(), secret = m_secret](const QJsonDocument &json) {
        Decoded<OpeningAnswer> result = decodeOpening(json, context);
        // Made, and yet something went wrong with it: both are shown.
        const std::optional<Error> beside = refusalIn(json, secret);
        if (result.value && beside)
            result.value->results.first().reason = beside->detail;
        return result;
    });
}

net::Call<std::optional<Conversation>> ChatCaptainBackend::findConversation(const LineId &line,
                                                                            const QString &providerId)
{
    Result<net::Request> find = request(Operation::FindConversation, {});
    if (line.isEmpty() || providerId.isEmpty())
        find = Failure(Error{ErrorKind::LocalFailure, Outcome::NotSent});
    if (find) {
        find->query.addQueryItem(QStringLiteral("channelId"),
                                 QString::fromLatin1(QUrl::toPercentEncoding(line.value())));
        find->query.addQueryItem(QStringLiteral("providerId"),
                                 QString::fromLatin1(QUrl::toPercentEncoding(providerId)));
    }
    return send<std::optional<Conversation>>(
        find, [context = context()](const QJsonDocument &json) { return decodeFound(json, context); });
}

net::Call<Nothing> ChatCaptainBackend::deleteConversation(const ConversationId &id)
{
    return send<Nothing>(request(Operation::DeleteConversation, {id.value()}), decodeDone);
}

// --- messages ----------------------------------------------------------------------------------------------

net::Call<Page<Message>> ChatCaptainBackend::messages(const ConversationId &id, const PageToken &)
{
    return send<Page<Message>>(
        request(Operation::ListMessages, {id.value()}),
        [context = context(id)](const QJsonDocument &json) { return decodeMessages(json, context); });
}

net::Call<Message> ChatCaptainBackend::message(const ConversationId &id, const MessageId &message)
{
    return send<Message>(
        request(Operation::ShowMessage, {id.value(), message.value()}),
        [context = context(id)](const QJsonDocument &json) { return decodeMessage(json, context); });
}

net::Call<Message> ChatCaptainBackend::sendText(const ConversationId &id, const QString &text,
                                                const MessageId &quoted)
{
    if (!quoted.isEmpty())
        return unsupported<Message>();
    return send<Message>(
        request(Operation::SendText, {}, encodeText(id, text)),
        [context = context(id)](const QJsonDocument &json) { return decodeMessage(json, context); });
}

net::Call<Message> ChatCaptainBackend::duplicate(const ConversationId &, const MessageId &)
{
    return unsupported<Message>();
}

net::Call<Message> ChatCaptainBackend::restart(const ConversationId &)
{
    return unsupported<Message>();
}

net::Call<Message> ChatCaptainBackend::react(const ConversationId &, const MessageId &, const QString &)
{
    return unsupported<Message>();
}

net::Call<Note> ChatCaptainBackend::editNote(const ConversationId &, const NoteId &, const QString &)
{
    return unsupported<Note>();
}

net::Call<Nothing> ChatCaptainBackend::addNote(const ConversationId &id, const QString &text)
{
    return send<Nothing>(request(Operation::AddNotes, {id.value()}, encodeNotes({text})), decodeDone);
}

net::Call<Nothing> ChatCaptainBackend::removeNote(const ConversationId &id, const QString &text)
{
    return send<Nothing>(request(Operation::RemoveNotes, {id.value()}, encodeNotes({text})), decodeDone);
}

// --- events ------------------------------------------------------------------------------------------------

net::Call<Nothing> ChatCaptainBackend::triggerEvent(const ConversationId &id, const QString &event)
{
    return send<Nothing>(request(Operation::CustomEvent, {}, encodeEvent(m_place.chatbot, id, event)),
                         decodeDone);
}

net::Call<Arrival> ChatCaptainBackend::receiveText(const Source &source, const QString &text)
{
    const QDateTime now = serverNow();
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return send<Arrival>(
        request(Operation::HandleMessage, {}, encodeIncomingText(m_place.chatbot, source, text, id, now)),
        [context = context()](const QJsonDocument &json) { return decodeArrival(json, context); });
}

net::Call<Arrival> ChatCaptainBackend::receiveEvent(const Source &source, const QString &event)
{
    return send<Arrival>(
        request(Operation::HandleEvent, {}, encodeIncomingEvent(m_place.chatbot, source, event)),
        [context = context()](const QJsonDocument &json) { return decodeArrival(json, context); });
}

net::Call<Arrival> ChatCaptainBackend::runStep(const ConversationId &id, const FlowStep &step)
{
    return send<Arrival>(
        request(Operation::HandlePayload, {}, encodeStep(m_place.chatbot, id, step)),
        [context = context(id)](const QJsonDocument &json) { return decodeArrival(json, context); });
}

// --- around ------------------------------------------------------------------------------------------------

net::Call<QList<Tag>> ChatCaptainBackend::tags()
{
    return list<QList<Tag>>(Operation::ListTags, decodeTags);
}

net::Call<QList<Team>> ChatCaptainBackend::teams()
{
    return list<QList<Team>>(Operation::ListTeams, decodeTeams);
}

net::Call<QList<Snippet>> ChatCaptainBackend::snippets()
{
    return list<QList<Snippet>>(Operation::ListAnswers, decodeSnippets);
}

net::Call<QList<SavedView>> ChatCaptainBackend::savedViews()
{
    return list<QList<SavedView>>(Operation::ListViews, decodeViews);
}

net::Call<QList<Line>> ChatCaptainBackend::lines()
{
    auto call = list<QList<Line>>(Operation::ListChannels, decodeChannels);
    call.whenDone(this, [this](const Result<QList<Line>> &result) {
        for (const Line &line : result.value_or(QList<Line>())) {
            m_names.lines.insert(line.id, line.name);
            m_names.channels.insert(line.id, line.channel.raw);
        }
    });
    return call;
}

net::Call<QList<Presence>> ChatCaptainBackend::presences()
{
    return list<QList<Presence>>(Operation::ListOnline, decodePresences);
}

net::Call<Nothing> ChatCaptainBackend::setOnline(bool online)
{
    const QDateTime now = serverNow();
    return send<Nothing>(request(Operation::SetOnline, {}, encodeOnline(online, now)), decodeDone);
}

net::Call<Page<Customer>> ChatCaptainBackend::searchContacts(const QString &words, const PageToken &token)
{
    const int page = qMax(1, token.toInt());
    Result<net::Request> search = request(Operation::SearchContacts, {});
    if (search) {
        search->query.addQueryItem(QStringLiteral("query"),
                                   QString::fromLatin1(QUrl::toPercentEncoding(words)));
        search->query.addQueryItem(QStringLiteral("page"), QString::number(page));
        search->query.addQueryItem(QStringLiteral("pageSize"), QString::number(contactsPerPage));
    }
    return send<Page<Customer>>(search, [page](const QJsonDocument &json) {
        auto decoded = decodeContacts(json);
        // How many pages there are is not said: a full one may be followed by another.
        if (decoded.value && decoded.value->items.size() + decoded.value->unreadable >= contactsPerPage)
            decoded.value->next = QString::number(page + 1);
        return decoded;
    });
}

net::Call<Profile> ChatCaptainBackend::profile(const Customer &customer)
{
    return send<Profile>(request(Operation::ShowContact, {customer.id.value()}), decodeContact);
}

net::Call<QList<User>> ChatCaptainBackend::customerUsers(const CustomerId &)
{
    if (m_place.workspace.isEmpty())
        return unsupported<QList<User>>();
    // Whoever works with the chatbot may answer each of its customers.
    auto call = list<QList<User>>(Operation::ListUsers, decodeUsers);
    call.whenDone(this, [this](const Result<QList<User>> &result) {
        for (const User &user : result.value_or(QList<User>()))
            m_names.users.insert(user.id, user.name);
    });
    return call;
}

net::Call<AccountSettings> ChatCaptainBackend::settings()
{
    return unsupported<AccountSettings>();
}

net::Call<qint64> ChatCaptainBackend::download(const MediaContent &media, const net::FileSink &sink)
{
    // Its path is only there for the table: a file's address comes with its message.
    Result<net::Request> file = request(Operation::DownloadFile, {});
    if (!file)
        return net::finishedCall<qint64>(Failure(file.error()));
    if (media.downloadUrl.isEmpty())
        return unsupported<qint64>();
    file->url = media.downloadUrl;
    file->anonymous = !net::sameOrigin(media.downloadUrl, m_client.base());
    file->file = sink;
    return m_client.download(*file);
}

} // namespace inbox::backends::chatcaptain
