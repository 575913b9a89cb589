// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

#include <functional>

namespace inbox::gallery {

// What a picture's account holds.
struct World {
    QList<domain::Conversation> conversations;
    QHash<domain::ConversationId, QList<domain::Message>> messages; // newest first
    QHash<QString, QByteArray> files; // of messages, by their UUID
    QList<domain::User> users;
    QList<domain::Tag> tags;
    QList<domain::Team> teams;
    QList<domain::Line> lines;
    QList<domain::Customer> contacts;
    QList<domain::Snippet> snippets;
    QList<domain::Presence> presences;
    backends::AccountSettings settings;
};

// How a server behaves towards one kind of request.
struct Mood {
    enum class Kind { Answers, Silent, Fails };
    Kind kind = Kind::Answers;
    domain::Error error; // Fails
};

// A backend that answers at once out of a world made for a picture; or never; or with an error.
class PictureBackend final : public backends::Backend {
    Q_OBJECT
public:
    explicit PictureBackend(World world);

    Mood reading;
    Mood threads;
    Mood sending;
    Mood restarting;
    Mood changing;
    Mood downloading;
    Mood templating;
    std::optional<domain::OpeningForm> form; // how conversations are begun; nullopt: not at all
    QList<domain::MessageTemplate> templateList;
    // What becomes of each recipient; empty: nothing is ever answered.
    std::function<domain::RecipientResult(const domain::Recipient &)> opening;
    domain::Capabilities mutableCapabilities;
    QStringList remarkList;
    World world;

    const domain::BackendDescriptor &descriptor() const override;
    const domain::Capabilities &capabilities() const override { return mutableCapabilities; }
    void setSecret(const QString &) override { }
    QStringList remarks() const override { return remarkList; }
    std::chrono::milliseconds serverOffset() const override { return std::chrono::milliseconds(0); }

    net::Call<domain::Nothing> probe() override;
    net::Call<backends::Page<domain::Conversation>> conversations(const backends::PageToken &page) override;
    net::Call<domain::Conversation> conversation(const domain::ConversationId &id) override;
    net::Call<backends::Page<domain::Message>> messages(const domain::ConversationId &id,
                                                        const backends::PageToken &page) override;
    net::Call<domain::Message> message(const domain::ConversationId &id,
                                       const domain::MessageId &message) override;
    net::Call<domain::Message> sendText(const domain::ConversationId &id, const QString &text,
                                        const domain::MessageId &quoted) override;
    net::Call<domain::Message> duplicate(const domain::ConversationId &id,
                                         const domain::MessageId &message) override;
    net::Call<domain::Message> restart(const domain::ConversationId &id) override;
    net::Call<domain::Conversation> update(const domain::ConversationId &id,
                                           const backends::ConversationUpdate &change) override;
    net::Call<domain::Conversation> markRead(const domain::ConversationId &id) override;
    net::Call<domain::Message> react(const domain::ConversationId &id, const domain::MessageId &message,
                                     const QString &emoji) override;
    net::Call<domain::Note> editNote(const domain::ConversationId &id, const domain::NoteId &note,
                                     const QString &text) override;
    net::Call<domain::Profile> profile(const domain::Customer &customer) override;
    net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &id) override;
    net::Call<backends::AccountSettings> settings() override;
    net::Call<QList<domain::Tag>> tags() override;
    net::Call<QList<domain::Team>> teams() override;
    net::Call<QList<domain::Line>> lines() override;
    net::Call<QList<domain::Snippet>> snippets() override;
    net::Call<QList<domain::Presence>> presences() override;
    net::Call<std::optional<domain::Conversation>> findConversation(const domain::LineId &line,
                                                                    const QString &providerId) override;
    const domain::OpeningForm *openingForm() const override { return form ? &*form : nullptr; }
    net::Call<QList<domain::MessageTemplate>> templates() override;
    net::Call<backends::Page<domain::Customer>> searchContacts(const QString &words,
                                                               const backends::PageToken &page) override;
    net::Call<backends::OpeningAnswer> open(const domain::OpeningRequest &what) override;
    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) override;

private:
    template <typename T> net::Call<T> answer(const Mood &mood, domain::Result<T> result);
    domain::Result<domain::Conversation> find(const domain::ConversationId &id) const;

    domain::BackendDescriptor m_descriptor;
    QList<std::shared_ptr<void>> m_silent; // promises nobody keeps
};

} // namespace inbox::gallery
