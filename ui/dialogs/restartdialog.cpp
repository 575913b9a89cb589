// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/restartdialog.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kTextWidth = 400;
constexpr int kNameLength = 80;

// A name and a number on one line, each in its own direction.
QString nameAndNumber(const QString &name, const QString &number)
{
    const QString safeName = Words::safeLine(name, kNameLength);
    const QString safeNumber = Words::safeLine(number, kNameLength);
    if (safeName.isEmpty() || safeName == safeNumber)
        return safeNumber.isEmpty() ? QString() : Words::isolated(safeNumber);
    if (safeNumber.isEmpty())
        return Words::isolated(safeName);
    return RestartDialog::tr("%1, %2", "a name, then a phone number")
        .arg(Words::isolated(safeName), Words::isolated(safeNumber));
}

} // namespace

RestartDialog::RestartDialog(const Conversation &conversation, const ReplyState &state,
                             const QDateTime &serverNow, QWidget *parent)
    : CarefulDialog(parent)
    , m_restart(new QPushButton(tr("Restart conversation")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Restart conversation"));
    setSizeGripEnabled(false);

    const QString lineName = conversation.line ? conversation.line->name : QString();
    const QString lineNumber = conversation.line ? conversation.line->displayId : QString();
    auto *question = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    question->setObjectName(QStringLiteral("restartQuestion"));
    question->setText(
        Words::restartQuestion(Words::safeLine(customerName(conversation), kNameLength), QString()));
    question->setWordWrap(true);

    auto *facts = new QFormLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(metrics::kMedium);
    facts->setVerticalSpacing(metrics::kGrid);
    facts->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    const auto addFact = [facts](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        auto *nameLabel = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
        nameLabel->setText(name);
        auto *valueLabel = new PlainLabel(value);
        valueLabel->setWordWrap(true);
        facts->addRow(nameLabel, valueLabel);
    };
    addFact(tr("To"),
            nameAndNumber(customerName(conversation),
                          conversation.customer ? conversation.customer->displayId : QString()));
    addFact(tr("Through"), nameAndNumber(lineName, lineNumber));

    auto *explanation = new PlainLabel;
    explanation->setObjectName(QStringLiteral("restartExplanation"));
    explanation->setText(Words::restartExplanation(state, serverNow));
    explanation->setWordWrap(true);
    explanation->setMinimumWidth(kTextWidth);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(question);
    layout->addLayout(facts);
    layout->addWidget(explanation);
    if (state.lastRestartUnanswered) {
        m_again = new QCheckBox(tr("Send another paid template all the same"));
        m_again->setObjectName(QStringLiteral("restartAgain"));
        layout->addWidget(m_again);
        connect(m_again, &QCheckBox::toggled, m_restart, &QPushButton::setEnabled);
        m_restart->setEnabled(false);
    }

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_restart, QDialogButtonBox::AcceptRole);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(buttons);

    setButtonKind(m_restart, ButtonKind::Primary);
    m_restart->setObjectName(QStringLiteral("restartConfirm"));
    m_restart->setAccessibleName(tr("Restart conversation for about 11 cents"));
    m_cancel->setObjectName(QStringLiteral("restartCancel"));
    m_restart->setDefault(true);
    if (m_again)
        m_again->setFocus();
    else
        m_restart->setFocus();
    QList<QWidget *> others{m_cancel};
    if (m_again)
        others << m_again;
    guard(m_restart, others);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace inbox::ui
