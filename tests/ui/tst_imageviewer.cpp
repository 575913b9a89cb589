// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/panedesk.h"
#include "ui/media/imageviewer.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace inbox;
using namespace inbox::ui;

namespace {

QImage picture(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

models::MediaRef ref(int number)
{
    return {test::InboxFixture::key(QStringLiteral("1")), domain::MessageId(QString::number(number)), 0};
}

// A window with something that has the focus, and three pictures over it; the first is 2000 × 1000.
struct Bench {
    Bench()
    {
        window.resize(800, 600);
        window.show();
        window.activateWindow();
        active = QTest::qWaitForWindowActive(&window);
        field.setFocus();
        QObject::connect(&viewer, &ImageViewer::shown, &viewer, [this](const models::MediaRef &now) {
            models::MediaState state;
            state.phase = models::MediaPhase::Ready;
            state.picture = true;
            viewer.setState(now, state);
            viewer.setPicture(now, picture(now == ref(0) ? QSize(2000, 1000) : QSize(100, 100)));
        });
        viewer.open({{ref(0), QStringLiteral("a.jpg")},
                     {ref(1), QStringLiteral("b.jpg")},
                     {ref(2), QStringLiteral("c.jpg")}},
                    0);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.focusWidget(), Qt::Key(key), modifiers);
    }
    QToolButton *button(const QString &beginning)
    {
        for (QToolButton *each : viewer.findChildren<QToolButton *>()) {
            if (each->accessibleName().startsWith(beginning))
                return each;
        }
        return nullptr;
    }

    bool active = false; // keys go to the active window
    QWidget window;
    QLineEdit field{&window};
    ImageViewer viewer{&window};
};

} // namespace

class TestImageViewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(test::anyWarning());
        Theme::instance().install(*qApp);
    }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void escapeGivesTheFocusBack()
    {
        Bench b;
        QTRY_VERIFY(b.viewer.hasFocus());
        QSignalSpy closed(&b.viewer, &ImageViewer::closed);
        b.press(Qt::Key_Escape);
        QVERIFY(!b.viewer.isVisible());
        QCOMPARE(closed.count(), 1);
        QTRY_VERIFY(b.field.hasFocus());
    }

    void aLargePictureIsFittedWithItsProportions()
    {
        const Bench b;
        const QRectF at = b.viewer.pictureRect();
        QVERIFY(b.viewer.isFitted());
        QVERIFY(b.viewer.rect().contains(at.toAlignedRect()));
        QVERIFY(qAbs(at.width() / at.height() - 2.0) < 0.001);
        QVERIFY(at.width() > 700);
    }

    void aSmallPictureIsNotBlownUp()
    {
        Bench b;
        b.press(Qt::Key_Right);
        QCOMPARE(b.viewer.pictureRect().size(), QSizeF(100, 100));
    }

    void keysLeadThroughThePictures()
    {
        Bench b;
        b.press(Qt::Key_Right);
        QVERIFY(b.viewer.current() == ref(1));
        b.press(Qt::Key_Left);
        QVERIFY(b.viewer.current() == ref(0));
        b.press(Qt::Key_Left);
        QVERIFY(b.viewer.current() == ref(0)); // no way round
        b.press(Qt::Key_End);
        QVERIFY(b.viewer.current() == ref(2));
        QVERIFY(b.viewer.accessibleName().contains(QStringLiteral("3 of 3")));
    }

    void arrowsFollowTheReadingDirection()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Bench b;
        b.press(Qt::Key_Left);
        QVERIFY(b.viewer.current() == ref(1));
        QVERIFY(b.button(QStringLiteral("Close"))->x() < b.viewer.width() / 2);
    }

    void keysZoom()
    {
        Bench b;
        const qreal fitted = b.viewer.zoom();
        b.press(Qt::Key_Plus);
        QVERIFY(b.viewer.zoom() > fitted);
        b.press(Qt::Key_Minus);
        QVERIFY(qAbs(b.viewer.zoom() - fitted) < 0.001);
        b.press(Qt::Key_1);
        QCOMPARE(b.viewer.zoom(), 1.0);
        QCOMPARE(b.viewer.pictureRect().width() * b.viewer.devicePixelRatioF(), 2000.0);
        b.press(Qt::Key_0);
        QVERIFY(b.viewer.isFitted());
        QCOMPARE(b.viewer.zoom(), fitted);
    }

    void theWheelKeepsWhatIsUnderThePointer()
    {
        Bench b;
        const QPointF pointer(300, 320);
        const auto under = [&] {
            return (pointer.x() - b.viewer.pictureRect().left()) / b.viewer.pictureRect().width();
        };
        const qreal before = under();
        QWheelEvent wheel(pointer, b.viewer.mapToGlobal(pointer), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&b.viewer, &wheel);
        QVERIFY(b.viewer.zoom() > 0.9);
        QVERIFY(qAbs(under() - before) < 0.01);
    }

    void draggingMovesAndStopsAtTheEdge()
    {
        Bench b;
        b.press(Qt::Key_1);
        const QRectF before = b.viewer.pictureRect();
        QTest::mousePress(&b.viewer, Qt::LeftButton, {}, QPoint(400, 300));
        QTest::mouseMove(&b.viewer, QPoint(350, 300));
        QTest::mouseMove(&b.viewer, QPoint(340, 300));
        QCOMPARE(b.viewer.pictureRect().left(), before.left() - 60);
        QTest::mouseMove(&b.viewer, QPoint(-5000, 300));
        QTest::mouseRelease(&b.viewer, Qt::LeftButton, {}, QPoint(-5000, 300));
        QVERIFY(b.viewer.pictureRect().right() > b.viewer.width() - 20);
        QVERIFY(b.viewer.isVisible());
    }

    void aClickBesideThePictureCloses()
    {
        Bench b;
        QTest::mouseClick(&b.viewer, Qt::LeftButton, {}, QPoint(400, 570));
        QVERIFY(!b.viewer.isVisible());
    }

    void copiesAndAsksToSave()
    {
        Bench b;
        QSignalSpy save(&b.viewer, &ImageViewer::saveWanted);
        b.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(save.count(), 1);
        b.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image().size(), QSize(2000, 1000));
    }

    void theKeysStayInTheViewer()
    {
        Bench b;
        for (int i = 0; i < 12; ++i) {
            b.press(Qt::Key_Tab);
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus == &b.viewer || b.viewer.isAncestorOf(focus));
        }
        // On a button the arrows still mean the pictures.
        b.button(QStringLiteral("Close"))->setFocus();
        b.press(Qt::Key_Right);
        QVERIFY(b.viewer.current() == ref(1));
    }

    void whatCannotBeShownIsSaid()
    {
        Bench b;
        models::MediaState state;
        state.phase = models::MediaPhase::Failed;
        b.viewer.setState(ref(0), state);
        b.viewer.setPicture(ref(0), {});
        QVERIFY(!b.viewer.accessibleDescription().isEmpty());
        QVERIFY(!b.button(QStringLiteral("Copy"))->isEnabled());
        QSignalSpy load(&b.viewer, &ImageViewer::loadWanted);
        QTest::mouseClick(b.button(QStringLiteral("Try again")), Qt::LeftButton);
        QCOMPARE(load.count(), 1);
    }

    void aPictureThatGoesAwayClosesIt()
    {
        Bench b;
        b.viewer.setItems({{ref(1), QStringLiteral("b.jpg")}, {ref(0), QStringLiteral("a.jpg")}});
        QVERIFY(b.viewer.current() == ref(0));
        QVERIFY(b.viewer.accessibleName().contains(QStringLiteral("2 of 2")));
        b.viewer.setItems({{ref(1), QStringLiteral("b.jpg")}});
        QVERIFY(!b.viewer.isVisible());
    }
};

QTEST_MAIN(TestImageViewer)
#include "tst_imageviewer.moc"
