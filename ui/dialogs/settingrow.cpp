// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/settingrow.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QUrl>

namespace inbox::ui {

using namespace domain;
using Kind = SettingField::Kind;

namespace {

constexpr int kListLines = 3;
constexpr QLatin1String kYes("true");
constexpr QLatin1String kNo("false");

} // namespace

QString SettingRow::translated(const char *text)
{
    return QCoreApplication::translate("Backend", text);
}

SettingRow::SettingRow(const SettingField &field, const QString &value, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_help(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_problem(new PlainLabel(PlainLabel::Tone::Danger, PlainLabel::Size::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid / 2);
    const QString label = translated(field.label);
    const auto addLabel = [&] {
        auto *name = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
        name->setText(field.required ? label : tr("%1 (optional)", "the label of a field").arg(label));
        layout->addWidget(name);
    };
    switch (field.kind) {
    case Kind::Boolean:
        m_check = new QCheckBox(label);
        m_check->setChecked(value == kYes);
        layout->addWidget(m_check);
        connect(m_check, &QCheckBox::toggled, this, &SettingRow::edited);
        break;
    case Kind::TextList:
        addLabel();
        m_list = new QPlainTextEdit(value);
        m_list->setTabChangesFocus(true);
        m_list->setFixedHeight(kListLines * m_list->fontMetrics().lineSpacing() + 2 * metrics::kSmall);
        m_list->setPlaceholderText(field.placeholder);
        layout->addWidget(m_list);
        connect(m_list, &QPlainTextEdit::textChanged, this, &SettingRow::edited);
        break;
    case Kind::Text:
    case Kind::Url:
    case Kind::Integer:
    case Kind::Secret: {
        addLabel();
        m_line = new QLineEdit(value);
        m_line->setPlaceholderText(field.placeholder);
        if (field.kind != Kind::Text)
            m_line->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
        auto *line = new QHBoxLayout;
        line->setSpacing(metrics::kGrid);
        line->addWidget(m_line, 1);
        if (field.kind == Kind::Secret) {
            m_line->setEchoMode(QLineEdit::Password);
            m_reveal = new QToolButton;
            m_reveal->setCheckable(true);
            m_reveal->setIcon(Icons::icon(QLatin1String("eye")));
            m_reveal->setToolTip(tr("Show what is entered"));
            m_reveal->setAccessibleName(tr("Show what is entered"));
            connect(m_reveal, &QToolButton::toggled, this, [this](bool shown) {
                m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
            });
            line->addWidget(m_reveal);
        }
        layout->addLayout(line);
        connect(m_line, &QLineEdit::textEdited, this, &SettingRow::edited);
        break;
    }
    }
    editor()->setObjectName(field.id);
    editor()->setAccessibleName(label);
    m_help->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    layout->addWidget(m_help);
    layout->addWidget(m_problem);
    setHelp(translated(field.help));
    connect(this, &SettingRow::edited, this, [this] { setProblem({}); });
}

QWidget *SettingRow::editor() const
{
    if (m_line)
        return m_line;
    return m_list ? static_cast<QWidget *>(m_list) : m_check;
}

QString SettingRow::value() const
{
    if (m_check)
        return QString(m_check->isChecked() ? kYes : kNo);
    if (m_list) {
        QStringList entries;
        const QStringList lines = m_list->toPlainText().split(u'\n');
        for (const QString &line : lines)
            entries << line.trimmed();
        while (!entries.isEmpty() && entries.last().isEmpty())
            entries.removeLast();
        return entries.join(u'\n');
    }
    return m_line->text().trimmed();
}

QString SettingRow::findProblem() const
{
    const QString text = value();
    if (text.isEmpty())
        return m_field.required ? tr("This is needed.") : QString();
    if (m_field.kind == Kind::Integer) {
        bool ok = false;
        text.toInt(&ok);
        return ok ? QString() : tr("Enter a whole number.");
    }
    if (m_field.kind == Kind::Url) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty())
            return tr("This is not a complete address. It begins with https://.");
    }
    return {};
}

void SettingRow::setOptionalSecret(const QString &placeholder)
{
    m_field.required = false;
    if (m_line)
        m_line->setPlaceholderText(placeholder);
}

void SettingRow::setHelp(const QString &help)
{
    m_help->setTextOrHide(help);
    editor()->setAccessibleDescription(help);
}

void SettingRow::setProblem(const QString &problem)
{
    m_problem->setTextOrHide(problem);
    editor()->setAccessibleDescription(problem.isEmpty() ? m_help->text() : problem);
}

bool SettingRow::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

void SettingRow::focusField()
{
    editor()->setFocus(Qt::OtherFocusReason);
}

} // namespace inbox::ui
