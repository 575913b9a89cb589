// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/message.h"
#include "services/media/downloads.h"
#include "services/media/filecache.h"
#include "services/sync/inbox.h"

#include <QCache>
#include <QImage>
#include <QSet>

#include <functional>

namespace inbox::models {

class Preferences;

// One file of one message, or the photo of the customer.
struct MediaRef {
    domain::ConversationKey conversation;
    domain::MessageId message; // empty: the photo
    int content = 0; // index in Message::contents

    static MediaRef photoOf(const domain::ConversationKey &conversation) { return {conversation, {}, 0}; }
    bool isPhoto() const { return message.isEmpty() && !conversation.isEmpty(); }
    friend bool operator==(const MediaRef &, const MediaRef &) = default;
    friend size_t qHash(const MediaRef &ref, size_t seed = 0)
    {
        return qHashMulti(seed, ref.conversation, ref.message, ref.content);
    }
};

enum class MediaPhase {
    Remote, // not fetched
    Waiting, // behind other downloads
    Loading,
    Ready, // complete in the cache: `path` can be read
    Failed, // `error` says why; may be asked for again
    TooLarge, // over the person's limit: `total` says how much, when known
    Refused, // there is no address it could be fetched from, or none that is safe
};

struct MediaState {
    MediaPhase phase = MediaPhase::Remote;
    qint64 received = 0; // bytes
    std::optional<qint64> total; // bytes, when the server says
    QString path; // Ready only: in the cache, a name of our own making
    QString fileName; // fit to be shown and to be suggested; empty when the sender gave none
    QSize pixels; // Ready pictures: their size, upright
    bool openable = false; // Ready, and of a type that another program may be given
    bool picture = false; // Ready, and can be shown here
    std::optional<domain::Error> error; // Failed, TooLarge, Refused after an attempt
    friend bool operator==(const MediaState &, const MediaState &) = default;
};

// The files in messages: fetched when wanted, kept in the cache, decoded for the window. Decides by the
// person's limits and by what the bytes are, never by what a stranger calls them. Nothing is fetched unasked.
// Owned by Workspace; lives on the GUI thread, decodes in the thread pool.
class Media : public QObject {
    Q_OBJECT
public:
    // The longest side of a picture for the viewer, in pixels.
    static constexpr int viewerSide = 4096;

    // `profileDir` keeps the cache; empty: a temporary folder does. `inbox` and `preferences` outlive this.
    Media(sync::Inbox &inbox, Preferences &preferences, const QString &profileDir, QObject *parent = nullptr);
    ~Media() override;

    MediaState state(const MediaRef &ref) const;
    // Starts or joins a download; what is Ready stays so.
    void want(const MediaRef &ref);
    void cancel(const MediaRef &ref);

    // A Ready picture fitted into `box` (device pixels), never enlarged. Null at first: it is then decoded,
    // and thumbnailReady() follows. Null for good when it cannot be shown.
    QImage thumbnail(const MediaRef &ref, const QSize &box);
    // For the viewer; pictureDecoded() follows in any case.
    void decode(const MediaRef &ref);
    // Copies a Ready file to a place the person chose, readable by the person only, never executable. What is
    // there already stays unless `replace`. `done` is called later, on this thread, while `context` lives:
    // with nothing on success, else with the system's reason.
    void saveAs(const MediaRef &ref, const QString &path, bool replace, QObject *context,
                const std::function<void(const QString &problem)> &done);

    qint64 cacheBytes() const { return m_cache.size(); }
    void clearCache();

Q_SIGNALS:
    void changed(const inbox::models::MediaRef &ref); // its state
    void thumbnailReady(const inbox::models::MediaRef &ref);
    // `image` is null when it cannot be shown.
    void pictureDecoded(const inbox::models::MediaRef &ref, const QImage &image);
    void cacheChanged();

private:
    struct Thumbnail {
        media::CacheKey key;
        QSize box;
        friend bool operator==(const Thumbnail &, const Thumbnail &) = default;
        friend size_t qHash(const Thumbnail &thumbnail, size_t seed = 0)
        {
            return qHashMulti(seed, thumbnail.key, thumbnail.box.width(), thumbnail.box.height());
        }
    };
    struct Failure {
        domain::Error error;
        std::optional<qint64> total;
    };

    std::optional<domain::MediaContent> contentOf(const MediaRef &ref) const;
    // Remembers who wants to hear of it.
    media::CacheKey keyOf(const MediaRef &ref, const domain::MediaContent &content) const;
    const media::CachedFile *readyFile(const MediaRef &ref);
    qint64 downloadLimit() const; // bytes
    void tell(const media::CacheKey &key);
    void forgetFolder(const QString &folder);

    sync::Inbox &m_inbox;
    Preferences &m_preferences;
    media::FileCache m_cache;
    media::Downloads m_downloads;
    mutable QHash<media::CacheKey, QSet<MediaRef>> m_refs; // that were asked about
    QHash<media::CacheKey, Failure> m_failures; // of the last attempt
    QCache<Thumbnail, QImage> m_thumbnails; // costs in KiB
    QSet<Thumbnail> m_decoding;
};

} // namespace inbox::models

Q_DECLARE_METATYPE(inbox::models::MediaRef)
