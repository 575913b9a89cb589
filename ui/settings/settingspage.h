// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"

#include <QComboBox>

#include <algorithm>
#include <functional>

class QVBoxLayout;

namespace inbox::ui {

class PlainLabel;
class PreferenceRow;

// A page of the settings: its title and its rows. Each control shows what holds now and changes it at once.
// Owned by the settings window; GUI thread.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    // `icon`: a name of ours.
    SettingsPage(const QString &name, const char *icon, models::Preferences &preferences);

    const QString &name() const { return m_name; }
    const QString &icon() const { return m_icon; }
    // Shows what matches the search, everything for an empty one. Returns how much matched.
    int filter(const QString &search);
    // Its choices go back to what a new profile has.
    void reset();
    bool fillsHeight() const { return !m_parts.isEmpty(); }
    bool canReset() const { return !m_resets.isEmpty(); }
    bool isReset() const;

protected:
    // What a page says, and the same in English: whoever has learnt the English words finds by them, too.
    struct Text {
        QString shown;
        QString english;
    };
    // As tr(), in the page's own context; lupdate knows it.
    Text said(const char *english, const char *comment = nullptr) const;

    PreferenceRow *addRow(const Text &label, const Text &help, const Text &keywords, QWidget *control);
    // Something of the page's whole width, shown when `matches` says so of the search.
    void addPart(QWidget *part, const std::function<int(const QString &)> &matches);
    // For parts that are found by keywords alone.
    int matchesKeywords(const QString &search, const Text &keywords) const;

    template <typename T> void set(T models::PreferenceValues::*field, const T &value)
    {
        m_preferences.change([&](models::PreferenceValues &values) { values.*field = value; });
    }
    // Calls `show` with what the preference is, now and whenever any changes; the page can reset it.
    template <typename T, typename Show> void follow(T models::PreferenceValues::*field, Show show)
    {
        const auto update = [this, field, show] { show(m_preferences.values().*field); };
        update();
        connect(&m_preferences, &models::Preferences::changed, this, update);
        m_resets.append(
            [field](models::PreferenceValues &values) { values.*field = models::PreferenceValues().*field; });
    }
    models::Preferences &preferences() const { return m_preferences; }

    // The usual controls, bound to their preference; `name` is their object name.
    template <typename T>
    PreferenceRow *addChoice(const char *name, const Text &label, const Text &help, const Text &keywords,
                             T models::PreferenceValues::*field, const QList<std::pair<T, QString>> &choices)
    {
        QStringList texts;
        for (const auto &choice : choices)
            texts.append(choice.second);
        const auto pick = [this, field, choices](int index) { set(field, choices.at(index).first); };
        QComboBox *box = makeChoice(name, texts, pick);
        follow(field, [box, choices](const T &value) {
            const auto now = std::find_if(choices.begin(), choices.end(),
                                          [&value](const auto &choice) { return choice.first == value; });
            box->setCurrentIndex(now == choices.end() ? 0 : int(now - choices.begin()));
        });
        return addRow(label, help, keywords, box);
    }
    PreferenceRow *addSwitch(const char *name, const Text &label, const Text &help, const Text &keywords,
                             bool models::PreferenceValues::*field);
    // A whole number, taken when it is complete: Return, an arrow or leaving the field.
    PreferenceRow *addNumber(const char *name, const Text &label, const Text &help, const Text &keywords,
                             int models::PreferenceValues::*field, int least, int most, int step,
                             const QString &suffix);

private:
    QComboBox *makeChoice(const char *name, const QStringList &texts, const std::function<void(int)> &pick);

    struct Part {
        QWidget *widget;
        std::function<int(const QString &)> matches;
    };

    const QString m_name;
    const QString m_icon;
    models::Preferences &m_preferences;
    QVBoxLayout *m_layout;
    QList<PreferenceRow *> m_rows;
    QList<Part> m_parts;
    QList<std::function<void(models::PreferenceValues &)>> m_resets;
};

} // namespace inbox::ui
