// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/filename.h"
#include "services/domain/filetype.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace inbox::domain;

namespace {

// What makes a name hostile, put in front of, into and behind ordinary names.
QStringList hostileNames()
{
    const QStringList stems{
        QStringLiteral("invoice.pdf"),   QStringLiteral("photo"), QStringLiteral("a.tar.gz"),
        QStringLiteral("Ünï códe.docx"), QStringLiteral("con"),   QStringLiteral("LPT1.txt"),
        QStringLiteral("aux.pdf"),       QStringLiteral("COM¹"),  QStringLiteral(".bashrc"),
        QStringLiteral("x.desktop"),
    };
    const QStringList tricks{
        QStringLiteral("../"),
        QStringLiteral("../../../etc/"),
        QStringLiteral("..\\..\\"),
        QStringLiteral("/"),
        QStringLiteral("C:\\"),
        QStringLiteral("\\\\host\\share\\"),
        QStringLiteral("./"),
        QStringLiteral("~/"),
        QStringLiteral("-rf "),
        QStringLiteral("--"),
        QStringLiteral(" "),
        QStringLiteral("..."),
        QStringLiteral(". . "),
        QStringLiteral("\n"),
        QStringLiteral("\r\n"),
        QStringLiteral("\t"),
        QString(QChar(0)),
        QString(QChar(0x1B)) + QStringLiteral("[2J"),
        QString(QChar(0x7F)),
        QString(QChar(0x85)),
        QString(QChar(0x202E)), // right-to-left override
        QString(QChar(0x2066)),
        QString(QChar(0x200F)),
        QString(QChar(0x061C)),
        QString(QChar(0x200B)), // zero width
        QString(QChar(0xFEFF)),
        QString(QChar(0x00AD)), // soft hyphen
        QString(QChar(0x2028)),
        QString(QChar(0xD800)), // half a character
        QString(QChar(0xDFFF)),
        QString(QChar(0xE000)), // private use
        QStringLiteral("x.txt:evil.exe"),
        QStringLiteral("<script>"),
        QStringLiteral("a|b"),
        QStringLiteral("what?*"),
        QStringLiteral("\"quoted\""),
        QStringLiteral("%2e%2e%2f"),
        QStringLiteral("$(reboot)"),
        QStringLiteral("`id`;"),
        QString(300, u'a'),
        QString(300, QChar(0x4E2D)),
        QString(5000, u'.'),
        QString(1'000'000, u'x'),
        QStringLiteral("e") + QString(200, QChar(0x0301)), // accents upon accents
        QStringLiteral("👩‍👩‍👧‍👦").repeated(40),
    };
    QStringList names{QString(), QStringLiteral("."), QStringLiteral(".."), QStringLiteral("/"),
                      QStringLiteral("\\")};
    for (const QString &trick : tricks) {
        for (const QString &stem : stems) {
            names << trick + stem << stem + trick << stem.left(2) + trick + stem.mid(2);
        }
    }
    return names;
}

bool isHarmless(const QString &name)
{
    static const QStringList devices{
        QStringLiteral("con"),  QStringLiteral("prn"),  QStringLiteral("aux"),  QStringLiteral("nul"),
        QStringLiteral("com1"), QStringLiteral("com¹"), QStringLiteral("lpt1"),
    };
    if (name.isEmpty() || name.toUtf8().size() > 150 || !name.isValidUtf16() || name.startsWith(u'.')
        || name.startsWith(u'-') || name.startsWith(u'~') || name.endsWith(u'.') || name.endsWith(u' ')
        || devices.contains(name.section(u'.', 0, 0).trimmed().toLower()))
        return false;
    for (const QChar c : name) {
        if (QStringView(u"/\\:<>|?*\"").contains(c) || c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format || (c.isSpace() && c != u' '))
            return false;
    }
    // Inside the folder it is put in, whatever the folder.
    return QDir::cleanPath(QStringLiteral("/folder/") + name) == QStringLiteral("/folder/") + name;
}

} // namespace

// What is made of strangers' file names, and what a file is whatever it is called.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileNamesBecomeHarmless();
    void cleaningTwiceChangesNothing();
    void ordinaryNamesStay_data();
    void ordinaryNamesStay();
    void nameIsCleaned_data();
    void nameIsCleaned();

    void bytesDecide_data();
    void bytesDecide();
    void onlyListedTypesOpen();
    void extensionsGoBothWays();
};

void TestFiles::hostileNamesBecomeHarmless()
{
    const QStringList names = hostileNames();
    QVERIFY(names.size() >= 500);
    for (const QString &name : names) {
        const QString safe = safeFileName(name, QStringLiteral("file"));
        QVERIFY2(isHarmless(safe), qPrintable(QString(name.left(60) + QStringLiteral(" -> ") + safe)));
    }
}

void TestFiles::cleaningTwiceChangesNothing()
{
    const QStringList names = hostileNames();
    for (const QString &name : names) {
        const QString once = safeFileName(name, QStringLiteral("file"));
        QCOMPARE(safeFileName(once, QStringLiteral("file")), once);
    }
}

void TestFiles::ordinaryNamesStay_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Rechnung-2026-10482.pdf", "IMG_2041.png", "Übersicht (final) v2.docx",
                             "PTT-20261108-WA0003.opus", "فاتورة.pdf", "発注書.xlsx", "a & b, c;d.txt"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestFiles::ordinaryNamesStay()
{
    QFETCH(QString, name);
    QCOMPARE(safeFileName(name, QStringLiteral("file")), name);
}

void TestFiles::nameIsCleaned_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const QString &name, const char *safe) {
        QTest::newRow(safe) << name << QString::fromUtf8(safe);
    };
    row(QStringLiteral("../../etc/passwd"), "passwd");
    row(QStringLiteral("C:\\Users\\x\\report.pdf"), "report.pdf");
    row(QStringLiteral("Fil") + QChar(0x202E) + QStringLiteral("gepj.exe"), "Filgepj.exe");
    row(QStringLiteral("x.txt:evil.exe"), "x.txt_evil.exe");
    row(QStringLiteral("con.txt"), "_con.txt");
    row(QStringLiteral("  two\n lines .pdf. "), "two lines .pdf");
    row(QStringLiteral(".bashrc"), "bashrc");
    row(QStringLiteral("e\u0301.pdf"), "é.pdf");
    row(QStringLiteral("e\u200E\u0301.txt"), "é.txt");
    row(QStringLiteral("..."), "file");
    // The extension stays when the name is cut.
    row(QString(400, u'a') + QStringLiteral(".pdf"), QByteArray(QByteArray(146, 'a') + ".pdf").constData());
}

void TestFiles::nameIsCleaned()
{
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(name, QStringLiteral("file")), safe);
}

void TestFiles::bytesDecide_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<FileType>("type");
    const auto row = [](const char *what, const QByteArray &bytes, const char *name, FileType type) {
        QTest::newRow(what) << bytes << QString::fromLatin1(name) << type;
    };
    const QByteArray png("\x89PNG\r\n\x1a\n", 8);
    const QByteArray zip("PK\x03\x04stuff", 9);
    row("png", png, "a.png", FileType::Png);
    row("png called jpg", png, "a.jpg", FileType::Png);
    row("png called exe", png, "a.exe", FileType::Png);
    row("jpeg", "\xFF\xD8\xFF\xE0", "a", FileType::Jpeg);
    row("gif", "GIF89a..", "a", FileType::Gif);
    row("webp", "RIFF1234WEBPVP8 ", "a", FileType::WebP);
    row("wave", "RIFF1234WAVEfmt ", "a", FileType::Wav);
    row("ogg", "OggS....", "a", FileType::Ogg);
    row("amr", "#!AMR\n", "a", FileType::Amr);
    row("mp3 with a tag", "ID3\x03", "a", FileType::Mp3);
    row("mp3", QByteArray::fromHex("fffb9064"), "a", FileType::Mp3);
    row("aac", QByteArray::fromHex("fff15080"), "a", FileType::Aac);
    row("mp4",
        QByteArray("\0\0\0\x18"
                   "ftypisom",
                   12),
        "a", FileType::Mp4);
    row("heic is not",
        QByteArray("\0\0\0\x18"
                   "ftypheic",
                   12),
        "a.heic", FileType::Other);
    row("pdf", "%PDF-1.7", "a", FileType::Pdf);
    row("program called pdf",
        "\x7f"
        "ELF\x02\x01",
        "invoice.pdf", FileType::Other);
    row("windows program called png", "MZ\x90", "cat.png", FileType::Other);
    row("svg called png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "cat.png", FileType::Other);
    row("svg", "<?xml version='1.0'?><svg/>", "cat.svg", FileType::Other);
    row("page", "<!doctype html><script>", "page.html", FileType::Other);
    row("page called pdf", "<!doctype html>", "page.pdf", FileType::Other);
    row("starter", "[Desktop Entry]\nExec=x", "x.desktop", FileType::Other);
    row("starter called txt", "[Desktop Entry]\nExec=x", "x.txt", FileType::Other);
    row("script called txt", "#!/bin/sh\n", "x.txt", FileType::Other);
    row("script", "#!/bin/sh\n", "x.sh", FileType::Other);
    row("text", "Hello\r\n\tGrüße", "x.txt", FileType::Text);
    row("text called bat", "del *", "x.bat", FileType::Other);
    row("bytes called txt", QByteArray("a\0b", 3), "x.txt", FileType::Other);
    row("no dot", "Hello", "txt", FileType::Other);
    row("word", zip, "Letter.DOCX", FileType::Word);
    row("macro word", zip, "letter.docm", FileType::Other);
    row("archive", zip, "a.zip", FileType::Other);
    row("java program", zip, "a.jar", FileType::Other);
    row("page called word", "<html>", "a.docx", FileType::Other);
    row("old word", QByteArray::fromHex("d0cf11e0a1b11ae1"), "a.doc", FileType::Other);
    row("nothing", "", "a.png", FileType::Other);
    row("cut magic", "\x89PN", "a.png", FileType::Other);
}

void TestFiles::bytesDecide()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(FileType, type);
    QCOMPARE(fileType(bytes, name), type);
}

void TestFiles::onlyListedTypesOpen()
{
    QVERIFY(!isOpenable(FileType::Other));
    QVERIFY(isOpenable(FileType::Pdf));
    QVERIFY(isPicture(FileType::WebP));
    QVERIFY(!isPicture(FileType::Pdf));
    QVERIFY(!isPicture(FileType::Other));
}

void TestFiles::extensionsGoBothWays()
{
    QSet<QString> seen;
    for (int i = 0; i <= int(FileType::Text); ++i) {
        const QString extension = extensionOf(FileType(i));
        QCOMPARE(typeOfExtension(extension), FileType(i));
        QVERIFY(!seen.contains(extension));
        seen.insert(extension);
    }
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
