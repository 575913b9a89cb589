// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/deletedialog.h"

#include "services/domain/text.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {

constexpr int kNameLength = 80;

} // namespace

DeleteDialog::DeleteDialog(const QString &customer, QWidget *parent)
    : QDialog(parent)
    , m_name(Words::safeLine(Words::customerNameOr(customer), kNameLength))
    , m_field(new QLineEdit)
    , m_delete(new QPushButton(tr("Delete for good")))
{
    constexpr int kWidth = 420;
    setWindowTitle(tr("Delete conversation"));
    auto *question = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    question->setText(tr("Delete the conversation with %1?").arg(Words::isolated(m_name)));
    question->setWordWrap(true);
    auto *lost = new PlainLabel;
    lost->setText(
        tr("All its messages, files, notes and tags are deleted at the server, for every colleague. "
           "This cannot be undone. The customer keeps their own copy and is not told."));
    lost->setWordWrap(true);
    lost->setMinimumWidth(kWidth);
    auto *how = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    how->setText(tr("To go on, type the customer's name: %1").arg(Words::isolated(m_name)));
    how->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("deleteName"));
    m_field->setAccessibleName(tr("The customer's name"));
    m_field->setAccessibleDescription(lost->text());
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_delete, QDialogButtonBox::AcceptRole);
    m_delete->setObjectName(QStringLiteral("deleteConfirm"));
    m_delete->setEnabled(false);
    setButtonKind(m_delete, ButtonKind::Danger);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    for (QWidget *widget : std::initializer_list<QWidget *>{question, lost, how, m_field, buttons})
        layout->addWidget(widget);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    // Not before it stands in the dialog: Enter would cancel.
    cancel->setAutoDefault(false);
    m_delete->setDefault(true);
    m_field->setFocus();

    connect(m_field, &QLineEdit::textChanged, this, [this] { m_delete->setEnabled(isTyped()); });
    connect(m_delete, &QPushButton::clicked, this, &DeleteDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

bool DeleteDialog::isTyped() const
{
    return domain::folded(m_field->text().simplified()) == domain::folded(m_name.simplified());
}

void DeleteDialog::confirm()
{
    if (!isTyped() || result() == Accepted)
        return;
    accept();
    Q_EMIT confirmed();
}

} // namespace inbox::ui
