// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/media.h"

#include "models/preferences.h"
#include "services/domain/filename.h"
#include "services/media/pictures.h"
#include "services/threads/inpool.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace inbox::models {

using namespace domain;

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
constexpr int kThumbnailKibibytes = 48 * 1024;
constexpr QLatin1String kCacheFolder("media");
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString cacheDirectory(const QString &profileDir)
{
    return profileDir.isEmpty() ? QString() : QDir(profileDir).filePath(kCacheFolder);
}

// Empty on success.
QString copy(QFile &from, QFileDevice &to)
{
    constexpr qint64 piece = 1024 * 1024;
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(piece);
        if (bytes.isEmpty())
            return from.errorString();
        if (to.write(bytes) != bytes.size())
            return to.errorString();
    }
    return {};
}

// Empty on success, else the system's reason.
QString copyTo(QFile &from, const QString &path, bool replace)
{
    if (replace) {
        QSaveFile to(path);
        if (!to.open(QIODevice::WriteOnly) || !to.setPermissions(kOwnerOnly))
            return to.errorString();
        const QString problem = copy(from, to);
        if (!problem.isEmpty()) {
            to.cancelWriting();
            return problem;
        }
        return to.commit() ? QString() : to.errorString();
    }
    QFile to(path);
    if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly))
        return to.errorString();
    QString problem = copy(from, to);
    to.close();
    if (problem.isEmpty() && to.error() != QFile::NoError)
        problem = to.errorString();
    if (!problem.isEmpty())
        to.remove();
    return problem;
}

std::optional<MediaContent> photoOf(const Conversation *conversation)
{
    if (!conversation || !conversation->customer || conversation->customer->photo.isEmpty())
        return std::nullopt;
    MediaContent photo;
    photo.kind = MediaKind::Image;
    photo.downloadUrl = conversation->customer->photo;
    // Another address is another photo; a query may only be the signature, which is always another.
    photo.uuid = photo.downloadUrl.toString(QUrl::RemoveQuery);
    return photo;
}

} // namespace

Media::Media(sync::Inbox &inbox, Preferences &preferences, const QString &profileDir, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_preferences(preferences)
    , m_cache(cacheDirectory(profileDir))
    , m_downloads(m_cache)
    , m_thumbnails(kThumbnailKibibytes)
{
    const auto setLimit = [this] { m_cache.setLimit(m_preferences.values().mediaCacheMib * kMebibyte); };
    setLimit();
    connect(&preferences, &Preferences::changed, this, [this, setLimit](const PreferenceValues &before) {
        setLimit();
        if (before.downloadLimitMib == m_preferences.values().downloadLimitMib)
            return;
        // What was too large may no longer be, and the other way round.
        const QList<media::CacheKey> keys = m_refs.keys();
        for (const media::CacheKey &key : keys) {
            const auto failure = m_failures.constFind(key);
            if (failure != m_failures.cend() && failure->error.kind == ErrorKind::TooLarge)
                m_failures.erase(failure);
            tell(key);
        }
    });
    connect(&m_cache, &media::FileCache::ready, this, [this] {
        const QList<media::CacheKey> keys = m_refs.keys();
        for (const media::CacheKey &key : keys) {
            if (m_cache.find(key)) {
                m_downloads.cancel(key);
                tell(key);
            }
        }
    });
    connect(&m_cache, &media::FileCache::added, this, &Media::tell);
    connect(&m_cache, &media::FileCache::removed, this, &Media::tell);
    connect(&m_cache, &media::FileCache::sizeChanged, this, &Media::cacheChanged);
    connect(&m_downloads, &media::Downloads::progressed, this, &Media::tell);
    connect(&m_downloads, &media::Downloads::failed, this,
            [this](const media::CacheKey &key, const Error &error, std::optional<qint64> total) {
                if (error.kind != ErrorKind::Canceled)
                    m_failures.insert(key, {error, total});
                tell(key);
            });
    connect(&inbox, &sync::Inbox::accountRemoved, this, [this](const AccountId &account) {
        forgetFolder(media::cacheFolder(account, false));
        forgetFolder(media::cacheFolder(account, true));
    });
}

Media::~Media() = default;

std::optional<MediaContent> Media::contentOf(const MediaRef &ref) const
{
    const sync::AccountSession *session = m_inbox.session(ref.conversation.account);
    if (!session)
        return std::nullopt;
    if (ref.isPhoto())
        return photoOf(session->conversation(ref.conversation.id));
    const auto pick = [&ref](const Message &message) -> std::optional<MediaContent> {
        if (ref.content < 0 || ref.content >= message.contents.size())
            return std::nullopt;
        const auto *content = std::get_if<MediaContent>(&message.contents.at(ref.content));
        return content ? std::optional(*content) : std::nullopt;
    };
    if (const sync::Thread *thread = session->thread(ref.conversation.id)) {
        // From the end: what is asked about is mostly what is on screen, and that is mostly new.
        const auto message = std::find_if(thread->messages.crbegin(), thread->messages.crend(),
                                          [&ref](const Message &m) { return m.id == ref.message; });
        if (message != thread->messages.crend())
            return pick(*message);
    }
    return std::nullopt;
}

media::CacheKey Media::keyOf(const MediaRef &ref, const MediaContent &content) const
{
    const AccountConfig &config = m_inbox.session(ref.conversation.account)->config();
    // With the address: an account may be moved to another server, where the same ids mean something else.
    const media::CacheKey key =
        media::cacheKey(media::cacheFolder(config.id, config.sessionOnly),
                        {config.settings.value(baseUrlSetting), ref.conversation.id.value(),
                         ref.message.value(), QString::number(ref.content), content.uuid});
    m_refs[key].insert(ref);
    return key;
}

qint64 Media::downloadLimit() const
{
    return m_preferences.values().downloadLimitMib * kMebibyte;
}

MediaState Media::state(const MediaRef &ref) const
{
    MediaState state;
    const std::optional<MediaContent> content = contentOf(ref);
    if (!content) {
        if (ref.isPhoto())
            state.phase = MediaPhase::Refused;
        return state;
    }
    state.fileName = safeFileName(content->name, {});
    state.total = content->size;
    const media::CacheKey key = keyOf(ref, *content);
    if (const media::CachedFile *file = m_cache.find(key)) {
        state.phase = MediaPhase::Ready;
        state.received = file->size;
        state.total = file->size;
        state.path = file->path;
        state.pixels = file->pixels;
        state.picture = !file->pixels.isEmpty();
        state.openable = isOpenable(file->type);
        return state;
    }
    if (const auto progress = m_downloads.progress(key)) {
        state.phase = progress->running ? MediaPhase::Loading : MediaPhase::Waiting;
        state.received = progress->received;
        if (progress->total)
            state.total = progress->total;
        return state;
    }
    const auto failure = m_failures.constFind(key);
    if (failure != m_failures.cend()) {
        state.error = failure->error;
        if (failure->total)
            state.total = failure->total;
        state.phase = failure->error.kind == ErrorKind::TooLarge ? MediaPhase::TooLarge
            : failure->error.kind == ErrorKind::Unsupported      ? MediaPhase::Refused
                                                                 : MediaPhase::Failed;
    } else if (content->downloadUrl.isEmpty() && content->publicUrl.isEmpty()) {
        state.phase = MediaPhase::Refused;
    } else if (content->size.value_or(0) > downloadLimit()) {
        state.phase = MediaPhase::TooLarge;
    }
    return state;
}

void Media::want(const MediaRef &ref)
{
    const MediaPhase phase = state(ref).phase;
    const std::optional<MediaContent> content = contentOf(ref);
    if (!content || phase == MediaPhase::Ready || phase == MediaPhase::Loading
        || phase == MediaPhase::TooLarge || phase == MediaPhase::Refused)
        return;
    const media::CacheKey key = keyOf(ref, *content);
    m_failures.remove(key);
    m_downloads.want(key, downloadLimit(), content->name, [this, ref](const net::FileSink &sink) {
        // Addresses may have been signed anew while it waited, and the account may be gone.
        sync::AccountSession *session = m_inbox.session(ref.conversation.account);
        const std::optional<MediaContent> content = contentOf(ref);
        if (!session || !content)
            return net::finishedCall<qint64>(domain::Failure(Error{ErrorKind::Canceled}));
        return session->download(*content, sink);
    });
    tell(key);
}

void Media::cancel(const MediaRef &ref)
{
    const std::optional<MediaContent> content = contentOf(ref);
    if (!content)
        return;
    const media::CacheKey key = keyOf(ref, *content);
    m_downloads.cancel(key);
    tell(key);
}

const media::CachedFile *Media::readyFile(const MediaRef &ref)
{
    const std::optional<MediaContent> content = contentOf(ref);
    if (!content)
        return nullptr;
    const media::CacheKey key = keyOf(ref, *content);
    m_cache.touch(key);
    return m_cache.find(key);
}

QImage Media::thumbnail(const MediaRef &ref, const QSize &box)
{
    const media::CachedFile *file = readyFile(ref);
    if (!file || file->pixels.isEmpty() || box.isEmpty())
        return {};
    const Thumbnail wanted{keyOf(ref, *contentOf(ref)), box};
    if (const QImage *known = m_thumbnails.object(wanted))
        return *known;
    if (m_decoding.contains(wanted))
        return {};
    m_decoding.insert(wanted);
    threads::inPool(
        this, [path = file->path, type = file->type, box] { return media::decodePicture(path, type, box); },
        [this, wanted](const QImage &image) {
            m_decoding.remove(wanted);
            if (!m_cache.find(wanted.key)) // wiped or evicted while it was decoded
                return;
            constexpr qsizetype kibibyte = 1024;
            // Null ones are kept, too: they would only fail again.
            m_thumbnails.insert(wanted, new QImage(image), 1 + image.sizeInBytes() / kibibyte);
            const QSet<MediaRef> refs = m_refs.value(wanted.key);
            for (const MediaRef &r : refs)
                Q_EMIT thumbnailReady(r);
        });
    return {};
}

void Media::decode(const MediaRef &ref)
{
    const media::CachedFile *file = readyFile(ref);
    const media::CachedFile known = file ? *file : media::CachedFile();
    threads::inPool(
        this, [known] { return media::decodePicture(known.path, known.type, QSize(viewerSide, viewerSide)); },
        [this, ref](const QImage &image) { Q_EMIT pictureDecoded(ref, image); });
}

void Media::saveAs(const MediaRef &ref, const QString &path, bool replace, QObject *context,
                   const std::function<void(const QString &problem)> &done)
{
    // Opened here: once it is, the cache may throw the file away.
    const media::CachedFile *file = readyFile(ref);
    const auto from = std::make_shared<QFile>(file ? file->path : QString());
    const bool opened = file && from->open(QIODevice::ReadOnly);
    const QString whyNot = !file ? qt_error_string(ENOENT) : opened ? QString() : from->errorString();
    threads::inPool(
        context,
        [from, whyNot, path, replace] { return whyNot.isEmpty() ? copyTo(*from, path, replace) : whyNot; },
        done);
}

void Media::clearCache()
{
    m_thumbnails.clear();
    m_cache.clear();
}

void Media::tell(const media::CacheKey &key)
{
    const QSet<MediaRef> refs = m_refs.value(key);
    for (const MediaRef &ref : refs)
        Q_EMIT changed(ref);
}

void Media::forgetFolder(const QString &folder)
{
    m_downloads.cancelFolder(folder);
    m_cache.removeFolder(folder);
    const auto inFolder = [&folder](const media::CacheKey &key) { return key.folder == folder; };
    m_failures.removeIf([&](const auto &entry) { return inFolder(entry.key()); });
    m_refs.removeIf([&](const auto &entry) { return inFolder(entry.key()); });
    const QList<Thumbnail> thumbnails = m_thumbnails.keys();
    for (const Thumbnail &thumbnail : thumbnails) {
        if (inFolder(thumbnail.key))
            m_thumbnails.remove(thumbnail);
    }
}

} // namespace inbox::models
