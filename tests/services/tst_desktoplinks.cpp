// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/openlink.h"

#include <QDesktopServices>
#include <QTest>

using inbox::desktop::openLink;

// What leaves the program, with a handler in the place of the system's.
class DesktopLinksTest : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void take(const QUrl &url) { m_opened.append(url.toString(QUrl::FullyEncoded)); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_opened.clear();
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "take");
    }
    void cleanup()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void opensWhatPeopleSend_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"https://example.com/a?b=c#d", "http://example.com/",
                                 "mailto:maria@example.com", "tel:+4915223567929"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void opensWhatPeopleSend()
    {
        QFETCH(QString, link);
        QVERIFY(openLink(QUrl(link)));
        QCOMPARE(m_opened, QStringList{link});
    }

    void keepsTheRestIn_data()
    {
        QTest::addColumn<QString>("link");
        const QList<QByteArray> hostile{
            "",
            " ",
            "/etc/passwd",
            "etc/passwd",
            "../x.desktop",
            "~/x",
            "C:\\x.exe",
            "\\\\host\\share",
            "//host/share",
            "file:///etc/passwd",
            "file://host/share/x.desktop",
            "FILE:///etc/passwd",
            "file:/etc/passwd",
            "file:x",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "vbscript:x",
            "data:text/html,hello",
            "data:text/html;base64,AAAA",
            "blob:https://example.com/1",
            "about:blank",
            "chrome://settings",
            "resource://x",
            "view-source:https://x/",
            "ftp://example.com/",
            "sftp://example.com/",
            "smb://host/share",
            "smb://host/pwn.desktop",
            "nfs://host/x",
            "afp://host/x",
            "dav://host/x",
            "davs://host/x",
            "ssh://host/",
            "ssh://-oProxyCommand=x/",
            "telnet://host/",
            "rlogin://host/",
            "ldap://host/x",
            "gopher://host/",
            "jar:https://x!/a",
            "dict://x/",
            "vscode://open",
            "steam://run/1",
            "skype:x?call",
            "sip:x@example.com",
            "callto:x",
            "sms:+49123",
            "whatsapp://send?text=x",
            "tg://resolve?domain=x",
            "slack://open",
            "ms-msdt:/id",
            "ms-word:ofe|u|x",
            "search-ms:query=x",
            "apt:evil",
            "snap://x",
            "man:ls",
            "help:x",
            "trash:/",
            "recent:///",
            "computer:///",
            "admin:///etc/shadow",
            "mtp://x/",
            "magnet:?xt=x",
            "intent://x#Intent;end",
            "https://",
            "https:///x",
            "http://",
            "https:x",
            "https://user@example.com/",
            "https://user:word@example.com/",
            "https://example.com\\@evil.example/",
            "http://exa mple.com/",
            "https://[::1/",
            "https://x:99999/",
            "https://\xE2\x80\xAE"
            "example.com/",
            "mailto:",
            "mailto:a@b.example,c@d.example",
            "mailto:a@b.example%0ABcc:c@d.example",
            "mailto://host/",
            "tel:",
            "tel:*21*123%23",
            "tel:#31#",
            "tel:+49123;ext=1",
            "tel:1;phone-context=x",
            "tel://123",
            "x-man-page://ls",
            "news:x",
            "urn:x:y",
        };
        QVERIFY(hostile.size() >= 60);
        for (const QByteArray &link : hostile)
            QTest::newRow(link.constData()) << QString::fromUtf8(link);
    }
    void keepsTheRestIn()
    {
        QFETCH(QString, link);
        QVERIFY(!openLink(QUrl(link)));
        QCOMPARE(m_opened, QStringList());
    }

    void aMailLinkLosesWhatWasHungOnToIt()
    {
        QVERIFY(openLink(QUrl(QStringLiteral("mailto:maria@example.com?attach=/etc/passwd"))));
        QCOMPARE(m_opened, QStringList{QStringLiteral("mailto:maria@example.com")});
    }

private:
    static QStringList schemes()
    {
        return {QStringLiteral("https"),  QStringLiteral("http"),
                QStringLiteral("mailto"), QStringLiteral("tel"),
                QStringLiteral("file"),   QStringLiteral("javascript"),
                QStringLiteral("data"),   QStringLiteral("smb"),
                QStringLiteral("vscode"), QString()};
    }

    QStringList m_opened;
};

QTEST_MAIN(DesktopLinksTest)
#include "tst_desktoplinks.moc"
