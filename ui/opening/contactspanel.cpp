// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/contactspanel.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/lineslist.h"
#include "ui/dialogs/pickbutton.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;
using models::ContactSearch;

namespace {

constexpr int kFoundRows = 6;
constexpr int kChosenRows = 4;
constexpr int kLongestName = 80;
constexpr int kLongestWords = 200;

// As tall as its rows, up to `most` of them.
void fitRows(LinesList *list, int most)
{
    const int rows = list->model()->rowCount();
    list->setVisible(rows > 0);
    if (rows > 0)
        list->setFixedHeight(list->sizeHintForRow(0) * qMin(rows, most) + 2 * list->frameWidth());
}

LinesList *makeList(const QString &name, const char *id)
{
    auto *list = new LinesList(name);
    list->setObjectName(QLatin1String(id));
    list->setFrameShape(QFrame::StyledPanel);
    return list;
}

} // namespace

ContactsPanel::ContactsPanel(models::NewConversation &composing)
    : m_composing(composing)
    , m_field(new QLineEdit)
    , m_found(makeList(tr("Contacts that were found"), "contactsFound"))
    , m_said(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_chosen(makeList(tr("Contacts that were chosen"), "contactsChosen"))
    , m_remove(new QPushButton(tr("Remove")))
    , m_environment(new PickButton(tr("Environment"), {}))
    , m_warning(new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Small))
{
    m_field->setObjectName(QStringLiteral("contactSearch"));
    m_field->setAccessibleName(tr("Search the contacts"));
    m_field->setPlaceholderText(tr("Search the contacts: a name, a number…"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(kLongestWords);
    m_field->addAction(Icons::icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_found->setFocusPolicy(Qt::NoFocus);
    m_said->setObjectName(QStringLiteral("contactsSaid"));
    m_said->setWordWrap(true);
    ContactSearch &search = composing.contacts();
    m_found->setLines(&search.found(), [this, &search](int row) {
        const Customer &one = search.found().row(row);
        const QString shown = Words::safeLine(one.displayId, kLongestName);
        const QString name = Words::safeLine(one.name, kLongestName);
        const bool isChosen = m_composing.hasContact(one.id);
        return LinesList::Line{!name.isEmpty()       ? name
                                   : shown.isEmpty() ? Words::safeLine(one.id.value(), kLongestName)
                                                     : shown,
                               name.isEmpty() ? QString() : OpeningWords::phone(one.displayId),
                               isChosen ? QStringLiteral("check") : QStringLiteral("contact")};
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_field);
    layout->addWidget(m_found);
    layout->addWidget(m_said);
    layout->addWidget(m_chosenBox = makeChosen());
    layout->addWidget(m_environmentBox = makeEnvironment());

    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_composing.contacts().setWords(text); });
    connect(&search, &ContactSearch::changed, this, &ContactsPanel::showFound);
    connect(m_found, &QListView::clicked, this, &ContactsPanel::addCurrent);
    connect(m_found->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                // What Enter would add is said where the keys are.
                m_field->setAccessibleDescription(now.data(Qt::AccessibleTextRole).toString());
                if (now.isValid() && now.row() + 1 >= m_found->model()->rowCount())
                    m_composing.contacts().readMore();
            });
    update();
}

QWidget *ContactsPanel::makeChosen()
{
    auto *box = new QWidget;
    const auto &chosen = m_composing.source().chosen();
    m_chosen->setLines(&m_composing.source().chosen(), [&chosen](int row) {
        return LinesList::Line{OpeningWords::nameAndPhone(chosen.row(row)), {}, QStringLiteral("contact")};
    });
    m_chosen->installEventFilter(this);
    m_remove->setObjectName(QStringLiteral("removeContact"));
    m_remove->setAccessibleName(tr("Remove the contact from the recipients"));
    m_remove->setToolTip(Words::safeToolTip(tr("Remove the contact from the recipients (Delete)")));
    m_remove->setAutoDefault(false);
    setButtonKind(m_remove, ButtonKind::Quiet);
    connect(m_remove, &QPushButton::clicked, this, &ContactsPanel::removeCurrent);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_chosen, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTop);
    return box;
}

QWidget *ContactsPanel::makeEnvironment()
{
    auto *box = new QWidget;
    m_environment->setObjectName(QStringLiteral("contactEnvironment"));
    m_warning->setObjectName(QStringLiteral("environmentWarning"));
    m_warning->setWordWrap(true);
    connect(m_environment, &PickButton::picked, this,
            [this](const QString &id) { m_composing.setEnvironment(id); });
    auto *label = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    label->setText(tr("Environment of conversations with contacts"));
    label->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::kSmall);
    line->addWidget(label, 1);
    line->addWidget(m_environment);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(line);
    layout->addWidget(m_warning);
    return box;
}

void ContactsPanel::update()
{
    const auto unavailable = m_composing.contactsUnavailable();
    m_field->setEnabled(!unavailable);
    if (m_field->text().simplified() != m_composing.contacts().words())
        m_field->setText(m_composing.contacts().words());
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && m_chosenBox->isAncestorOf(focus);
    fitRows(m_chosen, kChosenRows);
    const bool any = m_chosen->model()->rowCount() > 0;
    if (any && !m_chosen->currentIndex().isValid())
        m_chosen->setCurrentIndex(m_chosen->model()->index(0, 0));
    m_chosenBox->setVisible(any);
    if (!any && hadFocus)
        m_field->setFocus(Qt::OtherFocusReason);
    const OpeningForm *form = m_composing.form();
    const QStringList environments = form ? form->environments : QStringList();
    m_environmentBox->setVisible(any && environments.size() > 1);
    QList<Choice> choices;
    for (const QString &name : environments) {
        choices << Choice{
            name, name, name == environments.first() ? tr("what customers see") : QString(), {}};
    }
    m_environment->setChoices(choices);
    m_environment->setPicked(m_composing.environment());
    m_warning->setTextOrHide(m_composing.isUsualEnvironment()
                                 ? QString()
                                 : OpeningWords::otherEnvironment(m_composing.environment()));
    showFound();
}

void ContactsPanel::showFound()
{
    const ContactSearch &search = m_composing.contacts();
    fitRows(m_found, kFoundRows);
    if (m_found->model()->rowCount() > 0 && !m_found->currentIndex().isValid())
        m_found->setCurrentIndex(m_found->model()->index(0, 0));
    QString said;
    PlainLabel::Tone tone = PlainLabel::Tone::Muted;
    if (const auto unavailable = m_composing.contactsUnavailable()) {
        said = Words::unavailable(Capability::SearchContacts, *unavailable);
    } else {
        switch (search.state()) {
        case ContactSearch::State::Idle:
            break;
        case ContactSearch::State::Searching:
            said = tr("Searching…");
            break;
        case ContactSearch::State::There:
            if (search.found().rowCount() == 0)
                said = tr("No contact is called that.");
            else
                said = tr("Enter adds who is marked, the arrows mark another.");
            break;
        case ContactSearch::State::Failed:
            tone = PlainLabel::Tone::Danger;
            said = tr("The contacts could not be searched. %1 Enter tries again.", "why")
                       .arg(search.error() ? Words::errorReason(*search.error()) : QString());
            break;
        }
    }
    m_said->setTone(tone);
    m_said->setTextOrHide(said);
}

void ContactsPanel::step(int by)
{
    const int rows = m_found->model()->rowCount();
    if (rows == 0)
        return;
    const int row = qBound(0, m_found->currentIndex().row() + by, rows - 1);
    m_found->setCurrentIndex(m_found->model()->index(row, 0));
}

void ContactsPanel::addCurrent()
{
    const int row = m_found->currentIndex().row();
    const auto &found = m_composing.contacts().found();
    if (row < 0 || row >= found.rowCount())
        return;
    const Customer contact = found.row(row);
    m_field->clear(); // the next one is typed afresh
    m_composing.addContact(contact);
    m_field->setFocus(Qt::OtherFocusReason);
}

void ContactsPanel::removeCurrent()
{
    m_composing.source().dropChosen(m_chosen->currentIndex().row());
    update();
}

bool ContactsPanel::pressedInField(int key)
{
    ContactSearch &search = m_composing.contacts();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (search.state() == ContactSearch::State::Failed)
            search.readMore();
        else
            addCurrent();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kFoundRows);
        return true;
    case Qt::Key_PageUp:
        step(-kFoundRows);
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            return false; // closes the window
        m_field->clear();
        return true;
    default:
        return false;
    }
}

bool ContactsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (watched == m_field && plain) {
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((isEnter && key->isAutoRepeat()) || pressedInField(key->key()))
            return true;
    }
    if (watched == m_chosen && plain && (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace)) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inbox::ui
