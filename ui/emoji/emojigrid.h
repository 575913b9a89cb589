// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/emoji/emojimodel.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

namespace inbox::ui {

// The sheet of emoji in the picker: sections under headings, painted by a delegate, only what is in sight.
// Never takes the keyboard: the search field keeps it and moves the choice. Owned by the picker; GUI thread.
class EmojiGrid : public QTableView {
    Q_OBJECT
public:
    explicit EmojiGrid(QWidget *parent = nullptr);

    // Chooses the first emoji and shows the top.
    void setSections(const QList<EmojiSection> &sections);
    QString chosen() const { return m_model->emoji(currentIndex()); }
    // One step through the emoji in reading order, across rows and headings.
    void stepAlong(int by);
    // `by` rows down, headings not counted, to the nearest emoji there.
    void stepRows(int by);
    // Brings a section to the top and chooses its first emoji.
    void goToSection(int section);
    int currentSection() const; // at the top of what is in sight
    int visibleRows() const;
    static int cellSize(const QFont &font);
    // A font's pictures take their time: a painting ends early, and what is missing comes in the next one.
    bool isPaintingLong() const;
    void paintRestSoon() { m_rest.start(); }

Q_SIGNALS:
    void picked(const QString &emoji); // clicked
    void chosenChanged();
    void sectionChanged(int section);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool viewportEvent(QEvent *event) override;

private:
    void choose(int row, int column);
    void fitCells();

    EmojiModel *m_model;
    QElapsedTimer m_painting;
    QTimer m_rest;
};

} // namespace inbox::ui
