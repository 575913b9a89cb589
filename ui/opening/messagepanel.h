// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QWidget>

class QSpinBox;
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

    // The account, its answers or its presets are others. Where only an answer has come, nothing that the
    // person is in is made anew.
    void build();
    void focusFirst();
    // What the person has to change; else the first field.
    void focusProblem(const models::Obstacle &obstacle);
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
    // All that build() draws, but for what the two below keep up to date.
    QStringList shape() const;
    bool hasShape() const;
    void showTemplates();
    void showLines();

    models::NewConversation &m_composing;
    QWidget *m_content = nullptr;
    QWidget *m_first = nullptr;
    PickButton *m_templates = nullptr; // nullptr: there are none to choose
    PickButton *m_lines = nullptr;
    QSpinBox *m_most = nullptr;
    QStringList m_shape;
    QList<SettingRow *> m_fields;
    bool m_moreIsOpen = false;
};

} // namespace inbox::ui
