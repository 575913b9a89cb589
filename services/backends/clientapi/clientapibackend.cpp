// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/clientapibackend.h"

#include "services/backends/clientapi/descriptor.h"
#include "services/backends/clientapi/encoders.h"
#include "services/backends/clientapi/templates.h"
#include "services/net/origin.h"

namespace inbox::backends::clientapi {

using namespace domain;

Q_LOGGING_CATEGORY(lcClientApi, "inbox.clientapi", QtInfoMsg)

namespace {

void log(const QByteArray &operation, const QList<Problem> &problems)
{
    // Paths and kinds only: never what stood there.
    constexpr qsizetype enough = 20;
    for (const Problem &problem : problems.mid(0, enough))
        qCDebug(lcClientApi).noquote() << operation << problem.path << problem.what;
}

template <typename T> Result<T> understood(const QByteArray &operation, Decoded<T> decoded)
{
    log(operation, decoded.problems);
    if (!decoded.value)
        return Failure(Error{ErrorKind::NotThisApi});
    return std::move(*decoded.value);
}

// A server behind a proxy that ends TLS believes that it is reached without.
QUrl asReached(QUrl next, const QUrl &base)
{
    const QUrl home = base.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    QUrl inside = home;
    inside.setScheme(QStringLiteral("http"));
    if (home.scheme() == QLatin1String("https")
        && (net::sameOrigin(next, inside) || net::sameOrigin(next, inside.adjusted(QUrl::RemovePort)))) {
        next.setScheme(home.scheme());
        next.setPort(home.port());
    }
    return next;
}

// A next page anywhere else is none that can be read: the credential stays at home.
template <typename T> Decoded<Page<T>> stayingOn(const QUrl &base, Decoded<Page<T>> decoded)
{
    if (!decoded.value || decoded.value->next.isEmpty())
        return decoded;
    const QUrl next = asReached(QUrl(decoded.value->next, QUrl::StrictMode), base);
    if (net::sameOrigin(next, base)) {
        decoded.value->next = next.toString(QUrl::FullyEncoded);
    } else {
        decoded.value->next.clear();
        ++decoded.value->unreadable; // what stands there is not gone
        decoded.problems.append(
            {QStringLiteral("links.next"), QStringLiteral("on another server: not followed")});
    }
    return decoded;
}

} // namespace

ClientApiBackend::ClientApiBackend(AccountId account, const QUrl &base, const QUrlQuery &listQuery,
                                   const QString &secret)
    : m_account(std::move(account))
    , m_listQuery(listQuery)
    , m_capabilities(clientapi::descriptor().capabilities)
    , m_client(base)
{
    connect(&m_client, &net::HttpClient::failed, this, &ClientApiBackend::noticeFailure);
    setSecret(secret);
}

const BackendDescriptor &ClientApiBackend::descriptor() const
{
    return clientapi::descriptor();
}

void ClientApiBackend::setSecret(const QString &secret)
{
    // A line break would start another header.
    QByteArray token = secret.trimmed().toUtf8();
    token.replace('\r', QByteArray()).replace('\n', QByteArray());
    QList<net::Header> credential;
    if (!token.isEmpty())
        credential.append({"Authorization", "Bearer " + token});
    m_client.setCredential(credential);
    // Another token may be allowed more.
    if (m_capabilities != clientapi::descriptor().capabilities) {
        m_capabilities = clientapi::descriptor().capabilities;
        Q_EMIT capabilitiesChanged();
    }
}

Result<net::Request> ClientApiBackend::request(Operation operation, const QStringList &ids,
                                               const Result<QByteArray> &body) const
{
    if (!body)
        return Failure(body.error());
    const OperationFacts &facts = factsOf(operation);
    QString path = QLatin1String(facts.path);
    for (const QString &id : ids) {
        const Result<QString> segment = encodeId(id);
        if (!segment)
            return Failure(segment.error());
        path = path.arg(*segment);
    }
    net::Request request;
    request.name = facts.name;
    request.verb = facts.verb;
    request.path = path;
    request.body = *body;
    request.effect = facts.effect;
    request.cap = facts.cap;
    request.deadline = facts.deadline;
    request.answerNeeded = facts.answerNeeded;
    return request;
}

Result<net::Request> ClientApiBackend::page(Operation operation, const QStringList &ids,
                                            const PageToken &page) const
{
    Result<net::Request> result = request(operation, ids);
    if (!result)
        return result;
    const QUrlQuery extra = operation == Operation::ListConversations ? m_listQuery : QUrlQuery();
    if (page.isEmpty()) {
        result->query = extra;
        return result;
    }
    result->url = QUrl(page, QUrl::StrictMode);
    // The link to the next page need not repeat what was asked for.
    QUrlQuery query(result->url);
    const auto items = extra.queryItems(QUrl::FullyEncoded);
    for (const auto &[key, value] : items) {
        if (!query.hasQueryItem(key))
            query.addQueryItem(key, value);
    }
    result->url.setQuery(query);
    return result;
}

template <typename T>
net::Call<T> ClientApiBackend::send(const Result<net::Request> &request, Decode<T> decode)
{
    if (!request)
        return net::finishedCall<T>(Failure(request.error()));
    return m_client.send<T>(*request,
                            [decode = std::move(decode), name = request->name](const net::Answer &answer) {
                                return understood(name, decode(answer.json));
                            });
}

template <typename T>
net::Call<T> ClientApiBackend::sendAndReadBack(const Result<net::Request> &request, Decode<T> decode,
                                               std::function<net::Call<T>()> readBack)
{
    using Maybe = std::optional<T>;
    auto write = send<Maybe>(request, [decode = std::move(decode)](const QJsonDocument &json) {
        // Done, but told in no words we know: an empty body, {}, some {"success": true}.
        Decoded<T> decoded = decode(json);
        return Decoded<Maybe>{Maybe(std::move(decoded.value)), std::move(decoded.problems)};
    });
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto cancelCurrent = std::make_shared<std::function<void()>>(write.cancel);
    const auto finish = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    write.whenDone(this,
                   [this, finish, cancelCurrent, readBack = std::move(readBack)](Result<Maybe> written) {
                       if (!written)
                           return finish(Failure(written.error()));
                       if (*written)
                           return finish(std::move(**written));
                       net::Call<T> read = readBack();
                       *cancelCurrent = read.cancel;
                       read.whenDone(this, [finish](Result<T> result) {
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

void ClientApiBackend::noticeFailure(const QByteArray &operation, const Error &error)
{
    if (error.kind != ErrorKind::Forbidden || error.permission.isEmpty())
        return;
    const OperationFacts *facts = factsOf(operation);
    const Capabilities before = m_capabilities;
    for (const Capability c : facts ? facts->capabilities : QList<Capability>())
        m_capabilities.remove(c, {Unavailable::Why::Forbidden, error.permission});
    if (m_capabilities != before)
        Q_EMIT capabilitiesChanged();
}

net::Call<Nothing> ClientApiBackend::probe()
{
    return send<Nothing>(page(Operation::ListConversations, {}, {}),
                         [account = m_account](const QJsonDocument &json) {
                             auto page = decodeConversations(json, account);
                             Decoded<Nothing> result{std::nullopt, std::move(page.problems)};
                             // Rows, but none that can be read: some other API's list.
                             if (page.value && (page.value->unreadable == 0 || !page.value->items.isEmpty()))
                                 result.value = Nothing();
                             return result;
                         });
}

net::Call<Page<Conversation>> ClientApiBackend::conversations(const PageToken &token)
{
    return send<Page<Conversation>>(page(Operation::ListConversations, {}, token),
                                    [account = m_account, base = m_client.base()](const QJsonDocument &json) {
                                        return stayingOn(base, decodeConversations(json, account));
                                    });
}

net::Call<Conversation> ClientApiBackend::conversation(const ConversationId &id)
{
    return send<Conversation>(
        request(Operation::ShowConversation, {id.value()}),
        [account = m_account](const QJsonDocument &json) { return decodeConversation(json, account); });
}

net::Call<Page<Message>> ClientApiBackend::messages(const ConversationId &id, const PageToken &token)
{
    return send<Page<Message>>(page(Operation::ListMessages, {id.value()}, token),
                               [id, base = m_client.base()](const QJsonDocument &json) {
                                   return stayingOn(base, decodeMessages(json, id));
                               });
}

net::Call<Message> ClientApiBackend::message(const ConversationId &id, const MessageId &message)
{
    return send<Message>(request(Operation::ShowMessage, {id.value(), message.value()}),
                         [id](const QJsonDocument &json) { return decodeMessage(json, id); });
}

net::Call<Message> ClientApiBackend::sendText(const ConversationId &id, const QString &text,
                                              const MessageId &quoted)
{
    return send<Message>(request(Operation::SendText, {id.value()}, encodeText(text, quoted)),
                         [id](const QJsonDocument &json) { return decodeMessage(json, id); });
}

net::Call<UploadedFile> ClientApiBackend::upload(const Attachment &file, const QByteArray &bytes)
{
    Result<net::Request> upload = request(Operation::Upload, {});
    if (upload) {
        const FormData form = encodeUpload(file, bytes);
        upload->body = form.body;
        upload->contentType = form.contentType;
        // As long as it takes: the answer comes only after the last byte has gone out.
        upload->silence = upload->deadline;
    }
    return send<UploadedFile>(upload, [](const QJsonDocument &json) { return decodeUpload(json); });
}

net::Call<Message> ClientApiBackend::sendFile(const ConversationId &id, const Attachment &file,
                                              const UploadedFile &uploaded, const QString &caption,
                                              const MessageId &quoted)
{
    return send<Message>(
        request(Operation::SendFile, {id.value()}, encodeFile(file, uploaded, caption, quoted)),
        [id](const QJsonDocument &json) { return decodeMessage(json, id); });
}

net::Call<Message> ClientApiBackend::duplicate(const ConversationId &id, const MessageId &message)
{
    return send<Message>(request(Operation::Duplicate, {id.value(), message.value()}),
                         [id](const QJsonDocument &json) { return decodeMessage(json, id); });
}

net::Call<Message> ClientApiBackend::restart(const ConversationId &id)
{
    return send<Message>(request(Operation::Restart, {id.value()}),
                         [id](const QJsonDocument &json) { return decodeMessage(json, id); });
}

net::Call<Conversation> ClientApiBackend::update(const ConversationId &id, const ConversationUpdate &change)
{
    Operation operation = Operation::Update;
    if (change.status && !change.assignee)
        operation = Operation::SetStatus;
    else if (change.assignee && !change.status)
        operation = Operation::Assign;
    return sendAndReadBack<Conversation>(
        request(operation, {id.value()}, encodeUpdate(change)),
        [account = m_account](const QJsonDocument &json) { return decodeConversation(json, account); },
        [this, id] { return conversation(id); });
}

net::Call<Conversation> ClientApiBackend::markRead(const ConversationId &id)
{
    // Without mark_external the server does as its settings say.
    return sendAndReadBack<Conversation>(
        request(Operation::MarkRead, {id.value()}, QByteArray("{}")),
        [account = m_account](const QJsonDocument &json) { return decodeConversation(json, account); },
        [this, id] { return conversation(id); });
}

net::Call<Message> ClientApiBackend::react(const ConversationId &id, const MessageId &messageId,
                                           const QString &emoji)
{
    return sendAndReadBack<Message>(
        request(Operation::SetReaction, {id.value(), messageId.value()}, encodeReaction(emoji)),
        [id](const QJsonDocument &json) { return decodeMessage(json, id); },
        [this, id, messageId] { return message(id, messageId); });
}

net::Call<Note> ClientApiBackend::editNote(const ConversationId &id, const NoteId &noteId,
                                           const QString &text)
{
    return sendAndReadBack<Note>(
        request(Operation::EditNote, {id.value(), noteId.value()}, encodeNote(text)),
        [id](const QJsonDocument &json) { return decodeNote(json, id); },
        // Notes cannot be read by themselves; the server took this one as it was sent.
        [id, noteId, text] {
            return net::finishedCall<Note>(Note{noteId, id, text, {}, {}});
        });
}

net::Call<Profile> ClientApiBackend::profile(const Customer &customer)
{
    if (!customer.profile)
        return unsupported<Profile>();
    return send<Profile>(request(Operation::ShowProfile, {customer.profile->id.value()}), decodeProfile);
}

net::Call<QList<User>> ClientApiBackend::customerUsers(const CustomerId &id)
{
    return send<QList<User>>(request(Operation::CustomerUsers, {id.value()}), decodeUsers);
}

net::Call<AccountSettings> ClientApiBackend::settings()
{
    return send<AccountSettings>(request(Operation::GeneralSettings, {}), decodeSettings);
}

const OpeningForm *ClientApiBackend::openingForm() const
{
    return &clientapi::openingForm();
}

net::Call<QList<MessageTemplate>> ClientApiBackend::templates()
{
    return send<QList<MessageTemplate>>(request(Operation::ListTemplates, {}), decodeTemplates);
}

net::Call<OpeningAnswer> ClientApiBackend::open(const OpeningRequest &what)
{
    return send<OpeningAnswer>(request(Operation::SendTemplate, {}, encodeOpening(what)), decodeOpening);
}

net::Call<qint64> ClientApiBackend::download(const MediaContent &media, const net::FileSink &sink)
{
    // Its path is only there for the table: a file's address comes with its message.
    Result<net::Request> file = request(Operation::DownloadFile, {});
    if (!file)
        return net::finishedCall<qint64>(Failure(file.error()));
    // download_url wants our token. Where it may not go, the address that needs none is the better one.
    const bool ours = net::sameOrigin(media.downloadUrl, m_client.base());
    file->anonymous = !ours && !media.publicUrl.isEmpty();
    file->url = file->anonymous ? media.publicUrl : media.downloadUrl;
    if (file->url.isEmpty()) {
        const Error nowhere{ErrorKind::Unsupported, Outcome::NotSent};
        return net::finishedCall<qint64>(Failure(nowhere));
    }
    file->file = sink;
    return m_client.download(*file);
}

} // namespace inbox::backends::clientapi
