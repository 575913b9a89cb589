// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/popup.h"

class QButtonGroup;
class QLineEdit;

namespace inbox::models {
class Preferences;
}

namespace inbox::ui {

class ElidedLabel;
class EmojiGrid;
class PlainLabel;

// Every emoji, to pick one: what was used last, then group by group; typing searches in the program's
// language and in English. Arrows move, Enter or a click picks and closes, with Shift the panel stays open.
// Remembers what was picked and the skin tone among the preferences. Owned by the window, deletes itself; GUI
// thread.
class EmojiPicker : public Popup {
    Q_OBJECT
public:
    // `preferences` outlives the picker.
    EmojiPicker(models::Preferences &preferences, QWidget *parent);

    // Puts `emoji` at the head of those used last.
    static void remember(models::Preferences &preferences, const QString &emoji);
    // Those used last, the newest first: only what is an emoji.
    static QStringList recent(const models::Preferences &preferences);

Q_SIGNALS:
    void picked(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void pick(const QString &emoji, Qt::KeyboardModifiers modifiers);
    void chooseTone(int tone);
    void showChosen();
    void showSection(int section);
    QLayout *makeTabs();
    QLayout *makeHead();
    QLayout *makeFoot();

    models::Preferences &m_preferences;
    QLineEdit *m_search;
    QWidget *m_tabRow;
    QButtonGroup *m_tabs;
    EmojiGrid *m_grid;
    PlainLabel *m_nothing;
    PlainLabel *m_picture;
    ElidedLabel *m_name;
    QButtonGroup *m_tones;
    QStringList m_used; // as they were when the picker opened: nothing moves while it is open
};

} // namespace inbox::ui
