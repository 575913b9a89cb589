// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/helpoverlay.h"

#include "ui/commands/commands.h"
#include "ui/commands/keycap.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr int kWidth = 860;
constexpr int kTwoColumnsFrom = 640;
constexpr int kMargin = 48;
constexpr int kDimmed = 90; // of 255

void addLine(QGridLayout *grid, int row, const QStringList &keys, const QString &what)
{
    auto *caps = new QHBoxLayout;
    caps->setSpacing(metrics::kGrid);
    for (const QString &each : keys)
        caps->addWidget(new KeyCap(each));
    caps->addStretch(1);
    grid->addLayout(caps, row, 0);
    grid->addWidget(new PlainLabel(what), row, 1);
}

} // namespace

HelpOverlay::HelpOverlay(Commands &commands, QWidget *window)
    : QWidget(window)
    , m_commands(commands)
    , m_area(new QScrollArea(this))
{
    setAccessibleName(Commands::text(Command::Help));
    setFocusPolicy(Qt::StrongFocus);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    window->installEventFilter(this);
    QWidget::hide();
}

void HelpOverlay::open(Scope scope)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    place();
    fill(scope);
    QWidget::show();
    raise();
    setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void HelpOverlay::close()
{
    if (!isVisible())
        return;
    QWidget::hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void HelpOverlay::fill(Scope scope)
{
    auto *page = new QWidget;
    page->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(2 * metrics::kSmall, metrics::kLarge, 2 * metrics::kSmall, metrics::kLarge);
    outer->setSpacing(metrics::kMedium);
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title, page);
    title->setText(tr("What you can press now"));
    outer->addWidget(title);

    const int columnCount = m_area->width() >= kTwoColumnsFrom ? 2 : 1;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(4 * metrics::kSmall);
    outer->addLayout(columns);
    QList<QVBoxLayout *> column;
    QList<int> filled(columnCount, 0);
    for (int i = 0; i < columnCount; ++i) {
        column.append(new QVBoxLayout);
        columns->addLayout(column.last(), 1);
    }

    bool countsTold = false;
    for (const Section section : {Section::Conversations, Section::Answer, Section::Messages, Section::Views,
                                  Section::Window, Section::Program}) {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(metrics::kMedium);
        grid->setVerticalSpacing(metrics::kGrid);
        grid->setColumnStretch(1, 1);
        int row = 0;
        for (const CommandSpec &spec : Commands::table()) {
            const QList<QKeySequence> keys = m_commands.keys(spec.id, scope);
            if (spec.section != section || keys.isEmpty() || !m_commands.whyNot(spec.id).isEmpty())
                continue;
            if (row == 0) {
                auto *heading = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Semibold, page);
                heading->setText(Commands::sectionName(section));
                grid->addWidget(heading, row++, 0, 1, 2);
            }
            QStringList caps;
            for (const QKeySequence &key : keys)
                caps.append(Commands::keyText(key));
            addLine(grid, row++, caps, Commands::text(spec.id));
            // Once, beside the first command it is good for.
            if (spec.repeats && !countsTold && kReading.testFlag(scope)) {
                countsTold = true;
                addLine(grid, row++, {tr("3 %1", "a count and a key").arg(caps.first())},
                        tr("Moves three; any number works"));
            }
        }
        if (row == 0) {
            delete grid;
            continue;
        }
        const auto shortest = std::min_element(filled.begin(), filled.end());
        QVBoxLayout *target = column.at(shortest - filled.begin());
        target->addLayout(grid);
        target->addSpacing(metrics::kMedium);
        *shortest += row + 1;
    }
    for (QVBoxLayout *each : std::as_const(column))
        each->addStretch(1);

    auto *foot = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, page);
    foot->setWordWrap(true);
    foot->setText(
        tr("Letters work in the list and in the messages, never while you type. Everything else is in "
           "the commands: %1. Esc closes this.")
            .arg(m_commands.howToRun(Command::Palette)));
    outer->addWidget(foot);
    m_area->setWidget(page);
    page->setAutoFillBackground(false); // the scroll area has just turned it on
    page->show();
    // As high as it needs to be, as far as the window has room.
    const int wanted = page->sizeHint().height() + 2;
    QRect box = m_area->geometry();
    if (wanted < box.height()) {
        box.setTop(box.top() + (box.height() - wanted) / 3);
        box.setHeight(wanted);
        m_area->setGeometry(box);
    }
}

void HelpOverlay::place()
{
    setGeometry(parentWidget()->rect());
    const int width = qMin(kWidth, this->width() - 2 * metrics::kLarge);
    m_area->setGeometry((this->width() - width) / 2, kMargin, width, this->height() - 2 * kMargin);
}

bool HelpOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void HelpOverlay::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        bar->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    case Qt::Key_Up:
        bar->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        break;
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
        break;
    default:
        close(); // any other key: the person has read enough
    }
}

void HelpOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = Theme::colors();
    QColor veil = colors.dark ? QColor(Qt::black) : colors.text;
    veil.setAlpha(kDimmed);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(QRectF(m_area->geometry()).adjusted(-1.5, -1.5, 1.5, 1.5), metrics::kBubbleRadius,
                            metrics::kBubbleRadius);
}

void HelpOverlay::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace inbox::ui
