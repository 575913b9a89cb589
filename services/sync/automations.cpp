// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/automations.h"

#include "services/sync/accountsession.h"
#include "services/sync/journal.h"

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using Kind = Automation::Kind;
using State = Intent::State;

namespace {

Capability neededFor(Kind kind)
{
    return kind == Kind::Event ? Capability::TriggerEvent : Capability::SimulateCustomer;
}

bool goesToConversation(const Automation &automation)
{
    return automation.kind == Kind::Event || automation.kind == Kind::Step;
}

QString placeOf(const Automation &automation)
{
    return goesToConversation(automation)
        ? automation.conversation.value()
        : automation.source.line.value() + u'\n' + automation.source.providerId;
}

// What it is known by where it is told of.
QString wordsOf(const Automation &automation)
{
    if (automation.kind != Kind::Step)
        return automation.text;
    return automation.step.step.isEmpty() ? automation.step.event : automation.step.step;
}

// The program ended, or the account was changed, before the answer came.
Error abandoned()
{
    Error error;
    error.kind = ErrorKind::Canceled;
    error.outcome = Outcome::Unknown;
    return error;
}

} // namespace

Automations::Automations(AccountSession &session)
    : m_session(session)
{
}

bool Automations::run(const Automation &automation)
{
    const auto isInTheWay = [place = placeOf(automation)](const Intent &other) {
        return other.state == State::Sending && placeOf(*other.automation) == place;
    };
    if (!m_session.capabilities().has(neededFor(automation.kind))
        || std::any_of(m_open.cbegin(), m_open.cend(), isInTheWay))
        return false;
    Intent intent = m_session.newIntent(Intent::Kind::Automate, automation.conversation);
    intent.automation = automation;
    intent.text = wordsOf(automation);
    if (intent.customer.isEmpty())
        intent.customer =
            automation.source.name.isEmpty() ? automation.source.providerId : automation.source.name;
    // It never waits: once it is written down its first byte may leave.
    intent.state = State::Sending;
    m_open << intent;
    Q_EMIT m_session.automationsChanged();
    m_session.m_journal->add(intent, {}, this, [this, intent](const Result<bool> &written) {
        if (written)
            perform(intent);
        else
            end(intent.id, Failure(written.error()), {});
    });
    return true;
}

void Automations::perform(const Intent &intent)
{
    const auto arrived = [this, id = intent.id](const Result<backends::Arrival> &arrival) {
        end(id, arrival.map([](const backends::Arrival &a) { return int(a.answers.size()); }),
            arrival ? arrival->conversation : ConversationId());
    };
    const Automation &automation = *intent.automation;
    backends::Backend &backend = *m_session.m_backend;
    switch (automation.kind) {
    case Kind::Event:
        backend.triggerEvent(automation.conversation, automation.text)
            .whenDone(this, [this, id = intent.id](const Result<Nothing> &done) {
                end(id, done.map([](const Nothing &) { return 0; }), {});
            });
        break;
    case Kind::Step:
        backend.runStep(automation.conversation, automation.step).whenDone(this, arrived);
        break;
    case Kind::CustomerMessage:
        backend.receiveText(automation.source, automation.text).whenDone(this, arrived);
        break;
    case Kind::ChannelEvent:
        backend.receiveEvent(automation.source, automation.text).whenDone(this, arrived);
        break;
    }
}

void Automations::end(const IntentId &id, const Result<int> &answers, const ConversationId &where)
{
    const auto it =
        std::find_if(m_open.begin(), m_open.end(), [&id](const Intent &other) { return other.id == id; });
    if (it == m_open.end())
        return;
    Intent intent = *it;
    m_open.erase(it);
    AutomationEnd ended;
    ended.kind = intent.automation->kind;
    ended.conversation = where.isEmpty() ? intent.conversation : where;
    ended.answers = answers.value_or(0);
    if (!answers)
        ended.error = intent.error = answers.error();
    const bool isUnknown = !answers && answers.error().outcome == Outcome::Unknown;
    if (isUnknown) {
        keepAsUnknown(intent);
    } else {
        intent.state = answers ? State::Accepted : State::Withdrawn;
        m_session.m_journal->update(intent);
    }
    if ((answers || isUnknown) && !ended.conversation.isEmpty())
        m_session.refreshConversation(ended.conversation);
    Q_EMIT m_session.automationsChanged();
    Q_EMIT m_session.automationEnded(ended);
}

void Automations::keepAsUnknown(Intent intent)
{
    intent.state = State::Unknown;
    m_session.m_journal->update(intent);
    m_open << intent;
}

bool Automations::settle(const IntentId &id, bool wentOut)
{
    const auto it = std::find_if(m_open.begin(), m_open.end(), [&id](const Intent &other) {
        return other.id == id && other.state == State::Unknown;
    });
    if (it == m_open.end())
        return false;
    Intent intent = *it;
    m_open.erase(it);
    intent.state = wentOut ? State::Accepted : State::Withdrawn;
    m_session.m_journal->update(intent);
    Q_EMIT m_session.automationsChanged();
    return true;
}

void Automations::takeOver(const Automations &before)
{
    for (Intent intent : before.m_open) {
        if (intent.state == State::Unknown) {
            m_open << intent;
        } else {
            intent.error = abandoned();
            keepAsUnknown(intent);
        }
    }
}

void Automations::restore(const QList<Intent> &unfinished)
{
    QList<Intent> underWay;
    for (const Intent &intent : unfinished) {
        if (intent.kind != Intent::Kind::Automate || !intent.automation)
            continue;
        m_open << intent;
        if (intent.state != State::Unknown)
            underWay << intent;
    }
    if (!m_open.isEmpty())
        Q_EMIT m_session.automationsChanged();
    for (const Intent &intent : std::as_const(underWay))
        end(intent.id, Failure(abandoned()), {});
}

void Automations::find(const LineId &line, const QString &providerId)
{
    if (!m_session.capabilities().has(Capability::FindConversation))
        return;
    const quint64 asOf = m_session.nextMoment();
    m_session.m_backend->findConversation(line, providerId)
        .whenDone(this, [this, asOf](const Result<std::optional<Conversation>> &found) {
            if (!found) {
                Q_EMIT m_session.conversationFound({}, found.error());
                return;
            }
            if (*found)
                m_session.mergeConversation(**found, asOf);
            Q_EMIT m_session.conversationFound(*found ? (*found)->key.id : ConversationId(), std::nullopt);
        });
}

} // namespace inbox::sync
