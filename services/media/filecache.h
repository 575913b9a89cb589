// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/filetype.h"
#include "services/domain/ids.h"

#include <QHash>
#include <QObject>
#include <QSize>
#include <QTemporaryDir>

#include <memory>

namespace inbox::media {

// Where a file lies in the cache: its account's folder, and a digest of what it belongs to.
struct CacheKey {
    QString folder; // of cacheFolder()
    QByteArray digest; // lower-case hexadecimal
    friend bool operator==(const CacheKey &, const CacheKey &) = default;
    friend size_t qHash(const CacheKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.folder, key.digest);
    }
};

// `thisRunOnly`: nothing of the account may outlast the program.
QString cacheFolder(const domain::AccountId &account, bool thisRunOnly);
// The key for the thing that these words, in this order, name.
CacheKey cacheKey(const QString &folder, const QStringList &words);

struct CachedFile {
    QString path;
    qint64 size = 0; // bytes
    domain::FileType type = domain::FileType::Other; // of its bytes
    QSize pixels; // of pictures that can be shown, upright
};

// The files that customers and colleagues sent, on disk: a folder an account, readable by us only, names of
// our own making. What must be known of a file stands in its name, so there is no index that could be lost.
// Over its limit, the files unused for longest go. Owned by models::Media; lives on the GUI thread and works
// in the thread pool.
class FileCache : public QObject {
    Q_OBJECT
public:
    // `directory` is made when it is missing. Empty: a temporary one, gone with this object.
    explicit FileCache(const QString &directory, QObject *parent = nullptr);
    ~FileCache() override;

    // False while the files of an earlier run are still being looked for.
    bool isReady() const { return m_ready; }
    // Bytes. The file that was added last stays whatever its size.
    void setLimit(qint64 bytes);
    qint64 size() const { return m_size; }

    // nullptr when it is not there. Valid until the next call that is not const.
    const CachedFile *find(const CacheKey &key) const;
    // It is being used: the last to go.
    void touch(const CacheKey &key);
    // A new path each time, where a file may be written that is then added. Empty: the folder cannot be made.
    QString newPartPath(const CacheKey &key);
    // Judges the bytes and takes the file over; added() or, when this machine would not, notAdded() follows.
    void add(const CacheKey &key, const QString &partPath, const QString &offeredName);
    // With all that is being written there.
    void removeFolder(const QString &folder);
    void clear();

Q_SIGNALS:
    void ready();
    void added(const inbox::media::CacheKey &key);
    void notAdded(const inbox::media::CacheKey &key);
    void removed(const inbox::media::CacheKey &key);
    void sizeChanged();

private:
    struct Entry {
        CachedFile file;
        qint64 used = 0; // milliseconds since 1970, no two alike
    };
    using Entries = QHash<CacheKey, Entry>;

    static Entries scan(const QString &directory);
    void takeFound(const Entries &found);
    void takeAdded(const CacheKey &key, const std::optional<CachedFile> &file);
    qint64 nextUse();
    void shrink();

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_directory;
    bool m_ready = false;
    qint64 m_limit;
    qint64 m_size = 0;
    qint64 m_lastUse = 0;
    quint64 m_parts = 0;
    Entries m_entries;
};

} // namespace inbox::media
