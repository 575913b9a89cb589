// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"
#include "ui/records/recorddelegate.h"

#include <QAbstractItemModel>
#include <QTimer>
#include <QWidget>

#include <functional>

class QListView;
class QStackedLayout;
class QVBoxLayout;

namespace inbox::ui {

class ButtonRow;
class EmptyState;

// One page of the records: a list, and below it what can be done with the selected line. Enter does the first
// step, or asks with a menu where it cannot be taken back. Owned by the window; GUI thread.
class RecordsPage : public QWidget {
    Q_OBJECT
public:
    struct Step {
        QString text;
        QString icon;
        std::function<void()> run;
        bool needsCare = false; // a key pressed by mistake may not do it
    };

    RecordsPage(const QString &name, const QString &icon, const char *listName);

    const QString &name() const { return m_name; }
    const QString &icon() const { return m_icon; }
    virtual int count() const = 0; // beside the name; 0 is not shown
    void takeFocus();

Q_SIGNALS:
    void conversationWanted(const inbox::domain::ConversationKey &key, bool toWrite);
    void countChanged();

protected:
    // Once, when everything that line() needs is there.
    void setModel(QAbstractItemModel *model);
    void setEmpty(const QString &title, const QString &text);
    // Above the list.
    void addAbove(QWidget *widget);
    // Of the page, not of a line; beside the steps.
    void addPageButton(QAbstractButton *button);
    Step openStep(const domain::ConversationKey &key);

    virtual RecordLine line(int row) const = 0;
    virtual QList<Step> steps(int row) = 0;
    virtual void onRowsChanged() { }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Lines;
    int currentRow() const;
    void onChanged();
    void updateSteps();
    void showMenu();
    void doFirst();

    const QString m_name;
    const QString m_icon;
    QVBoxLayout *m_above;
    QStackedLayout *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    ButtonRow *m_buttons = nullptr;
    QVBoxLayout *m_below;
    QVBoxLayout *m_pageButtons;
    QStringList m_shownSteps;
    bool m_waitsForRows = false; // the keyboard is the list's as soon as it has rows
    QTimer m_update; // rows change one by one
};

} // namespace inbox::ui
