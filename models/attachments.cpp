// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/attachments.h"

#include "models/drafts.h"
#include "services/domain/account.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::chrono::days kKept{30}; // as long as a discarded draft

// What messengers show as such; every other picture, film or sound arrives as a document.
MediaKind kindOf(const QString &mimeType)
{
    static const QStringList pictures{QStringLiteral("image/jpeg"), QStringLiteral("image/png")};
    static const QStringList films{QStringLiteral("video/mp4"), QStringLiteral("video/3gpp"),
                                   QStringLiteral("video/quicktime")};
    static const QStringList sounds{QStringLiteral("audio/aac"), QStringLiteral("audio/mp4"),
                                    QStringLiteral("audio/mpeg"), QStringLiteral("audio/amr"),
                                    QStringLiteral("audio/ogg")};
    if (pictures.contains(mimeType))
        return MediaKind::Image;
    if (films.contains(mimeType))
        return MediaKind::Video;
    return sounds.contains(mimeType) ? MediaKind::Audio : MediaKind::Document;
}

} // namespace

std::optional<QSet<QString>> filesInUse(const sync::Inbox &inbox, const Drafts &drafts)
{
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    const bool areKnown =
        !sessions.isEmpty() && std::all_of(sessions.cbegin(), sessions.cend(), [&](const auto *session) {
            return session->knowsUnfinished() && drafts.hasRead(session->config().id);
        });
    if (!areKnown)
        return std::nullopt;
    QSet<QString> paths;
    const auto use = [&paths](const QList<Attachment> &files) {
        for (const Attachment &file : files)
            paths.insert(file.path);
    };
    const QList<ConversationKey> written = drafts.conversations();
    for (const ConversationKey &key : written)
        use(drafts.draft(key).files);
    for (const Discarded &discarded : drafts.discarded())
        use(discarded.draft.files);
    for (const sync::AccountSession *session : sessions) {
        const QList<Intent> unfinished = session->unfinished();
        for (const Intent &intent : unfinished)
            use(intent.unsent().files);
    }
    return paths;
}

Attachments::Attachments(const QString &profileDir)
    : m_folder(profileDir.isEmpty() ? QString() : QDir(profileDir).filePath(QStringLiteral("pasted")))
{
}

void Attachments::tidy(const QSet<QString> &inUse) const
{
    if (m_folder.isEmpty())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Earlier versions had no folders.
    QDirIterator kept(m_folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
    while (kept.hasNext()) {
        const QFileInfo info = kept.nextFileInfo();
        if (inUse.contains(info.absoluteFilePath())) {
            QFile file(info.absoluteFilePath());
            if (file.open(QIODevice::ReadWrite))
                file.setFileTime(now, QFileDevice::FileModificationTime);
        } else if (info.lastModified().secsTo(now) > std::chrono::seconds(kKept).count()) {
            QFile::remove(info.absoluteFilePath());
        }
    }
}

Attachments::Chosen Attachments::choose(const QStringList &paths)
{
    Chosen chosen;
    const QMimeDatabase types;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isFile() || !info.isReadable() || info.size() == 0) {
            chosen.unreadable << info.fileName();
            continue;
        }
        if (info.size() > largestAttachment) {
            chosen.tooLarge << info.fileName();
            continue;
        }
        Attachment file;
        file.path = info.absoluteFilePath();
        file.name = info.fileName();
        file.mimeType = types.mimeTypeForFile(info).name();
        file.kind = kindOf(file.mimeType);
        file.size = info.size();
        chosen.files << file;
    }
    return chosen;
}

void Attachments::forgetAccount(const AccountId &account) const
{
    if (!m_folder.isEmpty() && !account.isEmpty())
        QDir(folderOf(account)).removeRecursively();
}

QString Attachments::folderOf(const AccountId &account) const
{
    return QDir(m_folder).filePath(fileNameOf(account));
}

std::optional<Attachment> Attachments::keep(const AccountId &account, const QImage &picture) const
{
    if (m_folder.isEmpty() || picture.isNull() || !QDir().mkpath(folderOf(account)))
        return std::nullopt;
    for (const QString &folder : {m_folder, folderOf(account)})
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString path =
        QDir(folderOf(account))
            .filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".png"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || !picture.save(&file, "PNG")) {
        file.remove();
        return std::nullopt;
    }
    file.close();
    Chosen chosen = choose({path});
    if (chosen.files.isEmpty()) {
        file.remove();
        return std::nullopt;
    }
    // Its own name says nothing to anybody.
    chosen.files.first().name = QStringLiteral("picture.png");
    return chosen.files.constFirst();
}

} // namespace inbox::models
