// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"
#include "ui/list/conversationdelegate.h"

#include <QSet>
#include <QTimer>

namespace inbox::ui {

class ConversationListView;

// Customers' photos for the conversation list, where the person allows them: fetched for rows that stay on
// the screen, and not asked for again after a failure. Owned by its view; GUI thread.
class CustomerPhotos : public QObject, public RowPhotos {
    Q_OBJECT
public:
    // All outlive this.
    CustomerPhotos(models::Media &media, models::Preferences &preferences, ConversationListView &view);

    QImage photo(const domain::ConversationKey &key, int side) const override;

private:
    void loadSeen();

    models::Media &m_media;
    models::Preferences &m_preferences;
    ConversationListView &m_view;
    mutable QSet<domain::ConversationKey> m_seen; // painted before their photo was there
    mutable QTimer m_loadSeen;
};

} // namespace inbox::ui
