// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/chatcaptain/decoders.h"
#include "services/backends/chatcaptain/encoders.h"
#include "services/backends/chatcaptain/operations.h"
#include "services/net/httpclient.h"

#include <QLoggingCategory>

namespace inbox::backends::chatcaptain {

Q_DECLARE_LOGGING_CATEGORY(lcChatCaptain) // "inbox.chatcaptain": where an answer was not as documented

// Where one account's chatbot is.
struct Place {
    QUrl base; // from net::parseBaseUrl(), without /v1
    QString chatbot;
    QString workspace; // empty: not known
    domain::CustomerId contact; // only this one's conversations; empty: everybody's
    domain::LineId channel; // likewise
    QString environment; // "prod", "test", "dev"; empty: all of them in one list
    qint64 listCap = 64 * net::mebibyte; // bytes of a whole list
};

// The ChatCaptain API (version 1.0 of its documentation).
class ChatCaptainBackend final : public Backend {
    Q_OBJECT
public:
    ChatCaptainBackend(domain::AccountId account, Place place, const QString &secret);

    const domain::BackendDescriptor &descriptor() const override;
    const domain::Capabilities &capabilities() const override { return m_capabilities; }
    void setSecret(const QString &secret) override;
    // Shorter than the operations' own deadlines, for who cannot wait that long.
    void setLongestWait(std::chrono::milliseconds wait) { m_client.setLongestWait(wait); }
    std::chrono::milliseconds serverOffset() const override { return m_client.serverOffset(); }
    QStringList remarks() const override;
    void learnNames() override;

    net::Call<domain::Nothing> probe() override;
    net::Call<Page<domain::Conversation>> conversations(const PageToken &page) override;
    // The same list, of one contact or one channel only; an empty id does not filter.
    net::Call<Page<domain::Conversation>> conversationsOf(const domain::CustomerId &contact,
                                                          const domain::LineId &channel);
    net::Call<domain::Conversation> conversation(const domain::ConversationId &id) override;
    net::Call<Page<domain::Message>> messages(const domain::ConversationId &id,
                                              const PageToken &page) override;
    net::Call<domain::Message> message(const domain::ConversationId &id,
                                       const domain::MessageId &message) override;
    net::Call<domain::Message> sendText(const domain::ConversationId &id, const QString &text,
                                        const domain::MessageId &quoted) override;
    net::Call<domain::Message> duplicate(const domain::ConversationId &id,
                                         const domain::MessageId &message) override;
    net::Call<domain::Message> restart(const domain::ConversationId &id) override;
    net::Call<domain::Conversation> update(const domain::ConversationId &id,
                                           const ConversationUpdate &change) override;
    // Any documented change; the operation decides which capability a refusal takes away.
    net::Call<domain::Conversation> patch(Operation operation, const domain::ConversationId &id,
                                          const ConversationPatch &change);
    net::Call<domain::Conversation> markRead(const domain::ConversationId &id) override;
    net::Call<domain::Message> react(const domain::ConversationId &id, const domain::MessageId &message,
                                     const QString &emoji) override;
    net::Call<domain::Note> editNote(const domain::ConversationId &id, const domain::NoteId &note,
                                     const QString &text) override;
    net::Call<domain::Profile> profile(const domain::Customer &customer) override;
    net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &id) override;
    net::Call<AccountSettings> settings() override;
    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) override;

    net::Call<domain::Conversation> setArchived(const domain::ConversationId &id, bool archived) override;
    net::Call<domain::Conversation> rename(const domain::ConversationId &id, const QString &name) override;
    net::Call<domain::Conversation> setLanguage(const domain::ConversationId &id,
                                                const QString &code) override;
    net::Call<domain::Conversation> setMetadata(const domain::ConversationId &id,
                                                const QMap<QString, QString> &metadata) override;
    net::Call<domain::Conversation> setMentions(const domain::ConversationId &id,
                                                const QList<domain::UserId> &mentions) override;
    net::Call<domain::Conversation> markUnread(const domain::ConversationId &id) override;
    net::Call<domain::Conversation> setTags(const domain::ConversationId &id,
                                            const QList<domain::TagId> &tags) override;
    net::Call<domain::Conversation> assignTeam(const domain::ConversationId &id,
                                               const domain::TeamId &team) override;
    net::Call<domain::Conversation> snooze(const domain::ConversationId &id, const QDateTime &until) override;
    net::Call<domain::Nothing> addNote(const domain::ConversationId &id, const QString &text) override;
    net::Call<domain::Nothing> removeNote(const domain::ConversationId &id, const QString &text) override;
    net::Call<domain::Conversation> createConversation(const NewConversation &what) override;
    const domain::OpeningForm *openingForm() const override;
    net::Call<OpeningAnswer> open(const domain::OpeningRequest &what) override;
    net::Call<std::optional<domain::Conversation>> findConversation(const domain::LineId &line,
                                                                    const QString &providerId) override;
    net::Call<domain::Nothing> deleteConversation(const domain::ConversationId &id) override;
    net::Call<domain::Nothing> triggerEvent(const domain::ConversationId &id, const QString &event) override;
    net::Call<Arrival> receiveText(const Source &source, const QString &text) override;
    net::Call<Arrival> receiveEvent(const Source &source, const QString &event) override;
    net::Call<Arrival> runStep(const domain::ConversationId &id, const FlowStep &step) override;
    net::Call<QList<domain::Tag>> tags() override;
    net::Call<QList<domain::Team>> teams() override;
    net::Call<QList<domain::Snippet>> snippets() override;
    net::Call<QList<domain::SavedView>> savedViews() override;
    net::Call<QList<domain::Line>> lines() override;
    net::Call<QList<domain::Presence>> presences() override;
    net::Call<domain::Nothing> setOnline(bool online) override;
    net::Call<Page<domain::Customer>> searchContacts(const QString &words, const PageToken &page) override;

private:
    template <typename T> using Decode = std::function<Decoded<T>(const QJsonDocument &)>;

    QDateTime serverNow() const;
    Context context(const domain::ConversationId &conversation = {}) const;
    domain::Result<net::Request> request(Operation operation, const QStringList &ids,
                                         const domain::Result<QByteArray> &body = QByteArray()) const;
    template <typename T> net::Call<T> send(const domain::Result<net::Request> &request, Decode<T> decode);
    template <typename T> net::Call<T> list(Operation operation, Decode<T> decode);
    // For writes whose answer may be empty: `readBack` then fetches what the caller is to get.
    net::Call<domain::Conversation> sendAndReadBack(const domain::Result<net::Request> &request,
                                                    const domain::ConversationId &id);
    void noticeFailure(const QByteArray &operation, const domain::Error &error);
    void keepRemark(const QByteArray &operation, const QString &remark);

    const domain::AccountId m_account;
    const Place m_place;
    QByteArray m_secret;
    Names m_names;
    domain::Capabilities m_capabilities;
    QMap<QByteArray, QString> m_remarks; // by operation
    net::HttpClient m_client;
};

} // namespace inbox::backends::chatcaptain
