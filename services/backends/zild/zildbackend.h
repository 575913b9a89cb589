// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/net/httpclient.h"

#include <QLoggingCategory>

namespace inbox::backends::zild {

Q_DECLARE_LOGGING_CATEGORY(lcZild) // "inbox.zild": where an answer was not as documented

// The one operation Zild documents: a conversation begun from a template. Its answer is all that will ever be
// known of what it began.
class ZildBackend final : public Backend {
    Q_OBJECT
public:
    // `base` comes from net::parseBaseUrl().
    ZildBackend(domain::AccountId account, const QUrl &base, const QString &secret);

    const domain::BackendDescriptor &descriptor() const override;
    const domain::Capabilities &capabilities() const override { return m_capabilities; }
    void setSecret(const QString &secret) override;
    // Shorter than the operation's own deadline, for who cannot wait that long.
    void setLongestWait(std::chrono::milliseconds wait) { m_client.setLongestWait(wait); }
    std::chrono::milliseconds serverOffset() const override { return m_client.serverOffset(); }
    domain::OptionalTime credentialEnds() const override { return m_ends; }
    const domain::OpeningForm *openingForm() const override;
    net::Call<OpeningAnswer> open(const domain::OpeningRequest &what) override;
    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) override;

    // --- documented nowhere ------------------------------------------------------------------------------
    net::Call<domain::Nothing> probe() override { return unsupported<domain::Nothing>(); }
    net::Call<Page<domain::Conversation>> conversations(const PageToken &) override
    {
        return unsupported<Page<domain::Conversation>>();
    }
    net::Call<domain::Conversation> conversation(const domain::ConversationId &) override
    {
        return unsupported<domain::Conversation>();
    }
    net::Call<Page<domain::Message>> messages(const domain::ConversationId &, const PageToken &) override
    {
        return unsupported<Page<domain::Message>>();
    }
    net::Call<domain::Message> message(const domain::ConversationId &, const domain::MessageId &) override
    {
        return unsupported<domain::Message>();
    }
    net::Call<domain::Message> sendText(const domain::ConversationId &, const QString &,
                                        const domain::MessageId &) override
    {
        return unsupported<domain::Message>();
    }
    net::Call<domain::Message> duplicate(const domain::ConversationId &, const domain::MessageId &) override
    {
        return unsupported<domain::Message>();
    }
    net::Call<domain::Message> restart(const domain::ConversationId &) override
    {
        return unsupported<domain::Message>();
    }
    net::Call<domain::Conversation> update(const domain::ConversationId &,
                                           const ConversationUpdate &) override
    {
        return unsupported<domain::Conversation>();
    }
    net::Call<domain::Conversation> markRead(const domain::ConversationId &) override
    {
        return unsupported<domain::Conversation>();
    }
    net::Call<domain::Message> react(const domain::ConversationId &, const domain::MessageId &,
                                     const QString &) override
    {
        return unsupported<domain::Message>();
    }
    net::Call<domain::Note> editNote(const domain::ConversationId &, const domain::NoteId &,
                                     const QString &) override
    {
        return unsupported<domain::Note>();
    }
    net::Call<domain::Profile> profile(const domain::Customer &) override
    {
        return unsupported<domain::Profile>();
    }
    net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &) override
    {
        return unsupported<QList<domain::User>>();
    }
    net::Call<AccountSettings> settings() override { return unsupported<AccountSettings>(); }

private:
    void noticeFailure(const QByteArray &operation, const domain::Error &error);

    const domain::AccountId m_account;
    domain::OptionalTime m_ends;
    domain::Capabilities m_capabilities;
    net::HttpClient m_client;
};

} // namespace inbox::backends::zild
