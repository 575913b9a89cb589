// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QWidget>

class QVBoxLayout;

namespace inbox::ui {

class PickButton;
class PlainLabel;
class SettingRow;

// From which account and number, with which template, and whatever else the account's API wants answered:
// drawn from what it says, never from which it is. GUI thread.
class MessagePanel : public QWidget {
    Q_OBJECT
public:
    // `composing` outlives the panel.
    explicit MessagePanel(models::NewConversation &composing);

    void build(); // the account, its answers or its presets are others
    void focusFirst();
    // Marks what `ids` name as missing or wrong.
    void showProblems(const QStringList &missing, const QStringList &wrong);

private:
    void addTitled(QVBoxLayout *to, const QString &title, QWidget *field);
    void addFailure(QVBoxLayout *to, models::Obstacle::Kind what, const domain::Error &error);
    QWidget *makeAccount();
    QWidget *makeTemplates();
    QWidget *makeLines();
    QWidget *makePresets();
    void addFields(QVBoxLayout *column, const domain::OpeningForm &form);
    void savePreset();

    models::NewConversation &m_composing;
    QWidget *m_content = nullptr;
    QWidget *m_first = nullptr;
    QList<SettingRow *> m_fields;
    bool m_moreIsOpen = false;
};

} // namespace inbox::ui
