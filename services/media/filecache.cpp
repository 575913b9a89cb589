// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/media/filecache.h"

#include "services/media/pictures.h"
#include "services/threads/inpool.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace inbox::media {

using domain::FileType;

namespace {

constexpr QLatin1String thisRunPrefix("run-");
constexpr QLatin1String wastePrefix("waste-");
constexpr qint64 rememberUseAfter = 60'000; // ms; a file's time is not written more often
constexpr qsizetype folderLetters = 32;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownerOnlyFolder = ownerOnly | QFile::ExeOwner;

QByteArray digestOf(const QStringList &words)
{
    // Lengths in front: no two lists of words run together to the same text.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &word : words) {
        const QByteArray bytes = word.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    }
    return hash.result().toHex().left(folderLetters);
}

bool makePrivateFolder(const QString &path)
{
    return QDir().mkpath(path) && QFile::setPermissions(path, ownerOnlyFolder);
}

QString nameOf(const QByteArray &digest, FileType type, const QSize &pixels)
{
    QString name = QString::fromLatin1(digest);
    if (!pixels.isEmpty())
        name += QStringLiteral("-%1x%2").arg(pixels.width()).arg(pixels.height());
    name += u'.';
    name += domain::extensionOf(type);
    return name;
}

// Judges a file that has come whole and gives it its name.
std::optional<CachedFile> takeOver(const QByteArray &digest, const QString &partPath,
                                   const QString &offeredName)
{
    QFile file(partPath);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    CachedFile result;
    result.size = file.size();
    result.type = domain::fileType(file.read(domain::fileTypeBytes), offeredName);
    file.close();
    if (domain::isPicture(result.type))
        result.pixels = pictureSize(partPath, result.type);
    result.path = QFileInfo(partPath).dir().filePath(nameOf(digest, result.type, result.pixels));
    QFile::remove(result.path);
    if (!file.setPermissions(ownerOnly) || !file.rename(result.path)) {
        file.remove();
        return std::nullopt;
    }
    return result;
}

// A thing that is out of the way already; what cannot be removed now goes at the next start.
void discard(const QStringList &paths)
{
    threads::inPool([paths] {
        for (const QString &path : paths) {
            if (!QFile::remove(path))
                QDir(path).removeRecursively();
        }
    });
}

} // namespace

QString cacheFolder(const domain::AccountId &account, bool thisRunOnly)
{
    const QString name = QString::fromLatin1(digestOf({account.value()}));
    return thisRunOnly ? thisRunPrefix + name : name;
}

CacheKey cacheKey(const QString &folder, const QStringList &words)
{
    return {folder, digestOf(words)};
}

FileCache::FileCache(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_temporary(directory.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_directory(m_temporary ? m_temporary->path() : directory)
    , m_limit(std::numeric_limits<qint64>::max())
{
    makePrivateFolder(m_directory);
    threads::inPool(
        this, [directory = m_directory] { return scan(directory); },
        [this](const Entries &found) { takeFound(found); });
}

FileCache::~FileCache()
{
    const QStringList folders =
        QDir(m_directory).entryList({thisRunPrefix + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &folder : folders)
        QDir(QDir(m_directory).filePath(folder)).removeRecursively();
}

FileCache::Entries FileCache::scan(const QString &directory)
{
    static const QRegularExpression folderName(QStringLiteral("^[0-9a-f]{32}$"));
    static const QRegularExpression fileName(
        QStringLiteral("^([0-9a-f]{32})(?:-([0-9]{1,5})x([0-9]{1,5}))?\\.([a-z0-9]{1,4})$"));
    Entries found;
    const QFileInfoList folders =
        QDir(directory).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Hidden);
    for (const QFileInfo &folder : folders) {
        const QString name = folder.fileName();
        if (name.startsWith(thisRunPrefix) || name.startsWith(wastePrefix))
            QDir(folder.filePath()).removeRecursively();
        if (!folderName.match(name).hasMatch())
            continue;
        QDirIterator files(folder.filePath(), QDir::Files | QDir::NoSymLinks | QDir::Hidden);
        while (files.hasNext()) {
            const QFileInfo info = files.nextFileInfo();
            const QRegularExpressionMatch match = fileName.match(info.fileName());
            if (!match.hasMatch()) { // half of a download, from a run that ended early
                QFile::remove(info.filePath());
                continue;
            }
            Entry entry;
            entry.file = {info.filePath(), info.size(), domain::typeOfExtension(match.captured(4)), {}};
            if (match.hasCaptured(2))
                entry.file.pixels = QSize(match.captured(2).toInt(), match.captured(3).toInt());
            entry.used = info.lastModified().toMSecsSinceEpoch();
            found.insert({name, match.captured(1).toLatin1()}, entry);
        }
    }
    return found;
}

void FileCache::takeFound(const Entries &found)
{
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (!QFile::exists(it->file.path)) // wiped while it was being found
            continue;
        m_entries.insert(it.key(), it.value());
        m_size += it->file.size;
    }
    m_ready = true;
    shrink();
    Q_EMIT sizeChanged();
    Q_EMIT ready();
}

void FileCache::setLimit(qint64 bytes)
{
    m_limit = bytes;
    const qint64 before = m_size;
    shrink();
    if (m_size != before)
        Q_EMIT sizeChanged();
}

const CachedFile *FileCache::find(const CacheKey &key) const
{
    const auto it = m_entries.constFind(key);
    return it == m_entries.cend() ? nullptr : &it->file;
}

qint64 FileCache::nextUse()
{
    m_lastUse = std::max(m_lastUse + 1, QDateTime::currentMSecsSinceEpoch());
    return m_lastUse;
}

void FileCache::touch(const CacheKey &key)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end())
        return;
    const qint64 before = std::exchange(it->used, nextUse());
    QFile file(it->file.path);
    if (it->used - before > rememberUseAfter && file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::fromMSecsSinceEpoch(it->used), QFileDevice::FileModificationTime);
}

QString FileCache::newPartPath(const CacheKey &key)
{
    const QDir folder(QDir(m_directory).filePath(key.folder));
    if (!makePrivateFolder(folder.path()))
        return {};
    return folder.filePath(QStringLiteral("%1.%2.part").arg(QString::fromLatin1(key.digest)).arg(++m_parts));
}

void FileCache::add(const CacheKey &key, const QString &partPath, const QString &offeredName)
{
    threads::inPool(
        this,
        [digest = key.digest, partPath, offeredName] { return takeOver(digest, partPath, offeredName); },
        [this, key](const std::optional<CachedFile> &file) { takeAdded(key, file); });
}

void FileCache::takeAdded(const CacheKey &key, const std::optional<CachedFile> &file)
{
    if (!file || !QFile::exists(file->path)) { // or wiped meanwhile
        Q_EMIT notAdded(key);
        return;
    }
    const auto before = m_entries.constFind(key);
    if (before != m_entries.cend()) {
        m_size -= before->file.size;
        if (before->file.path != file->path)
            discard({before->file.path});
    }
    m_entries.insert(key, {*file, nextUse()});
    m_size += file->size;
    shrink();
    Q_EMIT added(key);
    Q_EMIT sizeChanged();
}

void FileCache::shrink()
{
    if (m_size <= m_limit)
        return;
    QList<std::pair<qint64, CacheKey>> byUse;
    byUse.reserve(m_entries.size());
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        byUse.append({it->used, it.key()});
    std::sort(byUse.begin(), byUse.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    byUse.removeLast(); // the newest stays, or asking for one large file would never end
    QStringList paths;
    QList<CacheKey> gone;
    for (const auto &[used, key] : std::as_const(byUse)) {
        if (m_size <= m_limit)
            break;
        const Entry entry = m_entries.take(key);
        m_size -= entry.file.size;
        paths.append(entry.file.path);
        gone.append(key);
    }
    discard(paths);
    for (const CacheKey &key : std::as_const(gone))
        Q_EMIT removed(key);
}

void FileCache::removeFolder(const QString &folder)
{
    // Renamed first: from here on nothing in it can be found, whatever becomes of the program.
    const QDir directory(m_directory);
    const QString waste = wastePrefix + QString::number(nextUse()) + u'-' + folder;
    if (QDir().rename(directory.filePath(folder), directory.filePath(waste)))
        discard({directory.filePath(waste)});
    else
        QDir(directory.filePath(folder)).removeRecursively();
    QList<CacheKey> gone;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it.key().folder != folder) {
            ++it;
            continue;
        }
        gone.append(it.key());
        m_size -= it->file.size;
        it = m_entries.erase(it);
    }
    for (const CacheKey &key : std::as_const(gone))
        Q_EMIT removed(key);
    if (!gone.isEmpty())
        Q_EMIT sizeChanged();
}

void FileCache::clear()
{
    const QStringList folders =
        QDir(m_directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &folder : folders) {
        if (!folder.startsWith(wastePrefix))
            removeFolder(folder);
    }
}

} // namespace inbox::media
