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

#include <algorithm>

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

// The other ids in the list are times as somebody would type them.
const QString kWake = QStringLiteral("wake");

} // namespace

TagsPopup::TagsPopup(models::InboxActions &actions, const models::CurrentConversation &current,
                     const QList<ConversationKey> &keys, QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_keys(keys)
    , m_list(new ChoiceList(tr("Tags"), tr("Type a tag…")))
{
    setAccessibleName(tr("Tags"));
    m_list->setEmptyText(tr("No tag has this name."), tr("The account has no tags."));
    fill();
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        const bool on = !allHave(TagId(id));
        m_actions.together(m_keys, [&](const ConversationKey &key) { m_actions.setTag(key, TagId(id), on); });
        fill();
    });
    connect(&current, &models::CurrentConversation::changed, this, &TagsPopup::fill);
    connect(&current, &models::CurrentConversation::opened, this, &QWidget::close);
}

bool TagsPopup::allHave(const TagId &tag) const
{
    return std::all_of(m_keys.cbegin(), m_keys.cend(), [&](const ConversationKey &key) {
        const Conversation *c = m_actions.conversation(key);
        return c && c->tags.contains(tag);
    });
}

void TagsPopup::fill()
{
    QList<Choice> choices;
    const QList<Tag> tags = m_actions.tags(m_keys.constFirst());
    for (const Tag &tag : tags)
        choices << Choice{tag.id.value(),  tag.name,     {},       QStringLiteral("tag"),
                          allHave(tag.id), std::nullopt, tag.color};
    m_list->setChoices(choices);
}

TeamPopup::TeamPopup(models::InboxActions &actions, const QList<ConversationKey> &keys, QWidget *parent)
    : Popup(parent)
    , m_list(new ChoiceList(tr("Assign to a team"), tr("Type a team…")))
{
    setAccessibleName(tr("Assign to a team"));
    m_list->setEmptyText(tr("No team has this name."), tr("The account has no teams."));
    QList<Choice> choices;
    const QList<Team> teams = actions.teams(keys.constFirst());
    for (const Team &team : teams) {
        const bool hasAll = std::all_of(keys.cbegin(), keys.cend(), [&](const ConversationKey &key) {
            const Conversation *c = actions.conversation(key);
            return c && c->team == team.id;
        });
        choices << Choice{team.id.value(), team.name, {}, QStringLiteral("users"), hasAll};
    }
    m_list->setChoices(choices);
    fillPopup(this, m_list);
    m_list->focusFirst();
    connect(m_list, &ChoiceList::chosen, this, [this, &actions, keys](const QString &id) {
        close();
        actions.together(keys, [&](const ConversationKey &key) { actions.assignTeam(key, TeamId(id)); });
        Q_EMIT done();
    });
}

SnoozePopup::SnoozePopup(models::InboxActions &actions, const QList<ConversationKey> &keys,
                         const QDateTime &now, QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_keys(keys)
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
    if (canWake())
        usual << Choice{kWake, tr("Wake it now"), {}, QStringLiteral("inbox")};
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
    connect(m_usual, &ChoiceList::chosen, this, &SnoozePopup::choose);
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

bool SnoozePopup::canWake() const
{
    return std::all_of(m_keys.cbegin(), m_keys.cend(), [&](const ConversationKey &key) {
        const Conversation *c = m_actions.conversation(key);
        return c && c->snoozeUntil && !m_actions.unavailable(key, Capability::Unsnooze);
    });
}

void SnoozePopup::choose(const QString &id)
{
    if (id == kWake)
        snooze(std::nullopt);
    else
        snoozeAs(id);
}

void SnoozePopup::snoozeAs(const QString &typed)
{
    if (const OptionalTime until = TypedTime::understood(typed, m_now))
        snooze(until);
}

void SnoozePopup::snooze(const OptionalTime &until)
{
    close();
    m_actions.together(m_keys, [&](const ConversationKey &key) { m_actions.snooze(key, until); });
    Q_EMIT done();
}

bool SnoozePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->isAutoRepeat())
            return true;
        if (m_field->text().isEmpty())
            choose(m_usual->pickedId());
        else
            snoozeAs(m_field->text());
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
