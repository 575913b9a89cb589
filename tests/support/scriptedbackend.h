// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <deque>

namespace inbox::test {

// Calls of one kind that wait for their answer, oldest first.
template <typename T> class HeldCalls {
public:
    net::Call<T> ask()
    {
        auto promise = std::make_shared<QPromise<domain::Result<T>>>();
        promise->start();
        m_promises.push_back(promise);
        return {promise->future(), [promise] {
                    if (promise->future().isFinished())
                        return;
                    domain::Error error;
                    error.kind = domain::ErrorKind::Canceled;
                    error.outcome = domain::Outcome::NotSent;
                    promise->addResult(domain::Failure(error));
                    promise->finish();
                }};
    }
    int waiting() const { return int(m_promises.size()); }
    // Answers the oldest call.
    void answer(domain::Result<T> result)
    {
        if (m_promises.empty())
            qFatal("nothing of this kind was asked for");
        const auto promise = m_promises.front();
        m_promises.pop_front();
        promise->addResult(std::move(result));
        promise->finish();
    }
    void fail(domain::ErrorKind kind, domain::Outcome outcome)
    {
        domain::Error error;
        error.kind = kind;
        error.outcome = outcome;
        answer(domain::Failure(error));
    }

private:
    std::deque<std::shared_ptr<QPromise<domain::Result<T>>>> m_promises;
};

// A backend without a network: reads are answered from a small world that the test owns, writes wait until
// the test answers them. `log` has one line for each write.
class ScriptedBackend final : public backends::Backend {
public:
    ScriptedBackend()
    {
        using domain::Capability;
        for (const Capability c :
             {Capability::ListConversations, Capability::ReadMessages, Capability::SendText,
              Capability::QuoteOnSend, Capability::RestartPaid, Capability::DuplicateMessage,
              Capability::SetStatus, Capability::Assign, Capability::Unassign, Capability::MarkRead,
              Capability::React, Capability::EditNote})
            m_capabilities.add(c);
        m_descriptor.id = QStringLiteral("scripted");
        m_descriptor.name = "Scripted";
    }

    // --- the world ---------------------------------------------------------------------------------------
    QList<domain::Conversation> conversationList;
    QHash<domain::ConversationId, QList<domain::Message>> messagesOf; // oldest first
    int messagesPerPage = 100;
    std::optional<domain::Error> readError; // all reads fail with it
    std::chrono::milliseconds offset{0};
    QHash<QString, QByteArray> files; // by their UUID
    bool holdDownloads = false;
    bool holdLists = false; // these reads wait for their answer, too
    bool holdThreads = false;

    domain::Conversation &at(const QString &id)
    {
        for (domain::Conversation &c : conversationList) {
            if (c.key.id.value() == id)
                return c;
        }
        qFatal("no conversation %s", qPrintable(id));
    }

    QStringList log;
    HeldCalls<domain::Message> sends;
    HeldCalls<domain::Message> duplicates;
    HeldCalls<domain::Message> restarts;
    HeldCalls<domain::Conversation> updates;
    HeldCalls<domain::Conversation> reads;
    HeldCalls<domain::Message> reactions;
    HeldCalls<domain::Note> notes;
    HeldCalls<domain::Nothing> probes;
    std::optional<domain::OpeningForm> form; // set: conversations can be begun
    QList<domain::MessageTemplate> messageTemplates;
    QList<domain::OpeningRequest> openRequests;
    HeldCalls<backends::OpeningAnswer> opens;
    QStringList contactQueries; // "words page"
    HeldCalls<backends::Page<domain::Customer>> contacts;
    QList<domain::Line> lineList;
    HeldCalls<backends::Page<domain::Conversation>> lists;
    HeldCalls<backends::Page<domain::Message>> threads;
    HeldCalls<qint64> downloads;
    QList<net::FileSink> sinks; // of every download that was asked for

    void setCapability(domain::Capability c, bool there)
    {
        if (there)
            m_capabilities.add(c);
        else
            m_capabilities.remove(c, {domain::Unavailable::Why::Forbidden, {}});
        Q_EMIT capabilitiesChanged();
    }

    // --- Backend -----------------------------------------------------------------------------------------
    const domain::BackendDescriptor &descriptor() const override { return m_descriptor; }
    const domain::Capabilities &capabilities() const override { return m_capabilities; }
    void setSecret(const QString &) override { }
    std::chrono::milliseconds serverOffset() const override { return offset; }

    net::Call<domain::Nothing> probe() override { return probes.ask(); }
    net::Call<backends::Page<domain::Conversation>> conversations(const backends::PageToken &) override
    {
        if (holdLists)
            return lists.ask();
        return read(backends::Page<domain::Conversation>{conversationList, {}, {}, 0});
    }
    net::Call<domain::Conversation> conversation(const domain::ConversationId &id) override
    {
        for (const domain::Conversation &c : std::as_const(conversationList)) {
            if (c.key.id == id)
                return read(c);
        }
        if (readError)
            return read(domain::Conversation());
        domain::Error error;
        error.kind = domain::ErrorKind::NotFound;
        error.outcome = domain::Outcome::Refused;
        return net::finishedCall<domain::Conversation>(domain::Failure(error));
    }
    net::Call<backends::Page<domain::Message>> messages(const domain::ConversationId &id,
                                                        const backends::PageToken &page) override
    {
        if (holdThreads)
            return threads.ask();
        const QList<domain::Message> all = messagesOf.value(id);
        const qsizetype end = page.isEmpty() ? all.size() : page.toLongLong();
        const qsizetype begin = qMax<qsizetype>(0, end - messagesPerPage);
        backends::Page<domain::Message> result;
        for (qsizetype i = end; i > begin; --i)
            result.items << all.at(i - 1);
        if (begin > 0)
            result.next = QString::number(begin);
        return read(result);
    }
    net::Call<domain::Message> message(const domain::ConversationId &id,
                                       const domain::MessageId &message) override
    {
        for (const domain::Message &m : messagesOf.value(id)) {
            if (m.id == message)
                return read(m);
        }
        domain::Error error;
        error.kind = domain::ErrorKind::NotFound;
        return net::finishedCall<domain::Message>(domain::Failure(error));
    }

    net::Call<domain::Message> sendText(const domain::ConversationId &id, const QString &text,
                                        const domain::MessageId &quoted) override
    {
        note({QStringLiteral("send"), id.value(), text, quoted.value()});
        return sends.ask();
    }
    net::Call<domain::Message> duplicate(const domain::ConversationId &id,
                                         const domain::MessageId &message) override
    {
        note({QStringLiteral("duplicate"), id.value(), message.value()});
        return duplicates.ask();
    }
    net::Call<domain::Message> restart(const domain::ConversationId &id) override
    {
        note({QStringLiteral("restart"), id.value()});
        return restarts.ask();
    }
    net::Call<domain::Conversation> update(const domain::ConversationId &id,
                                           const backends::ConversationUpdate &change) override
    {
        QStringList line{QStringLiteral("update"), id.value()};
        if (change.status)
            line << QStringLiteral("status") << QString::number(int(*change.status));
        if (change.assignee)
            line << QStringLiteral("assignee") << change.assignee->value();
        note(line);
        return updates.ask();
    }
    net::Call<domain::Conversation> setMentions(const domain::ConversationId &id,
                                                const QList<domain::UserId> &users) override
    {
        QStringList line{QStringLiteral("mentions"), id.value()};
        for (const domain::UserId &user : users)
            line << user.value();
        note(line);
        return updates.ask();
    }
    net::Call<domain::Conversation> markRead(const domain::ConversationId &id) override
    {
        note({QStringLiteral("read"), id.value()});
        return reads.ask();
    }
    net::Call<domain::Conversation> markUnread(const domain::ConversationId &id) override
    {
        note({QStringLiteral("unread"), id.value()});
        return reads.ask();
    }
    net::Call<domain::Message> react(const domain::ConversationId &id, const domain::MessageId &message,
                                     const QString &emoji) override
    {
        note({QStringLiteral("react"), id.value(), message.value(), emoji});
        return reactions.ask();
    }
    net::Call<domain::Note> editNote(const domain::ConversationId &id, const domain::NoteId &which,
                                     const QString &text) override
    {
        note({QStringLiteral("note"), id.value(), which.value(), text});
        return notes.ask();
    }
    const domain::OpeningForm *openingForm() const override { return form ? &*form : nullptr; }
    net::Call<QList<domain::MessageTemplate>> templates() override { return read(messageTemplates); }
    net::Call<QList<domain::Line>> lines() override { return read(lineList); }
    net::Call<backends::Page<domain::Customer>> searchContacts(const QString &words,
                                                               const backends::PageToken &page) override
    {
        contactQueries << QStringList{words, page}.join(u' ').trimmed();
        return contacts.ask();
    }
    net::Call<backends::OpeningAnswer> open(const domain::OpeningRequest &what) override
    {
        openRequests << what;
        return opens.ask();
    }
    net::Call<domain::Profile> profile(const domain::Customer &) override { return read(domain::Profile()); }
    net::Call<QList<domain::User>> customerUsers(const domain::CustomerId &) override
    {
        return read(QList<domain::User>());
    }
    net::Call<backends::AccountSettings> settings() override { return read(backends::AccountSettings()); }

    net::Call<qint64> download(const domain::MediaContent &media, const net::FileSink &sink) override
    {
        sinks << sink;
        if (holdDownloads)
            return downloads.ask();
        return deliver(media.uuid, sink);
    }
    net::Call<qint64> deliver(const QString &uuid, const net::FileSink &sink) const
    {
        const QByteArray bytes = files.value(uuid);
        QFile file(sink.path);
        if (readError || !files.contains(uuid) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            || file.write(bytes) != bytes.size()) {
            domain::Error error = readError.value_or(domain::Error());
            return net::finishedCall<qint64>(domain::Failure(error));
        }
        return net::finishedCall<qint64>(qint64(bytes.size()));
    }

private:
    template <typename T> net::Call<T> read(const T &value) const
    {
        return net::finishedCall<T>(readError ? domain::Result<T>(domain::Failure(*readError))
                                              : domain::Result<T>(value));
    }
    void note(const QStringList &words)
    {
        QStringList line = words;
        line.removeAll(QString());
        log << line.join(u' ');
    }

    domain::BackendDescriptor m_descriptor;
    domain::Capabilities m_capabilities;
};

} // namespace inbox::test
