// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/notedialog.h"

#include "ui/composer/replyedit.h"
#include "ui/composer/sendkey.h"
#include "ui/composer/snippetoffer.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

NoteDialog::NoteDialog(const QString &customer, const QString &text, models::SendKey key, QWidget *parent)
    : QDialog(parent)
    , m_key(key)
    , m_field(new QPlainTextEdit)
    , m_save(new QPushButton(tr("Save note")))
{
    constexpr int kWidth = 400;
    constexpr int kNameLength = 80;
    setWindowTitle(tr("Write a note"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(tr("Note about %1").arg(Words::isolated(Words::safeLine(customer, kNameLength))));
    title->setWordWrap(true);
    auto *remark = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    remark->setText(tr("For your colleagues; the customer does not see it."));
    m_field->setObjectName(QStringLiteral("newNote"));
    m_field->setAccessibleName(tr("Note"));
    m_field->setTabChangesFocus(true);
    m_field->setMinimumWidth(kWidth);
    m_field->installEventFilter(this);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setObjectName(QStringLiteral("saveNewNote"));
    m_save->setToolTip(sendKeyText(key));
    setText(text);
    m_save->setEnabled(!text.trimmed().isEmpty());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(remark);
    layout->addWidget(m_field);
    layout->addWidget(buttons);
    m_field->setFocus();

    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        m_save->setEnabled(!m_field->toPlainText().trimmed().isEmpty());
        Q_EMIT typed(m_field->toPlainText());
    });
    connect(m_save, &QPushButton::clicked, this, &NoteDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void NoteDialog::offerSnippets(models::InboxActions &actions, const domain::ConversationKey &key,
                               const QList<QKeySequence> &keys)
{
    auto *offer = new SnippetOffer(actions, *m_field,
                                   [this](const QString &text) { ReplyEdit::insertApart(*m_field, text); });
    offer->setConversation(key);
    offer->setKeys(keys);
}

void NoteDialog::setText(const QString &text)
{
    if (m_field->toPlainText() == text)
        return;
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
}

void NoteDialog::save()
{
    if (m_field->toPlainText().trimmed().isEmpty() || result() == Accepted)
        return;
    accept();
    Q_EMIT written(m_field->toPlainText().trimmed());
}

bool NoteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const EnterPress press = enterPress(*key, m_key, *m_field);
        if (press == EnterPress::Send)
            save();
        if (enter && press != EnterPress::NewLine)
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace inbox::ui
