// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/zild/zildbackend.h"

#include "services/backends/zild/decoders.h"
#include "services/backends/zild/descriptor.h"
#include "services/backends/zild/encoders.h"
#include "services/net/origin.h"

namespace inbox::backends::zild {

using namespace domain;

Q_LOGGING_CATEGORY(lcZild, "inbox.zild", QtInfoMsg)

namespace {

const QByteArray openName("proactive-conversation");

void log(const QByteArray &operation, const QList<Problem> &problems)
{
    // Paths and kinds only: never what stood there.
    constexpr qsizetype enough = 20;
    for (const Problem &problem : problems.mid(0, enough))
        qCDebug(lcZild).noquote() << operation << problem.path << problem.what;
}

} // namespace

ZildBackend::ZildBackend(AccountId account, const QUrl &base, const QString &secret)
    : m_account(std::move(account))
    , m_capabilities(zild::descriptor().capabilities)
    , m_client(base)
{
    connect(&m_client, &net::HttpClient::failed, this, &ZildBackend::noticeFailure);
    setSecret(secret);
}

const BackendDescriptor &ZildBackend::descriptor() const
{
    return zild::descriptor();
}

const OpeningForm *ZildBackend::openingForm() const
{
    return &zild::openingForm();
}

void ZildBackend::setSecret(const QString &secret)
{
    // A line break would start another header. The documentation shows the token with the word before it.
    QByteArray token = secret.trimmed().toUtf8();
    token.replace('\r', QByteArray()).replace('\n', QByteArray());
    static const QByteArray word("Bearer ");
    if (token.left(word.size()).compare(word, Qt::CaseInsensitive) == 0)
        token = token.mid(word.size()).trimmed();
    QList<net::Header> credential;
    if (!token.isEmpty())
        credential.append({"Authorization", word + token});
    m_client.setCredential(credential);
    m_ends = endOfToken(token);
    // Another token may be allowed more. Its end is another one, too.
    m_capabilities = zild::descriptor().capabilities;
    Q_EMIT capabilitiesChanged();
}

void ZildBackend::noticeFailure(const QByteArray &, const Error &error)
{
    if (error.kind != ErrorKind::Forbidden || error.permission.isEmpty())
        return;
    m_capabilities.remove(Capability::StartConversation, {Unavailable::Why::Forbidden, error.permission});
    Q_EMIT capabilitiesChanged();
}

net::Call<OpeningAnswer> ZildBackend::open(const OpeningRequest &what)
{
    const Result<QByteArray> body = encodeOpening(what);
    if (!body)
        return net::finishedCall<OpeningAnswer>(Failure(body.error()));
    net::Request request;
    request.name = openName;
    request.verb = "POST";
    request.path = QStringLiteral("/api/Conversation/proactive-conversation");
    request.body = *body;
    request.effect = Effect::CostsMoney;
    request.silence = std::chrono::seconds(120); // many recipients take their time
    request.deadline = std::chrono::seconds(120);
    return m_client.send<OpeningAnswer>(request,
                                        [account = m_account, recipients = what.recipients](
                                            const net::Answer &answer) -> Result<OpeningAnswer> {
                                            Decoded<OpeningAnswer> decoded =
                                                decodeOpening(answer.json, account, recipients);
                                            log(openName, decoded.problems);
                                            if (!decoded.value)
                                                return Failure(Error{ErrorKind::NotThisApi});
                                            return std::move(*decoded.value);
                                        });
}

net::Call<qint64> ZildBackend::download(const MediaContent &media, const net::FileSink &sink)
{
    if (media.downloadUrl.isEmpty())
        return unsupported<qint64>();
    net::Request request;
    request.name = "download-file";
    request.url = media.downloadUrl;
    request.anonymous = !net::sameOrigin(media.downloadUrl, m_client.base());
    request.file = sink;
    return m_client.download(request);
}

} // namespace inbox::backends::zild
