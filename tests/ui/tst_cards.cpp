// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"
#include "ui/thread/bubblelayout.h"

#include <QApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::ui;
using Part = BubbleLayout::Part;

namespace {

MediaContent file(MediaKind kind, const QString &name)
{
    MediaContent media;
    media.kind = kind;
    media.name = name;
    media.mimeType = QStringLiteral("application/pdf");
    media.size = 91'204;
    return media;
}

LocationContent place()
{
    LocationContent place;
    place.name = QStringLiteral("Bakery");
    place.address = QStringLiteral("Bahnhofstraße 12");
    place.latitude = 52.5163;
    place.longitude = -13.3777;
    place.url = QStringLiteral("https://maps.test/elsewhere");
    return place;
}

ContactContent person()
{
    ContactContent contact;
    contact.formattedName = QStringLiteral("Jonas Oberle");
    contact.phones = {{QStringLiteral("CELL"), QStringLiteral("+49 170 1234567")}};
    contact.emails = {{QStringLiteral("WORK"), QStringLiteral("jonas@example.com")}};
    contact.addresses = {{QString(), QStringLiteral("Bahnhofstraße 12, 10117 Berlin")}};
    return contact;
}

QList<MessageContent> everyKind()
{
    return {file(MediaKind::Image, QStringLiteral("a.jpg")),
            file(MediaKind::Document, QStringLiteral("a b c.pdf")),
            file(MediaKind::Video, {}),
            file(MediaKind::Audio, QStringLiteral("A song with a very long name.mp3")),
            place(),
            person(),
            UnknownContent{QStringLiteral("poll")}};
}

BubbleLayout bubble(const QList<MessageContent> &contents, int width,
                    Qt::LayoutDirection direction = Qt::LeftToRight)
{
    ThreadRow row;
    row.message.id = MessageId(QStringLiteral("1"));
    row.message.contents = contents;
    row.message.sentAt = QDateTime(QDate(2026, 11, 19), QTime(12, 58), Qt::UTC);
    return layoutThreadRow(row, BubbleFonts(QApplication::font()),
                           {width, direction, false, QDate(2026, 11, 19)});
}

CardFace faceOf(MediaPhase phase, bool openable = false, bool picture = false)
{
    CardFace face;
    face.media.phase = phase;
    face.media.openable = openable;
    face.media.picture = picture;
    return face;
}

} // namespace

class TestCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QLocale::setDefault(QLocale::c());
        Theme::instance().install(*qApp);
    }

    void partsStayInTheirCardAndApart_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {300, 420, 900}) {
            QTest::addRow("%d", width) << width << Qt::LeftToRight;
            QTest::addRow("%d mirrored", width) << width << Qt::RightToLeft;
        }
    }
    void partsStayInTheirCardAndApart()
    {
        QFETCH(int, width);
        QFETCH(Qt::LayoutDirection, direction);
        BubbleLayout l = bubble(everyKind(), width, direction);
        QCOMPARE(l.cards.size(), size_t(7));
        for (CardLayout &card : l.cards) {
            QVERIFY(l.bubble.contains(card.rect));
            QList<QRect> parts{card.iconBox, card.title, card.subtitle, card.detail, card.picture,
                               card.seek,    card.clock, card.speed,    card.first,  card.second};
            for (const CardLayout::Line &line : card.lines)
                parts << line.text << line.label << line.copy;
            parts.removeIf([](const QRect &r) { return r.isEmpty(); });
            for (int a = 0; a < parts.size(); ++a) {
                QVERIFY2(card.rect.contains(parts.at(a)), qPrintable(QString::number(card.content)));
                for (int b = a + 1; b < parts.size(); ++b)
                    QVERIFY2(
                        !parts.at(a).intersects(parts.at(b)),
                        qPrintable(QStringLiteral("card %1: parts %2, %3").arg(card.content).arg(a).arg(b)));
            }
        }
    }

    void everyPictureHasTheSameBox()
    {
        const QSize box =
            bubble({file(MediaKind::Image, QStringLiteral("a.jpg"))}, 700).cards.front().picture.size();
        MediaContent other = file(MediaKind::Image, {});
        other.size.reset();
        QCOMPARE(bubble({other}, 700).cards.front().picture.size(), box);
        QCOMPARE(bubble({other}, 1200).cards.front().picture.size(), box);
    }

    void whatAPressDoes_data()
    {
        QTest::addColumn<int>("content");
        QTest::addColumn<CardFace>("face");
        QTest::addColumn<CardAct>("body");
        QTest::addColumn<CardAct>("first");
        QTest::addColumn<CardAct>("second");
        using A = CardAct;
        using P = MediaPhase;
        QTest::newRow("picture, far") << 0 << faceOf(P::Remote) << A::Load << A::Load << A::Save;
        QTest::newRow("picture, coming") << 0 << faceOf(P::Loading) << A::Cancel << A::Cancel << A::Save;
        QTest::newRow("picture, failed") << 0 << faceOf(P::Failed) << A::LoadAgain << A::LoadAgain << A::Save;
        QTest::newRow("picture, here") << 0 << faceOf(P::Ready, true, true) << A::View << A::View << A::Save;
        QTest::newRow("no picture") << 0 << faceOf(P::Ready, true, false) << A::Save << A::Save << A::None;
        QTest::newRow("picture, too large") << 0 << faceOf(P::TooLarge) << A::None << A::None << A::None;
        QTest::newRow("picture, refused") << 0 << faceOf(P::Refused) << A::None << A::None << A::None;
        QTest::newRow("file, far") << 1 << faceOf(P::Remote) << A::None << A::Load << A::Save;
        QTest::newRow("file, waiting") << 1 << faceOf(P::Waiting) << A::None << A::Cancel << A::Save;
        QTest::newRow("file, here") << 1 << faceOf(P::Ready, true) << A::None << A::Open << A::Save;
        QTest::newRow("file that may run") << 1 << faceOf(P::Ready, false) << A::None << A::Save << A::None;
        QTest::newRow("sound, far") << 3 << faceOf(P::Remote) << A::Play << A::Play << A::Save;
        QTest::newRow("sound, here") << 3 << faceOf(P::Ready) << A::Play << A::Play << A::Save;
        CardFace playing = faceOf(P::Ready);
        playing.sounding = playing.playing = true;
        QTest::newRow("sound, playing") << 3 << playing << A::Pause << A::Pause << A::Save;
        QTest::newRow("place") << 4 << CardFace() << A::OpenMap << A::OpenMap << A::CopyPlace;
        QTest::newRow("person") << 5 << CardFace() << A::None << A::SaveContact << A::Save;
    }
    void whatAPressDoes()
    {
        QFETCH(int, content);
        QFETCH(CardFace, face);
        const BubbleLayout l = bubble(everyKind(), 700);
        const CardLayout &card = *l.cardOf(content);
        QTEST(cardAct(card, CardZone::Body, face), "body");
        QTEST(cardAct(card, CardZone::First, face), "first");
        if (card.kind != CardKind::Person)
            QTEST(cardAct(card, CardZone::Second, face), "second");
    }

    void aPlaceIsShownWhereTheCustomerSaidItIs()
    {
        const BubbleLayout l = bubble({place()}, 700);
        const QUrl map(QStringLiteral(
            "https://www.openstreetmap.org/?mlat=52.516300&mlon=-13.377700#map=17/52.516300/-13.377700"));
        QCOMPARE(l.cards.front().target, map);
        QCOMPARE(l.hitAt(l.cards.front().first.center()).link, map);
        QVERIFY(l.hitAt(l.cards.front().second.center()).link.isEmpty());
        LocationContent vague = place();
        vague.latitude.reset();
        QCOMPARE(bubble({vague}, 700).cards.front().target, QUrl(vague.url));
    }

    void everyNumberCanBeCalledAndCopied()
    {
        const BubbleLayout l = bubble({person()}, 700);
        const CardLayout &card = l.cards.front();
        QCOMPARE(card.lines.size(), size_t(3));
        BubbleLayout::Hit hit = l.hitAt(card.lines[0].text.center());
        QCOMPARE(hit.zone, CardZone::Line);
        QCOMPARE(hit.link, QUrl(QStringLiteral("tel:+491701234567")));
        hit = l.hitAt(card.lines[1].copy.center());
        QCOMPARE(hit.zone, CardZone::CopyLine);
        QCOMPARE(hit.line, 1);
        QVERIFY(hit.link.isEmpty());
        QVERIFY(card.lines[2].target.isEmpty());
    }

    void aSoundIsSoughtInTheReadingDirection()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const BubbleLayout l = bubble({file(MediaKind::Audio, {})}, 700, direction);
            const CardLayout &card = l.cards.front();
            const bool mirrored = direction == Qt::RightToLeft;
            QCOMPARE(l.hitAt(card.seek.center()).zone, CardZone::Seek);
            QCOMPARE(seekFraction(card, card.seek.topLeft(), direction), mirrored ? 1.0 : 0.0);
            QCOMPARE(seekFraction(card, card.seek.topRight(), direction), mirrored ? 0.0 : 1.0);
            QVERIFY(qAbs(seekFraction(card, card.seek.center(), direction) - 0.5) < 0.02);
        }
    }
};

QTEST_MAIN(TestCards)
#include "tst_cards.moc"
