// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/bench/prototype.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStringListModel>
#include <QTreeView>

namespace inbox::bench {

namespace {

constexpr int kMessages = 20; // in each conversation

class Texts final : public QAbstractListModel {
public:
    Texts(int rows, QObject *parent)
        : QAbstractListModel(parent)
        , m_rows(rows)
    {
    }
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QStringLiteral("Customer %1: where is my parcel?").arg(index.row() + 1);
    }

private:
    int m_rows;
};

class List final : public QTreeView {
protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_J) {
            QTreeView::keyPressEvent(event);
            return;
        }
        const int next = currentIndex().isValid() ? currentIndex().row() + 1 : 0;
        setCurrentIndex(model()->index(next, 0));
    }
};

} // namespace

Prototype::Prototype(int conversations, QWidget *parent)
    : QMainWindow(parent)
    , m_list(new List)
    , m_thread(new QListView)
    , m_messages(new QStringListModel(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setModel(new Texts(conversations, this));
    m_thread->setModel(m_messages);
    auto *panes = new QSplitter;
    panes->addWidget(m_list);
    panes->addWidget(m_thread);
    panes->addWidget(new QPlainTextEdit);
    setCentralWidget(panes);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { open(current.row()); });
    m_list->setFocus();
}

void Prototype::open(int row)
{
    QStringList texts;
    for (int i = 0; i < kMessages; ++i)
        texts << QStringLiteral("Message %1 of conversation %2").arg(i + 1).arg(row + 1);
    m_messages->setStringList(texts);
    m_shown = row;
}

} // namespace inbox::bench
