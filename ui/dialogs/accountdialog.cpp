// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/accountdialog.h"

#include "ui/dialogs/colorswatches.h"
#include "ui/dialogs/disclosure.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/settingrow.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kFormWidth = 440;
constexpr int kFormHeight = 530; // down to the colours

} // namespace

AccountDialog::AccountDialog(models::AccountsModel &accounts, const std::optional<AccountConfig> &existing,
                             QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_existing(existing)
    , m_descriptors(models::AccountsModel::descriptors())
    , m_name(new QLineEdit)
    , m_color(new ColorSwatches)
    , m_formPlace(new QVBoxLayout)
    , m_result(new NoticeBar)
    , m_test(new QPushButton(tr("Test connection")))
    , m_save(new QPushButton(existing ? tr("Save") : tr("Connect account")))
{
    setWindowTitle(existing ? tr("Edit account") : tr("Connect an account"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(windowTitle());

    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(0, 0, metrics::kSmall, 0);
    fields->setSpacing(metrics::kMedium);
    if (m_descriptors.size() > 1 && !existing) {
        m_kind = new QComboBox;
        m_kind->setObjectName(QStringLiteral("accountKind"));
        m_kind->setAccessibleName(tr("Kind of account"));
        for (const BackendDescriptor &d : std::as_const(m_descriptors))
            m_kind->addItem(SettingRow::translated(d.name), d.id);
        connect(m_kind, &QComboBox::currentIndexChanged, this,
                [this] { build(m_kind->currentData().toString()); });
        fields->addWidget(m_kind);
    }
    auto *nameLabel = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
    nameLabel->setText(tr("Name (optional)"));
    m_name->setObjectName(QStringLiteral("accountName"));
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setPlaceholderText(tr("What you call it, for example “Support”"));
    auto *nameBox = new QVBoxLayout;
    nameBox->setSpacing(metrics::kGrid / 2);
    nameBox->addWidget(nameLabel);
    nameBox->addWidget(m_name);
    fields->addLayout(m_formPlace);
    auto *colorLabel = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
    colorLabel->setText(tr("Colour"));
    auto *colorHelp = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    colorHelp->setText(tr("With several accounts, each conversation shows its account's colour and name."));
    colorHelp->setWordWrap(true);
    m_color->setColor(existing ? existing->color : m_accounts.freeColor());
    auto *colorBox = new QVBoxLayout;
    colorBox->setSpacing(metrics::kGrid / 2);
    colorBox->addWidget(colorLabel);
    colorBox->addWidget(m_color);
    colorBox->addWidget(colorHelp);
    fields->addLayout(nameBox);
    fields->addLayout(colorBox);
    fields->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumSize(kFormWidth, kFormHeight);

    m_test->setObjectName(QStringLiteral("testConnection"));
    m_save->setObjectName(QStringLiteral("saveAccount"));
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_test, QDialogButtonBox::ResetRole); // stands apart from the two that end it
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_result);
    layout->addWidget(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::testConnection);
    connect(&m_accounts, &models::AccountsModel::testFinished, this, &AccountDialog::onTestFinished);
    if (existing)
        m_name->setText(existing->name);
    if (existing)
        build(existing->backend);
    else if (!m_descriptors.isEmpty())
        build(m_descriptors.first().id);
}

AccountDialog::~AccountDialog()
{
    stopTest();
}

void AccountDialog::build(const QString &backendId)
{
    stopTest();
    m_result->clear();
    m_backend = backendId;
    m_rows.clear();
    m_secret = nullptr;
    m_advancedToggle = nullptr;
    delete m_form;
    m_form = new QWidget;
    m_formPlace->addWidget(m_form);
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kMedium);
    const auto descriptor = std::find_if(m_descriptors.cbegin(), m_descriptors.cend(),
                                         [&](const BackendDescriptor &d) { return d.id == backendId; });
    if (descriptor == m_descriptors.cend()) {
        // An account of a newer version of this program.
        m_result->showNotice(NoticeBar::Kind::Problem,
                             tr("This version does not know this kind of account."));
        m_test->setEnabled(false);
        m_save->setEnabled(false);
        return;
    }
    auto *description = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    description->setText(
        tr("%1: %2", "a kind of account, then what it is for")
            .arg(SettingRow::translated(descriptor->name), SettingRow::translated(descriptor->description)));
    description->setWordWrap(true);
    layout->addWidget(description);

    const auto valueOf = [this](const SettingField &field) {
        return m_existing && m_existing->settings.contains(field.id) ? m_existing->settings.value(field.id)
                                                                     : field.defaultValue;
    };
    const auto follow = [this](SettingRow *row) {
        connect(row, &SettingRow::edited, this, [this] {
            stopTest();
            m_result->clear();
        });
    };
    bool anyAdvanced = false;
    const auto addFields = [&](bool required, bool advanced) {
        for (const SettingField &field : descriptor->fields) {
            if (field.advanced != advanced || (!advanced && field.required != required))
                continue;
            auto *row = new SettingRow(field, valueOf(field));
            follow(row);
            row->setVisible(!advanced);
            layout->addWidget(row);
            m_rows << row;
            anyAdvanced = anyAdvanced || advanced;
        }
    };
    addFields(true, false);
    if (!descriptor->secret.id.isEmpty()) {
        m_secret = new SettingRow(descriptor->secret, {});
        follow(m_secret);
        layout->addWidget(m_secret);
        if (m_existing)
            m_secret->setOptionalSecret(tr("Leave this empty to keep the present one"));
        if (m_existing && m_existing->sessionOnly)
            m_secret->setHelp(tr("This account lives until the program ends; nothing of it is stored."));
    }
    addFields(false, false);
    const auto hasAdvanced = std::any_of(descriptor->fields.cbegin(), descriptor->fields.cend(),
                                         [](const SettingField &f) { return f.advanced; });
    if (hasAdvanced) {
        m_advancedToggle = new Disclosure(tr("More settings"));
        m_advancedToggle->setObjectName(QStringLiteral("advanced"));
        layout->addWidget(m_advancedToggle, 0, Qt::AlignLeading);
        connect(m_advancedToggle, &Disclosure::openChanged, this, [this](bool open) {
            for (SettingRow *row : std::as_const(m_rows))
                if (row->isAdvanced())
                    row->setVisible(open);
        });
        addFields(false, true);
    }
    m_test->setEnabled(true);
    m_save->setEnabled(true);
    if (!m_rows.isEmpty())
        m_rows.first()->focusField();
}

QString AccountDialog::secret() const
{
    return m_secret ? m_secret->value() : QString();
}

AccountConfig AccountDialog::config() const
{
    AccountConfig config = m_existing.value_or(AccountConfig());
    config.backend = m_backend;
    for (const SettingRow *row : m_rows) {
        if (row->value().isEmpty())
            config.settings.remove(row->id());
        else
            config.settings.insert(row->id(), row->value());
    }
    config.color = m_color->color();
    config.name = m_name->text().simplified();
    if (config.name.isEmpty()) {
        // The server's name tells accounts apart better than "Account 2".
        for (const SettingRow *row : m_rows)
            if (const QString host = QUrl(row->value()).host(); config.name.isEmpty() && !host.isEmpty())
                config.name = host;
    }
    return config;
}

bool AccountDialog::findProblems()
{
    SettingRow *first = nullptr;
    const auto check = [&first](SettingRow *row) {
        const QString problem = row->findProblem();
        row->setProblem(problem);
        if (!problem.isEmpty() && !first)
            first = row;
    };
    for (SettingRow *row : std::as_const(m_rows))
        check(row);
    if (m_secret)
        check(m_secret);
    if (!first)
        return false;
    if (first->isAdvanced() && m_advancedToggle)
        m_advancedToggle->setOpen(true);
    first->focusField();
    return true;
}

bool AccountDialog::showProblemAt(const QString &settingId, const QString &problem)
{
    for (SettingRow *row : std::as_const(m_rows)) {
        if (row->id() != settingId)
            continue;
        if (row->isAdvanced() && m_advancedToggle)
            m_advancedToggle->setOpen(true);
        row->setProblem(problem);
        row->focusField();
        return true;
    }
    return false;
}

void AccountDialog::testConnection()
{
    stopTest();
    m_result->clear();
    if (findProblems())
        return;
    m_test->setText(tr("Testing…"));
    m_result->showNotice(NoticeBar::Kind::Information, tr("Asking the server…"));
    m_ticket = m_accounts.test(config(), secret());
}

void AccountDialog::stopTest()
{
    if (m_ticket == 0)
        return;
    m_ticket = 0;
    m_accounts.cancelTest();
    m_test->setText(tr("Test connection"));
}

void AccountDialog::onTestFinished(int ticket, const std::optional<Error> &error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_test->setText(tr("Test connection"));
    if (!error) {
        m_result->showNotice(NoticeBar::Kind::Success, tr("The server answers and accepts the token."));
        return;
    }
    if (error->kind == ErrorKind::LocalFailure
        && showProblemAt(error->detail, tr("This cannot be used as it is. Check its spelling."))) {
        m_result->clear();
        return;
    }
    if (error->kind == ErrorKind::Unsupported) {
        m_result->showNotice(
            NoticeBar::Kind::Information,
            tr("There is nothing here that can be tried without writing to somebody. The first "
               "conversation you start will show whether address and token are right."));
        return;
    }
    m_result->showNotice(NoticeBar::Kind::Problem, Words::error(*error, Attempt::Connect));
    if (error->kind == ErrorKind::BadCredential && m_secret)
        m_secret->focusField();
}

void AccountDialog::save()
{
    stopTest();
    m_result->clear();
    if (findProblems())
        return;
    const auto id = m_accounts.save(config(), secret());
    if (!id) {
        if (m_secret && id.error() == m_secret->id()) {
            m_secret->setProblem(
                tr("Enter the token again: the kept one is for the server it was entered for."));
            m_secret->focusField();
            return;
        }
        if (!showProblemAt(id.error(), tr("This cannot be used as it is. Check its spelling.")))
            m_result->showNotice(NoticeBar::Kind::Problem,
                                 tr("This account cannot be used as it is. Check its settings."));
        return;
    }
    Q_EMIT saved(*id);
    accept();
}

} // namespace inbox::ui
