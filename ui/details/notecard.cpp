// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/notecard.h"

#include "ui/composer/sendkey.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/selectablelabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kNoteLength = 4000; // shown; longer notes are cut with an ellipsis, and whole in the field
constexpr int kFieldLines = 5;

} // namespace

NoteCard::NoteCard(QWidget *parent)
    : QFrame(parent)
    , m_notice(new NoticeBar)
    , m_text(new SelectableLabel)
    , m_time(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_remark(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_field(new QPlainTextEdit)
    , m_begin(new QPushButton(tr("Edit note")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_save(new QPushButton(tr("Save note")))
{
    m_text->setObjectName(QStringLiteral("noteText"));
    m_time->setWordWrap(true);
    m_remark->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("noteField"));
    m_field->setAccessibleName(tr("Note"));
    m_field->setTabChangesFocus(true);
    m_field->installEventFilter(this);
    m_field->setFixedHeight(kFieldLines * m_field->fontMetrics().lineSpacing() + 2 * metrics::kSmall);
    m_begin->setObjectName(QStringLiteral("editNote"));
    m_save->setObjectName(QStringLiteral("saveNote"));
    m_cancel->setObjectName(QStringLiteral("cancelNote"));
    setButtonKind(m_save, ButtonKind::Primary);

    auto *buttons = new ButtonRow;
    for (QPushButton *button : {m_begin, m_cancel, m_save})
        buttons->addButton(button, ButtonRow::Side::Trailing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kMedium, metrics::kSmall, metrics::kMedium, metrics::kSmall);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_notice);
    layout->addWidget(m_text);
    layout->addWidget(m_time);
    layout->addWidget(m_field);
    layout->addWidget(buttons);
    layout->addWidget(m_remark);

    connect(m_begin, &QPushButton::clicked, this, &NoteCard::begin);
    connect(m_cancel, &QPushButton::clicked, this, &NoteCard::stopEditing);
    connect(m_save, &QPushButton::clicked, this, &NoteCard::save);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        if (isEditing() && m_edit.text != m_field->toPlainText()) {
            m_edit.text = m_field->toPlainText();
            Q_EMIT edited();
        }
        m_save->setEnabled(!m_edit.saving && !m_field->toPlainText().trimmed().isEmpty());
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setSendKey(m_sendKey);
    arrange();
}

void NoteCard::setNote(const std::optional<Note> &note, bool editable, const QString &remark)
{
    const QString text = note ? Words::safe(note->text, kNoteLength) : tr("No note.");
    if (m_text->text() != text)
        m_text->setText(text);
    m_text->setTone(note ? PlainLabel::Tone::Normal : PlainLabel::Tone::Muted);
    QString time;
    if (note && note->updatedAt && note->updatedAt != note->createdAt)
        time = tr("Changed %1").arg(Words::exactTime(*note->updatedAt));
    else if (note && note->createdAt)
        time = Words::exactTime(*note->createdAt);
    if (m_time->text() != time)
        m_time->setText(time);
    if (m_remark->text() != remark)
        m_remark->setText(remark);
    m_note = note;
    m_editable = editable && note && !note->id.isEmpty();
    arrange();
}

NoteCard::Edit NoteCard::edit() const
{
    return m_edit;
}

void NoteCard::setEdit(const Edit &edit)
{
    const bool isAnother = m_edit.note != edit.note;
    m_edit = edit;
    const QString text = edit.text;
    if (m_field->toPlainText() != text)
        m_field->setPlainText(text);
    if (isAnother)
        m_field->document()->clearUndoRedoStacks();
    if (edit.failure.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(NoticeBar::Kind::Problem, edit.failure);
    arrange();
}

void NoteCard::stopEditing()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget();
    setEdit({});
    Q_EMIT edited();
    if (hadFocus && !m_begin->isHidden())
        m_begin->setFocus();
}

void NoteCard::setSendKey(models::SendKey key)
{
    m_sendKey = key;
    m_save->setToolTip(sendKeyText(key));
}

void NoteCard::begin()
{
    if (!m_editable)
        return;
    Edit edit;
    edit.note = m_note->id;
    edit.before = m_note->text;
    edit.text = m_note->text;
    setEdit(edit);
    m_field->moveCursor(QTextCursor::End);
    m_field->setFocus();
}

void NoteCard::save()
{
    if (!isEditing() || m_edit.saving || m_edit.text.trimmed().isEmpty())
        return;
    if (m_edit.text == m_edit.before && m_edit.failure.isEmpty()) {
        stopEditing();
        return;
    }
    Edit edit = m_edit;
    edit.saving = true;
    edit.failure.clear();
    if (m_note && m_note->id == edit.note)
        edit.before = m_note->text;
    setEdit(edit);
    Q_EMIT edited();
    m_field->setFocus();
    Q_EMIT saveRequested(edit.note, edit.text);
}

void NoteCard::arrange()
{
    const bool editing = isEditing();
    m_text->setVisible(!editing);
    m_time->setVisible(!editing && !m_time->text().isEmpty());
    m_remark->setVisible(!m_remark->text().isEmpty());
    m_field->setVisible(editing);
    m_field->setReadOnly(m_edit.saving);
    m_begin->setVisible(!editing && m_editable);
    m_cancel->setVisible(editing);
    m_cancel->setEnabled(!m_edit.saving);
    m_save->setVisible(editing);
    m_save->setText(m_edit.saving ? tr("Saving…") : tr("Save note"));
    m_save->setEnabled(!m_edit.saving && !m_edit.text.trimmed().isEmpty());
}

bool NoteCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const EnterPress press = enterPress(*key, m_sendKey, *m_field);
        if (press == EnterPress::Send)
            save();
        if (enter && press != EnterPress::NewLine)
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void NoteCard::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool paper = m_note.has_value() || isEditing();
    painter.setPen(QPen(paper ? colors.noteBorder : colors.border, 1));
    painter.setBrush(paper ? colors.note : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kControlRadius,
                            metrics::kControlRadius);
}

} // namespace inbox::ui
