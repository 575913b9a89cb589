// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/picturebackend.h"

#include <QFile>

#include <algorithm>

namespace inbox::gallery {

using namespace domain;

namespace {

Failure failure(ErrorKind kind, Outcome outcome)
{
    Error error;
    error.kind = kind;
    error.outcome = outcome;
    return Failure(error);
}

} // namespace

PictureBackend::PictureBackend(World content)
    : world(std::move(content))
    , m_descriptor(backends::descriptors().first())
{
    mutableCapabilities = m_descriptor.capabilities;
}

template <typename T> net::Call<T> PictureBackend::answer(const Mood &mood, Result<T> result)
{
    switch (mood.kind) {
    case Mood::Kind::Answers:
        return net::finishedCall<T>(std::move(result));
    case Mood::Kind::Fails:
        return net::finishedCall<T>(Failure(mood.error));
    case Mood::Kind::Silent:
        break;
    }
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_silent.append(promise);
    return {promise->future(), [] {}};
}

Result<Conversation> PictureBackend::find(const ConversationId &id) const
{
    for (const Conversation &conversation : world.conversations) {
        if (conversation.key.id == id)
            return conversation;
    }
    return failure(ErrorKind::NotFound, Outcome::Refused);
}

const BackendDescriptor &PictureBackend::descriptor() const
{
    return m_descriptor;
}

net::Call<Nothing> PictureBackend::probe()
{
    return answer<Nothing>(reading, Nothing{});
}

net::Call<backends::Page<Conversation>> PictureBackend::conversations(const backends::PageToken &)
{
    backends::Page<Conversation> page;
    page.items = world.conversations;
    page.total = int(world.conversations.size());
    return answer<backends::Page<Conversation>>(reading, page);
}

net::Call<Conversation> PictureBackend::conversation(const ConversationId &id)
{
    return answer<Conversation>(reading, find(id));
}

net::Call<backends::Page<Message>> PictureBackend::messages(const ConversationId &id,
                                                            const backends::PageToken &)
{
    backends::Page<Message> page;
    page.items = world.messages.value(id);
    return answer<backends::Page<Message>>(threads, page);
}

net::Call<Message> PictureBackend::message(const ConversationId &id, const MessageId &message)
{
    const QList<Message> all = world.messages.value(id);
    const auto it = std::find_if(all.cbegin(), all.cend(), [&](const Message &m) { return m.id == message; });
    if (it == all.cend())
        return answer<Message>(threads, failure(ErrorKind::NotFound, Outcome::Refused));
    return answer<Message>(threads, *it);
}

net::Call<Message> PictureBackend::sendText(const ConversationId &, const QString &, const MessageId &)
{
    return answer<Message>(sending, failure(ErrorKind::ServerError, Outcome::Refused));
}

net::Call<Message> PictureBackend::duplicate(const ConversationId &, const MessageId &)
{
    return answer<Message>(sending, failure(ErrorKind::ServerError, Outcome::Refused));
}

net::Call<Message> PictureBackend::restart(const ConversationId &id)
{
    Message sent;
    sent.id = MessageId(QStringLiteral("restart-") + id.value());
    sent.author = {MessageAuthor::Agent, QStringLiteral("agent")};
    sent.contents = {TextContent{QStringLiteral("May we go on with our conversation?")}};
    return answer<Message>(restarting, sent);
}

net::Call<Conversation> PictureBackend::update(const ConversationId &id, const backends::ConversationUpdate &)
{
    return answer<Conversation>(changing, find(id));
}

net::Call<Conversation> PictureBackend::markRead(const ConversationId &id)
{
    return answer<Conversation>(changing, find(id));
}

net::Call<Message> PictureBackend::react(const ConversationId &id, const MessageId &message,
                                         const QString &emoji)
{
    QList<Message> &all = world.messages[id];
    const auto it = std::find_if(all.begin(), all.end(), [&](const Message &m) { return m.id == message; });
    if (it == all.end())
        return answer<Message>(changing, failure(ErrorKind::NotFound, Outcome::Refused));
    if (changing.kind == Mood::Kind::Answers)
        it->agentReaction = emoji;
    return answer<Message>(changing, *it);
}

net::Call<Note> PictureBackend::editNote(const ConversationId &, const NoteId &, const QString &)
{
    return answer<Note>(changing, failure(ErrorKind::NotFound, Outcome::Refused));
}

net::Call<Profile> PictureBackend::profile(const Customer &)
{
    return answer<Profile>(reading, failure(ErrorKind::NotFound, Outcome::Refused));
}

net::Call<QList<User>> PictureBackend::customerUsers(const CustomerId &)
{
    return answer<QList<User>>(reading, world.users);
}

net::Call<QList<Snippet>> PictureBackend::snippets()
{
    return answer<QList<Snippet>>(reading, world.snippets);
}

net::Call<QList<Presence>> PictureBackend::presences()
{
    return answer<QList<Presence>>(reading, world.presences);
}

net::Call<QList<Tag>> PictureBackend::tags()
{
    return answer<QList<Tag>>(reading, world.tags);
}

net::Call<QList<Team>> PictureBackend::teams()
{
    return answer<QList<Team>>(reading, world.teams);
}

net::Call<std::optional<Conversation>> PictureBackend::findConversation(const LineId &, const QString &)
{
    return answer<std::optional<Conversation>>(reading, std::optional<Conversation>());
}

net::Call<backends::AccountSettings> PictureBackend::settings()
{
    return answer<backends::AccountSettings>(reading, world.settings);
}

net::Call<QList<MessageTemplate>> PictureBackend::templates()
{
    return answer<QList<MessageTemplate>>(templating, templateList);
}

net::Call<QList<Line>> PictureBackend::lines()
{
    return answer<QList<Line>>(templating, world.lines);
}

net::Call<backends::Page<Customer>> PictureBackend::searchContacts(const QString &words,
                                                                   const backends::PageToken &)
{
    backends::Page<Customer> page;
    for (const Customer &one : std::as_const(world.contacts)) {
        if (one.name.contains(words, Qt::CaseInsensitive))
            page.items << one;
    }
    return answer<backends::Page<Customer>>(reading, page);
}

net::Call<backends::OpeningAnswer> PictureBackend::open(const OpeningRequest &what)
{
    if (!opening)
        return answer<backends::OpeningAnswer>({Mood::Kind::Silent, {}}, backends::OpeningAnswer());
    backends::OpeningAnswer all;
    for (const Recipient &recipient : what.recipients)
        all.results << opening(recipient);
    return answer<backends::OpeningAnswer>({}, all);
}

net::Call<qint64> PictureBackend::download(const MediaContent &media, const net::FileSink &sink)
{
    const QByteArray bytes = world.files.value(media.uuid);
    QFile file(sink.path);
    const bool written = downloading.kind != Mood::Kind::Answers || bytes.isEmpty()
        || (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes) == bytes.size());
    if (!written || bytes.isEmpty())
        return answer<qint64>(downloading, failure(ErrorKind::NotFound, Outcome::Refused));
    return answer<qint64>(downloading, qint64(bytes.size()));
}

} // namespace inbox::gallery
