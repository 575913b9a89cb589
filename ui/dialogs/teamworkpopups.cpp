// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/teamworkpopups.h"

#include "models/currentconversation.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/typedtime.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

QVBoxLayout *fillPopup(Popup *popup, QWidget *content)
{
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(content);
    popup->setFocusProxy(content);
    return layout;
}

} // namespace

TagsPopup::TagsPopup(models::InboxActions &actions, const models::CurrentConversation &current,
                     QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_current(current)
    , m_key(current.key())
    , m_list(new ChoiceList(tr("Tags"), tr("Type a tag…")))
{
    setAccessibleName(tr("Tags"));
    m_list->setEmptyText(tr("No tag has this name."), tr("The account has no tags."));
    fill();
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        if (const Conversation *c = m_current.conversation(); c && m_current.key() == m_key)
            m_actions.setTag(m_key, TagId(id), !c->tags.contains(TagId(id)));
    });
    connect(&current, &models::CurrentConversation::changed, this, &TagsPopup::fill);
    connect(&current, &models::CurrentConversation::opened, this, &QWidget::close);
}

void TagsPopup::fill()
{
    const Conversation *c = m_current.conversation();
    if (!c || m_current.key() != m_key)
        return;
    QList<Choice> choices;
    const QList<Tag> tags = m_actions.tags(m_key);
    for (const Tag &tag : tags)
        choices << Choice{tag.id.value(), tag.name, {}, QStringLiteral("tag"), c->tags.contains(tag.id)};
    m_list->setChoices(choices);
}

TeamPopup::TeamPopup(models::InboxActions &actions, const Conversation &conversation, QWidget *parent)
    : Popup(parent)
    , m_list(new ChoiceList(tr("Assign to a team"), tr("Type a team…")))
{
    setAccessibleName(tr("Assign to a team"));
    m_list->setEmptyText(tr("No team has this name."), tr("The account has no teams."));
    QList<Choice> choices;
    const QList<Team> teams = actions.teams(conversation.key);
    for (const Team &team : teams)
        choices << Choice{
            team.id.value(), team.name, {}, QStringLiteral("users"), team.id == conversation.team};
    m_list->setChoices(choices);
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this, &actions, key = conversation.key](const QString &id) {
        close();
        actions.assignTeam(key, TeamId(id));
    });
}

SnoozePopup::SnoozePopup(models::InboxActions &actions, const ConversationKey &key, const QDateTime &now,
                         QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_key(key)
    , m_now(now)
    , m_field(new QLineEdit)
    , m_understood(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold))
    , m_usual(new ChoiceList(tr("Usual times"), {}))
{
    constexpr int kWidth = 320;
    setAccessibleName(tr("Snooze until"));
    m_field->setObjectName(QStringLiteral("snoozeField"));
    m_field->setAccessibleName(tr("Snooze until"));
    m_field->setPlaceholderText(tr("Until when? “tomorrow 9”, “monday”, “2h”…"));
    m_field->setMinimumWidth(kWidth);
    m_field->installEventFilter(this);
    m_understood->setObjectName(QStringLiteral("snoozeUnderstood"));
    m_understood->setWordWrap(true);
    m_understood->setMargin(metrics::kGrid);
    QList<Choice> usual;
    const auto add = [&](const QString &text, const char *typed) {
        const OptionalTime then = TypedTime::understood(QLatin1String(typed), now);
        if (then)
            usual << Choice{QLatin1String(typed), text, Words::whenTime(*then, now),
                            QStringLiteral("snooze")};
    };
    add(tr("Tomorrow morning"), "tomorrow");
    add(tr("In two hours"), "2h");
    add(tr("Next Monday"), "monday");
    add(tr("In a week"), "1w");
    m_usual->setChoices(usual);

    QVBoxLayout *layout = fillPopup(this, m_field);
    layout->addWidget(m_understood);
    layout->addWidget(m_usual);
    m_field->setFocus(Qt::PopupFocusReason);
    showUnderstood();
    connect(m_field, &QLineEdit::textChanged, this, &SnoozePopup::showUnderstood);
    connect(m_usual, &ChoiceList::chosen, this,
            [this](const QString &id) { snooze(TypedTime::understood(id, m_now)); });
}

void SnoozePopup::showUnderstood()
{
    const QString typed = m_field->text();
    const OptionalTime until = TypedTime::understood(typed, m_now);
    m_usual->setVisible(typed.isEmpty());
    m_understood->setTone(until ? PlainLabel::Tone::Normal : PlainLabel::Tone::Muted);
    QString said;
    if (until)
        said = tr("Until %1").arg(Words::exactTime(*until));
    else if (!typed.trimmed().isEmpty())
        said = tr("No time to come is understood by this.");
    m_understood->setTextOrHide(said);
    m_field->setAccessibleDescription(said);
    adjustSize();
}

void SnoozePopup::snooze(const OptionalTime &until)
{
    if (!until)
        return;
    close();
    m_actions.snooze(m_key, *until);
}

bool SnoozePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat())
            snooze(TypedTime::understood(m_field->text().isEmpty() ? m_usual->pickedId() : m_field->text(),
                                         m_now));
        return true;
    case Qt::Key_Down:
        if (m_usual->isVisible())
            m_usual->focusFirst();
        return true;
    default:
        return Popup::eventFilter(watched, event);
    }
}

} // namespace inbox::ui
