// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingspage.h"

#include "services/domain/text.h"
#include "ui/settings/highlightlabel.h"
#include "ui/settings/preferencerow.h"
#include "ui/settings/switch.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QSpinBox>
#include <QVBoxLayout>

namespace inbox::ui {

SettingsPage::SettingsPage(const QString &name, const char *icon, models::Preferences &preferences)
    : m_name(name)
    , m_icon(QLatin1String(icon))
    , m_preferences(preferences)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, metrics::kLarge);
    m_layout->setSpacing(0);
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(name);
    title->setObjectName(QStringLiteral("pageTitle"));
    title->setContentsMargins(0, 0, 0, metrics::kGrid);
    m_layout->addWidget(title);
}

SettingsPage::Text SettingsPage::said(const char *english, const char *comment) const
{
    return {QCoreApplication::translate(metaObject()->className(), english, comment),
            QString::fromUtf8(english)};
}

PreferenceRow *SettingsPage::addRow(const Text &label, const Text &help, const Text &keywords,
                                    QWidget *control)
{
    // The English explanations are left out: among so many words a fragment in another language finds
    // anything.
    const QStringList unseen{keywords.shown, keywords.english, label.english};
    auto *row = new PreferenceRow(label.shown, help.shown, unseen.join(u'\n'), control, this);
    m_layout->addWidget(row, 0, Qt::AlignTop); // as high as its words need, and no higher
    m_rows.append(row);
    return row;
}

QComboBox *SettingsPage::makeChoice(const char *name, const QStringList &texts,
                                    const std::function<void(int)> &pick)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->addItems(texts);
    connect(box, &QComboBox::activated, this, pick);
    return box;
}

PreferenceRow *SettingsPage::addSwitch(const char *name, const Text &label, const Text &help,
                                       const Text &keywords, bool models::PreferenceValues::*field)
{
    auto *box = new Switch;
    box->setObjectName(QLatin1String(name));
    connect(box, &QAbstractButton::clicked, this, [this, field](bool on) { set(field, on); });
    follow(field, [box](bool on) { box->setChecked(on); });
    return addRow(label, help, keywords, box);
}

PreferenceRow *SettingsPage::addNumber(const char *name, const Text &label, const Text &help,
                                       const Text &keywords, int models::PreferenceValues::*field, int least,
                                       int most, int step, const QString &suffix)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, [this, field](int value) { set(field, value); });
    follow(field, [box](int value) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    });
    return addRow(label, help, keywords, box);
}

void SettingsPage::addPart(QWidget *part, const std::function<int(const QString &)> &matches)
{
    m_layout->addWidget(part, 1);
    m_parts.append({part, matches});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

int SettingsPage::matchesKeywords(const QString &search, const Text &keywords) const
{
    const QStringList words = domain::searchWords(search);
    const QString all = domain::folded(QStringList{m_name, keywords.shown, keywords.english}.join(u'\n'));
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word); })
        ? 1
        : 0;
}

int SettingsPage::filter(const QString &search)
{
    const QStringList words = domain::searchWords(search);
    int found = 0;
    for (PreferenceRow *row : std::as_const(m_rows)) {
        const bool matches = row->matches(words, m_name);
        row->setVisible(matches);
        row->setHighlight(words);
        found += matches ? 1 : 0;
    }
    for (const Part &part : std::as_const(m_parts)) {
        const int matches = part.matches(search);
        part.widget->setVisible(matches > 0 || words.isEmpty());
        found += matches;
    }
    return found;
}

void SettingsPage::reset()
{
    m_preferences.change([this](models::PreferenceValues &values) {
        for (const auto &back : std::as_const(m_resets))
            back(values);
    });
}

bool SettingsPage::isReset() const
{
    models::PreferenceValues values = m_preferences.values();
    for (const auto &back : m_resets)
        back(values);
    return values == m_preferences.values();
}

} // namespace inbox::ui
