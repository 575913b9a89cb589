// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/storagepage.h"

#include "models/media.h"
#include "ui/settings/preferencerow.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace inbox::ui {

using models::PreferenceValues;

StoragePage::StoragePage(models::Preferences &preferences, models::Media &media, const QString &profileDir)
    : SettingsPage(tr("Storage"), "download", preferences)
{
    const QString mib = QStringLiteral(" MiB");
    addSwitch("loadPictures", said("Load pictures by themselves"),
              said("Otherwise a picture is loaded when you click it."),
              said("images photos thumbnails download automatic", "keywords of the search"),
              &PreferenceValues::loadPictures);
    constexpr int kLargestFile = 2048;
    constexpr int kFileStep = 10;
    addNumber("downloadLimitMib", said("Largest file to load"), said("Anything larger is refused."),
              said("download limit size documents video", "keywords of the search"),
              &PreferenceValues::downloadLimitMib, 1, kLargestFile, kFileStep, mib);
    constexpr int kSmallestCache = 16;
    constexpr int kLargestCache = 16 * 1024;
    constexpr int kCacheStep = 64;
    addNumber("mediaCacheMib", said("Room for loaded files"),
              said("When it is full, what was not looked at for longest goes first."),
              said("cache disk space memory limit", "keywords of the search"),
              &PreferenceValues::mediaCacheMib, kSmallestCache, kLargestCache, kCacheStep, mib);

    auto *clear = new QPushButton(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearCache"));
    PreferenceRow *used =
        addRow(said("Room in use"), {},
               said("space used cache delete wipe free disk", "keywords of the search"), clear);
    clear->setAccessibleName(tr("Clear the loaded files"));
    connect(clear, &QPushButton::clicked, &media, &models::Media::clearCache);
    const auto showUsed = [used, clear, &media] {
        used->setHelp(
            tr("%1 of loaded pictures and files. What is cleared is loaded again when it is looked at.")
                .arg(QLocale().formattedDataSize(media.cacheBytes(), 1)));
        clear->setEnabled(media.cacheBytes() > 0);
    };
    connect(&media, &models::Media::cacheChanged, used, showUsed);
    showUsed();

    if (profileDir.isEmpty())
        return;
    auto *place = new QWidget;
    auto *line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kSmall);
    auto *path = new QLineEdit(QDir::toNativeSeparators(QDir(profileDir).absolutePath()));
    path->setObjectName(QStringLiteral("profilePath"));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    path->setAccessibleName(tr("Where the profile is"));
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyProfilePath"));
    copy->setAccessibleName(tr("Copy where the profile is"));
    line->addWidget(path, 1);
    line->addWidget(copy);
    connect(copy, &QPushButton::clicked, path,
            [path] { QGuiApplication::clipboard()->setText(path->text()); });
    PreferenceRow *row =
        addRow(said("Where the profile is"), said("Accounts and settings. Access tokens are not among them."),
               said("folder directory path disk backup data", "keywords of the search"), place);
    row->setControlBelow();
}

} // namespace inbox::ui
