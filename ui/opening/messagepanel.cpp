// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/messagepanel.h"

#include "ui/dialogs/disclosure.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/pickbutton.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/popup.h"
#include "ui/dialogs/settingrow.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

namespace {

template <typename T> bool failed(const models::Asked<T> &asked)
{
    return asked.state == models::Asked<T>::State::Failed;
}

template <typename T> bool reading(const models::Asked<T> &asked)
{
    return asked.state == models::Asked<T>::State::Reading;
}

// One name may stand for several languages.
QString keyOf(const MessageTemplate &message)
{
    return message.id.value() + u'\n' + message.language;
}

// Also in the list that stands open.
void offer(PickButton *pick, QList<Choice> choices, const QString &picked)
{
    pick->setChoices(choices);
    pick->setPicked(picked);
    auto *popup = pick->findChild<Popup *>();
    auto *list = popup && popup->isVisible() ? popup->findChild<ChoiceList *>() : nullptr;
    if (!list)
        return;
    for (Choice &one : choices)
        one.current = one.id == picked;
    list->setChoices(choices);
    popup->popupAt(pick); // it has another size
}

} // namespace

MessagePanel::MessagePanel(models::NewConversation &composing)
    : m_composing(composing)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    build();
}

void MessagePanel::addTitled(QVBoxLayout *to, const QString &title, QWidget *field)
{
    auto *label = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
    label->setText(title);
    auto *box = new QVBoxLayout;
    box->setSpacing(metrics::kGrid / 2);
    box->addWidget(label);
    box->addWidget(field);
    to->addLayout(box);
}

void MessagePanel::addFailure(QVBoxLayout *to, models::Obstacle::Kind what, const Error &error)
{
    auto *notice = new NoticeBar;
    notice->showNotice(NoticeBar::Kind::Problem,
                       tr("%1 %2", "two sentences, one after the other")
                           .arg(OpeningWords::obstacle({what, {}}, m_composing), Words::errorReason(error)));
    auto *again = new QPushButton(tr("Read again"));
    again->setObjectName(QStringLiteral("readAgain"));
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, [this] { m_composing.readAgain(); });
    to->addWidget(notice);
    to->addWidget(again, 0, Qt::AlignLeading);
}

QWidget *MessagePanel::makeAccount()
{
    auto *pick = new PickButton(tr("Account"), tr("Type a name…"));
    pick->setObjectName(QStringLiteral("openingAccount"));
    QList<Choice> choices;
    const QList<models::NewConversation::Account> accounts = m_composing.accounts();
    for (const auto &account : accounts)
        choices << Choice{account.id.value(), account.name, {}, QStringLiteral("account"), false};
    pick->setChoices(choices);
    pick->setPicked(m_composing.account().value());
    connect(pick, &PickButton::picked, this,
            [this](const QString &id) { m_composing.setAccount(AccountId(id)); });
    return pick;
}

QWidget *MessagePanel::makeTemplates()
{
    m_templates = new PickButton(tr("Template"), tr("Type a name…"));
    m_templates->setObjectName(QStringLiteral("openingTemplate"));
    showTemplates();
    connect(&m_composing, &models::NewConversation::changed, m_templates, [this, pick = m_templates] {
        const MessageTemplate *message = m_composing.message();
        pick->setPicked(message ? keyOf(*message) : QString());
    });
    connect(m_templates, &PickButton::picked, this, [this](const QString &key) {
        m_composing.setTemplate(TemplateId(key.section(u'\n', 0, 0)), key.section(u'\n', 1));
    });
    return m_templates;
}

void MessagePanel::showTemplates()
{
    m_templates->setNothing(reading(m_composing.templates()) ? tr("Reading the templates…")
                                                             : tr("Choose a template"));
    QList<Choice> choices;
    for (const MessageTemplate &message : m_composing.templates().list) {
        choices << Choice{keyOf(message), message.name, OpeningWords::templateDetail(message),
                          QStringLiteral("document"), false};
    }
    const MessageTemplate *message = m_composing.message();
    offer(m_templates, choices, message ? keyOf(*message) : QString());
}

QWidget *MessagePanel::makeLines()
{
    m_lines = new PickButton(tr("From"), tr("Type a name or number…"));
    m_lines->setObjectName(QStringLiteral("openingLine"));
    showLines();
    connect(m_lines, &PickButton::picked, this,
            [this](const QString &id) { m_composing.setLine(LineId(id)); });
    return m_lines;
}

void MessagePanel::showLines()
{
    m_lines->setNothing(reading(m_composing.lines()) ? tr("Reading the numbers…") : tr("Choose a number"));
    QList<Choice> choices;
    for (const Line &line : m_composing.lines().list) {
        choices << Choice{line.id.value(), line.name.isEmpty() ? line.displayId : line.name,
                          line.name.isEmpty() ? QString() : line.displayId, QStringLiteral("phone"), false};
    }
    const Line *line = m_composing.line();
    offer(m_lines, choices, line ? line->id.value() : QString());
}

QStringList MessagePanel::shape() const
{
    const OpeningForm *form = m_composing.form();
    QStringList all{m_composing.account().value(), QString::number(quintptr(form))};
    const QList<models::NewConversation::Account> accounts = m_composing.accounts();
    for (const auto &account : accounts)
        all << account.id.value() + u'\n' + account.name;
    for (const std::optional<Error> &error : {m_composing.templates().error, m_composing.lines().error})
        all << (error ? Words::errorReason(*error) : QString());
    return all << m_composing.presets() << m_composing.preset();
}

bool MessagePanel::hasShape() const
{
    return m_content && m_shape == shape() && (!m_most || m_most->value() == m_composing.perRequest())
        && std::all_of(m_fields.cbegin(), m_fields.cend(), [this](const SettingRow *row) {
               const QString field = m_composing.field(row->id());
               return row->value() == field
                   || (field.isEmpty() && row->value() == QLatin1String("false")); // a box nobody has ticked
           });
}

QWidget *MessagePanel::makePresets()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    auto *pick = new PickButton(tr("Preset"), tr("Type a name…"));
    pick->setObjectName(QStringLiteral("openingPreset"));
    const QStringList names = m_composing.presets();
    pick->setNothing(names.isEmpty() ? tr("No presets yet") : tr("Choose a preset"));
    pick->setEnabled(!names.isEmpty());
    QList<Choice> choices;
    for (const QString &name : names)
        choices << Choice{name, name, {}, QStringLiteral("pin"), false};
    pick->setChoices(choices);
    pick->setPicked(m_composing.preset());
    connect(pick, &PickButton::picked, this, [this](const QString &name) { m_composing.choosePreset(name); });
    auto *save = new QPushButton(tr("Save as…"));
    save->setObjectName(QStringLiteral("savePreset"));
    save->setAccessibleName(tr("Save these ids as a preset"));
    auto *remove = new QPushButton(tr("Delete"));
    remove->setObjectName(QStringLiteral("deletePreset"));
    remove->setAccessibleName(tr("Delete the preset"));
    remove->setEnabled(!m_composing.preset().isEmpty());
    for (QPushButton *button : {save, remove}) {
        button->setAutoDefault(false);
        setButtonKind(button, ButtonKind::Quiet);
    }
    connect(save, &QPushButton::clicked, this, &MessagePanel::savePreset);
    connect(remove, &QPushButton::clicked, this, [this] { m_composing.deletePreset(m_composing.preset()); });
    connect(&m_composing, &models::NewConversation::changed, row, [this, pick, remove] {
        pick->setPicked(m_composing.preset());
        remove->setEnabled(!m_composing.preset().isEmpty());
    });
    layout->addWidget(pick, 1);
    layout->addWidget(save);
    layout->addWidget(remove);
    return row;
}

void MessagePanel::savePreset()
{
    auto *popup = new Popup(this);
    popup->setAccessibleName(tr("Name of the preset"));
    auto *layout = new QHBoxLayout(popup);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    auto *name = new QLineEdit(m_composing.preset());
    name->setObjectName(QStringLiteral("presetName"));
    name->setAccessibleName(tr("Name of the preset"));
    name->setPlaceholderText(tr("Name, for example “Support, German”"));
    name->setMinimumWidth(240);
    name->setMaxLength(60);
    auto *save = new QPushButton(tr("Save"));
    save->setAutoDefault(false);
    setButtonKind(save, ButtonKind::Primary);
    layout->addWidget(name, 1);
    layout->addWidget(save);
    const auto done = [this, popup, name] {
        const QString text = name->text().simplified();
        if (text.isEmpty())
            return;
        popup->close();
        m_composing.savePreset(text);
    };
    connect(name, &QLineEdit::returnPressed, popup, done);
    connect(save, &QPushButton::clicked, popup, done);
    popup->popupAt(findChild<QPushButton *>(QStringLiteral("savePreset")));
    name->setFocus();
}

void MessagePanel::addFields(QVBoxLayout *column, const OpeningForm &form)
{
    const auto rowFor = [this](const SettingField &field) {
        auto *row = new SettingRow(field, m_composing.field(field.id));
        connect(row, &SettingRow::edited, this,
                [this, row] { m_composing.setField(row->id(), row->value()); });
        m_fields << row;
        return row;
    };
    auto *folded = new QWidget;
    auto *below = new QVBoxLayout(folded);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(metrics::kMedium);
    const bool allFolded = std::all_of(form.fields.cbegin(), form.fields.cend(),
                                       [](const SettingField &field) { return field.advanced; });
    // Presets stand where the ids are.
    QWidget *presets = makePresets();
    if (!allFolded && !m_first)
        m_first = presets;
    addTitled(allFolded ? below : column, tr("Preset"), presets);
    bool anyFolded = false;
    bool filled = false; // what was entered is not hidden
    for (const SettingField &field : form.fields) {
        if (!field.advanced) {
            column->addWidget(rowFor(field));
            continue;
        }
        anyFolded = true;
        const QString value = m_composing.field(field.id);
        filled =
            filled || (!value.isEmpty() && value != field.defaultValue && value != QLatin1String("false"));
        below->addWidget(rowFor(field));
    }
    if (!anyFolded && !allFolded) {
        delete folded;
        return;
    }
    auto *more = new Disclosure(tr("More fields"));
    more->setObjectName(QStringLiteral("moreFields"));
    more->setOpen(filled || m_moreIsOpen);
    folded->setVisible(more->isOpen());
    connect(more, &Disclosure::openChanged, this, [this, folded](bool open) {
        m_moreIsOpen = open;
        folded->setVisible(open);
    });
    column->addWidget(more, 0, Qt::AlignLeading);
    column->addWidget(folded);
}

void MessagePanel::build()
{
    if (hasShape()) {
        if (m_templates)
            showTemplates();
        if (m_lines)
            showLines();
        return;
    }
    const QWidget *focus = window()->focusWidget();
    const QString focused =
        m_content && focus && m_content->isAncestorOf(focus) ? focus->objectName() : QString();
    delete m_content;
    m_fields.clear();
    m_first = nullptr;
    m_templates = m_lines = nullptr;
    m_most = nullptr;
    m_shape = shape();
    m_content = new QWidget;
    layout()->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kMedium);
    const auto first = [this](QWidget *widget) {
        if (!m_first)
            m_first = widget;
        return widget;
    };
    const OpeningForm *form = m_composing.form();
    if (m_composing.accounts().size() > 1)
        addTitled(column, tr("Account"), first(makeAccount()));
    if (!form)
        return;
    if (form->listsLines) {
        if (failed(m_composing.lines()))
            addFailure(column, models::Obstacle::Kind::LinesFailed, *m_composing.lines().error);
        else
            addTitled(column, tr("From"), first(makeLines()));
    }
    if (form->listsTemplates) {
        if (failed(m_composing.templates()))
            addFailure(column, models::Obstacle::Kind::TemplatesFailed, *m_composing.templates().error);
        else
            addTitled(column, tr("Template"), first(makeTemplates()));
    }
    if (!form->fields.isEmpty())
        addFields(column, *form);
    if (form->mostPerRequest > 1) {
        auto *most = m_most = new QSpinBox;
        most->setObjectName(QStringLiteral("perRequest"));
        most->setRange(1, form->mostPerRequest);
        most->setValue(m_composing.perRequest());
        most->setAccessibleName(tr("Recipients in one request"));
        most->setToolTip(Words::safeToolTip(
            tr("With more than one, an answer that is lost leaves all of them unknown at once.")));
        connect(most, &QSpinBox::valueChanged, this, [this](int value) { m_composing.setPerRequest(value); });
        auto *line = new QHBoxLayout;
        auto *words = new PlainLabel(tr("Recipients in one request, where their values are equal"));
        words->setWordWrap(true);
        line->addWidget(words, 1);
        line->addWidget(most);
        column->addLayout(line);
    }
    if (!focused.isEmpty()) {
        auto *again = m_content->findChild<QWidget *>(focused);
        if (!again) // it could not be read
            again = m_content->findChild<QWidget *>(QStringLiteral("readAgain"));
        if (again)
            again->setFocus(Qt::OtherFocusReason);
    }
}

void MessagePanel::focusFirst()
{
    if (auto *pick = m_first ? m_first->findChild<PickButton *>() : nullptr; pick && pick->isEnabled())
        pick->setFocus(Qt::OtherFocusReason);
    else if (m_first && m_first->isEnabled() && m_first->focusPolicy() != Qt::NoFocus)
        m_first->setFocus(Qt::OtherFocusReason);
    else if (!m_fields.isEmpty())
        m_fields.first()->focusField();
}

void MessagePanel::focusProblem(const models::Obstacle &obstacle)
{
    using Kind = models::Obstacle::Kind;
    QWidget *pick = nullptr;
    switch (obstacle.kind) {
    case Kind::NoTemplate:
    case Kind::TemplateRefused:
    case Kind::TemplateUnfillable:
        pick = m_templates;
        break;
    case Kind::NoLine:
        pick = m_lines;
        break;
    case Kind::MissingFields:
    case Kind::BadField:
        for (SettingRow *row : std::as_const(m_fields)) {
            if (obstacle.names.contains(row->id()))
                return row->focusField();
        }
        break;
    default:
        break;
    }
    if (pick && pick->isEnabled())
        pick->setFocus(Qt::OtherFocusReason);
    else
        focusFirst();
}

void MessagePanel::showProblems(const QStringList &missing, const QStringList &wrong)
{
    for (SettingRow *row : std::as_const(m_fields)) {
        if (missing.contains(row->id()))
            row->setProblem(tr("This is needed."));
        else if (wrong.contains(row->id()))
            row->setProblem(tr("This is not a value this account takes."));
        else
            continue;
        if (auto *more = findChild<Disclosure *>(QStringLiteral("moreFields")); more && row->isAdvanced())
            more->setOpen(true);
    }
}

} // namespace inbox::ui
