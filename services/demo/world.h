// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/files.h"
#include "services/demo/script.h"
#include "services/demo/types.h"

#include <QMap>

#include <chrono>
#include <deque>
#include <map>

namespace inbox::demo {

struct WorldSettings {
    quint64 seed = 1;
    int conversations = 60;
    qint64 messages = 0; // in all, about; 0: as many as the cast has to say
    double speed = 1; // people and providers act this many times faster; clocks and windows do not
    bool quiet = false; // nobody writes unasked
};

// The little world behind the demo server: people, conversations, and what happens to them as time goes by.
// It knows nothing of HTTP. It is not thread-safe: the server holds one mutex around it. Nothing happens by
// itself: call run() and everything that was due up to now happens, each thing at its own time.
//
// Conversations are made lazily: the list is known at once, messages come out of the generator when somebody
// looks and are dropped again while nothing about them is new. What changed (touched, fresh) goes into the
// state file.
class World {
public:
    explicit World(const WorldSettings &settings);

    const WorldSettings &settings() const { return m_settings; }
    const Script &script() const { return m_script; }

    // Time. now() is world time; absolute() turns it into milliseconds since 1970, UTC.
    Millis now() const;
    qint64 absolute(Millis time) const { return m_birth + time; }
    void advance(Millis by);
    void run();

    // Reading. Unknown ids throw a Refusal (404).
    int conversationCount() const { return int(m_conversations.size()); }
    const std::vector<int> &byActivity(); // indexes, the newest first
    Conversation &conversationAt(int index); // with its messages
    Conversation &conversation(qint64 id);
    Conversation &conversationWith(qint64 messageId); // only messages sent since the world was made
    Message &message(Conversation &conversation, qint64 id);
    const Message *latestMessage(const Conversation &conversation) const;
    const Message *latestCustomerMessage(const Conversation &conversation) const;
    bool replyPossible(const Conversation &conversation) const;

    static qint64 customerId(const Conversation &conversation);
    static qint64 customerIdOf(qint64 conversationId);
    Conversation &conversationOfCustomer(qint64 customerId);
    Person person(const Conversation &conversation) const;
    qint64 profileIdOf(const Conversation &conversation) const; // 0: none
    Profile profile(qint64 id) const;
    const std::vector<User> &users() const { return m_users; }
    const User *user(qint64 id) const;
    std::vector<qint64> customerUsers(qint64 customerId) const;
    const std::vector<Line> &lines() const { return m_lines; }
    const Line &line(qint64 id) const;
    QString campaignName(qint64 id) const;
    std::optional<MediaFile> file(const QString &uuid) const;

    // What an agent does. A request the documentation would not allow throws a Refusal (422).
    Message &send(Conversation &conversation, const QJsonArray &contents, qint64 referenceId);
    Message &duplicate(Conversation &conversation, qint64 messageId);
    Message &restart(Conversation &conversation);
    Message &sendTemplate(const QString &phone, const QString &name, const QString &text, qint64 lineId);
    void setStatus(Conversation &conversation, const QString &status);
    void setUser(Conversation &conversation, qint64 userId); // 0: nobody
    void markRead(Conversation &conversation);
    void setReaction(Conversation &conversation, Message &message, const QString &emoji); // empty: none
    void setNoteText(Conversation &conversation, qint64 noteId, const QString &text);
    void setProfile(const Profile &profile);
    void setCustomerUsers(qint64 customerId, const std::vector<qint64> &userIds);
    const User &addUser(const QString &name, const QString &email);
    QString addUpload(const MediaFile &file); // gives the UUID
    Conversation &begin(const Person &person, qint64 lineId);

    // What only one vendor's API knows of a conversation (a tag, a team); kept for it, understood by it
    // alone.
    QJsonObject extra(qint64 conversationId) const { return m_extras.value(conversationId); }
    void setExtra(qint64 conversationId, const QJsonObject &extra);

    // For tests: what a customer or the provider does, on demand.
    void customerSays(Conversation &conversation, const QString &text);
    void expire(Conversation &conversation);

    // The state file: everything that is not as the generator would make it. restore() answers false when the
    // text belongs to another world (other seed or size) or cannot be read; the world is then new.
    QByteArray saved() const;
    bool restore(const QByteArray &json);
    quint64 revision() const { return m_revision; } // grows with each change

private:
    enum class EventKind { Progress, CustomerAnswers, CustomerLine, RestartAnswer, Thumb, Chatter };
    struct Event {
        EventKind kind = EventKind::Chatter;
        qint64 conversation = 0;
        qint64 message = 0;
        QString detail;
    };
    struct Upload {
        MediaFile file;
        Millis at = 0;
    };

    // population.cpp
    void populate();
    void addLines();
    void addFromCast(int index);
    void addGenerated(int index, double share);
    void settleWindow(Conversation &conversation, const QJsonObject &direction);
    void reserveMessages();
    Person generatedPerson(int index) const;
    QHash<QString, QString> placeholders(const Conversation &conversation) const;

    // generator.cpp
    void load(Conversation &conversation);
    void forget();
    Millis beginning(const Conversation &conversation) const;
    Millis gapBefore(const Conversation &conversation, int k, const SpokenLine &line) const;
    Message spoken(const Conversation &conversation, const SpokenLine &line, qint64 id, Millis at,
                   quint64 salt) const;

    static constexpr size_t kFirstUsers = 4; // how many users there are before anybody adds one

    // behaviour.cpp
    void schedule(Millis in, const Event &event); // in: before --speed
    void scheduleAt(Millis from, Millis in, const Event &event);
    void happen(const Event &event, Millis at);
    void progress(const Event &event, Millis at);
    void customerAnswers(Conversation &conversation, Millis at);
    void chatter(Millis at);
    bool mayChatter(Conversation &conversation, Millis at);
    void walkIn(Millis at);
    void receive(Conversation &conversation, Message message, Millis at);
    Message &sendTemplateText(Conversation &conversation, const QString &text);
    void receiveText(Conversation &conversation, const QString &text, Millis at);
    Message &append(Conversation &conversation, Message message, Millis at);
    void scheduleDelivery(Conversation &conversation, const Message &message, bool retry);
    Conversation &newConversation(const Person &person, int line, Millis at);

    void touch(Conversation &conversation);
    void setUnread(Conversation &conversation, int unread);
    bool answers(const Conversation &conversation) const;
    quint64 draw(); // the next random number
    QJsonObject savedConversation(const Conversation &conversation) const;
    void restoreConversation(const QJsonObject &object);

    WorldSettings m_settings;
    Script m_script;
    qint64 m_birth = 0; // milliseconds since 1970 at world time 0
    Millis m_slept = 0; // world time at the start of this process
    Millis m_advanced = 0;
    std::chrono::steady_clock::time_point m_awake;

    std::deque<Conversation> m_conversations; // a deque: newcomers do not move the others
    std::deque<int> m_pristineLoaded;
    std::vector<int> m_order;
    bool m_orderStale = true;
    std::vector<Line> m_lines;
    std::vector<User> m_users;
    QMap<qint64, Profile> m_profiles; // changed ones
    QMap<qint64, std::vector<qint64>> m_customerUsers; // changed ones
    QMap<qint64, QJsonObject> m_extras;
    QHash<QString, Upload> m_uploads;
    qint64 m_uploadBytes = 0;
    std::multimap<Millis, Event> m_events;
    qint64 m_nextMessageId = 0;
    quint64 m_draws = 0;
    int m_walkInsSeen = 0;
    int m_castSize = 0;
    quint64 m_revision = 0;
};

// How long a customer's message keeps a channel open.
Millis windowOf(Channel channel);

} // namespace inbox::demo
