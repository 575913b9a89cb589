// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/intenttable.h"

#include "services/store/attachmentjson.h"
#include "services/store/drafttable.h"
#include "services/store/errorjson.h"
#include "services/store/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace inbox::store {

using namespace domain;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

constexpr Names<Kind, 22> kinds{{{{Kind::SendText, QLatin1String("send")},
                                  {Kind::Duplicate, QLatin1String("duplicate")},
                                  {Kind::Restart, QLatin1String("restart")},
                                  {Kind::SetStatus, QLatin1String("status")},
                                  {Kind::Assign, QLatin1String("assign")},
                                  {Kind::MarkRead, QLatin1String("mark-read")},
                                  {Kind::React, QLatin1String("react")},
                                  {Kind::EditNote, QLatin1String("note")},
                                  {Kind::SetTags, QLatin1String("tags")},
                                  {Kind::Snooze, QLatin1String("snooze")},
                                  {Kind::AssignTeam, QLatin1String("team")},
                                  {Kind::AddNote, QLatin1String("add-note")},
                                  {Kind::DeleteNote, QLatin1String("delete-note")},
                                  {Kind::TakeOver, QLatin1String("take-over")},
                                  {Kind::MarkUnread, QLatin1String("mark-unread")},
                                  {Kind::Archive, QLatin1String("archive")},
                                  {Kind::SendFile, QLatin1String("send-file")},
                                  {Kind::Rename, QLatin1String("rename")},
                                  {Kind::SetLanguage, QLatin1String("language")},
                                  {Kind::SetMetadata, QLatin1String("metadata")},
                                  {Kind::Mention, QLatin1String("mention")},
                                  {Kind::Automate, QLatin1String("automate")}}}};
constexpr Names<Automation::Kind, 4> automations{
    {{{Automation::Kind::Event, QLatin1String("event")},
      {Automation::Kind::Step, QLatin1String("step")},
      {Automation::Kind::CustomerMessage, QLatin1String("customer-message")},
      {Automation::Kind::ChannelEvent, QLatin1String("channel-event")}}}};
// Checking is a wish of this run: on disk the outcome is unknown.
constexpr Names<State, 6> states{{{{State::Queued, QLatin1String("queued")},
                                   {State::Sending, QLatin1String("sending")},
                                   {State::Unknown, QLatin1String("unknown")},
                                   {State::Failed, QLatin1String("failed")},
                                   {State::Accepted, QLatin1String("accepted")},
                                   {State::Withdrawn, QLatin1String("withdrawn")}}}};

State onDisk(State state)
{
    return state == State::Checking ? State::Unknown : state;
}

QJsonObject statusJson(const OpenEnum<ConversationStatus> &status)
{
    return {{QStringLiteral("value"), int(status.value)}, {QStringLiteral("raw"), status.raw}};
}

OpenEnum<ConversationStatus> statusFrom(const QJsonObject &json)
{
    return {ConversationStatus(json.value(QStringLiteral("value")).toInt()),
            json.value(QStringLiteral("raw")).toString()};
}

template <typename Id> QJsonValue idsOf(const QList<Id> &ids)
{
    QJsonArray all;
    for (const Id &id : ids)
        all.append(id.value());
    return all;
}

template <typename Id> QList<Id> idsFrom(const QJsonValue &value)
{
    QList<Id> ids;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &id : all)
        ids << Id(id.toString());
    return ids;
}

QJsonObject textsOf(const QMap<QString, QString> &texts)
{
    QJsonObject all;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

QMap<QString, QString> textsFrom(const QJsonValue &value)
{
    QMap<QString, QString> texts;
    const QJsonObject all = value.toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QJsonObject automationJson(const Automation &automation)
{
    return {
        {QStringLiteral("kind"), automations.of(automation.kind)},
        {QStringLiteral("text"), automation.text},
        {QStringLiteral("flow"), automation.step.flow},
        {QStringLiteral("step"), automation.step.step},
        {QStringLiteral("event"), automation.step.event},
        {QStringLiteral("payload"), automation.step.payload},
        {QStringLiteral("line"), automation.source.line.value()},
        {QStringLiteral("lineName"), automation.source.lineName},
        {QStringLiteral("providerId"), automation.source.providerId},
        {QStringLiteral("name"), automation.source.name},
        {QStringLiteral("email"), automation.source.email},
        {QStringLiteral("phone"), automation.source.phone},
        {QStringLiteral("language"), automation.source.language},
        {QStringLiteral("subject"), automation.source.subject},
    };
}

Automation automationFrom(const QJsonObject &json, const ConversationId &conversation)
{
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    Automation automation;
    automation.kind = automations.value(text("kind")).value_or(Automation::Kind::Event);
    automation.conversation = conversation;
    automation.text = text("text");
    automation.step = {text("flow"), text("step"), text("event"), text("payload")};
    automation.source = {LineId(text("line")), text("lineName"), text("providerId"), text("name"),
                         text("email"),        text("phone"),    text("language"),   text("subject")};
    return automation;
}

QString detailsOf(const Intent &intent)
{
    QJsonObject json{
        {QStringLiteral("server"), intent.server},
        {QStringLiteral("customer"), intent.customer},
        {QStringLiteral("text"), intent.text},
        {QStringLiteral("message"), intent.message.value()},
        {QStringLiteral("quoted"), intent.quoted.value()},
        {QStringLiteral("note"), intent.note.value()},
        {QStringLiteral("status"), statusJson(intent.status)},
        {QStringLiteral("before"), intent.before},
        {QStringLiteral("seenMessage"), intent.seen.message.value()},
        {QStringLiteral("seenAssignee"), intent.seen.assignee.value()},
        {QStringLiteral("seenStatus"), statusJson(intent.seen.status)},
        {QStringLiteral("retryAt"), toJson(intent.retryAt)},
        {QStringLiteral("attempts"), intent.attempts},
        {QStringLiteral("result"), intent.result.value()},
    };
    if (intent.assignee) {
        json.insert(QStringLiteral("assignee"),
                    QJsonObject{{QStringLiteral("id"), intent.assignee->id.value()},
                                {QStringLiteral("name"), intent.assignee->name},
                                {QStringLiteral("email"), intent.assignee->email}});
    }
    // Only where they mean something: most rows are of other kinds.
    if (intent.kind == Kind::SetTags) {
        json.insert(QStringLiteral("tags"), idsOf(intent.tags));
        json.insert(QStringLiteral("seenTags"), idsOf(intent.seen.tags));
    } else if (intent.kind == Kind::AssignTeam) {
        json.insert(QStringLiteral("team"), intent.team.value());
        json.insert(QStringLiteral("seenTeam"), intent.seen.team.value());
    } else if (intent.kind == Kind::Snooze) {
        json.insert(QStringLiteral("until"), toJson(intent.until));
        json.insert(QStringLiteral("seenUntil"), toJson(intent.seen.snoozeUntil));
    } else if (intent.kind == Kind::Archive) {
        json.insert(QStringLiteral("archived"), intent.archived);
    } else if (intent.kind == Kind::SendFile && intent.file) {
        json.insert(QStringLiteral("file"), toJson(*intent.file));
    } else if (intent.kind == Kind::SetMetadata) {
        json.insert(QStringLiteral("metadata"), textsOf(intent.metadata));
        json.insert(QStringLiteral("seenMetadata"), textsOf(intent.seen.metadata));
    } else if (intent.kind == Kind::Mention) {
        json.insert(QStringLiteral("mentions"), idsOf(intent.mentions));
        json.insert(QStringLiteral("seenMentions"), idsOf(intent.seen.mentions));
    } else if (intent.automation) {
        json.insert(QStringLiteral("automation"), automationJson(*intent.automation));
    }
    if (intent.error)
        json.insert(QStringLiteral("error"), toJson(*intent.error));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// nullopt: of a kind or state this version does not know. It stays in the file for one that does.
std::optional<Intent> intentFrom(const QSqlQuery &row)
{
    Intent intent;
    const auto kind = kinds.value(row.value(1).toString());
    const auto state = states.value(row.value(2).toString());
    if (!kind || !state)
        return std::nullopt;
    intent.kind = *kind;
    intent.state = *state;
    intent.id = IntentId(row.value(0).toString());
    intent.conversation = ConversationId(row.value(3).toString());
    intent.createdAt = QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong(), Qt::UTC);
    const QJsonObject json = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).object();
    const auto text = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    intent.server = text("server");
    intent.customer = text("customer");
    intent.text = text("text");
    intent.message = MessageId(text("message"));
    intent.quoted = MessageId(text("quoted"));
    intent.note = NoteId(text("note"));
    intent.status = statusFrom(json.value(QStringLiteral("status")).toObject());
    if (const QJsonValue user = json.value(QStringLiteral("assignee")); user.isObject()) {
        intent.assignee = User();
        intent.assignee->id = UserId(user[QStringLiteral("id")].toString());
        intent.assignee->name = user[QStringLiteral("name")].toString();
        intent.assignee->email = user[QStringLiteral("email")].toString();
    }
    intent.before = text("before");
    intent.seen.message = MessageId(text("seenMessage"));
    intent.seen.assignee = UserId(text("seenAssignee"));
    intent.seen.status = statusFrom(json.value(QStringLiteral("seenStatus")).toObject());
    intent.tags = idsFrom<TagId>(json.value(QStringLiteral("tags")));
    intent.seen.tags = idsFrom<TagId>(json.value(QStringLiteral("seenTags")));
    intent.team = TeamId(text("team"));
    intent.seen.team = TeamId(text("seenTeam"));
    intent.until = timeFrom(json.value(QStringLiteral("until")));
    intent.seen.snoozeUntil = timeFrom(json.value(QStringLiteral("seenUntil")));
    intent.archived = json.value(QStringLiteral("archived")).toBool();
    if (intent.kind == Kind::SendFile) {
        intent.file = attachmentFrom(json.value(QStringLiteral("file")).toObject());
        if (!intent.file)
            return std::nullopt;
    }
    intent.metadata = textsFrom(json.value(QStringLiteral("metadata")));
    intent.seen.metadata = textsFrom(json.value(QStringLiteral("seenMetadata")));
    intent.mentions = idsFrom<UserId>(json.value(QStringLiteral("mentions")));
    intent.seen.mentions = idsFrom<UserId>(json.value(QStringLiteral("seenMentions")));
    if (const QJsonValue automation = json.value(QStringLiteral("automation")); automation.isObject())
        intent.automation = automationFrom(automation.toObject(), intent.conversation);
    if (const QJsonValue error = json.value(QStringLiteral("error")); error.isObject())
        intent.error = errorFrom(error.toObject());
    intent.retryAt = timeFrom(json.value(QStringLiteral("retryAt")));
    intent.attempts = json.value(QStringLiteral("attempts")).toInt();
    intent.result = MessageId(text("result"));
    return intent;
}

Result<void> done(const Result<QSqlQuery> &ran)
{
    return ran ? Result<void>() : Failure(ran.error());
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Result<bool> IntentTable::add(const Intent &intent, const std::optional<Payment> &payment)
{
    bool added = false;
    const Result<void> written = m_database.atomically([&]() -> Result<void> {
        const auto row = m_database.run(
            QStringLiteral("INSERT INTO intent(id, kind, state, conversation, created, changed, details)"
                           " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            {intent.id.value(), kinds.of(intent.kind), states.of(onDisk(intent.state)),
             notNull(intent.conversation.value()), intent.createdAt.toMSecsSinceEpoch(), now(),
             detailsOf(intent)});
        if (!row)
            return done(row);
        added = row->numRowsAffected() > 0;
        // In the same step, what it takes leaves the draft.
        if (added && (intent.kind == Kind::SendText || intent.kind == Kind::AddNote)) {
            const auto part =
                intent.kind == Kind::SendText ? DraftTable::Part::Words : DraftTable::Part::Note;
            if (const auto emptied = m_drafts.clear(intent.conversation, part); !emptied)
                return emptied;
        } else if (added && intent.kind == Kind::SendFile) {
            if (const auto taken =
                    m_drafts.takeFile(intent.conversation, *intent.file, !intent.text.isEmpty());
                !taken)
                return taken;
        }
        if (!added || !payment)
            return {};
        return done(m_database.run(
            QStringLiteral("INSERT INTO payment(intent, line, agent, cents) VALUES(?, ?, ?, ?)"),
            {intent.id.value(), notNull(payment->line), notNull(payment->agent),
             payment->cents.value_or(0)}));
    });
    return written ? Result<bool>(added) : Failure(written.error());
}

Result<void> IntentTable::update(const Intent &intent)
{
    const auto row =
        m_database.run(QStringLiteral("UPDATE intent SET state=?, changed=?, details=? WHERE id=?"),
                       {states.of(onDisk(intent.state)), now(), detailsOf(intent), intent.id.value()});
    if (row && row->numRowsAffected() == 0)
        return Failure({Problem::Kind::CannotWrite, QStringLiteral("the intent is not in the file")});
    return done(row);
}

Result<void> IntentTable::takeBack(Intent intent)
{
    intent.state = State::Withdrawn;
    return m_database.atomically([&]() -> Result<void> {
        if (const auto updated = update(intent); !updated)
            return updated;
        return intent.isNote() ? m_drafts.putBackNote(intent.conversation, intent.text)
                               : m_drafts.putBack(intent.conversation, intent.unsent());
    });
}

Result<QList<Intent>> IntentTable::unfinished()
{
    auto rows = m_database.run(
        QStringLiteral("SELECT id, kind, state, conversation, created, details FROM intent"
                       " WHERE state IN('queued','sending','unknown','failed') ORDER BY number"));
    if (!rows)
        return Failure(rows.error());
    QList<Intent> all;
    while (rows->next()) {
        if (const auto intent = intentFrom(*rows))
            all << *intent;
    }
    return all;
}

Result<QList<MessageId>> IntentTable::duplicated(const QDateTime &since)
{
    auto rows = m_database.run(QStringLiteral("SELECT details->>'$.message' FROM intent"
                                              " WHERE kind='duplicate' AND state='accepted' AND created>=?"),
                               {since.toMSecsSinceEpoch()});
    if (!rows)
        return Failure(rows.error());
    QList<MessageId> all;
    while (rows->next())
        all << MessageId(rows->value(0).toString());
    return all;
}

Result<QList<Payment>> IntentTable::payments()
{
    auto rows = m_database.run(QStringLiteral(
        "SELECT i.id, i.conversation, i.details->>'$.server', i.details->>'$.customer', p.line,"
        " p.agent, i.created, p.cents, i.state, p.answered FROM payment p JOIN intent i ON i.id=p.intent"
        " ORDER BY i.number DESC"));
    if (!rows)
        return Failure(rows.error());
    QList<Payment> all;
    while (rows->next()) {
        all << Payment{IntentId(rows->value(0).toString()),
                       ConversationId(rows->value(1).toString()),
                       rows->value(2).toString(),
                       rows->value(3).toString(),
                       rows->value(4).toString(),
                       rows->value(5).toString(),
                       QDateTime::fromMSecsSinceEpoch(rows->value(6).toLongLong(), Qt::UTC),
                       rows->value(7).toInt(),
                       states.value(rows->value(8).toString()).value_or(State::Unknown),
                       rows->value(9).toBool()};
    }
    return all;
}

Result<void> IntentTable::setAnswered(const IntentId &payment)
{
    return done(
        m_database.run(QStringLiteral("UPDATE payment SET answered=1 WHERE intent=?"), {payment.value()}));
}

Result<void> IntentTable::forgetBefore(const QDateTime &time)
{
    return done(m_database.run(
        QStringLiteral("DELETE FROM intent WHERE state IN('accepted','withdrawn') AND changed<?"
                       " AND id NOT IN(SELECT intent FROM payment)"),
        {time.toMSecsSinceEpoch()}));
}

} // namespace inbox::store
