// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/snippetoffer.h"

#include "ui/commands/keypress.h"
#include "ui/composer/replyedit.h"
#include "ui/composer/sendkey.h"
#include "ui/dialogs/choicelist.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

SnippetPopup::SnippetPopup(models::InboxActions &actions, const ConversationKey &key, const QString &typed,
                           QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_key(key)
    , m_typed(typed)
    , m_list(new ChoiceList(tr("Snippets"), tr("Type a part of a snippet…")))
{
    setAccessibleName(tr("Snippets"));
    m_list->setEmptyText(tr("No snippet has these words."), tr("The account has no snippets."));
    fill();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    m_list->focusFirst();
    m_list->field()->installEventFilter(this);
    connect(m_list, &ChoiceList::typed, this, &SnippetPopup::onTyped);
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        const QList<Snippet> all = m_actions.snippets(m_key);
        const auto picked =
            std::find_if(all.cbegin(), all.cend(), [&id](const Snippet &s) { return s.id.value() == id; });
        if (m_over || picked == all.cend())
            return;
        m_over = true;
        const QString text = picked->text;
        close();
        Q_EMIT chosen(text);
    });
    connect(&actions, &models::InboxActions::teamworkChanged, this, [this](const AccountId &account) {
        if (account == m_key.account)
            fill();
    });
}

void SnippetPopup::fill()
{
    QList<Choice> choices;
    const QList<Snippet> snippets = m_actions.snippets(m_key);
    for (const Snippet &snippet : snippets) {
        const QString line = snippet.text.simplified();
        choices << Choice{snippet.id.value(), snippet.name.isEmpty() ? line : snippet.name,
                          snippet.name.isEmpty() ? QString() : line, QStringLiteral("snippet")};
    }
    m_list->setChoices(choices);
}

void SnippetPopup::onTyped(const QString &text)
{
    if (!m_typed.isEmpty() && (m_list->isEmpty() || text.startsWith(u' ')))
        close();
}

void SnippetPopup::closeEvent(QCloseEvent *event)
{
    Popup::closeEvent(event);
    if (std::exchange(m_over, true) || m_typed.isEmpty())
        return;
    Q_EMIT passedOn(m_typed + m_list->field()->text());
}

bool SnippetPopup::eventFilter(QObject *watched, QEvent *event)
{
    // The slash is taken back as it would be where it was typed.
    if (watched == m_list->field() && event->type() == QEvent::KeyPress && !m_typed.isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace && m_list->field()->text().isEmpty()) {
        m_typed.clear();
        close();
        return true;
    }
    return Popup::eventFilter(watched, event);
}

SnippetOffer::SnippetOffer(models::InboxActions &actions, QPlainTextEdit &field,
                           std::function<void(const QString &)> insert)
    : QObject(&field)
    , m_actions(actions)
    , m_field(field)
    , m_insert(std::move(insert))
{
    field.installEventFilter(this);
}

void SnippetOffer::setConversation(const ConversationKey &key)
{
    if (key != m_key && m_popup)
        m_popup->close();
    m_key = key;
}

bool SnippetOffer::open(const QString &typed)
{
    if (m_field.isReadOnly() || (m_popup && m_popup->isVisible()) || m_actions.snippets(m_key).isEmpty())
        return false;
    m_popup = new SnippetPopup(m_actions, m_key, typed, &m_field);
    connect(m_popup, &SnippetPopup::chosen, this, [this](const QString &text) {
        m_insert(ReplyEdit::cleaned(text));
        m_field.setFocus();
    });
    connect(m_popup, &SnippetPopup::passedOn, this, [this](const QString &words) {
        m_insert(words);
        m_field.setFocus();
    });
    const QRect caret = m_field.cursorRect();
    m_popup->popupAbove(QRect(m_field.viewport()->mapToGlobal(caret.topLeft()), caret.size()));
    m_actions.readSnippets(m_key);
    return true;
}

bool SnippetOffer::isAtWordStart() const
{
    const int caret = m_field.textCursor().selectionStart();
    const QTextBlock line = m_field.document()->findBlock(caret);
    const int at = caret - line.position();
    return at == 0 || line.text().at(at - 1).isSpace();
}

bool SnippetOffer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_field || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->isAutoRepeat() || isComposing(m_field))
        return false;
    const QList<QKeyCombination> meanings = meaningsOf(*key, false);
    for (const QKeySequence &keys : std::as_const(m_keys)) {
        if (keys.count() == 1 && meanings.contains(keys[0])) {
            open();
            return true;
        }
    }
    constexpr Qt::KeyboardModifiers chord = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return key->text() == QLatin1String("/") && !(key->modifiers() & chord) && isAtWordStart()
        && open(key->text());
}

} // namespace inbox::ui
