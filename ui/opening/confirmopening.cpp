// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/confirmopening.h"

#include "models/newconversation.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPushButton>

namespace inbox::ui {

using namespace domain;

namespace {
constexpr int kTextWidth = 420;
constexpr int kNamed = 3; // recipients said by name
constexpr int kNameLength = 60;
} // namespace

ConfirmOpening::ConfirmOpening(const models::NewConversation &composing, QWidget *parent)
    : CarefulDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(false);
    const OpeningForm &form = *composing.form();
    const int count = composing.count();
    setWindowTitle(OpeningWords::send(count, form.sendsMessage));
    auto *question = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    question->setObjectName(QStringLiteral("openingQuestion"));
    question->setText(OpeningWords::question(count, form.sendsMessage));
    question->setWordWrap(true);

    auto *facts = new QGridLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(metrics::kMedium);
    facts->setVerticalSpacing(metrics::kGrid);
    facts->setColumnStretch(1, 1);
    const auto addFact = [facts](const QString &name, const QString &value, const char *id) {
        if (value.isEmpty())
            return;
        const int row = facts->rowCount();
        auto *nameLabel = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
        nameLabel->setText(name);
        auto *valueLabel = new PlainLabel(value);
        valueLabel->setObjectName(QLatin1String(id));
        valueLabel->setWordWrap(true);
        facts->addWidget(nameLabel, row, 0, Qt::AlignTop);
        facts->addWidget(valueLabel, row, 1);
    };
    QStringList names;
    const QList<Recipient> &all = composing.source().list();
    for (const Recipient &one : all.mid(0, kNamed))
        names << OpeningWords::nameAndPhone(one);
    QString to = names.join(u'\n');
    if (count > kNamed) {
        to = tr("%1\nand %Ln more", "names, one a line, and how many follow", count - kNamed).arg(to);
    }
    addFact(tr("To"), to, "openingTo");
    QString account;
    const auto accounts = composing.accounts();
    for (const auto &one : accounts) {
        if (one.id == composing.account())
            account = Words::safeLine(one.name, kNameLength);
    }
    QString from = account;
    if (const Line *line = composing.line()) {
        const QString name = Words::safeLine(line->name, kNameLength);
        const QString number = Words::safeLine(line->displayId, kNameLength);
        from = name.isEmpty() || number.isEmpty() || name == number
            ? Words::isolated(name.isEmpty() ? number : name)
            : tr("%1, %2", "a name, then a phone number").arg(Words::isolated(name), Words::isolated(number));
    }
    addFact(tr("From"), from, "openingFrom");
    if (const MessageTemplate *message = composing.message())
        addFact(tr("Template"), Words::safeLine(message->name, kNameLength), "openingTemplateName");
    else
        addFact(tr("Preset"), Words::safeLine(composing.preset(), kNameLength), "openingPresetName");
    // What else is asked for: the ids say which number and template are meant where no list tells them.
    for (const SettingField &field : form.fields)
        addFact(QCoreApplication::translate("Backend", field.label),
                OpeningWords::field(field, composing.field(field.id)),
                qPrintable(u"openingField:" + field.id));
    const bool anyContact = composing.source().chosen().rowCount() > 0;
    if (anyContact)
        addFact(tr("Environment"), composing.environment(), "openingEnvironment");
    if (form.sendsMessage)
        addFact(tr("Price"), OpeningWords::price(form.cents, count), "openingPrice");

    auto *explanation = new PlainLabel;
    explanation->setObjectName(QStringLiteral("openingExplanation"));
    explanation->setText(form.sendsMessage
                             ? tr("What was sent cannot be taken back. What may have been sent is never sent "
                                  "again by itself.")
                             : tr("The conversations are only made. Nothing reaches the customers before "
                                  "somebody writes."));
    explanation->setWordWrap(true);
    explanation->setMinimumWidth(qMin(kTextWidth, parent->window()->width() - 4 * metrics::kLarge));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(question);
    layout->addLayout(facts);
    layout->addWidget(explanation);
    if (anyContact && !composing.isUsualEnvironment()) {
        auto *warning = new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Base);
        warning->setObjectName(QStringLiteral("openingEnvironmentWarning"));
        warning->setText(OpeningWords::otherEnvironment(composing.environment()));
        warning->setWordWrap(true);
        layout->addWidget(warning);
    }

    auto *send = new QPushButton(OpeningWords::send(count, form.sendsMessage));
    auto *cancel = new QPushButton(tr("Back"));
    QList<QCheckBox *> checks;
    const auto addCheck = [&](const QString &text, const char *id) {
        auto *check = new QCheckBox(text);
        check->setObjectName(QLatin1String(id));
        layout->addWidget(check);
        checks << check;
    };
    if (composing.recentCount() + composing.heardCount() > 0 && form.sendsMessage) {
        auto *recent = new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Base);
        recent->setObjectName(QStringLiteral("openingRecent"));
        QString text = OpeningWords::lately(composing);
        if (count == 1 && composing.firstRecent()) {
            const auto heard = composing.heardFrom(*composing.firstRecent());
            const auto written = composing.writtenTo(*composing.firstRecent());
            if (heard) {
                text =
                    tr("This customer wrote to you %1: they can be answered in their conversation, without a "
                       "template.",
                       "today at 14:02")
                        .arg(Words::whenTime(*heard, composing.now()));
            } else if (written) {
                text = tr("This customer was written to %1.", "today at 14:02")
                           .arg(Words::whenTime(*written, composing.now()));
            }
        }
        recent->setText(text);
        recent->setWordWrap(true);
        layout->addWidget(recent);
        addCheck(tr("Write again all the same"), "openingAgain");
    }
    if (count >= kMany)
        addCheck(tr("Yes, to all %Ln", nullptr, count), "openingMany");
    const auto judge = [send, checks] {
        send->setEnabled(std::all_of(checks.cbegin(), checks.cend(),
                                     [](const QCheckBox *one) { return one->isChecked(); }));
    };
    for (QCheckBox *check : std::as_const(checks))
        connect(check, &QCheckBox::toggled, this, judge);
    judge();

    setButtonKind(send, ButtonKind::Primary);
    send->setObjectName(QStringLiteral("openingConfirm"));
    send->setDefault(true);
    cancel->setObjectName(QStringLiteral("openingCancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new ButtonRow;
    buttons->addButton(cancel, ButtonRow::Side::Trailing);
    buttons->addButton(send, ButtonRow::Side::Trailing);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(buttons);
    QList<QWidget *> others{cancel};
    for (QCheckBox *check : std::as_const(checks))
        others << check;
    guard(send, others);
    if (checks.isEmpty())
        send->setFocus();
    else
        checks.first()->setFocus();
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace inbox::ui
