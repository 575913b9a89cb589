// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/messageinfodialog.h"

#include "ui/details/factrow.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kWidth = 400;
constexpr int kMaximumHeight = 560;

} // namespace

MessageInfoDialog::MessageInfoDialog(const models::ThreadRow &row, const ConversationKey &conversation,
                                     QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Message info"));
    const Message &message = row.message;
    const auto add = [this](const QString &name, const QString &value) {
        if (!value.isEmpty())
            m_facts << Fact{name, value};
    };
    QString author = row.authorName;
    if (author.isEmpty())
        author = message.author == MessageAuthor::System ? tr("The system")
            : row.fromUs                                 ? tr("Us")
                                                         : tr("The customer");
    add(tr("From"), author);
    add(tr("Time"), message.sentAt ? Words::exactTime(*message.sentAt) : QString());
    if (row.fromUs) {
        switch (row.mark) {
        case models::DeliveryMark::Waiting:
            add(tr("Delivery"), tr("Waiting to be sent"));
            break;
        case models::DeliveryMark::Checking:
            add(tr("Delivery"), tr("The answer was lost; the conversation is being read"));
            break;
        case models::DeliveryMark::Unknown:
            add(tr("Delivery"), tr("Not known: it may or may not have been sent"));
            break;
        case models::DeliveryMark::NotSent:
            add(tr("Delivery"), tr("Not sent"));
            break;
        case models::DeliveryMark::None:
        case models::DeliveryMark::HandedOver:
        case models::DeliveryMark::Sent:
        case models::DeliveryMark::Delivered:
        case models::DeliveryMark::Read:
        case models::DeliveryMark::Failed:
            add(tr("Delivery"), Words::delivery(message.status));
            break;
        }
    }
    if (message.latestError) {
        add(tr("What failed"), Words::deliveryFailure(*message.latestError));
        add(tr("The messenger's words"), message.latestError->originalMessage);
        add(tr("Failed on"),
            message.latestError->createdAt ? Words::exactTime(*message.latestError->createdAt) : QString());
        add(tr("Error id"), message.latestError->id.value());
    }
    if (row.outgoingError) {
        add(tr("What failed"), Words::error(*row.outgoingError, Attempt::Send));
        add(tr("Details"), Words::errorDetails(*row.outgoingError));
    }
    QStringList kinds;
    for (const MessageContent &content : message.contents) {
        kinds << Words::messageKind(content);
        if (const auto *media = std::get_if<MediaContent>(&content)) {
            add(tr("File"), media->name);
            add(tr("File type"), media->mimeType);
            add(tr("File size"), media->size ? Words::fileSize(*media->size) : QString());
        }
    }
    add(tr("Content"), kinds.join(QStringLiteral(" · ")));
    add(tr("Campaign"), message.campaign ? message.campaign->name : QString());
    add(tr("Our reaction"), message.agentReaction);
    add(tr("The customer's reaction"), message.customerReaction);
    add(tr("Quoted message id"), message.reference ? message.reference->id.value() : QString());
    add(tr("Message id"), message.id.value());
    add(tr("Conversation id"), conversation.id.value());
    for (const LabelledValue &detail : message.details) // under the API's own words
        add(Words::safeLine(detail.label), detail.value);

    auto *content = new QWidget;
    auto *facts = new QVBoxLayout(content);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(0);
    for (const Fact &fact : std::as_const(m_facts)) {
        auto *factRow = new FactRow(fact.name);
        facts->addWidget(factRow);
        factRow->setValue(fact.value);
    }
    facts->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(kWidth);
    content->setMinimumWidth(kWidth - metrics::kLarge);
    scroll->setMinimumHeight(qMin(kMaximumHeight, content->heightForWidth(kWidth) + metrics::kGrid));

    auto *copyAll = new QPushButton(tr("Copy all"));
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(copyAll, QDialogButtonBox::ActionRole);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kMedium, metrics::kMedium, metrics::kMedium, metrics::kMedium);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(copyAll, &QPushButton::clicked, this, [this, copyAll] {
        QGuiApplication::clipboard()->setText(asText());
        copyAll->setText(tr("Copied"));
    });
    close->setFocus();
}

QString MessageInfoDialog::asText() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines << tr("%1: %2", "the name of a fact, then its value").arg(fact.name, fact.value);
    return lines.join(u'\n');
}

} // namespace inbox::ui
