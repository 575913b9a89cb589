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
        for (const char *link :
             {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,hello", "smb://host/share",
              "vscode://open", "https://user:word@example.com/", "https://", "", "/etc/passwd"})
            QTest::newRow(link) << QString::fromLatin1(link);
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
