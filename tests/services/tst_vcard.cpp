// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/vcard.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox::domain;

namespace {

ContactContent lena()
{
    ContactContent c;
    c.formattedName = QStringLiteral("Dr. Lena Weiß");
    c.firstName = QStringLiteral("Lena");
    c.lastName = QStringLiteral("Weiß");
    c.prefix = QStringLiteral("Dr.");
    c.birthday = QDate(1984, 3, 7);
    c.phones = {{QStringLiteral("WORK"), QStringLiteral("+49 30 555 0199")},
                {QStringLiteral("CELL"), QStringLiteral("+49 170 1234567")},
                {QStringLiteral("Yacht"), QStringLiteral("112")}};
    c.emails = {{QStringLiteral("HOME"), QStringLiteral("lena@example.com")}};
    c.addresses = {{QStringLiteral("WORK"), QStringLiteral("Pariser Platz 1, 10117 Berlin")}};
    c.company = QStringLiteral("Weiß & Partner; Söhne");
    c.department = QStringLiteral("Recht");
    c.title = QStringLiteral("Partnerin");
    return c;
}

QStringList unfolded(const QByteArray &card)
{
    QString text = QString::fromUtf8(card);
    text.remove(QStringLiteral("\r\n "));
    return text.split(QStringLiteral("\r\n"));
}

} // namespace

class TestVCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void writesVersion3()
    {
        const QStringList wanted{
            QStringLiteral("BEGIN:VCARD"),
            QStringLiteral("VERSION:3.0"),
            QStringLiteral("FN:Dr. Lena Weiß"),
            QStringLiteral("N:Weiß;Lena;;Dr.;"),
            QStringLiteral("TEL;TYPE=WORK:+49 30 555 0199"),
            QStringLiteral("TEL;TYPE=CELL:+49 170 1234567"),
            QStringLiteral("TEL:112"),
            QStringLiteral("EMAIL;TYPE=HOME:lena@example.com"),
            QStringLiteral("ADR;TYPE=WORK:;;Pariser Platz 1\\, 10117 Berlin;;;;"),
            QStringLiteral("ORG:Weiß & Partner\\; Söhne;Recht"),
            QStringLiteral("TITLE:Partnerin"),
            QStringLiteral("BDAY:1984-03-07"),
            QStringLiteral("END:VCARD"),
            QString(),
        };
        QCOMPARE(unfolded(vCard(lena(), VCardVersion::V3)), wanted);
    }

    void writesVersion4()
    {
        const QStringList lines = unfolded(vCard(lena(), VCardVersion::V4));
        QCOMPARE(lines.at(1), QStringLiteral("VERSION:4.0"));
        QVERIFY(lines.contains(QStringLiteral("TEL;TYPE=cell:+49 170 1234567")));
        QVERIFY(lines.contains(QStringLiteral("BDAY:19840307")));
    }

    void leavesOutWhatIsNotSaid()
    {
        ContactContent c;
        c.phones = {{QString(), QStringLiteral("+49 170 1")}, {QStringLiteral("WORK"), QString()}};
        QCOMPARE(vCard(c, VCardVersion::V4),
                 QByteArray("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:+49 170 1\r\nTEL:+49 170 1\r\nEND:VCARD\r\n"));
        QCOMPARE(vCard({}, VCardVersion::V3),
                 QByteArray("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\r\nN:;;;;\r\nEND:VCARD\r\n"));
    }

    // A value never begins a line of its own: nobody adds a property through a name.
    void aValueCannotBreakOut()
    {
        ContactContent c;
        c.formattedName = QStringLiteral("a\r\nEND:VCARD\nTEL:1\u2028x\\,;\u0007b");
        c.emails = {{QStringLiteral("HOME:x\r\nNOTE"), QStringLiteral("x@example.com")}};
        const QStringList lines = unfolded(vCard(c, VCardVersion::V4));
        QCOMPARE(lines.at(2), QStringLiteral("FN:a\\nEND:VCARD\\nTEL:1\\nx\\\\\\,\\;b"));
        QCOMPARE(lines.at(3), QStringLiteral("EMAIL:x@example.com"));
        QCOMPARE(lines.size(), 6);
    }

    void foldsBetweenCharacters()
    {
        for (int shift = 0; shift < 5; ++shift) {
            ContactContent c;
            c.formattedName = QString(shift, u'x') + QStringLiteral("ß😀م").repeated(60);
            const QByteArray card = vCard(c, VCardVersion::V4);
            const QList<QByteArray> lines = card.split('\n');
            for (const QByteArray &line : lines) {
                const QByteArray bare = line.chopped(line.isEmpty() ? 0 : 1);
                QVERIFY(bare.size() <= 75);
                QVERIFY(!QString::fromUtf8(bare).contains(QChar::ReplacementCharacter));
            }
            QCOMPARE(unfolded(card).at(2), QString(QStringLiteral("FN:") + c.formattedName));
        }
    }
};

QTEST_GUILESS_MAIN(TestVCard)
#include "tst_vcard.moc"
