// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/finddialog.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

FindDialog::FindDialog(models::InboxActions &actions, const AccountId &account, const LineId &line,
                       QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_account(account)
    , m_line(new QComboBox)
    , m_provider(new QLineEdit)
    , m_said(new PlainLabel)
    , m_find(new QPushButton(tr("Find")))
{
    constexpr int kWidth = 400;
    constexpr int kNameLength = 80;
    constexpr int kLongestId = 500;
    setWindowTitle(tr("Find by provider id"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(tr("Find a conversation by its provider id"));
    title->setWordWrap(true);
    title->setMinimumWidth(kWidth);
    m_line->setObjectName(QStringLiteral("findLine"));
    m_line->setAccessibleName(tr("Channel"));
    const QList<Line> lines = actions.lines(account);
    for (const Line &each : lines)
        m_line->addItem(Words::safeLine(each.name.isEmpty() ? each.id.value() : each.name, kNameLength),
                        each.id.value());
    m_line->setCurrentIndex(qMax(0, m_line->findData(line.value())));
    m_provider->setObjectName(QStringLiteral("findProvider"));
    m_provider->setAccessibleName(tr("Provider id"));
    m_provider->setPlaceholderText(tr("The customer's number or id at the messenger"));
    m_provider->setMaxLength(kLongestId);
    m_said->setObjectName(QStringLiteral("findSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::kMedium);
    form->setVerticalSpacing(metrics::kSmall);
    form->setLabelAlignment(Qt::AlignLeading);
    const auto add = [form](const QString &text, QWidget *field) {
        auto *label = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
        label->setText(text);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    add(tr("Channel"), m_line);
    add(tr("Provider id"), m_provider);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_find, QDialogButtonBox::AcceptRole);
    m_find->setObjectName(QStringLiteral("findConfirm"));
    setButtonKind(m_find, ButtonKind::Primary);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addLayout(form);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    // Not before it stands in the dialog: Enter would cancel.
    cancel->setAutoDefault(false);
    m_find->setDefault(true);
    m_provider->setFocus();
    if (lines.isEmpty()) {
        m_said->setTone(PlainLabel::Tone::Muted);
        m_said->setTextOrHide(tr("The account has no channels, or they were not read yet."));
    }
    refresh();

    connect(m_provider, &QLineEdit::textChanged, this, [this] {
        m_said->setTextOrHide({});
        refresh();
    });
    connect(m_find, &QPushButton::clicked, this, &FindDialog::find);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&actions, &models::InboxActions::conversationFound, this, &FindDialog::onFound);
}

void FindDialog::refresh()
{
    m_find->setEnabled(!m_looking && m_line->count() > 0 && !m_provider->text().trimmed().isEmpty());
}

void FindDialog::find()
{
    if (!m_find->isEnabled())
        return;
    m_looking = true;
    m_said->setTone(PlainLabel::Tone::Muted);
    m_said->setTextOrHide(tr("Looking…"));
    refresh();
    m_actions.findConversation(m_account, LineId(m_line->currentData().toString()), m_provider->text());
}

void FindDialog::onFound(const ConversationKey &key, const std::optional<Error> &error)
{
    if (!m_looking || key.account != m_account)
        return;
    m_looking = false;
    if (!key.id.isEmpty()) {
        accept();
        Q_EMIT found(key);
        return;
    }
    m_said->setTone(error ? PlainLabel::Tone::Danger : PlainLabel::Tone::Normal);
    m_said->setTextOrHide(error ? Words::error(*error, Attempt::Find)
                                : tr("No conversation on this channel has this id."));
    m_provider->selectAll();
    refresh();
}

} // namespace inbox::ui
