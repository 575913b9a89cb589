// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/panedesk.h"
#include "ui/list/conversationlistview.h"
#include "ui/media/filesaver.h"
#include "ui/media/mediadesk.h"
#include "ui/media/soundplayer.h"
#include "ui/theme/theme.h"
#include "ui/thread/threadview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QAudioDevice>
#include <QBuffer>
#include <QClipboard>
#include <QDataStream>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QMediaDevices>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using namespace inbox::ui;
using inbox::ui::Command;

namespace {

QByteArray png()
{
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// Four seconds of silence.
QByteArray wav()
{
    constexpr quint32 kRate = 8000;
    constexpr quint32 kBytes = 4 * kRate * 2;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(36 + kBytes);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << kRate << quint32(kRate * 2) << quint16(2)
        << quint16(16);
    out.writeRawData("data", 4);
    out << kBytes;
    return bytes + QByteArray(kBytes, '\0');
}

MediaContent file(MediaKind kind, const QString &uuid, const QString &type)
{
    MediaContent media;
    media.kind = kind;
    media.uuid = uuid;
    media.name = uuid;
    media.mimeType = type;
    media.size = 5000;
    media.downloadUrl = QUrl(QStringLiteral("https://files.test/") + uuid);
    return media;
}

Message with(const QString &id, const MessageContent &content, int minutesAgo)
{
    Message m = message(id, {}, kNoon.addSecs(-60 * minutesAgo));
    m.contents = {content};
    return m;
}

// The window with a conversation that holds one of each; 2 is another one.
struct Desk : PaneDesk {
    // `messages` with the newest first.
    explicit Desk(const QList<Message> &messages)
        : window(workspace, {})
    {
        backend.messagesOf[ConversationId(QStringLiteral("1"))] = {messages.crbegin(), messages.crend()};
        backend.messagesOf[ConversationId(QStringLiteral("2"))] = {};
        backend.files = {{QStringLiteral("a.png"), png()},
                         {QStringLiteral("b.png"), png()},
                         {QStringLiteral("offer.pdf"), "%PDF-1.4\n%%EOF\n"},
                         {QStringLiteral("setup.exe"), QByteArray("MZ") + QByteArray(100, 'x')},
                         {QStringLiteral("tone.wav"), wav()},
                         {QStringLiteral("voice.ogg"), "OggS" + QByteArray(100, 'x')}};
        begin({conversation(QStringLiteral("1"), 1), conversation(QStringLiteral("2"), 2)});
        list.setView(models::View::All);
        window.resize(1280, 900);
        window.show();
        window.activateWindow();
        active = QTest::qWaitForWindowActive(&window);
        window.openConversation(key(QStringLiteral("1")));
        settle();
        thread_ = window.findChild<ThreadView *>();
        desk = window.findChild<MediaDesk *>();
    }
    models::MediaRef ref(const QString &id) const { return {key(QStringLiteral("1")), MessageId(id), 0}; }
    models::MediaPhase phase(const QString &id) const { return workspace.media.state(ref(id)).phase; }
    CardLayout card(const QString &id) const { return *thread_->cardOf(MessageId(id), 0); }
    void click(const QPoint &point) { QTest::mouseClick(thread_->viewport(), Qt::LeftButton, {}, point); }
    void select(const QString &id)
    {
        thread_->showMessage(MessageId(id));
        thread_->setFocus();
        settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.focusWidget(), Qt::Key(key), modifiers);
    }

    bool active = false; // keys go to the active window
    MainWindow window;
    ThreadView *thread_ = nullptr;
    MediaDesk *desk = nullptr;
};

// Types a path into the open dialog and accepts it.
void choose(QWidget &window, const QString &path)
{
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("saveFile"));
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>();
    field->setText(path);
    QTest::keyClick(field, Qt::Key_Return);
    settle();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMediaDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Qt Multimedia warns where no sound server runs: what is said to the person then is tested here.
        QTest::failOnWarning(QRegularExpression(QStringLiteral(
            "^(?!This plugin does not support|PulseAudioService|Warning: \"Failed to connect)")));
        Theme::instance().install(*qApp);
    }

    void aPictureInSightIsLoadedAndMovesNothing()
    {
        Desk d({with(QStringLiteral("after"), TextContent{QStringLiteral("below")}, 1),
                with(QStringLiteral("a"),
                     file(MediaKind::Image, QStringLiteral("a.png"), QStringLiteral("image/png")), 2)});
        const QRect before = d.card(QStringLiteral("a")).rect;
        QTRY_COMPARE(d.phase(QStringLiteral("a")), models::MediaPhase::Ready);
        QTRY_VERIFY(!d.desk->face(d.thread.row(d.thread.rowOf(MessageId(QStringLiteral("a")))), 0, {288, 216})
                         .thumbnail.isNull());
        d.window.grab();
        QCOMPARE(d.card(QStringLiteral("a")).rect, before);
        QCOMPARE(d.backend.sinks.size(), 1);
    }

    void nothingIsLoadedUnaskedWhenThePersonSaysSo()
    {
        Desk d({});
        d.workspace.preferences.change([](models::PreferenceValues &v) { v.loadPictures = false; });
        d.backend.messagesOf[ConversationId(QStringLiteral("1"))] = {
            with(QStringLiteral("a"),
                 file(MediaKind::Image, QStringLiteral("a.png"), QStringLiteral("image/png")), 2)};
        d.poll();
        d.actions.refresh(d.key(QStringLiteral("1")));
        settle();
        d.window.grab();
        QTRY_VERIFY(d.thread_->cardOf(MessageId(QStringLiteral("a")), 0));
        // Longer than a picture has to rest in sight.
        QElapsedTimer time;
        time.start();
        QVERIFY(QTest::qWaitFor([&] { return time.elapsed() > 250; }, 2000));
        QCOMPARE(d.backend.sinks.size(), 0);
        d.click(d.card(QStringLiteral("a")).picture.center());
        QTRY_COMPARE(d.phase(QStringLiteral("a")), models::MediaPhase::Ready);
    }

    void aClickOnAPictureOpensTheViewer()
    {
        Desk d({with(QStringLiteral("b"),
                     file(MediaKind::Image, QStringLiteral("b.png"), QStringLiteral("image/png")), 1),
                with(QStringLiteral("a"),
                     file(MediaKind::Image, QStringLiteral("a.png"), QStringLiteral("image/png")), 2)});
        QTRY_COMPARE(d.phase(QStringLiteral("a")), models::MediaPhase::Ready);
        d.thread_->setFocus();
        d.click(d.card(QStringLiteral("a")).picture.center());
        ImageViewer &viewer = d.desk->viewer();
        QVERIFY(viewer.isVisible());
        QVERIFY(viewer.current() == d.ref(QStringLiteral("a")));
        QTRY_COMPARE(viewer.pictureRect().size(), QSizeF(400, 200));
        // J would go to the next conversation; here no key reaches what lies below.
        d.press(Qt::Key_J);
        QCOMPARE(d.window.openKey(), d.key(QStringLiteral("1")));
        d.press(Qt::Key_Right);
        QVERIFY(viewer.current() == d.ref(QStringLiteral("b")));
        d.press(Qt::Key_Escape);
        QVERIFY(!viewer.isVisible());
        QVERIFY(d.thread_->hasFocus());
    }

    void aDownloadIsCancelledByAClick()
    {
        Desk d({});
        d.backend.holdDownloads = true;
        d.backend.messagesOf[ConversationId(QStringLiteral("1"))] = {with(
            QStringLiteral("p"),
            file(MediaKind::Document, QStringLiteral("offer.pdf"), QStringLiteral("application/pdf")), 1)};
        d.actions.refresh(d.key(QStringLiteral("1")));
        QTRY_VERIFY(d.thread_->cardOf(MessageId(QStringLiteral("p")), 0));
        d.click(d.card(QStringLiteral("p")).first.center());
        QTRY_COMPARE(d.phase(QStringLiteral("p")), models::MediaPhase::Loading);
        d.click(d.card(QStringLiteral("p")).first.center());
        QTRY_COMPARE(d.phase(QStringLiteral("p")), models::MediaPhase::Remote);
    }

    void aFileIsOpenedByItsKeyOnceItIsHere()
    {
        Desk d({with(
            QStringLiteral("p"),
            file(MediaKind::Document, QStringLiteral("offer.pdf"), QStringLiteral("application/pdf")), 1)});
        QSignalSpy open(&d.window, &MainWindow::openFileWanted);
        d.select(QStringLiteral("p"));
        d.press(Qt::Key_O);
        QTRY_COMPARE(d.phase(QStringLiteral("p")), models::MediaPhase::Ready);
        QCOMPARE(open.count(), 0); // it was only loaded
        d.press(Qt::Key_O);
        QCOMPARE(open.count(), 1);
        QCOMPARE(contentsOf(open.first().first().toString()),
                 d.backend.files.value(QStringLiteral("offer.pdf")));
    }

    void whatMayRunIsSavedAndNeverOpened()
    {
        Desk d({with(
            QStringLiteral("x"),
            file(MediaKind::Document, QStringLiteral("setup.exe"), QStringLiteral("application/pdf")), 1)});
        QSignalSpy open(&d.window, &MainWindow::openFileWanted);
        d.click(d.card(QStringLiteral("x")).first.center());
        QTRY_COMPARE(d.phase(QStringLiteral("x")), models::MediaPhase::Ready);
        d.click(d.card(QStringLiteral("x")).first.center());
        QCOMPARE(open.count(), 0);
        QTRY_VERIFY(d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));
    }

    void savingNeverOverwritesUnasked()
    {
        const QTemporaryDir folder;
        Desk d({with(
            QStringLiteral("p"),
            file(MediaKind::Document, QStringLiteral("offer.pdf"), QStringLiteral("application/pdf")), 1)});
        d.desk->saver().setFolder(folder.path());
        const QString path = folder.filePath(QStringLiteral("mine.pdf"));
        d.select(QStringLiteral("p"));
        d.press(Qt::Key_S, Qt::ControlModifier); // fetches it first
        QTRY_VERIFY(d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));
        choose(d.window, path);
        QTRY_COMPARE(contentsOf(path), d.backend.files.value(QStringLiteral("offer.pdf")));
        QVERIFY(!(QFile::permissions(path) & (QFile::ExeOwner | QFile::ReadOther | QFile::ReadGroup)));
        QTRY_VERIFY(!d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));

        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        d.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));
        choose(d.window, path);
        auto *question = d.window.findChild<QMessageBox *>(QStringLiteral("replaceFile"));
        QVERIFY(question);
        QCOMPARE(contentsOf(path), QByteArray("mine"));
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(contentsOf(path), QByteArray("mine"));
    }

    void aContactIsSavedAsAVCard()
    {
        const QTemporaryDir folder;
        ContactContent contact;
        contact.formattedName = QStringLiteral("Jonas/../Oberle");
        contact.phones = {{QStringLiteral("CELL"), QStringLiteral("+49 170 1")}};
        Desk d({with(QStringLiteral("c"), contact, 1)});
        d.desk->saver().setFolder(folder.path());
        d.click(d.card(QStringLiteral("c")).first.center());
        auto *dialog = d.window.findChild<QFileDialog *>(QStringLiteral("saveFile"));
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>()->text(), QStringLiteral("Jonas_.._Oberle.vcf"));
        choose(d.window, folder.filePath(QStringLiteral("jonas.vcf")));
        QTRY_VERIFY(contentsOf(folder.filePath(QStringLiteral("jonas.vcf")))
                        .startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jonas/"));
        d.click(d.card(QStringLiteral("c")).lines.at(0).copy.center());
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("+49 170 1"));
    }

    void aPlaceIsOpenedAndCopied()
    {
        LocationContent place;
        place.name = QStringLiteral("Bakery");
        place.latitude = 52.5;
        place.longitude = 13.4;
        Desk d({with(QStringLiteral("l"), place, 1)});
        QSignalSpy links(&d.window, &MainWindow::linkActivated);
        d.select(QStringLiteral("l"));
        d.press(Qt::Key_O);
        QCOMPARE(links.count(), 1);
        QCOMPARE(links.first().first().toUrl().host(), QStringLiteral("www.openstreetmap.org"));
        d.click(d.card(QStringLiteral("l")).second.center());
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Bakery\n52.500000, 13.400000"));
    }

    void withoutADeviceASoundSaysSo()
    {
        MediaContent voice = file(MediaKind::Audio, QStringLiteral("voice.ogg"), QStringLiteral("audio/ogg"));
        voice.voice = true;
        Desk d({with(QStringLiteral("v"), voice, 1)});
        QVERIFY(!d.desk->sound().isMade()); // nothing is made before it is needed
        d.select(QStringLiteral("v"));
        d.press(Qt::Key_O);
        QTRY_VERIFY(d.desk->sound().current());
        QVERIFY(d.desk->sound().current() == d.ref(QStringLiteral("v")));
        if (!QMediaDevices::audioOutputs().isEmpty())
            QSKIP("this machine has a sound output");
        QVERIFY(!d.desk->sound().trouble().isEmpty());
        QVERIFY(!d.desk->sound().isPlaying());
        // It can be saved all the same.
        d.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));
    }

    void withADeviceASoundIsPlayedAndSought()
    {
        if (QMediaDevices::audioOutputs().isEmpty())
            QSKIP("this machine has no sound output");
        Desk d({with(QStringLiteral("w"),
                     file(MediaKind::Audio, QStringLiteral("tone.wav"), QStringLiteral("audio/wav")), 1)});
        d.click(d.card(QStringLiteral("w")).iconBox.center());
        const SoundPlayer &sound = d.desk->sound();
        QTRY_VERIFY(sound.isPlaying());
        QTRY_COMPARE(sound.duration(), qint64(4000));
        QTRY_VERIFY(sound.position() > 100);
        const CardLayout card = d.card(QStringLiteral("w"));
        d.click(card.speed.center());
        QCOMPARE(sound.speed(), 1.5);
        d.click(card.seek.center());
        QTRY_VERIFY(sound.position() > 1900);
        d.click(card.iconBox.center());
        QTRY_VERIFY(!sound.isPlaying());
        const qint64 paused = sound.position();
        d.thread_->setFocus();
        d.press(Qt::Key_Left);
        QTRY_VERIFY(sound.position() < paused - 1000);
        QVERIFY(sound.trouble().isEmpty());
    }

    void soundIsSoughtByDragging()
    {
        struct Sounding final : CardFaces {
            CardFace face(const models::ThreadRow &, int, const QSize &) const override
            {
                CardFace face;
                face.media.phase = models::MediaPhase::Ready;
                face.sounding = face.playing = true;
                face.duration = 4000;
                return face;
            }
            CardAct mainAct(const models::ThreadRow &) const override { return CardAct::Pause; }
            bool canSave(const models::ThreadRow &) const override { return true; }
        } const faces;
        Desk d({with(QStringLiteral("v"),
                     file(MediaKind::Audio, QStringLiteral("voice.ogg"), QStringLiteral("audio/ogg")), 1)});
        d.desk->disconnect(d.thread_);
        d.thread_->disconnect(d.desk); // a real player has nothing to say here
        d.thread_->setFaces(&faces);
        QList<qreal> sought;
        QObject::connect(d.thread_, &ThreadView::cardActivated, d.thread_,
                         [&sought](const models::ThreadRow &, int, CardZone zone, int, qreal fraction) {
                             if (zone == CardZone::Seek)
                                 sought << fraction;
                         });
        const QRect bar = d.card(QStringLiteral("v")).seek;
        QWidget *viewport = d.thread_->viewport();
        const auto drag = [viewport](const QPoint &to) {
            QMouseEvent move(QEvent::MouseMove, to, viewport->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QApplication::sendEvent(viewport, &move);
        };
        QTest::mousePress(viewport, Qt::LeftButton, {}, bar.center());
        drag(bar.center() + QPoint(bar.width() / 4, 0));
        drag(QPoint(bar.right() + 200, bar.bottom() + 100)); // past the end, off the bar
        drag(QPoint(bar.left() - 30, bar.top()));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(bar.left() - 30, bar.top()));
        QCOMPARE(sought.size(), 3);
        QVERIFY(sought.at(0) > 0.6 && sought.at(0) < 0.9);
        QCOMPARE(sought.at(1), 1.0);
        QCOMPARE(sought.at(2), 0.0);
        drag(bar.center()); // let go
        QCOMPARE(sought.size(), 3);
        d.thread_->setFaces(nullptr);
    }

    void leavingTheConversationStopsTheSound()
    {
        Desk d({with(QStringLiteral("v"),
                     file(MediaKind::Audio, QStringLiteral("voice.ogg"), QStringLiteral("audio/ogg")), 1)});
        d.click(d.card(QStringLiteral("v")).iconBox.center());
        QTRY_VERIFY(d.desk->sound().current());
        d.window.openConversation(d.key(QStringLiteral("2")));
        settle();
        QVERIFY(!d.desk->sound().current());
    }

    void customersPhotosAreShownOnlyIfThePersonWantsThem()
    {
        Desk d({});
        const QString address = QStringLiteral("https://cdn.example/maria.png");
        d.backend.files.insert(address, png());
        d.backend.at(QStringLiteral("1")).customer->photo = QUrl(address);
        d.poll();
        auto *view = d.window.findChild<ConversationListView *>();
        const auto isShown = [&] {
            const QImage list = view->viewport()->grab().toImage();
            int red = 0;
            for (int y = 0; y < list.height(); ++y) {
                for (int x = 0; x < list.width(); ++x)
                    red += list.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
            }
            return red > 500;
        };
        QVERIFY(!isShown());
        QVERIFY(d.backend.sinks.isEmpty());
        d.workspace.preferences.change([](models::PreferenceValues &v) { v.loadPhotos = true; });
        QTRY_VERIFY(isShown());
        QCOMPARE(d.backend.sinks.size(), 1);
        d.workspace.preferences.change([](models::PreferenceValues &v) { v.loadPhotos = false; });
        QVERIFY(!isShown());
    }

    void whatWasWantedThereDoesNotPopUpHere()
    {
        Desk d({});
        d.backend.holdDownloads = true;
        d.backend.messagesOf[ConversationId(QStringLiteral("1"))] = {with(
            QStringLiteral("p"),
            file(MediaKind::Document, QStringLiteral("offer.pdf"), QStringLiteral("application/pdf")), 1)};
        d.actions.refresh(d.key(QStringLiteral("1")));
        QTRY_VERIFY(d.thread_->cardOf(MessageId(QStringLiteral("p")), 0));
        d.click(d.card(QStringLiteral("p")).second.center()); // save: fetched first
        QTRY_COMPARE(d.backend.sinks.size(), 1);
        d.window.openConversation(d.key(QStringLiteral("2")));
        settle();
        QFile written(d.backend.sinks.first().path);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write("%PDF-1.4\n") > 0);
        written.close();
        d.backend.downloads.answer(qint64(9));
        QTRY_COMPARE(d.phase(QStringLiteral("p")), models::MediaPhase::Ready);
        QVERIFY(!d.window.findChild<QFileDialog *>(QStringLiteral("saveFile")));
    }
};

QTEST_MAIN(TestMediaDesk)
#include "tst_mediadesk.moc"
