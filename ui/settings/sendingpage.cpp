// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/sendingpage.h"

#include "ui/settings/preferencerow.h"

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
