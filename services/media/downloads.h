// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"
#include "services/media/filecache.h"
#include "services/net/call.h"
#include "services/net/request.h"

#include <QElapsedTimer>

#include <map>

namespace inbox::media {

// The queue of files that are wanted: few at a time, what was wanted last comes first, because that is what
// the person is looking at. Fills the cache. Owned by models::Media; lives on the GUI thread. Repeats nothing
// by itself and knows no account: whoever wants a file says how it is fetched.
class Downloads : public QObject {
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 3;
    using Fetch = std::function<net::Call<qint64>(const net::FileSink &sink)>;

    struct Progress {
        bool running = false; // else it waits
        qint64 received = 0; // bytes
        std::optional<qint64> total;
    };

    // `cache` outlives the downloads.
    explicit Downloads(FileCache &cache, QObject *parent = nullptr);
    ~Downloads() override;

    // Begins or joins; what waits is moved to the front. `cap` in bytes; for `offeredName` see
    // FileCache::add().
    void want(const CacheKey &key, qint64 cap, const QString &offeredName, const Fetch &fetch);
    // Without a word, whether it waits or runs.
    void cancel(const CacheKey &key);
    void cancelFolder(const QString &folder);
    std::optional<Progress> progress(const CacheKey &key) const;

Q_SIGNALS:
    void progressed(const inbox::media::CacheKey &key); // not more often than people can see
    // `total`: the file's size in bytes when the server had said it.
    void failed(const inbox::media::CacheKey &key, const inbox::domain::Error &error,
                std::optional<qint64> total);

private:
    struct Job {
        CacheKey key;
        qint64 cap = 0;
        QString offeredName;
        Fetch fetch;
        Progress progress;
        std::function<void()> cancel; // while it runs
        QElapsedTimer told;
        bool judging = false; // has come, the cache is looking at it
    };
    using Jobs = std::map<quint64, Job>; // by number: the highest is wanted first

    void startNext();
    void start(quint64 number, Job &job);
    void onEnded(quint64 number, const QString &partPath, const domain::Result<qint64> &size);
    void onJudged(const CacheKey &key, bool added);
    void end(Jobs::iterator job, const std::optional<domain::Error> &error);

    FileCache &m_cache;
    Jobs m_jobs;
    QHash<CacheKey, quint64> m_numbers;
    quint64 m_last = 0;
    int m_running = 0;
};

} // namespace inbox::media
