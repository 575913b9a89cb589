// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/carefuldialog.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace inbox::ui {

namespace {

bool isConfirmKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Space
        || event.key() == Qt::Key_Select;
}

} // namespace

void CarefulDialog::guard(QAbstractButton *yes, const QList<QWidget *> &others)
{
    m_yes = yes;
    yes->installEventFilter(this);
    for (QWidget *other : others)
        other->installEventFilter(this);
    connect(yes, &QAbstractButton::clicked, this, &CarefulDialog::confirm);
}

void CarefulDialog::showEvent(QShowEvent *event)
{
    m_shown.start();
    QDialog::showEvent(event);
    // What Enter will do must be seen from the start, not from the first Tab on.
    setAttribute(Qt::WA_KeyboardFocusChange);
}

bool CarefulDialog::isDeaf() const
{
    return !m_shown.isValid() || m_shown.elapsed() < kDeafMs;
}

void CarefulDialog::confirm()
{
    if (m_confirmed || isDeaf())
        return;
    m_confirmed = true;
    m_yes->setEnabled(false);
    Q_EMIT confirmed();
    accept();
}

bool CarefulDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isConfirmKey(*key) && (key->isAutoRepeat() || isDeaf()))
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

void CarefulDialog::keyPressEvent(QKeyEvent *event)
{
    if (isConfirmKey(*event) && (event->isAutoRepeat() || isDeaf())) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace inbox::ui
