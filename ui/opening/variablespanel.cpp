// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/variablespanel.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using domain::TemplateVariable;

VariablesPanel::VariablesPanel(models::NewConversation &composing)
    : m_composing(composing)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    build();
}

bool VariablesPanel::isNeeded() const
{
    return m_naming || !m_shown.isEmpty();
}

void VariablesPanel::update()
{
    const domain::OpeningForm *form = m_composing.form();
    const bool naming = form && form->namesVariables && !m_composing.message();
    if (m_composing.variables() != m_shown || naming != m_naming)
        build();
    for (const Field &field : std::as_const(m_fields)) {
        const QString value = m_composing.value(field.key);
        if (field.line->text() != value)
            field.line->setText(value);
        const int missing = m_composing.missing(field.key);
        const int own = m_composing.source().bringing(field.key);
        QString about;
        PlainLabel::Tone tone = PlainLabel::Tone::Muted;
        if (m_strict && missing > 0) {
            tone = PlainLabel::Tone::Danger;
            about = own > 0 ? tr("%Ln recipients have no value.", nullptr, missing) : tr("This is needed.");
        } else if (own > 0) {
            about = own == m_composing.count()
                ? tr("Everybody has a value of their own, from the file.")
                : tr("%Ln recipients have a value of their own, from the file.", nullptr, own);
        }
        field.about->setTone(tone);
        field.about->setTextOrHide(about);
        field.line->setAccessibleDescription(about);
    }
}

void VariablesPanel::setStrict(bool strict)
{
    m_strict = strict;
    update();
}

void VariablesPanel::focusField(const QStringList &keys)
{
    const auto field = std::find_if(m_fields.cbegin(), m_fields.cend(),
                                    [&keys](const Field &one) { return keys.contains(one.key); });
    if (field != m_fields.cend())
        field->line->setFocus(Qt::OtherFocusReason);
}

void VariablesPanel::build()
{
    const QWidget *focus = window()->focusWidget();
    const QString focused =
        m_content && focus && m_content->isAncestorOf(focus) ? focus->objectName() : QString();
    delete m_content;
    m_fields.clear();
    m_content = new QWidget;
    layout()->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kMedium);
    m_shown = m_composing.variables();
    const domain::OpeningForm *form = m_composing.form();
    m_naming = form && form->namesVariables && !m_composing.message();
    for (const TemplateVariable &variable : std::as_const(m_shown)) {
        const QString name = OpeningWords::variable(variable);
        auto *label = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
        label->setText(name);
        auto *line = new QLineEdit(m_composing.value(variable.key));
        line->setObjectName(QStringLiteral("variable:") + variable.key);
        line->setAccessibleName(name);
        line->setMaxLength(1024);
        line->setPlaceholderText(variable.example.isEmpty()
                                     ? QString()
                                     : tr("for example %1").arg(Words::safeLine(variable.example, 80)));
        connect(line, &QLineEdit::textEdited, this,
                [this, key = variable.key](const QString &text) { m_composing.setValue(key, text); });
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::kGrid);
        row->addWidget(line, 1);
        if (m_naming) {
            auto *remove = new QToolButton;
            remove->setObjectName(QStringLiteral("removeVariable:") + variable.key);
            remove->setIcon(Icons::icon(QLatin1String("close")));
            remove->setAccessibleName(tr("Remove “%1”").arg(name));
            remove->setToolTip(Words::safeToolTip(remove->accessibleName()));
            connect(remove, &QToolButton::clicked, this,
                    [this, key = variable.key] { m_composing.removeVariable(key); });
            row->addWidget(remove);
        }
        auto *about = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
        about->setWordWrap(true);
        about->hide();
        auto *box = new QVBoxLayout;
        box->setSpacing(metrics::kGrid / 2);
        box->addWidget(label);
        box->addLayout(row);
        box->addWidget(about);
        column->addLayout(box);
        m_fields << Field{variable.key, line, about};
    }
    if (m_naming)
        column->addWidget(makeAdding());
    if (!focused.isEmpty()) {
        if (auto *again = m_content->findChild<QWidget *>(focused))
            again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *VariablesPanel::makeAdding()
{
    auto *adding = new QWidget;
    auto *row = new QHBoxLayout(adding);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kSmall);
    auto *name = new QLineEdit;
    name->setObjectName(QStringLiteral("newVariable"));
    name->setAccessibleName(tr("Name of another variable"));
    name->setPlaceholderText(tr("Name of a variable in the template"));
    name->setMaxLength(60);
    auto *add = new QPushButton(tr("Add"));
    add->setObjectName(QStringLiteral("addVariable"));
    add->setAutoDefault(false);
    const auto done = [this, name] {
        const QString text = name->text().simplified();
        if (text.isEmpty())
            return;
        name->clear();
        m_composing.addVariable(text);
        update();
        if (auto *line = findChild<QLineEdit *>(QString(QStringLiteral("variable:") + text)))
            line->setFocus(Qt::OtherFocusReason);
    };
    // Not now: the field is made anew while it says that Enter was pressed.
    connect(name, &QLineEdit::returnPressed, this, done, Qt::QueuedConnection);
    connect(add, &QPushButton::clicked, this, done, Qt::QueuedConnection);
    row->addWidget(name, 1);
    row->addWidget(add);
    return adding;
}

} // namespace inbox::ui
