// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/codec.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

#include <algorithm>
#include <array>
#include <concepts>

namespace inbox::store {

using namespace domain;

namespace {

constexpr char kFormat = 1;
constexpr int kDeepest = 8; // levels of what we write ourselves

// An enum's numbers in the file are its values' places here. Never reordered: new values go to the end.
template <typename E> struct Places;
template <> struct Places<Channel> {
    static constexpr std::array all{Channel::Unknown,  Channel::Bridge,   Channel::WhatsApp, Channel::Widget,
                                    Channel::Facebook, Channel::Telegram, Channel::Voice,    Channel::Email};
};
template <> struct Places<ConversationStatus> {
    static constexpr std::array all{ConversationStatus::Unknown, ConversationStatus::ToDo,
                                    ConversationStatus::InProgress, ConversationStatus::Done,
                                    ConversationStatus::Bot};
};
template <> struct Places<Salutation> {
    static constexpr std::array all{Salutation::Unknown, Salutation::FormalMale, Salutation::FormalFemale,
                                    Salutation::Informal};
};
template <> struct Places<Gender> {
    static constexpr std::array all{Gender::Unknown, Gender::Undisclosed, Gender::Male, Gender::Female,
                                    Gender::Diverse};
};
template <> struct Places<MessageAuthor> {
    static constexpr std::array all{MessageAuthor::Unknown, MessageAuthor::System, MessageAuthor::Agent,
                                    MessageAuthor::Customer};
};
template <> struct Places<MessageSource> {
    static constexpr std::array all{MessageSource::Unknown, MessageSource::User,
                                    MessageSource::WhatsappCampaign};
};
template <> struct Places<DeliveryStatus> {
    static constexpr std::array all{DeliveryStatus::Unknown, DeliveryStatus::Created,
                                    DeliveryStatus::Sent,    DeliveryStatus::Delivered,
                                    DeliveryStatus::Read,    DeliveryStatus::Error};
};
template <> struct Places<MessageError::Kind> {
    static constexpr std::array all{MessageError::Kind::Unknown, MessageError::Kind::StatusUpdate,
                                    MessageError::Kind::Other};
};
template <> struct Places<MediaKind> {
    static constexpr std::array all{MediaKind::Image, MediaKind::Video, MediaKind::Audio,
                                    MediaKind::Document};
};

template <> struct Places<StructuredContent::Kind> {
    using Kind = StructuredContent::Kind;
    static constexpr std::array all{Kind::Buttons,     Kind::Email,         Kind::Transcription,
                                    Kind::VoiceHangup, Kind::VoiceTransfer, Kind::Handover,
                                    Kind::Note,        Kind::Reaction};
};

template <typename T, typename U>
concept A = std::same_as<std::remove_const_t<T>, U>;

// The fields of each value with their names in the file: reading and writing are the same list. A name is
// never used again for something else.

template <typename V, A<Line> T> void visit(V &field, T &line)
{
    field(1, line.id);
    field(2, line.channel);
    field(3, line.displayId);
    field(4, line.name);
    field(5, line.inSync);
    field(6, line.unreadConversations);
}

template <typename V, A<Profile> T> void visit(V &field, T &profile)
{
    field(1, profile.id);
    field(2, profile.salutation);
    field(3, profile.name);
    field(4, profile.gender);
    field(5, profile.blocked);
    field(6, profile.dateOfBirth);
    field(7, profile.phoneNumber);
    field(8, profile.email);
    field(9, profile.address);
    field(10, profile.custom);
    field(11, profile.createdAt);
    field(12, profile.updatedAt);
}

template <typename V, A<Customer> T> void visit(V &field, T &customer)
{
    field(1, customer.id);
    field(2, customer.channel);
    field(3, customer.displayId);
    field(4, customer.name);
    field(5, customer.profile);
}

template <typename V, A<User> T> void visit(V &field, T &user)
{
    field(1, user.id);
    field(2, user.name);
    field(3, user.email);
    field(4, user.roles);
    field(5, user.permissions);
    field(6, user.createdAt);
    field(7, user.updatedAt);
}

template <typename V, A<Note> T> void visit(V &field, T &note)
{
    field(1, note.id);
    field(2, note.conversationId);
    field(3, note.text);
    field(4, note.createdAt);
    field(5, note.updatedAt);
}

template <typename V, A<TextContent> T> void visit(V &field, T &content)
{
    field(1, content.text);
}

template <typename V, A<MediaContent> T> void visit(V &field, T &content)
{
    field(1, content.kind);
    field(2, content.uuid);
    field(3, content.name);
    field(4, content.mimeType);
    field(5, content.size);
    field(6, content.caption);
    field(7, content.voice);
    field(8, content.downloadUrl);
}

template <typename V, A<LocationContent> T> void visit(V &field, T &content)
{
    field(1, content.latitude);
    field(2, content.longitude);
    field(3, content.name);
    field(4, content.address);
    field(5, content.url);
}

template <typename V, A<LabelledValue> T> void visit(V &field, T &value)
{
    field(1, value.label);
    field(2, value.value);
}

template <typename V, A<ContactContent> T> void visit(V &field, T &content)
{
    field(1, content.formattedName);
    field(2, content.firstName);
    field(3, content.middleName);
    field(4, content.lastName);
    field(5, content.prefix);
    field(6, content.suffix);
    field(7, content.birthday);
    field(8, content.phones);
    field(9, content.emails);
    field(10, content.addresses);
    field(11, content.company);
    field(12, content.department);
    field(13, content.title);
}

template <typename V, A<UnknownContent> T> void visit(V &field, T &content)
{
    field(1, content.type);
}

template <typename V, A<StructuredContent> T> void visit(V &field, T &content)
{
    field(1, content.kind);
    field(2, content.title);
    field(3, content.text);
    field(4, content.items);
    field(5, content.copies);
    field(6, content.blindCopies);
    field(7, content.files);
}

template <typename V, A<MessageError> T> void visit(V &field, T &error)
{
    field(1, error.id);
    field(2, error.kind);
    field(3, error.originalMessage);
    field(4, error.createdAt);
}

template <typename V, A<Campaign> T> void visit(V &field, T &campaign)
{
    field(1, campaign.id);
    field(2, campaign.name);
}

template <typename V, A<Message> T> void visit(V &field, T &message)
{
    field(1, message.id);
    field(2, message.conversationId);
    field(3, message.author);
    field(4, message.source);
    field(5, message.userId);
    if (!message.sensitive) // such words are shown when asked for, and not kept
        field(6, message.contents);
    field(7, message.status);
    field(8, message.agentReaction);
    field(9, message.customerReaction);
    field(10, message.sentAt);
    field(11, message.reference);
    field(12, message.latestError);
    field(13, message.campaign);
    field(14, message.authorName);
    field(15, message.sensitive);
    field(16, message.details);
}

// The account is not written: it is the file's.
template <typename V, A<Conversation> T> void visit(V &field, T &conversation)
{
    field(1, conversation.key.id);
    field(2, conversation.createdAt);
    field(3, conversation.channel);
    field(4, conversation.status);
    field(5, conversation.snoozeUntil);
    field(6, conversation.line);
    field(7, conversation.customer);
    field(8, conversation.assignee);
    field(9, conversation.latestMessage);
    field(10, conversation.latestCustomerMessage);
    field(11, conversation.lastCustomerReplyAt);
    field(12, conversation.latestNote);
    field(13, conversation.unreadCount);
    field(14, conversation.replyUntil);
    field(15, conversation.replyPossible);
    field(16, conversation.customerInteractionRequired);
    field(17, conversation.notes);
    field(18, conversation.tags);
    field(19, conversation.team);
    field(20, conversation.archived);
    field(21, conversation.details);
    field(22, conversation.language);
    field(23, conversation.mentions);
    field(24, conversation.metadata);
    field(25, conversation.mentionsSeen);
}

// Kinds of content have the number of their place in domain::MessageContent.
static_assert(std::same_as<MessageContent,
                           std::variant<TextContent, MediaContent, LocationContent, ContactContent,
                                        UnknownContent, StructuredContent>>);

class Writer {
public:
    explicit Writer(QByteArray &target)
        : m_out(&target)
    {
    }

    template <typename T> void operator()(int name, const T &value)
    {
        if (isDefault(value))
            return;
        m_out.append(name);
        write(value);
    }
    template <typename T> void write(const QList<T> &values)
    {
        m_out.startArray(quint64(values.size()));
        for (const T &value : values)
            write(value);
        m_out.endArray();
    }
    template <typename T>
    requires std::is_class_v<T>
    void write(const T &value)
    {
        m_out.startMap();
        visit(*this, value);
        m_out.endMap();
    }

private:
    template <typename T> static bool isDefault(const T &value) { return value == T(); }
    template <typename T> static bool isDefault(const std::optional<T> &value) { return !value; }
    static bool isDefault(const Boxed<Message> &value) { return !value; }
    // Only the value it stands in knows which one is its default.
    template <typename E>
    requires std::is_enum_v<E>
    static bool isDefault(const E &) { return false; }
    // Invalid values mean what their absence means.
    static bool isDefault(const QDate &value) { return !value.isValid(); }
    static bool isDefault(const OptionalTime &value) { return !value || !value->isValid(); }

    void write(const QString &text) { m_out.append(text); }
    // A list: names that are not ours, one after the other with what belongs to them.
    void write(const QMap<QString, QString> &texts)
    {
        QList<LabelledValue> all;
        for (auto it = texts.begin(); it != texts.end(); ++it)
            all << LabelledValue{it.key(), it.value()};
        write(all);
    }
    template <typename Tag> void write(const Id<Tag> &id) { m_out.append(id.value()); }
    void write(bool value) { m_out.append(value); }
    void write(int value) { m_out.append(value); }
    void write(qint64 value) { m_out.append(value); }
    void write(double value) { m_out.append(value); }
    void write(const QDate &date) { m_out.append(date.toJulianDay()); }
    void write(const QDateTime &time) { m_out.append(time.toMSecsSinceEpoch()); }
    void write(const QUrl &url) { m_out.append(QLatin1String(url.toEncoded())); }
    void write(const std::array<QString, 5> &texts) { write(QStringList(texts.begin(), texts.end())); }
    template <typename E>
    requires std::is_enum_v<E>
    void write(E value)
    {
        const auto &all = Places<E>::all;
        m_out.append(qint64(std::find(all.begin(), all.end(), value) - all.begin()));
    }
    template <typename E> void write(const OpenEnum<E> &value)
    {
        m_out.startArray(2);
        write(value.value);
        write(value.raw);
        m_out.endArray();
    }
    template <typename T> void write(const std::optional<T> &value) { write(*value); }
    void write(const Boxed<Message> &message) { write(*message); }
    void write(const MessageContent &content)
    {
        m_out.startArray(2);
        m_out.append(qint64(content.index()));
        std::visit([this](const auto &kind) { write(kind); }, content);
        m_out.endArray();
    }

    QCborStreamWriter m_out;
};

// Once something is not as it was written, nothing more is read.
class Reader {
public:
    explicit Reader(const QByteArray &bytes)
        : m_in(bytes)
        , m_size(bytes.size())
    {
    }

    // Whether the bytes hold one `value` and nothing behind it.
    template <typename T> bool readAll(T &value)
    {
        read(value);
        return m_sound && m_in.currentOffset() == m_size;
    }
    template <typename T> void operator()(quint64 name, T &value)
    {
        if (name != m_name || m_taken)
            return;
        m_taken = true;
        read(value);
    }

private:
    bool is(bool wanted)
    {
        m_sound = m_sound && wanted && m_in.lastError() == QCborError::NoError;
        return m_sound;
    }
    void next()
    {
        constexpr int deepestUnknown = 16;
        is(m_in.next(deepestUnknown));
    }
    // True while there is one more in this container.
    bool hasNext() { return is(true) && m_in.hasNext(); }
    bool enter(bool isContainer)
    {
        return is(isContainer && m_in.containerDepth() < 4 * kDeepest) && is(m_in.enterContainer());
    }
    void leave()
    {
        if (is(true))
            is(m_in.leaveContainer());
    }

    template <typename T>
    requires std::is_class_v<T>
    void read(T &value)
    {
        if (!enter(m_in.isMap()))
            return;
        while (hasNext()) {
            if (!is(m_in.isUnsignedInteger()))
                return;
            m_name = m_in.toUnsignedInteger();
            m_taken = false;
            next();
            visit(*this, value);
            if (m_sound && !m_taken)
                next(); // of a later version
        }
        leave();
    }
    template <typename T> void read(QList<T> &values)
    {
        if (!enter(m_in.isArray()))
            return;
        while (hasNext()) {
            T value{};
            read(value);
            values << std::move(value);
        }
        leave();
    }
    void read(QMap<QString, QString> &texts)
    {
        QList<LabelledValue> all;
        read(all);
        for (const LabelledValue &one : std::as_const(all))
            texts.insert(one.label, one.value);
    }
    void read(std::array<QString, 5> &texts)
    {
        QStringList list;
        read(list);
        if (is(list.size() == qsizetype(texts.size())))
            std::move(list.begin(), list.end(), texts.begin());
    }
    void read(QString &text)
    {
        if (!is(m_in.isString()))
            return;
        auto part = m_in.readString();
        while (part.status == QCborStreamReader::Ok) {
            text += part.data;
            part = m_in.readString();
        }
        is(part.status == QCborStreamReader::EndOfString);
    }
    template <typename Tag> void read(Id<Tag> &id)
    {
        QString text;
        read(text);
        id = Id<Tag>(text);
    }
    void read(bool &value)
    {
        if (!is(m_in.isBool()))
            return;
        value = m_in.toBool();
        next();
    }
    void read(qint64 &value)
    {
        if (!is(m_in.isInteger()))
            return;
        value = m_in.toInteger();
        next();
    }
    void read(int &value)
    {
        qint64 number = 0;
        read(number);
        if (is(number == int(number)))
            value = int(number);
    }
    void read(double &value)
    {
        if (!is(m_in.isDouble()))
            return;
        value = m_in.toDouble();
        next();
    }
    void read(QDate &date)
    {
        qint64 day = 0;
        read(day);
        date = QDate::fromJulianDay(day);
        is(date.isValid());
    }
    void read(QDateTime &time)
    {
        qint64 milliseconds = 0;
        read(milliseconds);
        time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
        is(time.isValid() && time.toMSecsSinceEpoch() == milliseconds);
    }
    void read(QUrl &url)
    {
        QString text;
        read(text);
        url = QUrl::fromEncoded(text.toUtf8());
        if (!url.isValid())
            url.clear(); // from a damaged file: it would be written otherwise than it was read
    }
    template <typename E>
    requires std::is_enum_v<E>
    void read(E &value)
    {
        qint64 place = 0;
        read(place);
        const auto &all = Places<E>::all;
        // A later version may know more of them.
        value = place >= 0 && place < qint64(all.size()) ? all[size_t(place)] : E();
    }
    template <typename E> void read(OpenEnum<E> &value)
    {
        if (!enter(m_in.isArray()))
            return;
        read(value.value);
        read(value.raw);
        leave();
    }
    template <typename T> void read(std::optional<T> &value)
    {
        value.emplace();
        read(*value);
    }
    void read(Boxed<Message> &message)
    {
        Message quoted;
        read(quoted);
        message = std::move(quoted);
    }
    void read(MessageContent &content)
    {
        if (!enter(m_in.isArray()))
            return;
        qint64 kind = 0;
        read(kind);
        const auto as = [this, &content](auto made) {
            read(made);
            content = std::move(made);
        };
        switch (kind) {
        case 0:
            as(TextContent());
            break;
        case 1:
            as(MediaContent());
            break;
        case 2:
            as(LocationContent());
            break;
        case 3:
            as(ContactContent());
            break;
        case 5:
            as(StructuredContent());
            break;
        default:
            as(UnknownContent());
        }
        leave();
    }

    QCborStreamReader m_in;
    const qint64 m_size;
    bool m_sound = true;
    quint64 m_name = 0; // of the field that is being read
    bool m_taken = false;
};

template <typename T> QByteArray encoded(const T &value)
{
    QByteArray bytes(1, kFormat);
    QByteArray body;
    Writer(body).write(value);
    return bytes + body;
}

template <typename T> std::optional<T> decoded(const QByteArray &bytes)
{
    T value{};
    if (bytes.isEmpty() || bytes.at(0) != kFormat
        || !Reader(QByteArray::fromRawData(bytes.constData() + 1, bytes.size() - 1)).readAll(value))
        return std::nullopt;
    return value;
}

} // namespace

QByteArray encode(const Conversation &conversation)
{
    return encoded(conversation);
}

QByteArray encode(const Message &message)
{
    return encoded(message);
}

QByteArray encode(const QList<User> &users)
{
    return encoded(users);
}

std::optional<Conversation> decodeConversation(const AccountId &account, const QByteArray &bytes)
{
    auto conversation = decoded<Conversation>(bytes);
    if (!conversation || conversation->key.id.isEmpty())
        return std::nullopt;
    conversation->key.account = account;
    return conversation;
}

std::optional<Message> decodeMessage(const QByteArray &bytes)
{
    auto message = decoded<Message>(bytes);
    return message && !message->id.isEmpty() ? message : std::nullopt;
}

std::optional<QList<User>> decodeUsers(const QByteArray &bytes)
{
    return decoded<QList<User>>(bytes);
}

} // namespace inbox::store
