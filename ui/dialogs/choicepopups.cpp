// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/choicepopups.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr std::array kStatuses = {ConversationStatus::ToDo, ConversationStatus::InProgress,
                                  ConversationStatus::Done};
constexpr int kEmojiColumns = 6;
constexpr int kEmojiButton = 40;
constexpr double kEmojiScale = 1.5;

struct Emoji {
    const char16_t *text;
    const char *name;
};

// What people react with most; the first row is what WhatsApp itself offers.
constexpr std::array kEmojis = {
    Emoji{u"\U0001F44D", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Thumbs up")},
    Emoji{u"\u2764\uFE0F", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Heart")},
    Emoji{u"\U0001F602", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Tears of joy")},
    Emoji{u"\U0001F62E", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Surprised")},
    Emoji{u"\U0001F622", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Sad")},
    Emoji{u"\U0001F64F", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Thank you")},
    Emoji{u"\U0001F44C", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "All right")},
    Emoji{u"\U0001F64C", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Hands up")},
    Emoji{u"\U0001F44F", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Applause")},
    Emoji{u"\U0001F4AA", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Strong")},
    Emoji{u"\U0001F389", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Celebration")},
    Emoji{u"\U0001F525", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Fire")},
    Emoji{u"\U0001F60A", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Smile")},
    Emoji{u"\U0001F609", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Wink")},
    Emoji{u"\U0001F60D", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Heart eyes")},
    Emoji{u"\U0001F914", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Thinking")},
    Emoji{u"\U0001F605", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Relieved")},
    Emoji{u"\u2705", QT_TRANSLATE_NOOP("inbox::ui::ReactionPopup", "Done")},
};

QString iconOf(ConversationStatus status)
{
    switch (status) {
    case ConversationStatus::ToDo:
        return QStringLiteral("status-todo");
    case ConversationStatus::InProgress:
        return QStringLiteral("status-progress");
    case ConversationStatus::Done:
        return QStringLiteral("status-done");
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

AssignPopup::AssignPopup(models::InboxActions &actions, const Conversation &conversation, QWidget *parent)
    : Popup(parent)
    , m_list(new ChoiceList(tr("Assign to"), tr("Type a name…")))
{
    setAccessibleName(tr("Assign to"));
    m_list->setEmptyText(
        tr("Nobody known has this name. Colleagues appear here once they have been seen in a "
           "conversation."),
        tr("No colleague is known yet. They appear here once they have been seen in a "
           "conversation."));
    const UserId now = conversation.assignee ? conversation.assignee->id : UserId();
    const UserId me = actions.me(conversation.key);
    QList<Choice> first;
    QList<Choice> others;
    const QList<User> people = actions.people(conversation.key);
    for (const User &user : people) {
        Choice choice{user.id.value(), Words::userName(user), user.email, QStringLiteral("user"),
                      user.id == now};
        if (user.id == me && !me.isEmpty()) {
            choice.text = tr("%1 (me)").arg(choice.text);
            first.prepend(choice);
        } else {
            others << choice;
        }
    }
    if (!actions.unavailable(conversation.key, Capability::Unassign))
        first << Choice{{}, tr("Nobody"), {}, QStringLiteral("unassigned"), now.isEmpty()};
    m_list->setChoices(first + others);
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this, &actions, key = conversation.key](const QString &id) {
        close();
        actions.assign(key, UserId(id));
        Q_EMIT done();
    });
}

StatusPopup::StatusPopup(models::InboxActions &actions, const Conversation &conversation, QWidget *parent)
    : Popup(parent)
    , m_list(new ChoiceList(tr("Status"), {}))
{
    setAccessibleName(tr("Status"));
    QList<Choice> choices;
    for (const ConversationStatus status : kStatuses)
        choices << Choice{QString::number(int(status)),
                          Words::status({status, {}}),
                          {},
                          iconOf(status),
                          conversation.status == status};
    m_list->setChoices(choices);
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this, &actions, key = conversation.key](const QString &id) {
        close();
        actions.setStatus(key, ConversationStatus(id.toInt()));
        Q_EMIT done();
    });
}

ReactionPopup::ReactionPopup(models::InboxActions &actions, const ConversationKey &key,
                             const Message &message, QWidget *parent)
    : Popup(parent)
    , m_key(key)
    , m_message(message.id)
{
    setAccessibleName(tr("React"));
    auto *grid = new QGridLayout;
    grid->setSpacing(metrics::kGrid / 2);
    QFont font = this->font();
    // The text font has black and white drawings of some of these.
    font.setFamilies({QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                      QStringLiteral("Segoe UI Emoji"), font.family()});
    font.setPointSizeF(qMax(1.0, font.pointSizeF()) * kEmojiScale);
    for (int i = 0; i < int(kEmojis.size()); ++i) {
        const QString emoji = QString::fromUtf16(kEmojis[size_t(i)].text);
        auto *button = new QToolButton;
        button->setText(emoji);
        button->setFont(font);
        button->setFixedSize(kEmojiButton, kEmojiButton);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        const QString name = tr(kEmojis[size_t(i)].name);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setCheckable(true);
        button->setChecked(emoji == message.agentReaction);
        setButtonKind(button, ButtonKind::Quiet);
        connect(button, &QToolButton::clicked, this, [this, &actions, emoji] { react(actions, emoji); });
        grid->addWidget(button, i / kEmojiColumns, i % kEmojiColumns);
        m_buttons << button;
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->addLayout(grid);
    if (!message.agentReaction.isEmpty()) {
        auto *remove = new QPushButton(tr("Remove reaction"));
        connect(remove, &QPushButton::clicked, this, [this, &actions] { react(actions, {}); });
        layout->addWidget(remove);
    }
    m_buttons.first()->setFocus();
}

void ReactionPopup::react(models::InboxActions &actions, const QString &emoji)
{
    close();
    actions.react(m_key, m_message, emoji);
    Q_EMIT done();
}

void ReactionPopup::keyPressEvent(QKeyEvent *event)
{
    const int at = int(m_buttons.indexOf(qobject_cast<QToolButton *>(focusWidget())));
    if (at >= 0) {
        int by = 0;
        switch (event->key()) {
        case Qt::Key_Right:
            by = isRightToLeft() ? -1 : 1;
            break;
        case Qt::Key_Left:
            by = isRightToLeft() ? 1 : -1;
            break;
        case Qt::Key_Down:
            by = kEmojiColumns;
            break;
        case Qt::Key_Up:
            by = -kEmojiColumns;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!event->isAutoRepeat())
                m_buttons.at(at)->click();
            return;
        default:
            break;
        }
        if (by != 0 && at + by >= 0 && at + by < m_buttons.size())
            m_buttons.at(at + by)->setFocus(Qt::TabFocusReason);
        if (by != 0)
            return;
    }
    Popup::keyPressEvent(event);
}

} // namespace inbox::ui
