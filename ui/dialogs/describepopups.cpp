// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/describepopups.h"

#include "models/currentconversation.h"
#include "ui/dialogs/choicelist.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

namespace {

void fillPopup(Popup *popup, ChoiceList *list)
{
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->addWidget(list);
    popup->setFocusProxy(list);
    list->focusFirst();
}

// Every language with a code of two letters, by its own name.
QList<Choice> languages()
{
    QList<Choice> all;
    for (int number = QLocale::C + 1; number <= QLocale::LastLanguage; ++number) {
        const auto language = QLocale::Language(number);
        const QString code = QLocale::languageToCode(language);
        constexpr qsizetype kLettersOfTwo = 2;
        if (code.size() != kLettersOfTwo)
            continue;
        const QString name = Words::language(code);
        if (name.isEmpty() || name == code)
            continue;
        // Its English name beside it, so that it is found by that as well.
        const QString english = QLocale::languageToString(language);
        all << Choice{
            code, name, name == english ? code : QString(english + QStringLiteral(" · ") + code), {}};
    }
    std::sort(all.begin(), all.end(), [](const Choice &a, const Choice &b) {
        return QString::localeAwareCompare(a.text, b.text) < 0;
    });
    return all;
}

} // namespace

LanguagePopup::LanguagePopup(models::InboxActions &actions, const Conversation &conversation, QWidget *parent)
    : Popup(parent)
{
    setAccessibleName(tr("Language"));
    auto *list = new ChoiceList(tr("Language"), tr("Type a language or its code…"));
    list->setEmptyText(tr("No language has this name, and a code has letters and digits only."), {});
    QList<Choice> choices = languages();
    const QString now = conversation.language;
    const auto known =
        std::find_if(choices.begin(), choices.end(), [&now](const Choice &c) { return c.id == now; });
    if (known != choices.end())
        known->current = true;
    else if (!now.isEmpty())
        choices.prepend(Choice{now, Words::language(now), now, {}, true});
    list->setChoices(choices);
    list->setOwnChoice([](const QString &typed) -> std::optional<Choice> {
        static const QRegularExpression code(QStringLiteral("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"));
        const QString word = typed.trimmed();
        if (!code.match(word).hasMatch())
            return std::nullopt;
        return Choice{word, tr("The code “%1”").arg(word), Words::language(word), {}};
    });
    fillPopup(this, list);
    connect(list, &ChoiceList::chosen, this, [this, &actions, key = conversation.key](const QString &code) {
        close();
        actions.setLanguage(key, code);
    });
}

MentionPopup::MentionPopup(models::InboxActions &actions, const models::CurrentConversation &current,
                           QWidget *parent)
    : Popup(parent)
    , m_actions(actions)
    , m_current(current)
    , m_key(current.key())
    , m_list(new ChoiceList(tr("Mention"), tr("Type a name…")))
{
    setAccessibleName(tr("Mention"));
    m_list->setEmptyText(tr("Nobody known has this name."), tr("No colleague is known yet."));
    fill();
    fillPopup(this, m_list);
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        if (const Conversation *c = m_current.conversation(); c && m_current.key() == m_key)
            m_actions.setMention(m_key, UserId(id), !c->mentions.contains(UserId(id)));
    });
    connect(&current, &models::CurrentConversation::changed, this, &MentionPopup::fill);
    connect(&current, &models::CurrentConversation::opened, this, &QWidget::close);
}

void MentionPopup::fill()
{
    const Conversation *c = m_current.conversation();
    if (!c || m_current.key() != m_key)
        return;
    QList<Choice> choices;
    QList<UserId> listed;
    const QList<User> people = m_actions.people(m_key);
    const auto add = [&](const User &user) {
        choices << Choice{user.id.value(), Words::userName(user), user.email, QStringLiteral("user"),
                          c->mentions.contains(user.id)};
        listed << user.id;
    };
    for (const User &user : people)
        add(user);
    // Also who is mentioned and not known here: they can be taken out again.
    for (const UserId &id : c->mentions) {
        if (listed.contains(id))
            continue;
        User somebody;
        somebody.id = id;
        add(somebody);
    }
    m_list->setChoices(choices);
}

} // namespace inbox::ui
