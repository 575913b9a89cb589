// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/openings.h"

#include "services/backends/openingfields.h"
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "services/sync/history.h"
#include "services/sync/poller.h"

#include <QUuid>

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using State = Opening::State;
using Row = RecipientResult::State;

namespace {

constexpr qint64 kLately = 24 * 3600; // seconds
// Lost answers in a row after which the person is asked: the server is not well.
constexpr int kMostTrouble = 3;
// A server that asks for no time at all is not asked again at once.
constexpr int kLeastPause = 1; // seconds; twice as long for each one in a row
constexpr int kMostDoubled = 8;
constexpr qint64 kLongestTimer = 3600 * 1000; // milliseconds

// Nothing was done, and it was not about these recipients: they can go on waiting.
bool mayWait(const Error &error)
{
    if (error.outcome == Outcome::NotSent)
        return true;
    return error.outcome == Outcome::Refused
        && (error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::BadCredential
            || error.kind == ErrorKind::Forbidden);
}

// What an answer that wrote to nobody says of it.
Error errorOf(const QList<RecipientResult> &results)
{
    Error error{ErrorKind::NotThisApi, Outcome::Unknown};
    for (const RecipientResult &result : results) {
        if (result.state != Row::Failed)
            continue;
        error = result.error.value_or(Error{ErrorKind::Rejected});
        error.outcome = Outcome::Refused;
        if (!result.reason.isEmpty())
            error.detail = result.reason;
        break;
    }
    return error;
}

} // namespace

Openings::Openings(AccountSession &session, store::Store *store)
    : m_session(session)
    , m_journal(store, session.id())
{
    connect(&session, &AccountSession::conversationsChanged, this,
            [this](const QList<ConversationId> &changed) {
                m_isIndexed = false;
                noticeAnswers(changed);
            });
    m_goOn.setSingleShot(true);
    connect(&m_goOn, &QTimer::timeout, this, [this] {
        const QDateTime now = m_session.m_clock.now();
        QList<OpeningId> due;
        for (const Entry &e : m_entries) {
            if (e.goesOnAt && *e.goesOnAt <= now)
                due << e.opening.id;
        }
        for (const OpeningId &id : std::as_const(due))
            resume(id);
        goOnLater();
    });
}

const OpeningForm *Openings::form() const
{
    return m_session.capabilities().has(Capability::StartConversation) ? m_session.m_backend->openingForm()
                                                                       : nullptr;
}

net::Call<QList<MessageTemplate>> Openings::templates()
{
    return m_session.m_backend->templates();
}

net::Call<QList<Line>> Openings::lines()
{
    return m_session.m_backend->lines();
}

net::Call<backends::Page<Customer>> Openings::contacts(const QString &words, const backends::PageToken &page)
{
    if (!m_session.capabilities().has(Capability::SearchContacts)) {
        return net::finishedCall<backends::Page<Customer>>(
            Failure(Error{ErrorKind::Unsupported, Outcome::NotSent}));
    }
    return m_session.m_backend->searchContacts(words, page);
}

void Openings::indexConversations() const
{
    m_isIndexed = true;
    m_seenWritten.clear();
    m_seenHeard.clear();
    const QDateTime since = m_session.m_clock.now().addSecs(-kLately);
    const auto note = [&since](QHash<QString, QDateTime> &seen, const Conversation &c, OptionalTime time) {
        if (!time || *time < since)
            return;
        const QStringList numbers = numbersOf(c);
        for (const QString &digits : numbers)
            seen[digits] = std::max(seen.value(digits), *time);
    };
    for (const auto &[id, c] : std::as_const(m_session.m_server)) {
        if (!c.customer)
            continue;
        if (c.latestMessage && c.latestMessage->author != MessageAuthor::Customer)
            note(m_seenWritten, c, c.latestMessage->sentAt);
        note(m_seenHeard, c, customerWroteAt(c));
    }
}

OptionalTime Openings::writtenTo(const QString &phone) const
{
    if (!m_isIndexed)
        indexConversations();
    const QString digits = digitsOf(phone);
    if (digits.isEmpty())
        return std::nullopt;
    const QDateTime at = std::max(m_written.value(digits), m_seenWritten.value(digits));
    return at.isValid() && at >= m_session.m_clock.now().addSecs(-kLately) ? OptionalTime(at) : std::nullopt;
}

OptionalTime Openings::heardFrom(const QString &phone) const
{
    if (!m_isIndexed)
        indexConversations();
    const QString digits = digitsOf(phone);
    const QDateTime at = digits.isEmpty() ? QDateTime() : m_seenHeard.value(digits);
    return at.isValid() && at >= m_session.m_clock.now().addSecs(-kLately) ? OptionalTime(at) : std::nullopt;
}

bool Openings::takesField(const QString &field, const QString &value) const
{
    return backends::takesOpeningField(m_session.config().backend, field, value);
}

OpeningId Openings::start(const OpeningPlan &plan, const QList<Recipient> &recipients)
{
    const OpeningForm *asked = form();
    if (!asked || recipients.isEmpty())
        return {};
    Entry entry;
    Opening &opening = entry.opening;
    opening.id = OpeningId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    opening.plan = plan;
    opening.plan.perRequest = std::clamp(plan.perRequest, 1, std::max(asked->mostPerRequest, 1));
    opening.recipients = recipients;
    opening.results = QList<RecipientResult>(recipients.size());
    opening.createdAt = m_session.serverNow();
    opening.cents = asked->cents;
    opening.sendsMessage = asked->sendsMessage;
    if (const auto me = m_session.colleagues().person(m_session.config().me))
        opening.agent = me->name.isEmpty() ? me->email : me->name;
    const OpeningId id = opening.id;
    m_entries.push_back(std::move(entry));
    write(id);
    return id;
}

void Openings::write(const OpeningId &id)
{
    m_journal.add(entry(id)->opening, this, [this, id](const Result<Nothing> &added) {
        Entry *e = entry(id);
        if (!e)
            return;
        e->onDisk = added.has_value();
        if (!added && !e->opening.isOver())
            setState(*e, State::Paused, added.error());
        if (added) { // it may have been paused or stopped meanwhile
            m_journal.setState(e->opening);
            if (e->opening.state == State::Stopped)
                leaveWaiting(*e);
            next();
        }
        Q_EMIT openingChanged(id);
    });
}

void Openings::pause(const OpeningId &id)
{
    Entry *e = entry(id);
    if (!e || (e->opening.state != State::Running && !e->goesOnAt))
        return;
    setState(*e, State::Paused);
    Q_EMIT openingChanged(id);
}

void Openings::resume(const OpeningId &id)
{
    Entry *e = entry(id);
    if (!e || e->opening.state != State::Paused)
        return;
    e->trouble = 0;
    setState(*e, State::Running);
    if (e->onDisk)
        next();
    else
        write(id);
    Q_EMIT openingChanged(id);
}

void Openings::stop(const OpeningId &id)
{
    Entry *e = entry(id);
    if (!e || e->opening.isOver())
        return;
    leaveWaiting(*e);
    setState(*e, State::Stopped);
    Q_EMIT openingChanged(id);
}

void Openings::settle(const OpeningId &id, qsizetype row, bool wasSent)
{
    Entry *e = entry(id);
    if (!e || row < 0 || row >= e->opening.results.size() || e->opening.results.at(row).state != Row::Unknown)
        return;
    RecipientResult result = e->opening.results.at(row);
    result.state = wasSent ? Row::Sent : e->opening.state == State::Stopped ? Row::Left : Row::Waiting;
    result.error.reset();
    if (!wasSent)
        m_written.remove(digitsOf(e->opening.recipients.at(row).phone));
    setRows(*e, {row}, result);
    writeRows(*e, {row});
    if (result.state == Row::Waiting && e->opening.state == State::Finished)
        setState(*e, State::Paused);
    Q_EMIT openingChanged(id);
}

void Openings::forget(const OpeningId &id)
{
    const Entry *e = entry(id);
    if (!e || !e->opening.isOver())
        return;
    const bool isSending =
        std::any_of(e->opening.results.cbegin(), e->opening.results.cend(),
                    [](const RecipientResult &result) { return result.state == Row::Sending; });
    if (isSending)
        return;
    m_journal.forget(id);
    std::erase_if(m_entries, [&id](const Entry &known) { return known.opening.id == id; });
    Q_EMIT openingChanged(id);
}

QList<OpeningId> Openings::all() const
{
    QList<OpeningId> ids;
    for (const Entry &e : m_entries)
        ids << e.opening.id;
    return ids;
}

const Opening *Openings::find(const OpeningId &id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry &e) { return e.opening.id == id; });
    return it == m_entries.cend() ? nullptr : &it->opening;
}

OptionalTime Openings::goesOnAt(const OpeningId &id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry &e) { return e.opening.id == id; });
    return it == m_entries.cend() ? std::nullopt : it->goesOnAt;
}

Openings::Entry *Openings::entry(const OpeningId &id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&id](const Entry &e) { return e.opening.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

void Openings::restore()
{
    const QDateTime since = m_session.m_clock.now().addSecs(-kLately);
    m_journal.read(since, this, [this](const Result<OpeningJournal::Kept> &read) {
        if (!read)
            return; // the store tells the person
        for (auto it = read->written.cbegin(); it != read->written.cend(); ++it) {
            QDateTime &at = m_written[digitsOf(it.key())];
            at = std::max(at, it.value());
        }
        std::vector<Entry> kept;
        for (const Opening &opening : read->openings) {
            if (entry(opening.id)) // begun before this was read
                continue;
            kept.push_back({opening, true});
        }
        m_entries.insert(m_entries.begin(), kept.begin(), kept.end());
        for (const Entry &e : kept) {
            if (Entry *known = entry(e.opening.id)) {
                finishIfDone(*known);
                if (known->opening.state == State::Running)
                    setState(*known, State::Paused);
            }
            Q_EMIT openingChanged(e.opening.id);
        }
        for (const store::OpeningTable::Unanswered &one : read->unanswered)
            m_unanswered.add({one.opening, one.place}, one.sentAt, one.conversation, one.phone);
        noticeAnswers(m_session.conversationIds()); // those that were read before this was
    });
}

void Openings::takeOver(const Openings &before)
{
    m_entries = before.m_entries;
    m_written = before.m_written;
    m_unanswered = before.m_unanswered;
    for (Entry &e : m_entries) {
        QList<qsizetype> rows;
        for (qsizetype i = 0; i < e.opening.results.size(); ++i) {
            if (e.opening.results.at(i).state == Row::Sending)
                rows << i;
        }
        RecipientResult result;
        result.state = before.m_underWay        ? Row::Unknown
            : e.opening.state == State::Stopped ? Row::Left
                                                : Row::Waiting;
        setRows(e, rows, result);
        writeRows(e, rows);
        finishIfDone(e);
        // Another address or credential: the person looks first.
        e.goesOnAt.reset();
        if (e.opening.state == State::Running)
            setState(e, State::Paused);
    }
}

void Openings::next()
{
    if (m_busy)
        return;
    for (Entry &e : m_entries) {
        if (e.opening.state != State::Running || !e.onDisk)
            continue;
        const QList<qsizetype> rows = nextChunk(e.opening, e.opening.plan.perRequest);
        if (rows.isEmpty())
            continue;
        m_busy = true;
        const OpeningId id = e.opening.id;
        RecipientResult sending;
        sending.state = Row::Sending;
        setRows(e, rows, sending);
        store::OpeningTable::Changes changes;
        for (const qsizetype row : rows)
            changes.append({row, sending});
        m_journal.setResults(id, changes, m_session.serverNow(), this,
                             [this, id, rows](const Result<Nothing> &written) {
                                 if (written)
                                     send(id, rows);
                                 else
                                     take(id, rows, Failure(written.error()));
                             });
        return; // the list may be another one by now
    }
}

void Openings::send(const OpeningId &id, const QList<qsizetype> &rows)
{
    const Entry *e = entry(id); // with a row that is being sent it cannot be forgotten
    OpeningRequest request{e->opening.plan, {}};
    for (const qsizetype row : rows) {
        request.recipients << e->opening.recipients.at(row);
        if (e->opening.sendsMessage)
            m_written.insert(digitsOf(e->opening.recipients.at(row).phone), m_session.m_clock.now());
    }
    m_underWay = true;
    m_session.m_backend->open(request).whenDone(
        this, [this, id, rows](const Result<backends::OpeningAnswer> &answer) { take(id, rows, answer); });
    Q_EMIT openingChanged(id);
}

void Openings::take(const OpeningId &id, const QList<qsizetype> &rows,
                    const Result<backends::OpeningAnswer> &answer)
{
    m_busy = false;
    m_underWay = false;
    Entry *e = entry(id);
    std::optional<Error> error;
    bool sentAny = false;
    bool isOpen = false; // what was refused of several
    if (answer) {
        takeOpened(answer->opened); // before the rows: these tell which conversation is theirs
        e = entry(id);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            RecipientResult result = answer->results.value(i);
            if (result.state == Row::Waiting || result.state == Row::Sending) // the backend forgot one
                result.state = Row::Unknown;
            sentAny = sentAny || result.state == Row::Sent;
            setRows(*e, {rows.at(i)}, result);
        }
        e->pauses = 0;
        if (sentAny) {
            e->trouble = 0;
        } else { // a no inside a yes counts like any other
            error = errorOf(answer->results);
            ++e->trouble;
        }
    } else {
        error = answer.error();
        // Nothing says whether a refusal of several is one of each: some may have been written to before it.
        isOpen = rows.size() > 1 && error->outcome == Outcome::Refused
            && (error->kind == ErrorKind::Rejected || error->kind == ErrorKind::RateLimited);
        if (isOpen)
            error->outcome = Outcome::Unknown;
        RecipientResult result;
        if (mayWait(*error)) {
            result.state = e->opening.state == State::Stopped ? Row::Left : Row::Waiting;
        } else {
            result.state = error->outcome == Outcome::Refused ? Row::Failed : Row::Unknown;
            result.error = error;
        }
        setRows(*e, rows, result);
        ++e->trouble;
        if (error->kind == ErrorKind::BadCredential)
            m_session.m_poller->noticeFailure(*error);
        e = entry(id);
    }
    for (const qsizetype row : rows) {
        const Row state = e->opening.results.at(row).state;
        if (state != Row::Sent && state != Row::Unknown)
            m_written.remove(digitsOf(e->opening.recipients.at(row).phone));
    }
    writeRows(*e, rows);
    QList<ConversationId> told; // an answer may have been read before ours came
    for (const qsizetype row : rows)
        told << e->opening.results.at(row).conversation;
    noticeAnswers(told);
    const bool nothingSentYet =
        std::none_of(e->opening.results.cbegin(), e->opening.results.cend(),
                     [](const RecipientResult &result) { return result.state == Row::Sent; });
    const bool wasRefused = error && error->outcome == Outcome::Refused;
    finishIfDone(*e);
    if (error && e->opening.state == State::Running) {
        // A refusal of the first one is more likely about the message than about this recipient, and so is a
        // second one in a row.
        const bool waits = !answer && mayWait(*error);
        if (waits || isOpen || (wasRefused && (nothingSentYet || e->trouble > 1))
            || e->trouble >= kMostTrouble)
            setState(*e, State::Paused, error);
        if (waits && error->kind == ErrorKind::RateLimited && error->retryAt) {
            const int least = kLeastPause << std::min(e->pauses++, kMostDoubled);
            e->goesOnAt = std::max(*error->retryAt, m_session.m_clock.now().addSecs(least));
            goOnLater();
        }
    }
    const bool isUnderWay = e->opening.state == State::Running;
    if (sentAny && !isUnderWay && m_session.capabilities().has(Capability::ListConversations))
        m_session.refresh(); // shows what was begun
    next();
    Q_EMIT openingChanged(id);
}

void Openings::takeOpened(const QList<backends::OpenedConversation> &opened)
{
    const bool isListed = m_session.capabilities().has(Capability::ListConversations);
    QList<Conversation> conversations;
    for (const backends::OpenedConversation &one : opened)
        conversations << one.conversation;
    m_session.mergeConversations(conversations, {}, m_session.nextMoment());
    for (const backends::OpenedConversation &one : opened) {
        const ConversationId id = one.conversation.key.id;
        const Thread *known = m_session.thread(id);
        const bool isShown = known && known->canBeShown();
        if (isListed || isShown) {
            for (const Message &message : one.messages)
                m_session.mergeMessage(id, message);
        } else { // these are all there will be, also when there are none
            m_session.mergeMessages(id, {one.messages.crbegin(), one.messages.crend()}, true);
        }
    }
    // What no list brings again must not wait to be written.
    if (!isListed && !opened.isEmpty() && m_session.m_history)
        m_session.m_history->writeNow();
}

void Openings::setRows(Entry &entry, const QList<qsizetype> &rows, RecipientResult result)
{
    // As the table has it: what turned out not to have left has no time again.
    const bool left =
        result.state == Row::Sending || result.state == Row::Sent || result.state == Row::Unknown;
    for (const qsizetype row : rows) {
        RecipientResult &now = entry.opening.results[row];
        result.sentAt = left ? now.sentAt.value_or(m_session.serverNow()) : OptionalTime();
        result.answered = left && now.answered;
        now = result;
        const AnswerWatch::Row known{entry.opening.id, row};
        if (left && entry.opening.sendsMessage && !now.answered)
            m_unanswered.add(known, *now.sentAt, now.conversation, entry.opening.recipients.at(row).phone);
        else
            m_unanswered.remove(known);
    }
}

void Openings::noticeAnswers(const QList<ConversationId> &changed)
{
    if (m_unanswered.isEmpty())
        return;
    QList<OpeningId> answered;
    for (const ConversationId &id : changed) {
        const Conversation *c = m_session.asServerSaid(id);
        if (!c)
            continue;
        const QList<AnswerWatch::Row> rows = m_unanswered.answeredIn(*c);
        for (const AnswerWatch::Row &row : rows) {
            if (Entry *e = entry(row.opening)) // else it was forgotten, but for the ledger
                e->opening.results[row.place].answered = true;
            m_journal.setAnswered(row.opening, row.place);
            if (!answered.contains(row.opening))
                answered << row.opening;
        }
    }
    for (const OpeningId &id : std::as_const(answered))
        Q_EMIT openingChanged(id);
}

void Openings::writeRows(const Entry &entry, const QList<qsizetype> &rows)
{
    if (rows.isEmpty() || !entry.onDisk)
        return;
    store::OpeningTable::Changes changes;
    for (const qsizetype row : rows)
        changes.append({row, entry.opening.results.at(row)});
    m_journal.setResults(entry.opening.id, changes, m_session.serverNow());
}

void Openings::leaveWaiting(Entry &entry)
{
    QList<qsizetype> rows;
    for (qsizetype i = 0; i < entry.opening.results.size(); ++i) {
        RecipientResult &result = entry.opening.results[i];
        if (result.state != Row::Waiting && result.state != Row::Left)
            continue;
        result.state = Row::Left;
        rows << i;
    }
    writeRows(entry, rows);
}

void Openings::setState(Entry &entry, State state, const std::optional<Error> &error)
{
    entry.opening.state = state;
    entry.opening.error = error;
    entry.goesOnAt.reset();
    if (entry.onDisk)
        m_journal.setState(entry.opening);
}

void Openings::finishIfDone(Entry &entry)
{
    if (entry.opening.isOver())
        return;
    const bool goesOn = std::any_of(entry.opening.results.cbegin(), entry.opening.results.cend(),
                                    [](const RecipientResult &result) {
                                        return result.state == Row::Waiting || result.state == Row::Sending;
                                    });
    if (!goesOn)
        setState(entry, State::Finished);
}

void Openings::goOnLater()
{
    OptionalTime first;
    for (const Entry &e : m_entries) {
        if (e.goesOnAt && (!first || *e.goesOnAt < *first))
            first = e.goesOnAt;
    }
    if (!first) {
        m_goOn.stop();
        return;
    }
    const qint64 wait = m_session.m_clock.now().msecsTo(*first);
    m_goOn.start(std::chrono::milliseconds(std::clamp<qint64>(wait, 0, kLongestTimer)));
}

} // namespace inbox::sync
