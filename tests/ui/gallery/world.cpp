// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/world.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QTimeZone>

namespace inbox::gallery {

using namespace domain;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QDateTime before(qint64 seconds)
{
    return pictureTime().addSecs(-seconds);
}

QDateTime in(qint64 seconds)
{
    return pictureTime().addSecs(seconds);
}

template <typename E> OpenEnum<E> known(E value, const char *raw)
{
    return {value, QString::fromLatin1(raw)};
}

User user(int id, const char *name)
{
    User u;
    u.id = UserId(QString::number(id));
    u.name = QString::fromUtf8(name);
    u.email = QStringLiteral("%1@example.com").arg(u.name.toLower());
    return u;
}

const Line supportLine()
{
    Line line;
    line.id = LineId(QStringLiteral("1"));
    line.channel = known(Channel::WhatsApp, "whatsapp");
    line.displayId = QStringLiteral("4930555010");
    line.name = QStringLiteral("Support DE");
    line.inSync = true;
    return line;
}

OpenEnum<Channel> channelOf(Channel channel)
{
    switch (channel) {
    case Channel::Bridge:
        return known(channel, "bridge");
    case Channel::WhatsApp:
        return known(channel, "whatsapp");
    case Channel::Widget:
        return known(channel, "widget");
    case Channel::Facebook:
        return known(channel, "facebook");
    case Channel::Telegram:
        return known(channel, "telegram");
    case Channel::Voice:
        return known(channel, "voice");
    case Channel::Email:
        return known(channel, "email");
    case Channel::Unknown:
        break;
    }
    return {};
}

// Messages of one conversation, numbered as they are added; oldest first until taken().
class Talk {
public:
    explicit Talk(const ConversationId &id)
        : m_id(id)
    {
    }

    Message &customer(qint64 ago, const char *text) { return add(MessageAuthor::Customer, ago, text); }
    Message &agent(qint64 ago, const char *text, DeliveryStatus status = DeliveryStatus::Read,
                   const User &by = ben())
    {
        Message &m = add(MessageAuthor::Agent, ago, text);
        m.source = known(MessageSource::User, "user");
        m.userId = by.id;
        m.status = {status, QString()};
        return m;
    }
    Message &system(qint64 ago, const char *text) { return add(MessageAuthor::System, ago, text); }
    Message &last() { return m_messages.last(); }
    const QList<Message> &messages() const { return m_messages; }
    QList<Message> newestFirst() const { return {m_messages.crbegin(), m_messages.crend()}; }

private:
    Message &add(MessageAuthor author, qint64 ago, const char *text)
    {
        Message m;
        m.id = MessageId(QString::number(m_id.value().toInt() * 1000 + m_messages.size()));
        m.conversationId = m_id;
        m.author = {author, QString()};
        m.sentAt = before(ago);
        if (*text)
            m.contents = {TextContent{QString::fromUtf8(text)}};
        m_messages.append(m);
        return m_messages.last();
    }

    ConversationId m_id;
    QList<Message> m_messages;
};

MediaContent media(MediaKind kind, const char *name, const char *type, qint64 size, const char *caption = "")
{
    MediaContent content;
    content.kind = kind;
    content.uuid = QString::fromLatin1(name);
    content.name = QString::fromUtf8(name);
    content.mimeType = QString::fromLatin1(type);
    content.size = size;
    content.caption = QString::fromUtf8(caption);
    content.downloadUrl = QUrl(QStringLiteral("https://files.example.com/") + content.uuid);
    return content;
}

// Hills in the evening: something that looks like a photograph and shows when it is squeezed, for the sun is
// round.
QByteArray photo(const QSize &size, const QColor &sky)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient evening(0, 0, 0, size.height());
    evening.setColorAt(0, sky);
    evening.setColorAt(1, QColor(0xFF, 0xE2, 0xB8));
    painter.fillRect(image.rect(), evening);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xFF, 0xF3, 0xD0));
    const int sun = qMin(size.width(), size.height()) / 4;
    painter.drawEllipse(QPoint(size.width() * 2 / 3, size.height() / 3), sun / 2, sun / 2);
    for (int hill = 0; hill < 3; ++hill) {
        const qreal y = size.height() * (0.55 + 0.13 * hill);
        QPainterPath path(QPointF(0, size.height()));
        path.lineTo(0, y);
        path.cubicTo(size.width() * 0.3, y - size.height() * 0.18, size.width() * 0.6,
                     y + size.height() * 0.16, size.width(), y - size.height() * 0.05 * hill);
        path.lineTo(size.width(), size.height());
        painter.setBrush(QColor::fromHsl(150 + 12 * hill, 70, 120 - 28 * hill));
        painter.drawPath(path);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

class Builder {
public:
    World world;

    // An open WhatsApp conversation; what differs is changed afterwards.
    Conversation &add(const ConversationId &id, const char *name, const char *number, const Talk &talk,
                      Channel channel = Channel::WhatsApp)
    {
        Conversation c;
        c.key = {pictureAccount(), id};
        c.createdAt = before(30 * day);
        c.channel = channelOf(channel);
        c.status = known(ConversationStatus::ToDo, "to_do");
        c.line = supportLine();
        c.line->channel = c.channel;
        if (channel == Channel::Widget) {
            c.line->id = LineId(QStringLiteral("2"));
            c.line->name = QStringLiteral("Shop chat");
            c.line->displayId = QStringLiteral("shop.example.com");
        }
        Customer customer;
        customer.id = CustomerId(id.value());
        customer.channel = c.channel;
        customer.displayId = QString::fromLatin1(number);
        customer.name = QString::fromUtf8(name);
        Profile profile;
        profile.id = ProfileId(id.value());
        profile.name = customer.name;
        profile.phoneNumber = channel == Channel::WhatsApp ? customer.displayId : QString();
        customer.profile = profile;
        c.customer = customer;
        for (const Message &m : talk.messages()) {
            c.latestMessage = m;
            if (m.author == MessageAuthor::Customer) {
                c.latestCustomerMessage = m;
                c.lastCustomerReplyAt = m.sentAt;
            }
        }
        c.replyPossible = true;
        c.customerInteractionRequired = false;
        if (channel == Channel::WhatsApp && c.lastCustomerReplyAt)
            c.replyUntil = c.lastCustomerReplyAt->addSecs(day);
        world.messages.insert(id, talk.newestFirst());
        world.conversations.append(c);
        return world.conversations.last();
    }
};

Talk everythingTalk()
{
    Talk talk(ids::everything);
    talk.customer(2 * day, "Good morning, is the blue *Trekking* bike still there?");
    talk.agent(2 * day - 3 * minute, "It is. Size _M_ or _L_?", DeliveryStatus::Read, user(2, "Aylin"));
    talk.system(2 * day - 5 * minute, "Aylin assigned the conversation to Ben");
    talk.customer(day + 3 * hour, "");
    talk.last().contents = {
        media(MediaKind::Image, "IMG-20261119-WA0007.jpg", "image/jpeg", 482'113, "This one, in the window")};
    talk.customer(day + 3 * hour - minute, "");
    MediaContent voice = media(MediaKind::Audio, "PTT-0042.ogg", "audio/ogg", 38'912);
    voice.voice = true;
    talk.last().contents = {voice};
    talk.customer(day + 3 * hour - 2 * minute, "");
    talk.last().contents = {media(MediaKind::Video, "brakes.mp4", "video/mp4", 7'340'032)};
    talk.agent(day + 2 * hour, "", DeliveryStatus::Delivered);
    talk.last().contents = {
        media(MediaKind::Document, "Quotation 2026-1187.pdf", "application/pdf", 91'204, "Our offer")};
    talk.customer(day + hour, "");
    LocationContent place;
    place.latitude = 52.5163;
    place.longitude = 13.3777;
    place.name = QStringLiteral("Radhaus am Tor");
    place.address = QStringLiteral("Pariser Platz 1, 10117 Berlin");
    talk.last().contents = {place};
    talk.customer(day + hour - minute, "");
    ContactContent contact;
    contact.formattedName = QStringLiteral("Dr. Lena Weiß");
    contact.phones = {{QStringLiteral("WORK"), QStringLiteral("+49 30 555 0199")}};
    contact.emails = {{QStringLiteral("WORK"), QStringLiteral("lena.weiss@example.com")}};
    contact.company = QStringLiteral("Weiß & Partner");
    talk.last().contents = {contact};
    talk.customer(5 * hour, "");
    talk.last().contents = {UnknownContent{QStringLiteral("poll")}};
    talk.agent(4 * hour,
               "We have kept it for you until Saturday. Delivery is free within Berlin: "
               "https://example.com/delivery?zone=1");
    talk.last().customerReaction = QStringLiteral("👍");
    talk.last().campaign = Campaign{CampaignId(QStringLiteral("3")), QStringLiteral("Autumn sale")};
    talk.last().source = known(MessageSource::WhatsappCampaign, "whatsapp_campaign");
    Message reply = talk.last();
    talk.customer(3 * hour, "Thank you! Can I pay on the spot? You can reach me at +49 152 2356 7929.");
    talk.last().reference = Boxed<Message>(reply);
    talk.last().agentReaction = QStringLiteral("❤️");
    talk.agent(40 * minute, "Waiting to be taken by the messenger", DeliveryStatus::Created);
    talk.agent(39 * minute, "Sent", DeliveryStatus::Sent);
    talk.agent(38 * minute, "Delivered", DeliveryStatus::Delivered);
    talk.agent(37 * minute, "Read", DeliveryStatus::Read);
    talk.agent(30 * minute, "This one did not arrive.", DeliveryStatus::Error);
    MessageError error;
    error.id = ErrorId(QStringLiteral("1"));
    error.kind = known(MessageError::Kind::StatusUpdate, "status_update");
    error.originalMessage = QStringLiteral("131026: Message undeliverable");
    error.createdAt = before(29 * minute);
    talk.last().latestError = error;
    return talk;
}

Talk mediaTalk()
{
    Talk talk(ids::media);
    const auto send = [&talk](const MediaContent &content, bool ours = false) {
        if (ours)
            talk.agent(hour, "");
        else
            talk.customer(hour, "");
        talk.last().contents = {content};
    };
    send(media(MediaKind::Image, "frame.png", "image/png", 482'113, "The frame has a scratch"));
    send(media(MediaKind::Image, "portrait.png", "image/png", 1'204'887));
    send(media(MediaKind::Image, "small.png", "image/png", 2'113, "As small as it is"));
    send(media(MediaKind::Image, "gone.jpg", "image/jpeg", 912'000));
    send(media(MediaKind::Image, "huge.tiff", "image/tiff", 912'000'000));
    MediaContent nowhere = media(MediaKind::Image, "nowhere.jpg", "image/jpeg", 100'000);
    nowhere.downloadUrl.clear();
    send(nowhere);
    send(media(MediaKind::Image, "drawing.svg", "image/svg+xml", 900));
    send(media(MediaKind::Document, "Invoice 2026-1187 for the bicycle in the window.pdf", "application/pdf",
               91'204));
    send(media(MediaKind::Document, "setup.exe", "application/x-msdownload", 2'400'000));
    send(media(MediaKind::Document, "gone.docx", "application/msword", 40'000));
    send(media(MediaKind::Video, "brakes.mp4", "video/mp4", 7'340'032), true);
    send(media(MediaKind::Audio, "A song that has quite a long name.mp3", "audio/mpeg", 3'400'000), true);
    MediaContent voice = media(MediaKind::Audio, "PTT-0042.ogg", "audio/ogg", 38'912);
    voice.voice = true;
    send(voice);
    return talk;
}

} // namespace

QDateTime pictureTime()
{
    return QDateTime(QDate(2026, 11, 20), QTime(13, 10), Qt::UTC);
}

AccountId pictureAccount()
{
    return AccountId(QStringLiteral("pictures"));
}

User ben()
{
    return user(1, "Ben");
}

World pictureWorld()
{
    const User aylin = user(2, "Aylin");
    const User sofia = user(3, "Sofia");
    Builder b;
    b.world.users = {ben(), aylin, sofia, user(4, "Marek")};
    b.world.settings.tenantName = QStringLiteral("Radhaus am Tor");

    {
        Talk talk(ids::parcel);
        talk.customer(day + 2 * hour, "Hallo, ich habe am Montag bestellt und noch keine Versandnachricht.");
        talk.agent(day + hour, "Guten Tag Frau Keller, ich sehe gleich nach. Ist es die Bestellung 4711?");
        talk.customer(day, "Ja, genau. Die Satteltasche und das Licht.");
        talk.agent(22 * hour, "Das Licht ist heute Morgen eingetroffen, beides geht zusammen heraus.");
        talk.customer(9 * minute, "Danke! Ist mein Paket heute noch unterwegs?");
        talk.customer(8 * minute, "Ich bin ab 18 Uhr nicht mehr zu Hause.");
        Conversation &c = b.add(ids::parcel, "Maria Keller", "4915223567929", talk);
        c.unreadCount = 2;
        c.assignee = ben();
        Profile &profile = *c.customer->profile;
        profile.email = QStringLiteral("maria.keller@example.com");
        profile.address = QStringLiteral("Lindenstraße 12, 10969 Berlin");
        profile.dateOfBirth = QDate(1984, 3, 7);
        profile.salutation = known(Salutation::FormalFemale, "formal_female");
        profile.gender = known(Gender::Female, "female");
        profile.custom = {QStringLiteral("Gold"), QStringLiteral("K-20418"), {}, {}, {}};
        profile.createdAt = before(400 * day);
        Note note;
        note.id = NoteId(QStringLiteral("1"));
        note.conversationId = ids::parcel;
        note.text = QStringLiteral("Prefers delivery after 18:00. Rings twice.");
        note.createdAt = before(3 * hour);
        note.updatedAt = before(3 * hour);
        c.latestNote = note;
    }
    {
        Talk talk(ids::amber);
        talk.customer(21 * hour, "Could you send me the invoice again, please?");
        talk.agent(20 * hour, "Of course. To this address?", DeliveryStatus::Delivered);
        Conversation &c = b.add(ids::amber, "Emily Clarke", "447700900112", talk);
        c.assignee = ben();
        c.status = known(ConversationStatus::InProgress, "in_progress");
    }
    {
        Talk talk(ids::red);
        talk.customer(day - 18 * minute, "¿Tienen la talla 54 en rojo?");
        Conversation &c = b.add(ids::red, "Lucía Fernández", "34600111222", talk);
        c.unreadCount = 1;
        c.assignee = ben();
    }
    {
        Talk talk(ids::expired);
        talk.customer(3 * day, "Ich überlege es mir und melde mich.");
        talk.agent(3 * day - hour, "Gern, wir halten das Rad bis Freitag zurück.");
        Conversation &c = b.add(ids::expired, "Jonas Ott", "4915223567930", talk);
        c.assignee = ben();
        c.replyPossible = false;
    }
    {
        Talk talk(ids::awaiting);
        talk.customer(4 * day, "Merci, à bientôt !");
        talk.agent(3 * hour, "Hello, we would like to go on with our conversation. Shall we?",
                   DeliveryStatus::Delivered);
        Conversation &c = b.add(ids::awaiting, "Camille Laurent", "33612345678", talk);
        c.assignee = ben();
        c.replyPossible = false;
        c.customerInteractionRequired = true;
        c.replyUntil = in(21 * hour);
    }
    {
        Talk talk(ids::arabic);
        talk.customer(50 * minute, "مرحبا، هل الدراجة الزرقاء ما زالت متوفرة؟ رقمي +971 50 123 4567");
        talk.agent(45 * minute, "نعم، المقاس M متوفر. هل تريد حجزها؟", DeliveryStatus::Read, aylin);
        talk.customer(12 * minute, "نعم من فضلك، order 4711");
        Conversation &c = b.add(ids::arabic, "ليلى حداد", "971501234567", talk);
        c.assignee = aylin;
        c.unreadCount = 1;
    }
    {
        Talk talk(ids::widget);
        talk.customer(2 * day, "Do you repair e-bikes as well?");
        talk.agent(2 * day - 10 * minute, "We do, from 08:00 to 17:00 without an appointment.");
        Conversation &c = b.add(ids::widget, "Visitor 2291", "visitor-2291", talk, Channel::Widget);
        c.assignee = ben();
        c.replyPossible = false;
    }
    {
        Talk talk(ids::disconnected);
        talk.customer(6 * hour, "Hello, is anybody there?");
        Conversation &c = b.add(ids::disconnected, "Oliver Grant", "447700900555", talk);
        c.assignee = ben();
        c.line->id = LineId(QStringLiteral("3"));
        c.line->name = QStringLiteral("Old number");
        c.line->inSync = false;
    }
    {
        Talk talk(ids::blocked);
        talk.customer(8 * hour, "WIN A PHONE NOW http://example.test/win");
        Conversation &c = b.add(ids::blocked, "Prize Team", "10005550000", talk);
        c.assignee = ben();
        c.customer->profile->blocked = true;
    }
    {
        const Talk talk = everythingTalk();
        Conversation &c = b.add(ids::everything, "Henrik Sørensen", "4520123456", talk);
        c.assignee = ben();
        c.status = known(ConversationStatus::InProgress, "in_progress");
    }
    {
        Talk talk(ids::closing);
        talk.customer(day + 4 * minute, "Bis wann muss ich mich entscheiden?");
        Conversation &c = b.add(ids::closing, "Petra Vogel", "4915223567931", talk);
        c.assignee = ben();
    }
    {
        Talk talk(ids::refused);
        talk.customer(2 * hour, "Stop");
        Conversation &c = b.add(ids::refused, "Tom Becker", "4915223567932", talk);
        c.assignee = ben();
        c.replyPossible = false;
    }
    {
        Talk talk(ids::silent);
        talk.customer(5 * hour, "Is the shop open on Sunday?");
        Conversation &c = b.add(ids::silent, "Grace Okafor", "2348012345678", talk);
        c.assignee = ben();
        c.replyPossible = std::nullopt;
        c.replyUntil = std::nullopt;
        c.customerInteractionRequired = std::nullopt;
    }
    {
        Talk talk(ids::failed);
        talk.customer(100 * minute, "Please call me back");
        talk.agent(95 * minute, "We tried to reach you at noon.", DeliveryStatus::Error);
        MessageError error;
        error.id = ErrorId(QStringLiteral("2"));
        error.kind = known(MessageError::Kind::StatusUpdate, "status_update");
        error.originalMessage = QStringLiteral("131026: Message undeliverable");
        error.createdAt = before(94 * minute);
        talk.last().latestError = error;
        Conversation &c = b.add(ids::failed, "Ana Souza", "5511987654321", talk);
        c.latestMessage = talk.last();
        c.assignee = ben();
    }
    {
        Talk talk(ids::unanswered);
        talk.customer(9 * day, "Ich bin nächste Woche wieder da.");
        talk.agent(4 * day, "Hello, we would like to go on with our conversation. Shall we?",
                   DeliveryStatus::Delivered);
        Conversation &c = b.add(ids::unanswered, "Katharina von Hohenfels-Sonnenberg", "4915223567933", talk);
        c.assignee = ben();
        c.replyPossible = false;
        c.customerInteractionRequired = true;
        c.replyUntil = before(3 * day);
    }
    {
        Talk talk(ids::unnamed);
        talk.customer(3 * hour, "");
        talk.last().contents = {media(MediaKind::Image, "photo.jpg", "image/jpeg", 210'044)};
        Conversation &c = b.add(ids::unnamed, "", "4915201234567", talk);
        c.customer->profile.reset();
    }
    {
        Talk talk(ids::hostile);
        talk.customer(70 * minute,
                      "<b>bold</b> <img src=\"file:///etc/passwd\"> &amp; <script>alert(1)</script>");
        talk.customer(69 * minute, "invoice\u202Efdp.exe and \u2066hidden\u2069 and javascript:alert(1)");
        talk.customer(
            68 * minute,
            "AVeryLongWordWithoutAnySpaceThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn"
            "AndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn");
        talk.customer(67 * minute,
                      "Z\u0351\u036B\u0313\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E"
                      "\u0349\u035A\u032F\u031E\u0320\u034DA\u0334\u0335\u031C\u0330\u0354\u036B"
                      "\u0357\u0362L\u0320\u0368\u0367\u0369\u0358G\u0334\u033B\u0348\u034D\u0354"
                      "\u0339\u0311\u0357\u030E\u0305\u035B\u0301\u01EA\u0335\u0339\u033B\u031D\u0333"
                      "\u0342\u030C\u030C\u0358!\u0356\u032C\u0330\u0319\u0317\u033F\u030B\u0365"
                      "\u0365\u0302\u0363\u0310\u0301\u0301\u035C\u035E");
        Conversation &c = b.add(ids::hostile, "<b>Bobby</b>\u202Eelbat", "15550100", talk);
        c.unreadCount = 4;
    }
    {
        Talk talk(ids::bridge);
        talk.customer(26 * hour, "Question about order 8812: can I still change the address?");
        talk.agent(25 * hour, "Yes, until tonight.", DeliveryStatus::Sent, sofia);
        Conversation &c = b.add(ids::bridge, "Mateo Rossi", "mateo.rossi@example.com", talk, Channel::Bridge);
        c.assignee = sofia;
        c.line->name = QStringLiteral("Mail bridge");
        c.status = known(ConversationStatus::Done, "done");
    }
    {
        Talk talk(ids::again);
        talk.customer(12 * day, "Do you have bags in green as well?");
        talk.agent(12 * day - hour, "From next week on, yes.", DeliveryStatus::Delivered, aylin);
        Conversation &c = b.add(ids::again, "Maria Keller", "visitor-1877", talk, Channel::Widget);
        c.customer->profile->id = ProfileId(ids::parcel.value());
        c.status = known(ConversationStatus::Done, "done");
        c.replyPossible = false;
    }
    b.add(ids::media, "Noah Schmitt", "4915223567941", mediaTalk()).assignee = ben();
    QHash<QString, QByteArray> &files = b.world.files;
    files.insert(QStringLiteral("frame.png"), photo({1600, 1200}, QColor(0x5B, 0x8D, 0xEF)));
    files.insert(QStringLiteral("portrait.png"), photo({900, 1200}, QColor(0xB0, 0x6A, 0xD9)));
    files.insert(QStringLiteral("small.png"), photo({96, 64}, QColor(0xE0, 0x7A, 0x5F)));
    files.insert(QStringLiteral("IMG-20261119-WA0007.jpg"), photo({1200, 900}, QColor(0x3F, 0xA7, 0xA0)));
    files.insert(QStringLiteral("drawing.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    files.insert(QStringLiteral("setup.exe"), QByteArray("MZ\x90\0\x03\0", 6) + QByteArray(600, 'x'));
    files.insert(QStringLiteral("PTT-0042.ogg"), "OggS" + QByteArray(600, '\0'));
    files.insert(QStringLiteral("Invoice 2026-1187 for the bicycle in the window.pdf"),
                 "%PDF-1.4\n" + QByteArray(600, ' '));
    return b.world;
}

} // namespace inbox::gallery
