// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/notices.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr int kMost = 3;
constexpr int kWidth = 460;
constexpr int kTop = 116; // below the top bar and the thread's header
constexpr std::chrono::seconds kPassing{5};

bool isPassing(NoticeBar::Kind kind)
{
    return kind == NoticeBar::Kind::Information || kind == NoticeBar::Kind::Success;
}

} // namespace

Notices::Notices(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kSmall);
    setAccessibleName(tr("Notices"));
    hide();
    parent->installEventFilter(this);
}

void Notices::show(NoticeBar::Kind kind, const QString &text)
{
    // The same words twice say nothing more.
    for (NoticeBar *bar : std::as_const(m_bars)) {
        if (bar->text() == text && bar->kind() == kind)
            return;
    }
    while (m_bars.size() >= kMost)
        remove(m_bars.first());
    auto *bar = new NoticeBar(this);
    m_bars.append(bar);
    m_layout->addWidget(bar);
    bar->showNotice(kind, text);
    connect(bar, &NoticeBar::dismissed, this, [this, bar] { remove(bar); });
    if (isPassing(kind))
        QTimer::singleShot(kPassing, bar, [this, bar] { remove(bar); });
    setVisible(true);
    place();
}

void Notices::dismissAll()
{
    while (!m_bars.isEmpty())
        remove(m_bars.first());
}

void Notices::dismissPassing()
{
    const QList<NoticeBar *> bars = m_bars;
    for (NoticeBar *bar : bars) {
        if (isPassing(bar->kind()))
            remove(bar);
    }
}

QStringList Notices::texts() const
{
    QStringList all;
    for (const NoticeBar *bar : m_bars)
        all.append(bar->text());
    return all;
}

void Notices::remove(NoticeBar *bar)
{
    if (!m_bars.removeOne(bar))
        return;
    m_layout->removeWidget(bar);
    bar->hide();
    bar->deleteLater();
    setVisible(!m_bars.isEmpty());
    place();
}

void Notices::place()
{
    if (m_bars.isEmpty())
        return;
    const int width = qMin(kWidth, parentWidget()->width() - 2 * metrics::kLarge);
    int height = 0;
    for (NoticeBar *bar : std::as_const(m_bars))
        height += (bar->hasHeightForWidth() ? bar->heightForWidth(width) : bar->sizeHint().height())
            + m_layout->spacing();
    setGeometry((parentWidget()->width() - width) / 2, kTop, width, height - m_layout->spacing());
    raise();
}

bool Notices::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace inbox::ui
