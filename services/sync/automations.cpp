// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/automations.h"

#include "services/sync/accountsession.h"

namespace inbox::sync {

using namespace domain;
using Kind = Automation::Kind;

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

} // namespace

Automations::Automations(AccountSession &session)
    : m_session(session)
{
}

bool Automations::run(const Automation &automation)
{
    if (!m_session.capabilities().has(neededFor(automation.kind)) || m_underWay.contains(placeOf(automation)))
        return false;
    m_underWay.insert(placeOf(automation));
    const auto arrived = [this, automation](const Result<backends::Arrival> &arrival) {
        end(automation, arrival.map([](const backends::Arrival &a) { return int(a.answers.size()); }),
            arrival ? arrival->conversation : ConversationId());
    };
    backends::Backend &backend = *m_session.m_backend;
    switch (automation.kind) {
    case Kind::Event:
        backend.triggerEvent(automation.conversation, automation.text)
            .whenDone(this, [this, automation](const Result<Nothing> &done) {
                end(automation, done.map([](const Nothing &) { return 0; }), {});
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
    return true;
}

void Automations::end(const Automation &automation, const Result<int> &answers, const ConversationId &where)
{
    m_underWay.remove(placeOf(automation));
    AutomationEnd ended;
    ended.kind = automation.kind;
    ended.conversation = where;
    if (ended.conversation.isEmpty())
        ended.conversation = automation.conversation;
    ended.answers = answers.value_or(0);
    if (!answers)
        ended.error = answers.error();
    const bool somethingMayStandThere = answers || answers.error().outcome == Outcome::Unknown;
    if (somethingMayStandThere && !ended.conversation.isEmpty())
        m_session.refreshConversation(ended.conversation);
    Q_EMIT m_session.automationEnded(ended);
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
