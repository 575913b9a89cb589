// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/newconversationwindow.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/focusorder.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/opening/confirmopening.h"
#include "ui/opening/messagepanel.h"
#include "ui/opening/messagepreview.h"
#include "ui/opening/recipientspanel.h"
#include "ui/opening/variablespanel.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/emptystate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStyle>

namespace inbox::ui {

using namespace domain;
using models::Obstacle;

namespace {

constexpr QSize kDefaultSize{960, 700};
constexpr QSize kMinimumSize{340, 420};
constexpr int kNarrow = 760;
constexpr int kPreviewWidth = 320;
constexpr int kWarnBefore = 24 * 3600; // of a token's end, in seconds

PlainLabel *heading(const QString &text)
{
    auto *label = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    label->setText(text);
    return label;
}

// Below this heading.
QVBoxLayout *section(const QString &title, QWidget *content)
{
    auto *box = new QVBoxLayout;
    box->setSpacing(metrics::kSmall);
    box->addWidget(heading(title));
    box->addWidget(content);
    return box;
}

} // namespace

NewConversationWindow::NewConversationWindow(models::NewConversation &composing, QWidget *parent)
    : QDialog(parent)
    , m_composing(composing)
{
    setObjectName(QStringLiteral("newConversation"));
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QTimer *timer : {&m_rebuild, &m_update, &m_see}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&m_rebuild, &QTimer::timeout, this, &NewConversationWindow::rebuild);
    connect(&m_update, &QTimer::timeout, this, &NewConversationWindow::updateState);
    connect(&m_see, &QTimer::timeout, this, &NewConversationWindow::showFocused);
    connect(&m_composing, &models::NewConversation::changed, &m_update, qOverload<>(&QTimer::start));
    // Who goes on entering is not asked in the middle of it.
    connect(&m_composing, &models::NewConversation::edited, this, &NewConversationWindow::forgetGoingOn);
    connect(&m_composing, &models::NewConversation::accountsChanged, this, [this] {
        if (isVisible()) {
            m_composing.begin();
            updateForm();
        }
    });
    // Not at once: the field that changed it may be in the middle of its signal.
    connect(&m_composing, &models::NewConversation::formChanged, this, &NewConversationWindow::updateForm,
            Qt::QueuedConnection);
    // A field that was made a moment ago is seen, too; a click is on what is seen already.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (!now || !m_content || !m_content->isAncestorOf(now)
            || QApplication::mouseButtons() != Qt::NoButton)
            return;
        m_inSight = now;
        m_see.start();
    });
    build();
}

void NewConversationWindow::build()
{
    setWindowTitle(tr("New conversation"));
    m_body = new QWidget;
    auto *all = new QVBoxLayout(m_body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *middle = new QWidget;
    m_pages = new QStackedLayout(middle);
    m_nobody = new EmptyState;
    m_nobody->setContent(QLatin1String("send"), tr("No account can begin conversations"),
                         tr("Connect an account whose system can do that, or enter its token."),
                         tr("Accounts"));
    connect(m_nobody, &EmptyState::pressed, this, [this] {
        close();
        Q_EMIT accountsWanted();
    });
    m_pages->addWidget(makeForm());
    m_pages->addWidget(m_nobody);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    all->addWidget(middle, 1);
    all->addWidget(line);
    all->addWidget(makeFoot());
    layout()->addWidget(m_body);
    updateForm();
    arrange();
}

QWidget *NewConversationWindow::makeForm()
{
    m_message = new MessagePanel(m_composing);
    m_recipients = new RecipientsPanel(m_composing);
    m_variables = new VariablesPanel(m_composing);
    m_notice = new NoticeBar;
    m_notice->hide();

    auto *fields = new QVBoxLayout;
    fields->setSpacing(metrics::kLarge + metrics::kSmall);
    fields->addWidget(m_notice);
    fields->addLayout(section(tr("Message"), m_message));
    fields->addLayout(section(tr("Recipients"), m_recipients));
    m_variablesBox = new QWidget;
    auto *variables = section(tr("Values"), m_variables);
    m_variablesBox->setLayout(variables);
    variables->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(m_variablesBox);
    fields->addStretch(1);

    m_content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    m_columns->setSpacing(metrics::kLarge + metrics::kSmall);
    m_columns->addLayout(fields, 1);
    m_columns->addWidget(makePreview());
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content->installEventFilter(this);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_inSight.clear(); });
    return m_scroll;
}

QWidget *NewConversationWindow::makePreview()
{
    m_previewBox = new QWidget;
    m_previewFor = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    m_previewFor->setObjectName(QStringLiteral("previewFor"));
    m_previewFor->setWordWrap(true);
    m_previewNote = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    m_previewNote->setObjectName(QStringLiteral("previewNote"));
    m_previewNote->setWordWrap(true);
    m_preview = new MessagePreview;
    m_preview->setObjectName(QStringLiteral("messagePreview"));
    const auto step = [this](const char *icon, const QString &name, int by) {
        auto *button = new QPushButton;
        button->setIcon(Icons::icon(QLatin1String(icon)));
        button->setAccessibleName(name);
        button->setToolTip(Words::safeToolTip(name));
        button->setAutoDefault(false);
        setButtonKind(button, ButtonKind::Quiet);
        connect(button, &QPushButton::clicked, this, [this, by] { stepPreview(by); });
        return button;
    };
    m_before = step("chevron-left", tr("Previous recipient"), -1);
    m_after = step("chevron-right", tr("Next recipient"), 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGrid);
    head->addWidget(m_previewFor, 1);
    head->addWidget(m_before);
    head->addWidget(m_after);
    auto *box = new QVBoxLayout(m_previewBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(metrics::kSmall);
    box->addWidget(heading(tr("What the customer sees")));
    box->addLayout(head);
    box->addWidget(m_preview);
    box->addWidget(m_previewNote);
    box->addStretch(1);
    return m_previewBox;
}

QWidget *NewConversationWindow::makeFoot()
{
    m_state = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    m_state->setObjectName(QStringLiteral("openingState"));
    m_state->setWordWrap(true);
    m_discard = new QPushButton(tr("Discard"));
    m_discard->setObjectName(QStringLiteral("discardOpening"));
    m_discard->setAccessibleName(tr("Discard what was entered"));
    setButtonKind(m_discard, ButtonKind::Quiet);
    connect(m_discard, &QPushButton::clicked, this, &NewConversationWindow::discard);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeOpening"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_goOn = new QPushButton;
    m_goOn->setObjectName(QStringLiteral("continueOpening"));
    setButtonKind(m_goOn, ButtonKind::Primary);
    connect(m_goOn, &QPushButton::clicked, this, &NewConversationWindow::goOn);
    auto *buttons = new ButtonRow;
    buttons->addButton(m_discard, ButtonRow::Side::Leading);
    buttons->addButton(close, ButtonRow::Side::Trailing);
    buttons->addButton(m_goOn, ButtonRow::Side::Trailing);
    for (QPushButton *button : {m_discard, close, m_goOn})
        button->setAutoDefault(false); // Enter belongs to the fields
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(metrics::kLarge, metrics::kMedium, metrics::kLarge, metrics::kMedium);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    return foot;
}

void NewConversationWindow::rebuild()
{
    setUpdatesEnabled(false);
    delete m_body;
    build();
    m_body->show();
    layout()->activate();
    setUpdatesEnabled(true);
}

void NewConversationWindow::present(const AccountId &preferred)
{
    if (!isVisible()) {
        m_strict = false;
        forgetGoingOn();
        m_scroll->ensureVisible(0, 0);
    }
    m_composing.begin(preferred);
    updateForm();
    show();
    raise();
    activateWindow();
    // A key has opened it: what has the focus must be seen from the start, not from the first Tab on.
    setAttribute(Qt::WA_KeyboardFocusChange);
    m_message->focusFirst();
    if (!focusWidget() || focusWidget() == this)
        m_recipients->focusField();
}

void NewConversationWindow::updateForm()
{
    m_message->build();
    const bool possible = m_composing.form() != nullptr;
    m_pages->setCurrentIndex(possible ? 0 : 1);
    m_discard->setVisible(possible);
    m_goOn->setVisible(possible);
    updateState();
}

void NewConversationWindow::updateState()
{
    m_update.stop();
    const OpeningForm *form = m_composing.form();
    if (!form) {
        m_state->setTextOrHide({});
        return;
    }
    m_recipients->update();
    m_variables->setStrict(m_strict);
    m_variablesBox->setVisible(m_variables->isNeeded());
    followTheEye(m_content);
    fitWidth();
    updatePreview();
    const OptionalTime ends = m_composing.credentialEnds();
    const QDateTime now = m_composing.now();
    const QString warning =
        ends && now.secsTo(*ends) < kWarnBefore ? OpeningWords::credentialEnds(*ends, now) : QString();
    if (warning != m_warning && !warning.isEmpty())
        m_notice->showNotice(*ends <= now ? NoticeBar::Kind::Problem : NoticeBar::Kind::Warning, warning);
    m_warning = warning; // once it was dismissed it is not said again
    const QList<Obstacle> obstacles = m_composing.obstacles();
    const int count = m_composing.count();
    QString state;
    PlainLabel::Tone tone = PlainLabel::Tone::Muted;
    if (!obstacles.isEmpty()) {
        QStringList sentences;
        for (const Obstacle &one : obstacles) {
            // One thing at a time, until the person wants to go on.
            if (m_strict || sentences.isEmpty())
                sentences << OpeningWords::obstacle(one, m_composing);
        }
        state = sentences.join(u' ');
        if (m_strict)
            tone = PlainLabel::Tone::Danger;
    } else if (form->sendsMessage && !form->cents) {
        state = tr("%1, price not known", "12 recipients").arg(OpeningWords::recipients(count));
    } else if (form->sendsMessage) {
        state = tr("%1: %2", "12 recipients, the price")
                    .arg(OpeningWords::recipients(count), OpeningWords::price(form->cents, count));
    } else {
        state = OpeningWords::recipients(count);
    }
    m_state->setTone(tone);
    m_state->setTextOrHide(state);
    m_goOn->setText(tr("%1…  Ctrl+Enter", "a button, and its key")
                        .arg(count > 0 ? OpeningWords::send(count, form->sendsMessage) : tr("Continue")));
    m_discard->setEnabled(!m_composing.isEmpty());
    if (m_goOnWhenRead)
        goOn();
}

void NewConversationWindow::updatePreview()
{
    const OpeningForm *form = m_composing.form();
    const QList<Recipient> &all = m_composing.source().list();
    m_shown = std::clamp(m_shown, 0, std::max(0, int(all.size()) - 1));
    const Recipient one = all.value(m_shown);
    const QMap<QString, QString> values = m_composing.valuesOf(one);
    m_previewFor->setText(all.isEmpty() ? tr("As an example, before there is a recipient")
                                        : tr("%1 · %L2 of %L3", "a recipient, and which it is")
                                              .arg(OpeningWords::nameAndPhone(one))
                                              .arg(m_shown + 1)
                                              .arg(all.size()));
    for (QPushButton *button : {m_before, m_after})
        button->setVisible(all.size() > 1);
    m_before->setEnabled(m_shown > 0);
    m_after->setEnabled(m_shown + 1 < all.size());
    QString note;
    if (!form->sendsMessage) {
        m_preview->setValues(tr("Nothing yet"), {});
        note = tr("The conversation is only made. The customer sees nothing before somebody writes.");
    } else if (const MessageTemplate *message = m_composing.message()) {
        m_preview->setMessage(*message, values);
    } else if (form->listsTemplates) {
        m_preview->setValues(tr("No template is chosen yet"), {});
    } else {
        m_preview->setValues(tr("The template's text, with these values:"), values);
        note = tr("The words of the template are only at the provider: its API does not tell them.");
    }
    m_previewNote->setTextOrHide(note);
}

void NewConversationWindow::stepPreview(int by)
{
    m_shown += by;
    updatePreview();
}

void NewConversationWindow::discard()
{
    m_strict = false;
    m_shown = 0;
    m_composing.discard();
    m_message->focusFirst();
}

void NewConversationWindow::forgetGoingOn()
{
    m_goOnWhenRead = m_isCounted = false;
}

void NewConversationWindow::goOn()
{
    if (m_question || !m_composing.form())
        return;
    const QList<Obstacle> obstacles = m_composing.obstacles();
    const bool reading = !obstacles.isEmpty() && obstacles.last().kind == Obstacle::Kind::Reading;
    // Somebody may have written, or been written to, while this was put together.
    if (!reading && !std::exchange(m_isCounted, true))
        m_composing.countAgain();
    // What was typed a moment ago is still being read, or who was written to lately is not known yet.
    m_goOnWhenRead = reading || m_composing.isCountingRecent();
    if (m_goOnWhenRead)
        return;
    m_isCounted = false;
    if (!obstacles.isEmpty()) {
        m_strict = true;
        updateState();
        QStringList missing;
        QStringList wrong;
        for (const Obstacle &one : obstacles) {
            if (one.kind == Obstacle::Kind::MissingFields)
                missing = one.names;
            if (one.kind == Obstacle::Kind::BadField)
                wrong = one.names;
        }
        m_message->showProblems(missing, wrong);
        const Obstacle &first = obstacles.first();
        switch (first.kind) {
        case Obstacle::Kind::NoRecipients:
            m_recipients->focusField();
            break;
        case Obstacle::Kind::MissingVariables:
        case Obstacle::Kind::NotAnAddress:
        case Obstacle::Kind::NotDegrees:
            m_variables->focusField(first.names);
            break;
        default:
            m_message->focusProblem(first);
            break;
        }
        m_inSight = focusWidget();
        m_see.start();
        return;
    }
    m_question = new ConfirmOpening(m_composing, this);
    connect(m_question, &CarefulDialog::confirmed, this, &NewConversationWindow::send);
    m_question->open();
}

void NewConversationWindow::send()
{
    const int count = m_composing.count();
    const AccountId account = m_composing.account();
    const OpeningId id = m_composing.start();
    if (id.isEmpty()) {
        m_notice->showNotice(NoticeBar::Kind::Problem,
                             tr("Nothing was sent: this account cannot do it now."));
        return;
    }
    m_strict = false;
    m_shown = 0;
    hide();
    Q_EMIT started(account, id, count);
}

void NewConversationWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        if (!event->isAutoRepeat())
            goOn();
        return;
    }
    if (enter) {
        // No button is the default one here: Enter presses the one that has the focus.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button && !event->isAutoRepeat())
            button->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

void NewConversationWindow::showFocused()
{
    if (m_inSight && m_inSight == focusWidget())
        m_scroll->ensureWidgetVisible(m_inSight, 0, 3 * metrics::kLarge);
}

void NewConversationWindow::fitWidth()
{
    // Nothing can be scrolled sideways: whatever the font and the language, each row has its room.
    int least = 0;
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_message, m_recipients, m_variables})
        least = qMax(least, part->minimumSizeHint().width());
    least += 2 * metrics::kLarge + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_scroll);
    setMinimumWidth(qMax(kMinimumSize.width(), least));
}

bool NewConversationWindow::isNarrow() const
{
    return width() < kNarrow;
}

void NewConversationWindow::arrange()
{
    const auto wanted = isNarrow() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_columns->setDirection(wanted);
    m_previewBox->setMinimumWidth(isNarrow() ? 0 : kPreviewWidth);
    m_previewBox->setMaximumWidth(isNarrow() ? QWIDGETSIZE_MAX : kPreviewWidth);
}

void NewConversationWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (m_body)
        arrange();
}

bool NewConversationWindow::eventFilter(QObject *watched, QEvent *event)
{
    // What is said about a missing field makes the form longer, a step of its layout after the other.
    if (watched == m_content.data()
        && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        m_see.start();
    return QDialog::eventFilter(watched, event);
}

void NewConversationWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_rebuild.start();
}

} // namespace inbox::ui
