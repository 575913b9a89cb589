// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QMap>
#include <QWidget>

class QPushButton;

namespace inbox::models {
class Preferences;
}

namespace inbox::ui {

class Commands;
class NoticeBar;
class PlainLabel;
class ShortcutRecorder;
class ShortcutRow;

// All commands by section with their keys, to be changed, written to a file and read from one. What is
// changed holds at once. As high as its rows: whoever shows it scrolls. GUI thread.
class ShortcutsPage : public QWidget {
    Q_OBJECT
public:
    // Both outlive the page.
    ShortcutsPage(Commands &commands, models::Preferences &preferences, QWidget *parent = nullptr);

    // Shows the commands whose text, section or keys have all these words; everything for none.
    void setFilter(const QString &words);
    // How many commands are shown.
    int matches() const { return m_matches; }

    void importFrom(const QString &fileName);
    void exportTo(const QString &fileName);

private:
    struct Group {
        PlainLabel *heading;
        QList<ShortcutRow *> rows;
    };

    void build();
    void updateKeys();
    void record(ShortcutRow *row, const QKeySequence &instead);
    void endRecording(const QKeySequence &focus);
    void judge(const QKeySequence &keys);
    void takeKeys();
    void removeKeys();
    void reset(ShortcutRow *row);
    void resetAll();
    void store(const QMap<QString, QString> &keys);
    void chooseFile(bool toWrite);

    Commands &m_commands;
    models::Preferences &m_preferences;
    NoticeBar *m_notice;
    QWidget *m_buttons;
    QPushButton *m_resetAll;
    ShortcutRecorder *m_recorder;
    QList<Group> m_groups;
    int m_matches = 0;
    ShortcutRow *m_recording = nullptr;
    QKeySequence m_instead; // of the keys being taken down; empty: one more
    QKeySequence m_wanted; // taken down, but another command has them
    QMap<QString, QString> m_beforeReset; // until something else is changed
};

} // namespace inbox::ui
