// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/scenes.h"

#include "app/language.h"
#include "ui/settings/settingswindow.h"

#include <QLineEdit>
#include <QListWidget>

namespace inbox::gallery {

using ui::Command;

namespace {

enum Page { Appearance, Sending, Notifications, Accounts, Shortcuts, Storage };

using Change = std::function<void(models::PreferenceValues &)>;

// The settings over the window, on `page`, after `change` and with `search` typed.
Scene settings(const char *name, const char *title, Page page, const Change &change = {},
               const char *search = "")
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [page, change, search](const QSize &size) {
                Stage stage(size);
                stage.open(ids::parcel);
                if (change)
                    stage.workspace.preferences.change(change);
                ui::SettingsWindow window(
                    stage.workspace, stage.window->commands(),
                    {app::availableLanguages(), QStringLiteral("/home/ben/.local/share/agent-inbox")},
                    stage.window.get());
                if (size.width() < window.width())
                    window.resize(size.width() - 120, window.height());
                window.present();
                stage.settle();
                window.findChild<QListWidget *>(QStringLiteral("settingsPages"))->setCurrentRow(page);
                window.findChild<QLineEdit *>(QStringLiteral("searchSettings"))
                    ->setText(QString::fromUtf8(search));
                stage.settle();
                return stage.picture();
            }};
}

Scene inbox(const char *name, const char *title, const Change &change)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [change](const QSize &size) {
                Stage stage(size);
                stage.workspace.preferences.change(change);
                stage.open(ids::parcel);
                return stage.picture();
            }};
}

} // namespace

QList<Scene> settingsScenes()
{
    const auto text = [](int percent) {
        return [percent](models::PreferenceValues &values) { values.fontPercent = percent; };
    };
    return {
        settings("settings-appearance", "Settings: appearance", Appearance),
        settings("settings-sending", "Settings: sending", Sending,
                 [](models::PreferenceValues &v) {
                     v.recentEmoji = {QStringLiteral("👍"), QStringLiteral("🙂")};
                 }),
        settings("settings-notifications", "Settings: notifications", Notifications,
                 [](models::PreferenceValues &v) { v.notifyClosingWindows = false; }),
        settings("settings-quiet", "Settings: quiet hours", Notifications,
                 [](models::PreferenceValues &v) { v.quietHours = true; }),
        settings("accounts", "Settings: accounts", Accounts),
        settings("settings-shortcuts", "Settings: shortcuts", Shortcuts),
        settings("settings-storage", "Settings: storage", Storage),
        settings("settings-search", "Settings: searching", Appearance, {}, "lo"),
        settings("settings-search-nothing", "Settings: nothing found", Appearance, {}, "zebra"),
        settings("settings-text-200", "Settings: text at 200 %", Appearance, text(200)),
        settings("settings-text-200-accounts", "Settings: accounts at 200 %", Accounts, text(200)),
        settings("settings-text-75", "Settings: text at 75 %", Notifications, text(75)),
        inbox("inbox-text-200", "The inbox with text at 200 %", text(200)),
        inbox("inbox-text-75", "The inbox with text at 75 %", text(75)),
        inbox("inbox-compact", "The inbox, compact",
              [](models::PreferenceValues &v) { v.density = models::Density::Compact; }),
    };
}

} // namespace inbox::gallery
