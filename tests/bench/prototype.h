// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMainWindow>

class QListView;
class QStringListModel;
class QTreeView;

namespace inbox::bench {

// The least that could be called three panes: plain Qt views over made-up texts, no network, no delegate, no
// style. What the inbox costs is measured against it.
class Prototype : public QMainWindow {
    Q_OBJECT
public:
    explicit Prototype(int conversations, QWidget *parent = nullptr);

    QTreeView *list() const { return m_list; }
    QListView *thread() const { return m_thread; }
    int shown() const { return m_shown; } // the row whose messages are shown, -1: none

private:
    void open(int row);

    QTreeView *m_list;
    QListView *m_thread;
    QStringListModel *m_messages;
    int m_shown = -1;
};

} // namespace inbox::bench
