// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/media/downloads.h"

#include <QFile>

#include <algorithm>

namespace inbox::media {

namespace {

constexpr qint64 tellAfter = 100; // ms

domain::Error diskError()
{
    return {domain::ErrorKind::LocalFailure, domain::Outcome::NotSent};
}

} // namespace

Downloads::Downloads(FileCache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
{
    connect(&cache, &FileCache::ready, this, &Downloads::startNext);
    connect(&cache, &FileCache::added, this, [this](const CacheKey &key) { onJudged(key, true); });
    connect(&cache, &FileCache::notAdded, this, [this](const CacheKey &key) { onJudged(key, false); });
}

Downloads::~Downloads()
{
    for (auto &[number, job] : std::exchange(m_jobs, {})) {
        if (job.cancel)
            job.cancel();
    }
}

void Downloads::want(const CacheKey &key, qint64 cap, const QString &offeredName, const Fetch &fetch)
{
    const auto known = m_numbers.constFind(key);
    if (known != m_numbers.cend()) {
        const auto job = m_jobs.find(*known);
        if (job->second.progress.running)
            return;
        m_jobs.erase(job);
    }
    const quint64 number = ++m_last;
    Job job;
    job.key = key;
    job.cap = cap;
    job.offeredName = offeredName;
    job.fetch = fetch;
    m_jobs.emplace(number, std::move(job));
    m_numbers.insert(key, number);
    startNext();
}

std::optional<Downloads::Progress> Downloads::progress(const CacheKey &key) const
{
    const auto number = m_numbers.constFind(key);
    return number == m_numbers.cend() ? std::nullopt : std::optional(m_jobs.at(*number).progress);
}

void Downloads::startNext()
{
    if (!m_cache.isReady())
        return;
    for (auto it = m_jobs.rbegin(); it != m_jobs.rend() && m_running < mostAtOnce; ++it) {
        if (!it->second.progress.running)
            start(it->first, it->second);
    }
}

void Downloads::start(quint64 number, Job &job)
{
    ++m_running;
    job.progress.running = true;
    const QString partPath = m_cache.newPartPath(job.key);
    net::FileSink sink;
    sink.path = partPath;
    sink.cap = job.cap;
    sink.progress = [this, number](qint64 received, std::optional<qint64> total) {
        const auto running = m_jobs.find(number);
        if (running == m_jobs.end())
            return;
        Job &job = running->second;
        job.progress.received = received;
        job.progress.total = total;
        if (job.told.isValid() && job.told.elapsed() < tellAfter)
            return;
        job.told.start();
        Q_EMIT progressed(job.key);
    };
    net::Call<qint64> call =
        partPath.isEmpty() ? net::finishedCall<qint64>(domain::Failure(diskError())) : job.fetch(sink);
    job.cancel = call.cancel;
    call.whenDone(this, [this, number, partPath](const domain::Result<qint64> &size) {
        onEnded(number, partPath, size);
    });
    Q_EMIT progressed(job.key);
}

void Downloads::onEnded(quint64 number, const QString &partPath, const domain::Result<qint64> &size)
{
    const auto ended = m_jobs.find(number);
    if (ended == m_jobs.end()) { // canceled when it had just come
        QFile::remove(partPath);
        return;
    }
    if (!size) {
        end(ended, size.error());
        return;
    }
    ended->second.judging = true;
    ended->second.cancel = nullptr;
    m_cache.add(ended->second.key, partPath, ended->second.offeredName);
}

void Downloads::onJudged(const CacheKey &key, bool added)
{
    const auto number = m_numbers.constFind(key);
    if (number == m_numbers.cend() || !m_jobs.at(*number).judging)
        return;
    end(m_jobs.find(*number), added ? std::nullopt : std::optional(diskError()));
}

void Downloads::end(Jobs::iterator job, const std::optional<domain::Error> &error)
{
    const Job ended = std::move(job->second);
    m_jobs.erase(job);
    m_numbers.remove(ended.key);
    --m_running;
    startNext();
    if (error)
        Q_EMIT failed(ended.key, *error, ended.progress.total);
}

void Downloads::cancel(const CacheKey &key)
{
    const auto number = m_numbers.constFind(key);
    if (number == m_numbers.cend())
        return;
    const Job job = std::move(m_jobs.at(*number));
    m_jobs.erase(*number);
    m_numbers.erase(number);
    if (!job.progress.running)
        return;
    --m_running;
    if (job.cancel)
        job.cancel();
    startNext();
}

void Downloads::cancelFolder(const QString &folder)
{
    const QList<CacheKey> keys = m_numbers.keys();
    for (const CacheKey &key : keys) {
        if (key.folder == folder)
            cancel(key);
    }
}

} // namespace inbox::media
