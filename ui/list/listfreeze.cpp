// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/listfreeze.h"

#include "models/conversationlistmodel.h"

#include <QEvent>
#include <QWidget>

namespace inbox::ui {

namespace {
constexpr std::chrono::seconds kPointerRest{30};
constexpr std::chrono::seconds kAfterKey{8};
// A pointer on its way across the list to another pane must not flicker.
constexpr std::chrono::milliseconds kAfterLeave{400};
} // namespace

ListFreeze::ListFreeze(models::ConversationListModel &model, QWidget *viewport, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_release.setSingleShot(true);
    connect(&m_release, &QTimer::timeout, this, &ListFreeze::release);
    viewport->installEventFilter(this);
}

void ListFreeze::noteNavigation()
{
    hold(kAfterKey);
}

bool ListFreeze::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        hold(kPointerRest);
        break;
    case QEvent::Leave:
        if (m_release.remainingTimeAsDuration() > kAfterKey)
            m_release.start(kAfterLeave);
        break;
    case QEvent::Hide:
        release();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ListFreeze::hold(std::chrono::milliseconds time)
{
    m_model.setFrozen(true);
    if (!m_release.isActive() || m_release.remainingTimeAsDuration() < time)
        m_release.start(time);
}

void ListFreeze::release()
{
    m_release.stop();
    m_model.setFrozen(false);
}

} // namespace inbox::ui
