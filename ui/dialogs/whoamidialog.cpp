// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/whoamidialog.h"

#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

WhoAmIDialog::WhoAmIDialog(const QString &accountName, const QList<User> &people, const UserId &now,
                           QWidget *parent)
    : QDialog(parent)
    , m_now(now)
    , m_list(new ChoiceList(tr("Who are you?"), tr("Type your name…")))
    , m_choose(new QPushButton(tr("This is me")))
{
    setWindowTitle(tr("Who are you?"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(accountName.isEmpty()
                       ? tr("Who are you?")
                       : tr("Who are you in %1?").arg(Words::isolated(Words::safeLine(accountName))));
    title->setWordWrap(true);
    auto *explanation = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    explanation->setText(
        tr("The server does not say whom this account's token belongs to. Your choice decides "
           "what “Mine” shows and what “Assign to me” does. You can change it at any time."));
    explanation->setWordWrap(true);
    m_list->setEmptyText(tr("Nobody known has this name. People appear here once they have been seen in a "
                            "conversation."),
                         tr("Nobody is known yet. People appear here once they have been seen in a "
                            "conversation."));

    auto *cancel = new QPushButton(tr("Not now"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_choose, QDialogButtonBox::AcceptRole);
    setButtonKind(m_choose, ButtonKind::Primary);
    m_choose->setObjectName(QStringLiteral("thisIsMe"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(explanation);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);

    const auto choose = [this](const QString &id) {
        if (id.isEmpty())
            return;
        Q_EMIT chosen(UserId(id));
        accept();
    };
    connect(m_list, &ChoiceList::chosen, this, choose);
    connect(m_choose, &QPushButton::clicked, this, [this, choose] { choose(m_list->pickedId()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_list, &ChoiceList::pickedChanged, this,
            [this] { m_choose->setEnabled(!m_list->pickedId().isEmpty()); });
    setPeople(people);
    m_list->focusFirst();
}

void WhoAmIDialog::setPeople(const QList<User> &people)
{
    QList<Choice> choices;
    for (const User &user : people)
        choices << Choice{user.id.value(), Words::userName(user), user.email, QStringLiteral("user"),
                          user.id == m_now};
    m_list->setChoices(choices);
    m_choose->setEnabled(!m_list->pickedId().isEmpty());
}

} // namespace inbox::ui
