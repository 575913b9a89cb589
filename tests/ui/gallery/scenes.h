// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/gallery/stage.h"

namespace inbox::gallery {

struct Scene {
    QString name; // the picture's file name
    QString title;
    std::function<QPixmap(const QSize &)> take;
};

// Every screen and state, in the order of the page that shows them.
QList<Scene> scenes();
// Those of the settings.
QList<Scene> settingsScenes();
// Those of what colleagues share, and of bots.
QList<Scene> teamworkScenes();
// Those of conversations that begin from our side.
QList<Scene> openingScenes();
// Those of outbox, drafts and ledger.
QList<Scene> recordsScenes();

} // namespace inbox::gallery
