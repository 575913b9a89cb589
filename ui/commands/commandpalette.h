// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace inbox::ui {

class PlainLabel;

// Something that can be picked by typing a few of its letters.
struct PaletteItem {
    QString text;
    QString group; // small and muted beside the text
    QString keys; // on the far side
    QString whyNot; // not empty: it cannot be picked now, and this says why
    QString iconName;
    std::function<void()> run;
};

// A layer over the window with a field and a list: type, move with the arrows, Enter runs, Esc closes and the
// focus is back where it was. Used for commands and for short choices such as "Who am I". Owned by the
// window; GUI thread.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    // `title` is the accessible name, `prompt` stands grey in the empty field.
    void open(const QString &title, const QString &prompt, const QList<PaletteItem> &items);
    void close();

Q_SIGNALS:
    void opened();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void filter();
    void move(int by);
    void runCurrent();
    void place();
    void showReason();

    QWidget *m_box;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    PlainLabel *m_reason;
    QList<PaletteItem> m_items;
    QPointer<QWidget> m_focusBefore;
};

} // namespace inbox::ui
