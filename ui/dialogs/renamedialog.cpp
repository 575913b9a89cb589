// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/renamedialog.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

RenameDialog::RenameDialog(const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_before(name)
    , m_field(new QLineEdit(name))
    , m_save(new QPushButton(tr("Rename")))
{
    constexpr int kWidth = 400;
    constexpr int kLongestName = 200;
    setWindowTitle(tr("Rename the customer"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(windowTitle());
    auto *remark = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    remark->setText(tr("Every colleague sees the new name. The customer does not."));
    remark->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("renameField"));
    m_field->setAccessibleName(tr("Name"));
    m_field->setMaxLength(kLongestName);
    m_field->setMinimumWidth(kWidth);
    m_field->selectAll();
    m_save->setObjectName(QStringLiteral("renameConfirm"));
    setButtonKind(m_save, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, remark, m_field, buttons})
        layout->addWidget(widget);
    // Not before it stands in the dialog: Enter would cancel.
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    m_field->setFocus();
    refresh();

    connect(m_field, &QLineEdit::textChanged, this, &RenameDialog::refresh);
    connect(m_save, &QPushButton::clicked, this, &RenameDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void RenameDialog::refresh()
{
    const QString name = m_field->text().simplified();
    m_save->setEnabled(!name.isEmpty() && name != m_before);
}

void RenameDialog::confirm()
{
    if (!m_save->isEnabled() || result() == Accepted)
        return;
    accept();
    Q_EMIT confirmed(m_field->text().simplified());
}

} // namespace inbox::ui
