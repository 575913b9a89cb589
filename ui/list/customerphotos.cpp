// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/customerphotos.h"

#include "models/preferences.h"
#include "ui/list/conversationlistview.h"

namespace inbox::ui {

using domain::ConversationKey;
using models::MediaPhase;
using models::MediaRef;

namespace {

constexpr std::chrono::milliseconds kRest{150};
constexpr int kLongest = 4; // of a photo's sides, the longer one beside the shorter

} // namespace

CustomerPhotos::CustomerPhotos(models::Media &media, models::Preferences &preferences,
                               ConversationListView &view)
    : QObject(&view)
    , m_media(media)
    , m_preferences(preferences)
    , m_view(view)
{
    m_loadSeen.setSingleShot(true);
    m_loadSeen.setInterval(kRest);
    connect(&m_loadSeen, &QTimer::timeout, this, &CustomerPhotos::loadSeen);
    const auto repaint = [this](const MediaRef &ref) {
        if (ref.isPhoto())
            m_view.repaintRow(ref.conversation);
    };
    connect(&media, &models::Media::changed, this, repaint);
    connect(&media, &models::Media::thumbnailReady, this, repaint);
    connect(&preferences, &models::Preferences::changed, this,
            [this](const models::PreferenceValues &before) {
                if (before.loadPhotos != m_preferences.values().loadPhotos)
                    m_view.viewport()->update();
            });
    view.setPhotos(this);
}

QImage CustomerPhotos::photo(const ConversationKey &key, int side) const
{
    if (!m_preferences.values().loadPhotos)
        return {};
    const MediaRef ref = MediaRef::photoOf(key);
    const models::MediaState state = m_media.state(ref);
    if (state.phase == MediaPhase::Remote) {
        m_seen.insert(key);
        if (!m_loadSeen.isActive())
            m_loadSeen.start();
    }
    if (!state.picture)
        return {};
    const QSize box = state.pixels.scaled(side, side, Qt::KeepAspectRatioByExpanding)
                          .boundedTo(QSize(kLongest * side, kLongest * side));
    return m_media.thumbnail(ref, box);
}

void CustomerPhotos::loadSeen()
{
    const QSet<ConversationKey> seen = std::exchange(m_seen, {});
    for (const ConversationKey &key : seen) {
        if (m_view.isOnScreen(key))
            m_media.want(MediaRef::photoOf(key));
    }
}

} // namespace inbox::ui
