// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/clientapi/decoders.h"
#include "services/backends/clientapi/operations.h"
#include "services/net/httpclient.h"

#include <QLoggingCategory>

namespace inbox::backends::clientapi {

Q_DECLARE_LOGGING_CATEGORY(lcClientApi) // "inbox.clientapi": where an answer was not as documented

// The Client API (version 0.1.0 of its documentation).
class ClientApiBackend final : public Backend {
    Q_OBJECT
public:
    // `base` comes from net::parseBaseUrl(); `listQuery` is added to the request for conversations.
    ClientApiBackend(domain::AccountId account, const QUrl &base, const QUrlQuery &listQuery,
                     const QString &secret);

    const domain::BackendDescriptor &descriptor() const override;
    const domain::Capabilities &capabilities() const override { return m_capabilities; }
    void setSecret(const QString &secret) override;
    // Shorter than the operations' own deadlines, for who cannot wait that long.
    void setLongestWait(std::chrono::milliseconds wait) { m_client.setLongestWait(wait); }
    std::chrono::milliseconds serverOffset() const override { return m_client.serverOffset(); }

    net::Call<domain::Nothing> probe() override;
    net::Call<Page<domain::Conversation>> conversations(const PageToken &page) override;
    net::Call<domain::Conversation> conversation(const domain::ConversationId &id) override;
    net::Call<Page<domain::Message>> messages(const domain::ConversationId &id,
                                              const PageToken &page) override;
    net::Call<domain::Message> message(const domain::ConversationId &id,
                                       const domain::MessageId &message) override;
    net::Call<domain::Message> sendText(const domain::ConversationId &id, const QString &text,
                                        const domain::MessageId &quoted) override;
    net::Call<domain::UploadedFile> upload(const domain::Attachment &file, const QByteArray &bytes) override;
    net::Call<domain::Message> sendFile(const domain::ConversationId &id, const domain::Attachment &file,
                                        const domain::UploadedFile &uploaded, const QString &caption,
                                        const domain::MessageId &quoted) override;
    net::Call<domain::Message> duplicate(const domain::ConversationId &id,
                                         const domain::MessageId &message) override;
    net::Call<domain::Message> restart(const domain::ConversationId &id) override;
    net::Call<domain::Conversation> update(const domain::ConversationId &id,
                                           const ConversationUpdate &change) override;
    net::Call<domain::Conversation> markRead(const domain::ConversationId &id) override;
    net::Call<domain::Message> react(const domain::ConversationId &id, const domain::MessageId &message,
                                     const QString &emoji) override;
    net::Call<domain::Note> editNote(const domain::ConversationId &id, const domain::NoteId &note,
                                     const QString &text) override;
    net::Call<domain::Profile> profile(const domain::Customer &customer) override;
    net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &id) override;
    net::Call<AccountSettings> settings() override;
    const domain::OpeningForm *openingForm() const override;
    net::Call<QList<domain::MessageTemplate>> templates() override;
    net::Call<OpeningAnswer> open(const domain::OpeningRequest &what) override;
    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) override;

private:
    template <typename T> using Decode = std::function<Decoded<T>(const QJsonDocument &)>;

    domain::Result<net::Request> request(Operation operation, const QStringList &ids,
                                         const domain::Result<QByteArray> &body = QByteArray()) const;
    domain::Result<net::Request> page(Operation operation, const QStringList &ids,
                                      const PageToken &page) const;
    template <typename T> net::Call<T> send(const domain::Result<net::Request> &request, Decode<T> decode);
    // For writes whose answer may be empty: `readBack` then fetches what the caller is to get.
    template <typename T>
    net::Call<T> sendAndReadBack(const domain::Result<net::Request> &request, Decode<T> decode,
                                 std::function<net::Call<T>()> readBack);
    void noticeFailure(const QByteArray &operation, const domain::Error &error);

    const domain::AccountId m_account;
    const QUrlQuery m_listQuery;
    domain::Capabilities m_capabilities;
    net::HttpClient m_client;
};

} // namespace inbox::backends::clientapi
