// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/openfile.h"

#include <QDesktopServices>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;

// Which files leave the program, with a handler in the place of the system's.
class DesktopFilesTest : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void take(const QUrl &url) { m_opened.append(url.toLocalFile()); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_opened.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
    }
    void cleanup() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    void documentIsOpened()
    {
        const QString path = write("a.pdf", "%PDF-1.4");
        QVERIFY(desktop::openFile(path));
        QCOMPARE(m_opened, QStringList{path});
    }

    void othersStay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << QString::fromLatin1(name) << bytes;
        };
        row("starter.desktop", "[Desktop Entry]\nExec=x");
        row("starter.txt", "[Desktop Entry]\nExec=x");
        row("page.html", "<!doctype html>");
        row("drawing.svg", "<svg/>");
        row("drawing.png", "<svg/>");
        row("program",
            "\x7f"
            "ELF");
        row("program.pdf",
            "\x7f"
            "ELF");
        row("script.sh", "#!/bin/sh\n");
        row("script.txt", "#!/bin/sh\n");
        row("archive.zip", "PK\x03\x04");
        row("macro.docm", "PK\x03\x04");
        row("tool.jar", "PK\x03\x04");
        // What the bytes are is fine; what the name chooses is not.
        row("really-a-document.desktop", "%PDF-1.4");
        row("really-a-document.html", "%PDF-1.4");
        row("really-a-document", "%PDF-1.4");
        row("really-a-document.png", "%PDF-1.4");
        row("empty.pdf", "");
    }
    void othersStay()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QVERIFY(!desktop::openFile(write(name.toLatin1().constData(), bytes)));
        QCOMPARE(m_opened, QStringList());
    }

    void executableStays()
    {
        const QString path = write("a.pdf", "%PDF-1.4");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(!desktop::openFile(path));
        QCOMPARE(m_opened, QStringList());
    }

    void linkStays()
    {
        const QString link = m_folder->filePath(QStringLiteral("link.pdf"));
        QVERIFY(QFile::link(write("a.pdf", "%PDF-1.4"), link));
        QVERIFY(!desktop::openFile(link));
    }

    void noFileStays_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"", "a.pdf", "/nowhere/a.pdf", "/", "/dev/null", "https://example.com/a.pdf"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void noFileStays()
    {
        QFETCH(QString, path);
        QVERIFY(!desktop::openFile(path));
        QVERIFY(!desktop::showInFolder(path));
        QCOMPARE(m_opened, QStringList());
    }

    void folderIsShown()
    {
        // Anything may lie in a folder that is looked at.
        QVERIFY(desktop::showInFolder(write("program",
                                            "\x7f"
                                            "ELF")));
        QTRY_COMPARE(m_opened, QStringList{m_folder->path()});
    }

private:
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_opened;
};

int main(int argc, char *argv[])
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // no real file manager pops up
    QGuiApplication app(argc, argv);
    DesktopFilesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_desktopfiles.moc"
