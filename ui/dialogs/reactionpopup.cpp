// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/reactionpopup.h"

#include "models/inboxactions.h"
#include "models/preferences.h"
#include "ui/dialogs/emojipicker.h"
#include "ui/emoji/emojilibrary.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kColumns = 6;
constexpr int kButton = 40;
constexpr double kEmojiScale = 1.5;

QStringList whatsAppOffers()
{
    return {QString::fromUtf16(u"\U0001F44D"), QString::fromUtf16(u"\u2764\uFE0F"),
            QString::fromUtf16(u"\U0001F602"), QString::fromUtf16(u"\U0001F62E"),
            QString::fromUtf16(u"\U0001F622"), QString::fromUtf16(u"\U0001F64F")};
}

} // namespace

ReactionPopup::ReactionPopup(models::InboxActions &actions, models::Preferences &preferences,
                             const ConversationKey &key, const Message &message, QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_preferences(preferences)
    , m_key(key)
    , m_message(message.id)
    , m_grid(new QGridLayout)
    , m_more(new QPushButton(tr("More emoji…")))
{
    setAccessibleName(tr("React"));
    m_grid->setSpacing(metrics::kGrid / 2);
    const QStringList offered = whatsAppOffers();
    QStringList others;
    // What is there stays in sight: it is how one takes it back.
    const QString &present = message.agentReaction;
    if (!present.isEmpty() && !offered.contains(present))
        others << present;
    const QStringList recent = EmojiPicker::recent(preferences);
    for (const QString &emoji : recent) {
        if (others.size() < kColumns && !offered.contains(emoji) && !others.contains(emoji))
            others << emoji;
    }
    addRow(offered, present);
    addRow(others, present);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(m_grid);
    m_more->setObjectName(QStringLiteral("moreEmoji"));
    m_more->installEventFilter(this);
    connect(m_more, &QPushButton::clicked, this, &ReactionPopup::showAll);
    layout->addWidget(m_more);
    if (!present.isEmpty()) {
        auto *remove = new QPushButton(tr("Remove reaction"));
        remove->setObjectName(QStringLiteral("removeReaction"));
        remove->installEventFilter(this);
        connect(remove, &QPushButton::clicked, this, [this] { react({}); });
        layout->addWidget(remove);
    }
    m_buttons.first()->setFocus();
}

void ReactionPopup::addRow(const QStringList &emoji, const QString &present)
{
    const QFont font = Theme::emoji(this->font(), kEmojiScale);
    const int row = int(m_buttons.size()) / kColumns;
    for (int column = 0; column < emoji.size(); ++column) {
        const QString text = emoji.at(column);
        auto *button = new QToolButton;
        button->setText(text);
        button->setFont(font);
        button->setFixedSize(kButton, kButton);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        const QString name = EmojiLibrary::instance().name(text);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->installEventFilter(this);
        button->setCheckable(true);
        button->setChecked(text == present);
        setButtonKind(button, ButtonKind::Quiet);
        connect(button, &QToolButton::clicked, this,
                [this, text, present] { react(text == present ? QString() : text); });
        m_grid->addWidget(button, row, column);
        m_buttons << button;
    }
}

void ReactionPopup::popupAt(const QRect &globalAnchor)
{
    m_anchor = globalAnchor;
    Popup::popupAt(globalAnchor);
}

void ReactionPopup::react(const QString &emoji)
{
    close();
    if (!emoji.isEmpty())
        EmojiPicker::remember(m_preferences, emoji);
    m_actions.react(m_key, m_message, emoji);
    Q_EMIT done();
}

void ReactionPopup::showAll()
{
    auto *picker = new EmojiPicker(m_preferences, parentWidget());
    models::InboxActions *actions = &m_actions;
    connect(picker, &EmojiPicker::picked, actions,
            [actions, key = m_key, message = m_message](const QString &emoji) {
                actions->react(key, message, emoji);
            });
    const QRect anchor = m_anchor;
    close();
    picker->popupAt(anchor);
}

bool ReactionPopup::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (!button || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int at = int(m_buttons.indexOf(qobject_cast<QToolButton *>(button)));
    int by = 0; // through m_buttons
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat())
            button->click();
        return true;
    case Qt::Key_Right:
        by = isRightToLeft() ? -1 : 1;
        break;
    case Qt::Key_Left:
        by = isRightToLeft() ? 1 : -1;
        break;
    case Qt::Key_Down:
        by = kColumns;
        break;
    case Qt::Key_Up:
        by = -kColumns;
        break;
    default:
        return Popup::eventFilter(watched, event);
    }
    // Left to themselves buttons would go one by one in each direction.
    if (at < 0)
        focusNextPrevChild(by > 0);
    else if (at + by >= 0 && at + by < m_buttons.size())
        m_buttons.at(at + by)->setFocus(Qt::TabFocusReason);
    else if (by == kColumns)
        m_more->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace inbox::ui
