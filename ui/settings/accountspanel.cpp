// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/accountspanel.h"

#include "ui/details/factrow.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/choicedelegate.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/settingrow.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/text/words.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace inbox::ui {

using namespace domain;
using Phase = sync::SyncStatus::Phase;
using SecretState = sync::Inbox::SecretState;

namespace {

constexpr int kMostRows = 6; // in sight at once

// The colour by which the account is told apart in the list.
class AccountDelegate final : public ChoiceDelegate {
public:
    using ChoiceDelegate::ChoiceDelegate;

protected:
    QColor dotColor(const QModelIndex &index) const override
    {
        return accountColor(index.data(models::AccountsModel::ConfigRole).value<AccountConfig>().color);
    }
};

} // namespace

AccountsPanel::AccountsPanel(models::AccountsModel &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_list(new QListView)
    , m_pages(new QStackedWidget)
    , m_name(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title))
    , m_statusLine(new PlainLabel)
    , m_settingsPlace(new QVBoxLayout)
    , m_edit(new QPushButton(tr("Edit account…")))
    , m_whoAmI(new QPushButton(tr("Who am I…")))
    , m_remove(new QPushButton(tr("Remove account…")))
    , m_removeQuestion(new QWidget)
    , m_removeText(new PlainLabel)
    , m_removeConfirm(new QPushButton(tr("Remove account")))
    , m_removeKeep(new QPushButton(tr("Keep account")))
    , m_notice(new NoticeBar)
{
    m_list->setModel(&m_accounts);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *page = new QWidget;
    auto *facts = new QVBoxLayout(page);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(0);
    m_name->setWordWrap(true);
    m_name->setContentsMargins(metrics::kSmall, 0, metrics::kSmall, 0);
    m_statusLine->setObjectName(QStringLiteral("accountStatus"));
    m_statusLine->setWordWrap(true);
    m_statusLine->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall, metrics::kSmall);
    facts->addWidget(m_name);
    facts->addWidget(m_statusLine);
    m_kind = new FactRow(tr("Kind"), page);
    m_token = new FactRow(tr("Token"), page);
    m_me = new FactRow(tr("You are"), page);
    m_settingsPlace->setSpacing(0);
    facts->addWidget(m_kind);
    facts->addLayout(m_settingsPlace);
    facts->addWidget(m_token);
    facts->addWidget(m_me);
    m_online = new FactRow(tr("Your colleagues see you as"), page);
    facts->addWidget(m_online);

    auto *question = new QVBoxLayout(m_removeQuestion);
    question->setContentsMargins(metrics::kSmall, metrics::kSmall, 0, metrics::kSmall);
    m_removeText->setObjectName(QStringLiteral("removeText"));
    m_removeText->setWordWrap(true);
    auto *questionButtons = new ButtonRow;
    questionButtons->addButton(m_removeKeep, ButtonRow::Side::Trailing);
    questionButtons->addButton(m_removeConfirm, ButtonRow::Side::Trailing);
    question->addWidget(m_removeText);
    question->addWidget(questionButtons);
    setButtonKind(m_removeConfirm, ButtonKind::Danger);
    m_removeKeep->setObjectName(QStringLiteral("removeKeep"));
    m_removeConfirm->setObjectName(QStringLiteral("removeConfirm"));
    m_removeQuestion->hide();
    facts->addWidget(m_removeQuestion);

    auto *accountButtons = new ButtonRow;
    accountButtons->addButton(m_edit, ButtonRow::Side::Leading);
    accountButtons->addButton(m_whoAmI, ButtonRow::Side::Leading);
    accountButtons->addButton(m_remove, ButtonRow::Side::Trailing);
    facts->addSpacing(metrics::kMedium);
    facts->addWidget(accountButtons);
    facts->addStretch(1);
    m_edit->setObjectName(QStringLiteral("editAccount"));
    m_whoAmI->setObjectName(QStringLiteral("whoAmI"));
    m_remove->setObjectName(QStringLiteral("removeAccount"));

    auto *empty = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    empty->setText(tr("No account is connected. Conversations appear once there is one."));
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(page);
    m_pages->addWidget(empty);

    auto *add = new QPushButton(tr("Connect an account…"));
    add->setObjectName(QStringLiteral("addAccount"));
    auto *below = new QHBoxLayout;
    below->addWidget(add);
    below->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::kSmall, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_notice);
    layout->addWidget(m_list);
    layout->addLayout(below);
    layout->addSpacing(metrics::kSmall);
    layout->addWidget(m_pages, 1);
    for (QPushButton *button : {m_edit, m_whoAmI, m_remove, m_removeConfirm, m_removeKeep, add})
        button->setAutoDefault(false);

    connect(add, &QPushButton::clicked, this, &AccountsPanel::addAccount);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0)
            editAccount(m_accounts.config(row).id);
    });
    connect(m_whoAmI, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0)
            chooseMe(m_accounts.config(row).id);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { askToRemove(true); });
    connect(m_removeKeep, &QPushButton::clicked, this, [this] { askToRemove(false); });
    connect(m_removeConfirm, &QPushButton::clicked, this, [this] {
        const AccountId id = m_removing;
        askToRemove(false);
        if (!id.isEmpty())
            m_accounts.remove(id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        askToRemove(false);
        refresh();
    });
    connect(&m_accounts, &QAbstractItemModel::dataChanged, this, &AccountsPanel::refresh);
    connect(&m_accounts, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) { m_list->setCurrentIndex(m_accounts.index(first)); });
    connect(&m_accounts, &QAbstractItemModel::rowsRemoved, this, &AccountsPanel::refresh);
    connect(&m_accounts, &models::AccountsModel::keychainUnavailable, this, [this] {
        m_notice->showNotice(
            NoticeBar::Kind::Warning,
            tr("The system's keychain cannot be used. Tokens are kept until the program ends and "
               "have to be entered again next time."));
    });
    connect(&Theme::instance(), &Theme::changed, this, &AccountsPanel::fitList);
    if (m_accounts.rowCount() > 0)
        m_list->setCurrentIndex(m_accounts.index(0));
    refresh();
}

int AccountsPanel::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_accounts.rowCount() ? index.row() : -1;
}

int AccountsPanel::rowOf(const AccountId &id) const
{
    for (int row = 0; row < m_accounts.rowCount(); ++row)
        if (m_accounts.config(row).id == id)
            return row;
    return -1;
}

void AccountsPanel::refresh()
{
    if (currentRow() < 0 && m_accounts.rowCount() > 0) {
        m_list->setCurrentIndex(m_accounts.index(0));
        return; // comes back here
    }
    fitList();
    const int row = currentRow();
    m_pages->setCurrentIndex(row < 0 ? 1 : 0);
    if (row < 0)
        return;
    const AccountConfig config = m_accounts.config(row);
    const sync::SyncStatus status = m_accounts.status(row);
    m_name->setText(Words::safeLine(config.name));
    switch (status.phase) {
    case Phase::Starting:
        m_statusLine->setTone(PlainLabel::Tone::Muted);
        m_statusLine->setText(tr("Connecting…"));
        break;
    case Phase::Synced:
        m_statusLine->setTone(PlainLabel::Tone::Success);
        m_statusLine->setText(tr("Connected and up to date."));
        break;
    case Phase::Failing:
        m_statusLine->setTone(PlainLabel::Tone::Warning);
        m_statusLine->setText(status.error
                                  ? Words::error(*status.error, Attempt::Load)
                                  : tr("The server cannot be reached. It is tried again by itself."));
        break;
    case Phase::NeedsSignIn:
        m_statusLine->setTone(PlainLabel::Tone::Danger);
        m_statusLine->setText(
            m_accounts.secretState(row) == SecretState::Missing
                ? tr("The token is missing. Edit the account to enter it again.")
                : m_accounts.secretState(row) == SecretState::Unreachable
                ? tr("The keychain does not answer. Edit the account to enter the token again.")
                : tr("The server does not accept the token. Edit the account to enter a new "
                     "one."));
        break;
    }

    const QList<BackendDescriptor> descriptors = models::AccountsModel::descriptors();
    const auto descriptor = std::find_if(descriptors.cbegin(), descriptors.cend(),
                                         [&](const BackendDescriptor &d) { return d.id == config.backend; });
    int shown = 0;
    if (descriptor != descriptors.cend()) {
        m_kind->setValue(SettingRow::translated(descriptor->name));
        for (const SettingField &field : descriptor->fields) {
            if (!field.required)
                continue;
            if (shown == m_settings.size()) {
                auto *fact = new FactRow({}, m_pages->widget(0));
                m_settingsPlace->addWidget(fact);
                m_settings << fact;
            }
            m_settings.at(shown)->setName(SettingRow::translated(field.label));
            m_settings.at(shown)->setValue(config.settings.value(field.id));
            ++shown;
        }
    } else {
        m_kind->setValue(config.backend);
    }
    for (int i = shown; i < m_settings.size(); ++i)
        m_settings.at(i)->setValue({});

    QString token;
    switch (m_accounts.secretState(row)) {
    case SecretState::Loading:
        token = tr("Being read from the system's keychain…");
        break;
    case SecretState::Kept:
        token = tr("Kept in the system's keychain");
        break;
    case SecretState::ForThisRunOnly:
        token = tr("Kept until the program ends, stored nowhere");
        break;
    case SecretState::Missing:
        token = tr("Missing");
        break;
    case SecretState::Unreachable:
        token = tr("In the system's keychain, which does not answer");
        break;
    }
    m_token->setValue(token);

    QString me = config.me.isEmpty() ? tr("Not chosen yet") : tr("Colleague %1").arg(config.me.value());
    const QList<User> people = m_accounts.people(row);
    for (const User &user : people)
        if (user.id == config.me && !config.me.isEmpty())
            me = Words::userName(user);
    m_me->setValue(me);
    const auto online = m_accounts.amOnline(row);
    m_online->setValue(online ? Words::online(*online) : QString());
    if (m_whoAmIDialog)
        m_whoAmIDialog->setPeople(people);
}

void AccountsPanel::askToRemove(bool ask)
{
    const int row = currentRow();
    m_removing = ask && row >= 0 ? m_accounts.config(row).id : AccountId();
    const bool asking = !m_removing.isEmpty();
    if (asking)
        m_removeText->setText(tr("Remove %1 from this computer? Its token is deleted from the keychain, and "
                                 "its conversations and "
                                 "your drafts in them are wiped here. Nothing changes on the server.")
                                  .arg(Words::isolated(Words::safeLine(m_accounts.config(row).name))));
    const bool hadFocus = m_removeQuestion->isAncestorOf(focusWidget());
    m_removeQuestion->setVisible(asking);
    m_remove->setEnabled(!asking);
    if (asking)
        m_removeKeep->setFocus();
    else if (hadFocus)
        m_list->setFocus();
}

void AccountsPanel::openDialog(const std::optional<AccountConfig> &existing)
{
    if (m_dialog)
        return;
    m_dialog = new AccountDialog(m_accounts, existing, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AccountDialog::saved, this, [this, isNew = !existing](const AccountId &id) {
        if (const int row = rowOf(id); row >= 0)
            m_list->setCurrentIndex(m_accounts.index(row));
        refresh();
        if (isNew)
            Q_EMIT accountAdded(id);
    });
    m_dialog->open();
}

void AccountsPanel::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void AccountsPanel::fitList()
{
    const int rows = qBound(1, m_accounts.rowCount(), kMostRows);
    const int height = m_list->fontMetrics().height() + 2 * metrics::kSmall; // as the delegate has it
    m_list->setFixedHeight(rows * height + 2 * m_list->frameWidth());
    m_list->setVisible(m_accounts.rowCount() > 0);
}

void AccountsPanel::addAccount()
{
    openDialog(std::nullopt);
}

void AccountsPanel::editAccount(const AccountId &id)
{
    if (const int row = rowOf(id); row >= 0)
        openDialog(m_accounts.config(row));
}

void AccountsPanel::chooseMe(const AccountId &id)
{
    const int row = rowOf(id);
    if (row < 0 || m_whoAmIDialog)
        return;
    const AccountConfig config = m_accounts.config(row);
    m_whoAmIDialog = new WhoAmIDialog(config.name, m_accounts.people(row), config.me, this);
    m_whoAmIDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_whoAmIDialog, &WhoAmIDialog::chosen, this, [this, id](const UserId &me) {
        if (const int now = rowOf(id); now >= 0)
            m_accounts.setNameAndMe(id, m_accounts.config(now).name, me);
    });
    m_whoAmIDialog->open();
}

} // namespace inbox::ui
