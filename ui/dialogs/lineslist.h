// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

#include <functional>

namespace inbox::ui {

// A model's rows in one line of words each, however many there are: only what is on screen is asked for. GUI
// thread.
class LinesList : public QListView {
    Q_OBJECT
public:
    struct Line {
        QString text; // safe already
        QString detail; // muted, at the end
        QString icon;
    };

    explicit LinesList(const QString &name, QWidget *parent = nullptr);

    // Once; `line` outlives neither the list nor what it captures.
    void setLines(QAbstractItemModel *model, std::function<Line(int)> line);

private:
    class Words;
};

} // namespace inbox::ui
