// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace inbox::ui {

class PlainLabel;

// One thing to pick.
struct Choice {
    QString id;
    QString text; // may come from outside: made safe when shown
    QString detail; // beside it, muted; also searched
    QString icon; // a name of ours, or empty
    bool current = false; // is so already: marked, and where picking begins
    std::optional<bool> online =
        std::nullopt; // of a person: a dot, filled or hollow; `detail` says it in words
    QString color = {}; // of a tag, as the API has it: a dot instead of the icon, where it is one
};

// A short list to pick one thing from, with a field that narrows it while the person types. Keys go to the
// field, arrows and Enter to the list, so nobody has to change between them. GUI thread.
class ChoiceList : public QWidget {
    Q_OBJECT
public:
    // `placeholder` empty: there is no field, and typing a letter jumps to the entry that begins with it.
    explicit ChoiceList(const QString &accessibleName, const QString &placeholder, QWidget *parent = nullptr);

    // What is typed and picked stays when it can.
    void setChoices(const QList<Choice> &choices);
    // Said when nothing matches, or nothing is there.
    void setEmptyText(const QString &nothingMatches, const QString &nothingThere);
    // Something more to pick, made of what is typed; it stands behind all others, unless one of them has its
    // id.
    void setOwnChoice(std::function<std::optional<Choice>(const QString &typed)> make);
    QLineEdit *field() const { return m_filter; } // nullptr: there is none
    QString pickedId() const; // empty: none
    bool isEmpty() const;
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString &id); // Enter or a click
    void pickedChanged();
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &preferredId);
    void chooseCurrent();
    void step(int by);

    void addRow(const Choice &choice);

    QList<Choice> m_choices;
    std::function<std::optional<Choice>(const QString &)> m_makeOwn;
    QString m_nothingMatches;
    QString m_nothingThere;
    QLineEdit *m_filter = nullptr;
    QListView *m_view;
    QStandardItemModel *m_model;
    PlainLabel *m_empty;
};

} // namespace inbox::ui
