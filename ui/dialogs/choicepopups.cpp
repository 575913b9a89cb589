// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/choicepopups.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr std::array kStatuses = {ConversationStatus::ToDo, ConversationStatus::InProgress,
                                  ConversationStatus::Done};

QString iconOf(ConversationStatus status)
{
    switch (status) {
    case ConversationStatus::ToDo:
        return QStringLiteral("status-todo");
    case ConversationStatus::InProgress:
        return QStringLiteral("status-progress");
    case ConversationStatus::Done:
        return QStringLiteral("status-done");
    case ConversationStatus::Bot:
        return QStringLiteral("bot");
    case ConversationStatus::Unknown:
        break;
    }
    return {};
}

void fillPopup(Popup *popup, QWidget *content)
{
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->addWidget(content);
    popup->setFocusProxy(content);
}

} // namespace

AssignPopup::AssignPopup(models::InboxActions &actions, const QList<ConversationKey> &keys, QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_keys(keys)
    , m_list(new ChoiceList(tr("Assign to"), tr("Type a name…")))
{
    setAccessibleName(tr("Assign to"));
    m_list->setEmptyText(
        tr("Nobody known has this name. Colleagues appear here once they have been seen in a "
           "conversation."),
        tr("No colleague is known yet. They appear here once they have been seen in a "
           "conversation."));
    fill();
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        close();
        m_actions.together(m_keys, [&](const ConversationKey &key) { m_actions.assign(key, UserId(id)); });
        Q_EMIT done();
    });
    connect(&actions, &models::InboxActions::teamworkChanged, this, [this](const AccountId &account) {
        if (account == m_keys.constFirst().account)
            fill();
    });
    actions.readPresences(keys.constFirst().account);
}

void AssignPopup::fill()
{
    const ConversationKey &any = m_keys.constFirst();
    // Marked: who has all of them now.
    const auto allHave = [this](const UserId &user) {
        return std::all_of(m_keys.cbegin(), m_keys.cend(), [&](const ConversationKey &key) {
            const Conversation *c = m_actions.conversation(key);
            return c && (c->assignee ? c->assignee->id : UserId()) == user;
        });
    };
    const UserId me = m_actions.me(any);
    QList<Choice> first;
    QList<Choice> others;
    const QList<User> people = m_actions.people(any);
    for (const User &user : people) {
        Choice choice{user.id.value(), Words::userName(user), user.email, QStringLiteral("user"),
                      allHave(user.id)};
        choice.online = m_actions.isOnline(any.account, user.id);
        if (choice.online) {
            const QString word = Words::online(*choice.online);
            choice.detail = user.email.isEmpty() ? word : Words::list({word, user.email});
        }
        if (user.id == me && !me.isEmpty()) {
            choice.text = tr("%1 (me)").arg(choice.text);
            first.prepend(choice);
        } else {
            others << choice;
        }
    }
    if (!m_actions.unavailable(any, Capability::Unassign))
        first << Choice{{}, tr("Nobody"), {}, QStringLiteral("unassigned"), allHave({})};
    m_list->setChoices(first + others);
}

StatusPopup::StatusPopup(models::InboxActions &actions, const QList<ConversationKey> &keys, QWidget *parent)
    : Popup(parent)
    , m_list(new ChoiceList(tr("Status"), {}))
{
    setAccessibleName(tr("Status"));
    QList<Choice> choices;
    const auto allHave = [&](ConversationStatus status) {
        return std::all_of(keys.cbegin(), keys.cend(), [&](const ConversationKey &key) {
            const Conversation *c = actions.conversation(key);
            return c && c->status == status;
        });
    };
    const auto add = [&](ConversationStatus status, const QString &text) {
        choices << Choice{QString::number(int(status)), text, {}, iconOf(status), allHave(status)};
    };
    for (const ConversationStatus status : kStatuses)
        add(status, Words::status({status, {}}));
    // Where a bot can be told to be silent, it can be told to go on.
    if (!actions.unavailable(keys.constFirst(), Capability::TakeOverFromBot))
        add(ConversationStatus::Bot,
            allHave(ConversationStatus::Bot) ? Words::status({ConversationStatus::Bot, {}})
                                             : tr("Hand to the bot"));
    m_list->setChoices(choices);
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this, &actions, keys](const QString &id) {
        close();
        actions.together(keys, [&](const ConversationKey &key) {
            actions.setStatus(key, ConversationStatus(id.toInt()));
        });
        Q_EMIT done();
    });
}

} // namespace inbox::ui
