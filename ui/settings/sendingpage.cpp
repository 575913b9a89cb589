// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/sendingpage.h"

#include "models/recipientsource.h"
#include "ui/dialogs/pickbutton.h"
#include "ui/settings/preferencerow.h"
#include "ui/text/openingwords.h"

#include <QPushButton>

namespace inbox::ui {

using models::PreferenceValues;
using models::SendKey;

SendingPage::SendingPage(models::Preferences &preferences)
    : SettingsPage(tr("Sending"), "send", preferences)
{
    addChoice(
        "sendKey", said("Key that sends a reply"), said("If Enter sends, Shift+Enter begins a new line."),
        said("return enter ctrl newline shortcut", "keywords of the search"), &PreferenceValues::sendKey,
        {{SendKey::CtrlEnter, tr("Ctrl+Enter")}, {SendKey::Enter, tr("Enter")}});
    auto *country = new PickButton(tr("Country of numbers without +"), tr("Type a country…"));
    country->setObjectName(QStringLiteral("phoneRegion"));
    QList<Choice> countries{
        {QString(), tr("Guess"), {}, QStringLiteral("search"), false},
        {models::RecipientSource::noRegion, tr("No country"), {}, QStringLiteral("minus"), false}};
    const QList<models::Country> all = models::RecipientSource::countries();
    for (const models::Country &one : all)
        countries << Choice{one.region, OpeningWords::country(one), one.region, {}, false};
    country->setChoices(countries);
    connect(country, &PickButton::picked, this,
            [this](const QString &region) { set(&PreferenceValues::phoneRegion, region); });
    follow(&PreferenceValues::phoneRegion, [country](const QString &region) { country->setPicked(region); });
    addRow(said("Country of numbers without +"),
           said("For recipients of new conversations. Guessed from your own numbers, else from your system."),
           said("phone region default international", "keywords of the search"), country);
    auto *forget = new QPushButton(tr("Forget"));
    forget->setObjectName(QStringLiteral("recentEmoji"));
    PreferenceRow *row = addRow(said("Recent emoji"), {},
                                said("smiley reaction history clear", "keywords of the search"), forget);
    forget->setAccessibleName(tr("Forget the recent emoji"));
    connect(forget, &QPushButton::clicked, this,
            [this] { set(&PreferenceValues::recentEmoji, QStringList()); });
    follow(&PreferenceValues::recentEmoji, [row, forget](const QStringList &recent) {
        forget->setEnabled(!recent.isEmpty());
        row->setHelp(recent.isEmpty() ? tr("None has been used yet.")
                                      : tr("Offered first: %1").arg(recent.join(u' ')));
    });
}

} // namespace inbox::ui
