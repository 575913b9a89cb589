// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/openingtable.h"

#include "services/store/errorjson.h"
#include "services/store/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace inbox::store {

using namespace domain;
using State = Opening::State;
using Row = RecipientResult::State;

namespace {

constexpr Names<State, 4> states{{{{State::Running, QLatin1String("running")},
                                   {State::Paused, QLatin1String("paused")},
                                   {State::Stopped, QLatin1String("stopped")},
                                   {State::Finished, QLatin1String("finished")}}}};
constexpr Names<Row, 6> rowStates{{{{Row::Waiting, QLatin1String("waiting")},
                                    {Row::Sending, QLatin1String("sending")},
                                    {Row::Sent, QLatin1String("sent")},
                                    {Row::Unknown, QLatin1String("unknown")},
                                    {Row::Failed, QLatin1String("failed")},
                                    {Row::Left, QLatin1String("left")}}}};
constexpr Names<TemplatePart::Kind, 4> kinds{{{{TemplatePart::Kind::Header, QLatin1String("header")},
                                               {TemplatePart::Kind::Body, QLatin1String("body")},
                                               {TemplatePart::Kind::Footer, QLatin1String("footer")},
                                               {TemplatePart::Kind::Button, QLatin1String("button")}}}};

// Of recipient r and opening o: a line of the ledger; whether its customer has answered.
constexpr QLatin1String kPaid("o.paid AND r.sent IS NOT NULL AND r.state IN('sending','sent','unknown')");
constexpr QLatin1String kAnswered("iif(r.result='', 0, coalesce(r.result->>'$.answered', 0))");

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

QJsonObject toJson(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QMap<QString, QString> textsFrom(const QJsonValue &value)
{
    QMap<QString, QString> texts;
    const QJsonObject json = value.toObject();
    for (auto it = json.begin(); it != json.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QString detailsOf(const Opening &opening)
{
    const MessageTemplate &message = opening.plan.message;
    QJsonArray parts;
    for (const TemplatePart &part : message.parts) {
        parts << QJsonObject{{QStringLiteral("kind"), kinds.of(part.kind)},
                             {QStringLiteral("format"), part.format},
                             {QStringLiteral("text"), part.text},
                             {QStringLiteral("url"), part.url},
                             {QStringLiteral("phone"), part.phone},
                             {QStringLiteral("examples"), toJson(part.examples)},
                             {QStringLiteral("raw"), part.rawJson}};
    }
    return textOf({{QStringLiteral("template"),
                    QJsonObject{{QStringLiteral("id"), message.id.value()},
                                {QStringLiteral("name"), message.name},
                                {QStringLiteral("language"), message.language},
                                {QStringLiteral("category"), message.category},
                                {QStringLiteral("status"), message.status},
                                {QStringLiteral("group"), message.group},
                                {QStringLiteral("parts"), parts}}},
                   {QStringLiteral("line"), opening.plan.line.value()},
                   {QStringLiteral("lineName"), opening.plan.lineName},
                   {QStringLiteral("fields"), toJson(opening.plan.fields)},
                   {QStringLiteral("environment"), opening.plan.environment},
                   {QStringLiteral("perRequest"), opening.plan.perRequest}});
}

OpeningPlan planFrom(const QJsonObject &json)
{
    OpeningPlan plan;
    const QJsonObject message = json.value(QStringLiteral("template")).toObject();
    const auto text = [](const QJsonObject &object, const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    plan.message.id = TemplateId(text(message, "id"));
    plan.message.name = text(message, "name");
    plan.message.language = text(message, "language");
    plan.message.category = text(message, "category");
    plan.message.status = text(message, "status");
    plan.message.group = text(message, "group");
    const QJsonArray parts = message.value(QStringLiteral("parts")).toArray();
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        const auto kind = kinds.value(text(part, "kind"));
        if (!kind)
            continue;
        plan.message.parts << TemplatePart{*kind,
                                           text(part, "format"),
                                           text(part, "text"),
                                           text(part, "url"),
                                           text(part, "phone"),
                                           textsFrom(part.value(QStringLiteral("examples"))),
                                           text(part, "raw")};
    }
    plan.line = LineId(text(json, "line"));
    plan.lineName = text(json, "lineName");
    plan.fields = textsFrom(json.value(QStringLiteral("fields")));
    plan.environment = text(json, "environment");
    plan.perRequest = json.value(QStringLiteral("perRequest")).toInt(1);
    return plan;
}

QString personOf(const Recipient &recipient)
{
    return textOf({{QStringLiteral("name"), recipient.name},
                   {QStringLiteral("email"), recipient.email},
                   {QStringLiteral("contact"), recipient.contact.value()},
                   {QStringLiteral("variables"), toJson(recipient.variables)}});
}

QString resultOf(const RecipientResult &result)
{
    QJsonObject json;
    if (!result.message.isEmpty())
        json.insert(QStringLiteral("message"), result.message.value());
    if (!result.reason.isEmpty())
        json.insert(QStringLiteral("reason"), result.reason);
    if (result.error)
        json.insert(QStringLiteral("error"), store::toJson(*result.error));
    if (result.answered)
        json.insert(QStringLiteral("answered"), true);
    return json.isEmpty() ? QStringLiteral("") : textOf(json);
}

QVariant optional(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant();
}

QString errorOf(const Opening &opening)
{
    return opening.error ? textOf(store::toJson(*opening.error)) : QStringLiteral("");
}

Result<void> done(const Result<QSqlQuery> &ran)
{
    return ran ? Result<void>() : Failure(ran.error());
}

} // namespace

Result<void> OpeningTable::add(const Opening &opening)
{
    return m_database.atomically([&]() -> Result<void> {
        const auto row = m_database.run(
            QStringLiteral("INSERT INTO opening(id, state, created, paid, cents, agent, details, error)"
                           " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            {opening.id.value(), states.of(opening.state), opening.createdAt.toMSecsSinceEpoch(),
             opening.sendsMessage, optional(opening.cents), notNull(opening.agent), detailsOf(opening),
             errorOf(opening)});
        if (!row || row->numRowsAffected() == 0)
            return done(row);
        return addRecipients(opening, row->lastInsertId().toLongLong());
    });
}

Result<void> OpeningTable::addRecipients(const Opening &opening, qint64 number)
{
    QList<QVariantList> rows;
    rows.reserve(opening.recipients.size());
    for (qsizetype i = 0; i < opening.recipients.size(); ++i) {
        const Recipient &recipient = opening.recipients.at(i);
        const RecipientResult &result = opening.results.at(i);
        rows << QVariantList{number,
                             i,
                             rowStates.of(result.state),
                             notNull(recipient.phone),
                             personOf(recipient),
                             notNull(result.conversation.value()),
                             resultOf(result)};
    }
    return m_database.runEach(
        QStringLiteral("INSERT INTO recipient(opening, place, state, phone, person, conversation, result)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Result<void> OpeningTable::setState(const Opening &opening)
{
    return done(m_database.run(QStringLiteral("UPDATE opening SET state=?, error=? WHERE id=?"),
                               {states.of(opening.state), errorOf(opening), opening.id.value()}));
}

Result<void> OpeningTable::setResults(const OpeningId &opening, const Changes &changes, const QDateTime &at)
{
    QList<QVariantList> rows;
    rows.reserve(changes.size());
    for (const auto &[place, result] : changes) {
        // What turned out not to have left has no time again.
        const bool left =
            result.state == Row::Sending || result.state == Row::Sent || result.state == Row::Unknown;
        rows << QVariantList{rowStates.of(result.state),
                             left,
                             at.toMSecsSinceEpoch(),
                             notNull(result.conversation.value()),
                             resultOf(result),
                             opening.value(),
                             place};
    }
    return m_database.atomically([&] {
        return m_database.runEach(
            QStringLiteral("UPDATE recipient SET state=?, sent=iif(?, coalesce(sent, ?), NULL),"
                           " conversation=?, result=?"
                           " WHERE opening=(SELECT number FROM opening WHERE id=?) AND place=?"),
            rows);
    });
}

Result<void> OpeningTable::forget(const OpeningId &opening)
{
    return m_database.atomically([&]() -> Result<void> {
        // What nobody was sent is of no use to the ledger.
        const auto rows =
            m_database.run(QStringLiteral("DELETE FROM recipient WHERE sent IS NULL"
                                          " AND opening=(SELECT number FROM opening WHERE id=?)"),
                           {opening.value()});
        if (!rows)
            return done(rows);
        return done(m_database.run(QStringLiteral("UPDATE opening SET state='forgotten' WHERE id=?"),
                                   {opening.value()}));
    });
}

Result<QList<Opening>> OpeningTable::all()
{
    auto rows = m_database.run(QStringLiteral("SELECT number, id, state, created, paid, cents, agent, "
                                              "details, error FROM opening ORDER BY number"));
    if (!rows)
        return Failure(rows.error());
    QList<Opening> all;
    while (rows->next()) {
        const auto state = states.value(rows->value(2).toString());
        if (!state) // forgotten, or of a newer version
            continue;
        Opening opening;
        opening.id = OpeningId(rows->value(1).toString());
        opening.state = *state;
        opening.createdAt = QDateTime::fromMSecsSinceEpoch(rows->value(3).toLongLong(), Qt::UTC);
        opening.sendsMessage = rows->value(4).toBool();
        if (!rows->value(5).isNull())
            opening.cents = rows->value(5).toInt();
        opening.agent = rows->value(6).toString();
        opening.plan = planFrom(objectOf(rows->value(7)));
        if (const QJsonObject error = objectOf(rows->value(8)); !error.isEmpty())
            opening.error = errorFrom(error);
        auto people = m_database.run(QStringLiteral("SELECT state, phone, person, conversation, result, sent"
                                                    " FROM recipient WHERE opening=? ORDER BY place"),
                                     {rows->value(0)});
        if (!people)
            return Failure(people.error());
        while (people->next()) {
            const QJsonObject person = objectOf(people->value(2));
            Recipient recipient;
            recipient.phone = people->value(1).toString();
            recipient.name = person.value(QStringLiteral("name")).toString();
            recipient.email = person.value(QStringLiteral("email")).toString();
            recipient.contact = CustomerId(person.value(QStringLiteral("contact")).toString());
            recipient.variables = textsFrom(person.value(QStringLiteral("variables")));
            opening.recipients << recipient;
            const QJsonObject json = objectOf(people->value(4));
            RecipientResult result;
            result.state = rowStates.value(people->value(0).toString()).value_or(Row::Unknown);
            if (result.state == Row::Sending)
                result.state = Row::Unknown;
            result.conversation = ConversationId(people->value(3).toString());
            result.message = MessageId(json.value(QStringLiteral("message")).toString());
            result.reason = json.value(QStringLiteral("reason")).toString();
            result.answered = json.value(QStringLiteral("answered")).toBool();
            if (!people->value(5).isNull())
                result.sentAt = QDateTime::fromMSecsSinceEpoch(people->value(5).toLongLong(), Qt::UTC);
            if (const QJsonValue error = json.value(QStringLiteral("error")); error.isObject())
                result.error = errorFrom(error.toObject());
            opening.results << result;
        }
        all << opening;
    }
    return all;
}

Result<QHash<QString, QDateTime>> OpeningTable::writtenSince(const QDateTime &since)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT phone, max(sent) FROM recipient WHERE sent>=? AND phone<>'' GROUP BY phone"),
        {since.toMSecsSinceEpoch()});
    if (!rows)
        return Failure(rows.error());
    QHash<QString, QDateTime> all;
    while (rows->next()) {
        all.insert(rows->value(0).toString(),
                   QDateTime::fromMSecsSinceEpoch(rows->value(1).toLongLong(), Qt::UTC));
    }
    return all;
}

Result<QList<OpeningTable::Unanswered>> OpeningTable::unanswered()
{
    auto rows = m_database.run(QStringLiteral("SELECT o.id, r.place, r.phone, r.conversation, r.sent"
                                              " FROM recipient r JOIN opening o ON o.number=r.opening"
                                              " WHERE %1 AND NOT %2")
                                   .arg(kPaid, kAnswered));
    if (!rows)
        return Failure(rows.error());
    QList<Unanswered> all;
    while (rows->next()) {
        all << Unanswered{OpeningId(rows->value(0).toString()), rows->value(1).toLongLong(),
                          rows->value(2).toString(), ConversationId(rows->value(3).toString()),
                          QDateTime::fromMSecsSinceEpoch(rows->value(4).toLongLong(), Qt::UTC)};
    }
    return all;
}

Result<void> OpeningTable::setAnswered(const OpeningId &opening, qsizetype place)
{
    return done(m_database.run(
        QStringLiteral("UPDATE recipient SET result=json_set(iif(result='', '{}', result), '$.answered',"
                       " json('true')) WHERE opening=(SELECT number FROM opening WHERE id=?) AND place=?"),
        {opening.value(), place}));
}

Result<QList<Payment>> OpeningTable::payments()
{
    auto rows =
        m_database.run(QStringLiteral("SELECT o.id, r.place, r.conversation, r.phone, r.person->>'$.name',"
                                      " o.details->>'$.lineName', o.agent, r.sent, o.cents, r.state, %1"
                                      " FROM recipient r JOIN opening o ON o.number=r.opening WHERE %2"
                                      " ORDER BY r.sent DESC, r.opening DESC, r.place DESC")
                           .arg(kAnswered, kPaid));
    if (!rows)
        return Failure(rows.error());
    QList<Payment> all;
    while (rows->next()) {
        Payment payment;
        payment.intent = IntentId(rows->value(0).toString() + u'#' + rows->value(1).toString());
        payment.conversation = ConversationId(rows->value(2).toString());
        payment.customer = rows->value(4).toString();
        if (payment.customer.isEmpty())
            payment.customer = rows->value(3).toString();
        payment.line = rows->value(5).toString();
        payment.agent = rows->value(6).toString();
        payment.at = QDateTime::fromMSecsSinceEpoch(rows->value(7).toLongLong(), Qt::UTC);
        if (!rows->value(8).isNull())
            payment.cents = rows->value(8).toInt();
        payment.state = rows->value(9).toString() == rowStates.of(Row::Sent) ? Intent::State::Accepted
                                                                             : Intent::State::Unknown;
        payment.answered = rows->value(10).toBool();
        payment.isOpening = true;
        all << payment;
    }
    return all;
}

} // namespace inbox::store
