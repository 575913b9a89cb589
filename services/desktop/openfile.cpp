// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/openfile.h"

#include "services/domain/filetype.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace inbox::desktop {

namespace {

bool mayBeOpened(const QString &path)
{
    const QFileInfo info(path);
    constexpr auto executable = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    if (!info.isAbsolute() || info.isSymbolicLink() || !info.isFile() || (info.permissions() & executable))
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const domain::FileType type = domain::fileType(file.read(domain::fileTypeBytes), info.fileName());
    return domain::isOpenable(type) && domain::typeOfExtension(info.suffix().toLower()) == type;
}

} // namespace

bool openFile(const QString &path)
{
    return mayBeOpened(path) && QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

bool showInFolder(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isAbsolute() || !info.isFile())
        return false;
    const auto openFolder = [folder = info.absolutePath()] {
        return QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return openFolder();
    QDBusMessage show = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    show << QStringList(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)) << QString();
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(show));
    QObject::connect(call, &QDBusPendingCallWatcher::finished, call, [call, openFolder] {
        call->deleteLater();
        if (call->isError()) // no file manager listens
            openFolder();
    });
    return true;
}

} // namespace inbox::desktop
