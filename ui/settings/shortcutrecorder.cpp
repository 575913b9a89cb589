// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/shortcutrecorder.h"

#include "ui/commands/commands.h"
#include "ui/commands/keypress.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace inbox::ui {

namespace {

constexpr std::chrono::milliseconds kPause{1000};

// The field that has the keyboard while keys are taken down.
class RecorderField final : public QWidget {
public:
    explicit RecorderField(QWidget *parent)
        : QWidget(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::colors().border);
        painter.setBrush(Theme::colors().surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kControlRadius,
                                metrics::kControlRadius);
        if (hasFocus())
            drawFocusRing(&painter, rect(), metrics::kControlRadius);
    }
};

} // namespace

ShortcutRecorder::ShortcutRecorder(QWidget *parent)
    : QWidget(parent)
    , m_field(new RecorderField(this))
    , m_keys(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base, m_field))
    , m_problem(new PlainLabel(PlainLabel::Tone::Danger, PlainLabel::Size::Small, this))
    , m_take(new QPushButton(tr("Take it from there"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *inField = new QHBoxLayout(m_field);
    inField->setContentsMargins(metrics::kMedium, metrics::kSmall, metrics::kMedium, metrics::kSmall);
    inField->addWidget(m_keys);
    m_keys->setWordWrap(true);
    m_field->setObjectName(QStringLiteral("recorder"));
    m_field->installEventFilter(this);
    m_problem->setObjectName(QStringLiteral("recorderProblem"));
    m_problem->setWordWrap(true);
    m_take->setObjectName(QStringLiteral("takeKeys"));
    m_remove->setObjectName(QStringLiteral("removeKeys"));
    m_cancel->setObjectName(QStringLiteral("cancelKeys"));
    setButtonKind(m_take, ButtonKind::Primary);
    setButtonKind(m_cancel, ButtonKind::Quiet);
    for (QPushButton *button : {m_take, m_remove, m_cancel})
        button->setAutoDefault(false);

    auto *buttons = new ButtonRow;
    buttons->addButton(m_remove, ButtonRow::Side::Leading);
    buttons->addButton(m_cancel, ButtonRow::Side::Trailing);
    buttons->addButton(m_take, ButtonRow::Side::Trailing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kMedium, metrics::kMedium, metrics::kMedium, metrics::kMedium);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_field);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ShortcutRecorder::finish);
    connect(m_take, &QPushButton::clicked, this, &ShortcutRecorder::takeWanted);
    connect(m_remove, &QPushButton::clicked, this, &ShortcutRecorder::removeWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ShortcutRecorder::cancelled);
}

void ShortcutRecorder::start(const QString &command, bool replaces)
{
    m_pause.stop();
    m_pressed.clear();
    m_keys->setTone(PlainLabel::Tone::Muted);
    m_keys->setText(replaces ? tr("Press the new keys. Backspace removes, Esc cancels.")
                             : tr("Press the keys. Esc cancels."));
    m_field->setAccessibleName(tr("Keys for %1", "a command").arg(command));
    m_field->setAccessibleDescription(m_keys->text());
    m_problem->setTextOrHide({});
    m_take->hide();
    m_remove->setVisible(replaces);
    show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void ShortcutRecorder::refuse(const QString &why, bool canTake)
{
    m_problem->setTextOrHide(why);
    m_take->setVisible(canTake);
    m_field->setAccessibleDescription(why);
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool ShortcutRecorder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        event->accept(); // no shortcut may take what is being taken down
        return true;
    case QEvent::KeyPress: {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool plain = !(press->modifiers() & ~Qt::ShiftModifier);
        if (plain && (press->key() == Qt::Key_Tab || press->key() == Qt::Key_Backtab))
            return false; // nobody may be caught in here
        event->accept();
        take(*press);
        return true;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m_field->update();
        return false;
    default:
        return false;
    }
}

void ShortcutRecorder::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void ShortcutRecorder::take(const QKeyEvent &press)
{
    if (press.isAutoRepeat() || isModifierKey(press.key()))
        return;
    const bool plain = press.modifiers() == Qt::NoModifier;
    if (plain && press.key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    if (plain && press.key() == Qt::Key_Backspace) {
        if (m_remove->isVisibleTo(this))
            Q_EMIT removeWanted();
        return;
    }
    m_problem->setTextOrHide({});
    m_take->hide();
    m_pressed.append(keyToRecord(press));
    const QKeySequence keys =
        m_pressed.size() == 1 ? QKeySequence(m_pressed[0]) : QKeySequence(m_pressed[0], m_pressed[1]);
    m_keys->setTone(PlainLabel::Tone::Normal);
    m_keys->setText(m_pressed.size() == 1
                        ? tr("%1 …", "a key, another may follow").arg(Commands::keyText(keys))
                        : Commands::keyText(keys));
    if (m_pressed.size() == 1)
        m_pause.start();
    else
        finish();
}

void ShortcutRecorder::finish()
{
    m_pause.stop();
    const QKeySequence keys =
        m_pressed.size() == 1 ? QKeySequence(m_pressed[0]) : QKeySequence(m_pressed[0], m_pressed[1]);
    m_pressed.clear();
    m_keys->setText(Commands::keyText(keys));
    Q_EMIT pressed(keys);
}

void ShortcutRecorder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colors().window);
    painter.drawRoundedRect(rect(), metrics::kControlRadius, metrics::kControlRadius);
}

} // namespace inbox::ui
