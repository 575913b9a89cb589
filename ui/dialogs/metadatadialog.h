// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QMap>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace inbox::ui {

class PlainLabel;

// The business's own words about a conversation, a name and a value a line; there is always one empty line
// more. Tab and the arrows lead from field to field, the button at its end takes a line away. Shown with
// open(); GUI thread. Never changes anything itself.
class MetadataDialog : public QDialog {
    Q_OBJECT
public:
    MetadataDialog(const QString &customer, const QMap<QString, QString> &metadata,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QMap<QString, QString> &metadata); // at most once: all of it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        QLineEdit *name;
        QLineEdit *value;
        QToolButton *remove;
    };
    void addLine(const QString &name, const QString &value);
    void removeLine(const QLineEdit *name);
    void onEdited();
    // What is wrong with the lines; empty: nothing.
    QString problem() const;
    QMap<QString, QString> metadata() const;
    void confirm();

    const QMap<QString, QString> m_before;
    QList<Line> m_lines;
    QGridLayout *m_grid;
    PlainLabel *m_problem;
    QPushButton *m_save;
    int m_rows = 0; // ever made: a grid's row is not used twice
};

} // namespace inbox::ui
