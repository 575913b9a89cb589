// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"
#include "services/domain/attachment.h"
#include "services/domain/automation.h"
#include "services/domain/conversation.h"
#include "services/domain/opening.h"
#include "services/domain/teamwork.h"
#include "services/net/call.h"
#include "services/net/request.h"

#include <QObject>
#include <QTime>

#include <chrono>
#include <memory>

namespace inbox::backends {

// Where the next page is. Opaque to everybody but the backend that made it; empty means the first page.
using PageToken = QString;

template <typename T> struct Page {
    QList<T> items;
    PageToken next; // empty: this was the last page
    std::optional<int> total; // items on all pages, when the API says so
    int unreadable = 0; // rows of the answer that could not be understood and were left out
};

// What to change; what is not set stays as it is and is not sent.
struct ConversationUpdate {
    std::optional<domain::ConversationStatus> status;
    std::optional<domain::UserId> assignee; // an empty id unassigns
};

// What the account as a whole says about itself. Only what an agent can use.
struct AccountSettings {
    QString tenantName;
    std::optional<bool> markExternalMessagesAsRead;
    std::optional<int> deleteMessagesAfterDays;
    // For each weekday, Monday first, the opening times.
    QList<QList<std::pair<QTime, QTime>>> openingHours;
};

// A conversation to be begun by us. `contact` is somebody the account knows already; without one `name` is a
// new person's.
struct NewConversation {
    domain::CustomerId contact;
    domain::LineId line;
    QString channel; // the vendor's word for it; needed with `contact`
    QString name;
    QString email;
    QString phone;
    QString providerId; // of the customer at the messenger
    domain::UserId assignee;
    QList<domain::TagId> tags;
    QStringList notes;
    QString environment; // the vendor's word; with `contact` only; empty: what customers see
};

using Source = domain::ChannelSource;
using FlowStep = domain::FlowStep;

// What came of acting in a customer's name.
struct Arrival {
    domain::ConversationId conversation;
    domain::MessageId message;
    QList<domain::Message> answers; // the bot's
};

// A conversation that came with an answer, and what the answer told of its messages.
struct OpenedConversation {
    domain::Conversation conversation;
    QList<domain::Message> messages; // oldest first; empty: the answer told none
};

// What came of opening conversations.
struct OpeningAnswer {
    QList<domain::RecipientResult> results; // one for each recipient of the request, in their order
    QList<OpenedConversation> opened;
};

// One account at one vendor: translates between the domain and that vendor's HTTP API, and nothing more. It
// keeps no conversations, repeats nothing by itself and decides nothing for the person.
// Owned by sync::AccountSession; lives on the GUI thread.
class Backend : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const domain::BackendDescriptor &descriptor() const = 0;
    virtual const domain::Capabilities &capabilities() const = 0;
    virtual void setSecret(const QString &secret) = 0;
    // Server time minus ours, from the Date header of recent answers; 0 until one was seen.
    virtual std::chrono::milliseconds serverOffset() const = 0;
    // Errors told beside what was asked for, by the last answer of each kind. For people, without
    // credentials.
    virtual QStringList remarks() const { return {}; }

    // Reads the least that proves address and credential. Unsupported: the API has nothing to read, so only
    // the first use tells.
    virtual net::Call<domain::Nothing> probe() = 0;
    // When the credential says that it ends (UTC). Only to warn: the server decides.
    virtual domain::OptionalTime credentialEnds() const { return std::nullopt; }

    virtual net::Call<Page<domain::Conversation>> conversations(const PageToken &page) = 0;
    virtual net::Call<domain::Conversation> conversation(const domain::ConversationId &id) = 0;
    // Newest first.
    virtual net::Call<Page<domain::Message>> messages(const domain::ConversationId &id,
                                                      const PageToken &page) = 0;
    virtual net::Call<domain::Message> message(const domain::ConversationId &id,
                                               const domain::MessageId &message) = 0;

    virtual net::Call<domain::Message> sendText(const domain::ConversationId &id, const QString &text,
                                                const domain::MessageId &quoted) = 0;
    virtual net::Call<domain::Message> duplicate(const domain::ConversationId &id,
                                                 const domain::MessageId &message) = 0;
    // Sends the paid template that reopens an expired WhatsApp conversation.
    virtual net::Call<domain::Message> restart(const domain::ConversationId &id) = 0;
    virtual net::Call<domain::Conversation> update(const domain::ConversationId &id,
                                                   const ConversationUpdate &change) = 0;
    virtual net::Call<domain::Conversation> markRead(const domain::ConversationId &id) = 0;
    // An empty emoji removes the reaction.
    virtual net::Call<domain::Message> react(const domain::ConversationId &id,
                                             const domain::MessageId &message, const QString &emoji) = 0;
    virtual net::Call<domain::Note> editNote(const domain::ConversationId &id, const domain::NoteId &note,
                                             const QString &text) = 0;
    virtual net::Call<domain::Profile> profile(const domain::Customer &customer) = 0;
    virtual net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &id) = 0;
    virtual net::Call<AccountSettings> settings() = 0;
    // Streams the file into `sink`; gives its size in bytes. The credential goes to the account's own server
    // only. Unsupported: there is no address that may be fetched from.
    virtual net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) = 0;

    // --- what only some accounts can do ------------------------------------------------------------------
    // Each has a capability of its own and ends with ErrorKind::Unsupported where that is missing.

    // Reads the names of what conversations only give ids of, so that later answers carry them.
    virtual void learnNames() { }

    // Hands a file's bytes to the server, for one message to come. No customer receives anything by it, so it
    // may be done again.
    virtual net::Call<domain::UploadedFile> upload(const domain::Attachment &, const QByteArray & /*bytes*/)
    {
        return unsupported<domain::UploadedFile>();
    }
    virtual net::Call<domain::Message> sendFile(const domain::ConversationId &, const domain::Attachment &,
                                                const domain::UploadedFile &, const QString & /*caption*/,
                                                const domain::MessageId & /*quoted*/)
    {
        return unsupported<domain::Message>();
    }

    virtual net::Call<domain::Conversation> setArchived(const domain::ConversationId &, bool)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Conversation> markUnread(const domain::ConversationId &)
    {
        return unsupported<domain::Conversation>();
    }
    // Replaces the whole set.
    virtual net::Call<domain::Conversation> setTags(const domain::ConversationId &,
                                                    const QList<domain::TagId> &)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Conversation> assignTeam(const domain::ConversationId &, const domain::TeamId &)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Conversation> rename(const domain::ConversationId &, const QString & /*name*/)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Conversation> setLanguage(const domain::ConversationId &,
                                                        const QString & /*code*/)
    {
        return unsupported<domain::Conversation>();
    }
    // These two are sent whole. Whether what is left out goes away is for the answer to tell.
    virtual net::Call<domain::Conversation> setMetadata(const domain::ConversationId &,
                                                        const QMap<QString, QString> &)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Conversation> setMentions(const domain::ConversationId &,
                                                        const QList<domain::UserId> &)
    {
        return unsupported<domain::Conversation>();
    }
    // `until`: UTC.
    virtual net::Call<domain::Conversation> snooze(const domain::ConversationId &, const QDateTime &)
    {
        return unsupported<domain::Conversation>();
    }
    virtual net::Call<domain::Nothing> addNote(const domain::ConversationId &, const QString &)
    {
        return unsupported<domain::Nothing>();
    }
    // Every note with just these words.
    virtual net::Call<domain::Nothing> removeNote(const domain::ConversationId &, const QString &)
    {
        return unsupported<domain::Nothing>();
    }
    virtual net::Call<domain::Conversation> createConversation(const NewConversation &)
    {
        return unsupported<domain::Conversation>();
    }
    // What has to be asked before conversations can be opened; nullptr: they cannot.
    virtual const domain::OpeningForm *openingForm() const { return nullptr; }
    virtual net::Call<QList<domain::MessageTemplate>> templates()
    {
        return unsupported<QList<domain::MessageTemplate>>();
    }
    // Whoever the answer does not tell of is Unknown. An error is about all recipients of the request.
    virtual net::Call<OpeningAnswer> open(const domain::OpeningRequest &)
    {
        return unsupported<OpeningAnswer>();
    }
    // nullopt: there is none.
    virtual net::Call<std::optional<domain::Conversation>> findConversation(const domain::LineId &,
                                                                            const QString & /*providerId*/)
    {
        return unsupported<std::optional<domain::Conversation>>();
    }
    virtual net::Call<domain::Nothing> deleteConversation(const domain::ConversationId &)
    {
        return unsupported<domain::Nothing>();
    }
    // One of the business's own; what it sets off may send messages.
    virtual net::Call<domain::Nothing> triggerEvent(const domain::ConversationId &, const QString & /*event*/)
    {
        return unsupported<domain::Nothing>();
    }
    // The three that act as a channel does, in a customer's name.
    virtual net::Call<Arrival> receiveText(const Source &, const QString & /*text*/)
    {
        return unsupported<Arrival>();
    }
    virtual net::Call<Arrival> receiveEvent(const Source &, const QString & /*event*/)
    {
        return unsupported<Arrival>();
    }
    virtual net::Call<Arrival> runStep(const domain::ConversationId &, const FlowStep &)
    {
        return unsupported<Arrival>();
    }

    virtual net::Call<QList<domain::Tag>> tags() { return unsupported<QList<domain::Tag>>(); }
    virtual net::Call<QList<domain::Team>> teams() { return unsupported<QList<domain::Team>>(); }
    virtual net::Call<QList<domain::Snippet>> snippets() { return unsupported<QList<domain::Snippet>>(); }
    virtual net::Call<QList<domain::SavedView>> savedViews()
    {
        return unsupported<QList<domain::SavedView>>();
    }
    virtual net::Call<QList<domain::Line>> lines() { return unsupported<QList<domain::Line>>(); }
    virtual net::Call<QList<domain::Presence>> presences() { return unsupported<QList<domain::Presence>>(); }
    virtual net::Call<domain::Nothing> setOnline(bool) { return unsupported<domain::Nothing>(); }
    virtual net::Call<Page<domain::Customer>> searchContacts(const QString & /*words*/, const PageToken &)
    {
        return unsupported<Page<domain::Customer>>();
    }

protected:
    template <typename T> static net::Call<T> unsupported()
    {
        return net::finishedCall<T>(
            domain::Failure(domain::Error{domain::ErrorKind::Unsupported, domain::Outcome::NotSent}));
    }

Q_SIGNALS:
    // A refusal named a missing permission, or a new credential brought it back.
    void capabilitiesChanged();
    void remarksChanged();
};

// Every kind of account this program knows, in the order they are offered.
QList<domain::BackendDescriptor> descriptors();
// nullptr when the backend is unknown or its settings cannot be used; `problem` then says which setting.
std::unique_ptr<Backend> createBackend(const domain::AccountConfig &config, const QString &secret,
                                       QString *problemField = nullptr);

} // namespace inbox::backends
