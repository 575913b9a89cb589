// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/automationdialog.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;
using Kind = Automation::Kind;

namespace {

constexpr int kWidth = 440;
constexpr int kNameLength = 80;
constexpr int kLongestId = 500;

struct Sentences {
    QString title;
    QString what;
    QString confirm;
};

Sentences sentencesOf(Kind kind)
{
    switch (kind) {
    case Kind::Event:
        return {
            AutomationDialog::tr("Trigger event"),
            AutomationDialog::tr("The event runs the automations that listen to it, for this conversation."),
            AutomationDialog::tr("Trigger event")};
    case Kind::Step:
        return {AutomationDialog::tr("Run flow step"),
                AutomationDialog::tr("The bot goes on from this step of a flow, in this conversation."),
                AutomationDialog::tr("Run step")};
    case Kind::CustomerMessage:
        return {AutomationDialog::tr("Simulate customer message"),
                AutomationDialog::tr(
                    "The bot reads these words as if the customer had written them. They stand in the "
                    "conversation as the customer's."),
                AutomationDialog::tr("Simulate message")};
    case Kind::ChannelEvent:
        return {AutomationDialog::tr("Simulate channel event"),
                AutomationDialog::tr(
                    "The bot takes the event as if the channel had reported it for this customer."),
                AutomationDialog::tr("Simulate event")};
    }
    return {};
}

void addLabelled(QFormLayout *form, const QString &text, QWidget *field)
{
    auto *label = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    label->setText(text);
    label->setBuddy(field);
    form->addRow(label, field);
}

} // namespace

AutomationDialog::AutomationDialog(Kind kind, const Conversation *conversation, const QList<Line> &lines,
                                   QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_confirm(new QPushButton)
{
    const Sentences say = sentencesOf(kind);
    setWindowTitle(say.title);
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(say.title);
    auto *what = new PlainLabel(say.what);
    what->setWordWrap(true);
    what->setMinimumWidth(kWidth);
    auto *warning = new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Semibold);
    warning->setObjectName(QStringLiteral("automationWarning"));
    warning->setText(tr("A bot may answer this, and its words may reach a real customer. It is asked for "
                        "once and cannot be taken back."));
    warning->setWordWrap(true);

    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::kMedium);
    form->setVerticalSpacing(metrics::kSmall);
    form->setLabelAlignment(Qt::AlignLeading);
    QWidget *first = nullptr;
    if (kind == Kind::Event || kind == Kind::Step) {
        if (conversation) {
            m_conversation = conversation->key.id;
            auto *whose = new PlainLabel;
            whose->setText(Words::isolated(
                Words::safeLine(Words::customerNameOr(customerName(*conversation)), kNameLength)));
            whose->setWordWrap(true);
            addLabelled(form, tr("Conversation"), whose);
        }
    } else {
        if (conversation)
            m_conversation = conversation->key.id;
        addSource(form, conversation, lines);
    }
    if (kind == Kind::Step) {
        m_flow = addField(form, tr("Flow id"), "automationFlow");
        m_step = addField(form, tr("Step id"), "automationStep");
        first = m_flow;
    }
    if (kind == Kind::CustomerMessage) {
        constexpr int kLines = 3;
        m_words = new QPlainTextEdit;
        m_words->setObjectName(QStringLiteral("automationWords"));
        m_words->setAccessibleName(tr("Message"));
        m_words->setTabChangesFocus(true);
        m_words->setFixedHeight(kLines * m_words->fontMetrics().lineSpacing() + 2 * metrics::kMedium);
        addLabelled(form, tr("Message"), m_words);
        connect(m_words, &QPlainTextEdit::textChanged, this, [this] { m_confirm->setEnabled(isComplete()); });
        first = m_words;
    } else {
        m_event = addField(form, tr("Event"), "automationEvent");
        first = first ? first : m_event;
    }
    if (kind == Kind::Step)
        m_payload = addField(form, tr("Event's data (JSON)"), "automationPayload");

    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    m_confirm->setText(say.confirm);
    m_confirm->setObjectName(QStringLiteral("automationConfirm"));
    m_confirm->setAccessibleDescription(warning->text());
    setButtonKind(m_confirm, ButtonKind::Primary);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_confirm, QDialogButtonBox::AcceptRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addWidget(warning);
    layout->addWidget(buttons);
    m_confirm->setEnabled(isComplete());
    // Not before it stands in the dialog: Enter would cancel.
    cancel->setAutoDefault(false);
    m_confirm->setDefault(true);
    first->setFocus();

    connect(m_confirm, &QPushButton::clicked, this, &AutomationDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QLineEdit *AutomationDialog::addField(QFormLayout *form, const QString &label, const char *name)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setMaxLength(kLongestId);
    addLabelled(form, label, field);
    connect(field, &QLineEdit::textChanged, this, [this] { m_confirm->setEnabled(isComplete()); });
    return field;
}

void AutomationDialog::addSource(QFormLayout *form, const Conversation *conversation,
                                 const QList<Line> &lines)
{
    m_line = new QComboBox;
    m_line->setObjectName(QStringLiteral("automationLine"));
    m_line->setAccessibleName(tr("Channel"));
    for (const Line &line : lines) {
        const QString name = line.name.isEmpty() ? line.id.value() : line.name;
        m_line->addItem(Words::safeLine(name, kNameLength), line.id.value());
        // What the API is told is the name as it stands there, not as it is shown.
        m_line->setItemData(m_line->count() - 1, name, Qt::UserRole + 1);
    }
    addLabelled(form, tr("Channel"), m_line);
    m_provider = addField(form, tr("Provider id"), "automationProvider");
    m_provider->setPlaceholderText(tr("The customer's number or id at the messenger"));
    m_name = addField(form, tr("Customer's name"), "automationName");
    if (!conversation)
        return;
    if (conversation->line)
        m_line->setCurrentIndex(qMax(0, m_line->findData(conversation->line->id.value())));
    if (conversation->customer) {
        m_provider->setText(conversation->customer->displayId);
        m_name->setText(conversation->customer->name);
    }
}

Automation AutomationDialog::automation() const
{
    Automation result;
    result.kind = m_kind;
    result.conversation = m_conversation;
    if (m_line) {
        result.source.line = LineId(m_line->currentData().toString());
        result.source.lineName = m_line->currentData(Qt::UserRole + 1).toString();
        result.source.providerId = m_provider->text().trimmed();
        result.source.name = m_name->text().trimmed();
    }
    if (m_kind == Kind::Step) {
        result.step = {m_flow->text().trimmed(), m_step->text().trimmed(), m_event->text().trimmed(),
                       m_payload->text().trimmed()};
    } else if (m_words) {
        result.text = m_words->toPlainText().trimmed();
    } else if (m_event) {
        result.text = m_event->text().trimmed();
    }
    return result;
}

bool AutomationDialog::isComplete() const
{
    const Automation now = automation();
    if (m_line && (now.source.line.isEmpty() || now.source.providerId.isEmpty()))
        return false;
    if (m_kind == Kind::Step)
        return !now.step.step.isEmpty() || !now.step.event.isEmpty();
    return !now.text.isEmpty();
}

void AutomationDialog::confirm()
{
    if (!isComplete() || result() == Accepted)
        return;
    const Automation wanted = automation();
    accept();
    Q_EMIT confirmed(wanted);
}

} // namespace inbox::ui
