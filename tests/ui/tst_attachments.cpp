// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "ui/composer/attachmentstrip.h"
#include "ui/composer/replyedit.h"

#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QToolButton>

using namespace inbox;
using namespace inbox::ui;
using namespace inbox::domain;
using tests::WindowBench;

// Files sent with a reply, from the key to the server and back, over the demo server.
class TestAttachments : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    QString picture() const
    {
        const QString path = m_folder.filePath(QStringLiteral("cat.png"));
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::red);
        if (!image.save(path))
            qFatal("no picture");
        return path;
    }
    static Composer *composer(const WindowBench &bench) { return bench.window.findChild<Composer *>(); }
    static int attached(const WindowBench &bench)
    {
        const auto buttons = bench.window.findChild<AttachmentStrip *>()->findChildren<QToolButton *>();
        return int(std::count_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *button) {
            return button->focusPolicy() != Qt::NoFocus;
        }));
    }
    static bool open(WindowBench &bench)
    {
        bench.list.setView(models::View::All);
        if (!bench.waitForList())
            return false;
        for (int row = 0; row < bench.list.rowCount(); ++row) {
            const models::ConversationRow r = bench.list.row(row);
            if (r.channel != Channel::WhatsApp || !r.reply.composerOpen())
                continue;
            bench.window.openConversation(r.key);
            return bench.waitForThread();
        }
        return false;
    }
    static QList<Message> ours(const WindowBench &bench)
    {
        const sync::Thread *thread =
            bench.inbox.session(bench.current.key().account)->thread(bench.current.key().id);
        QList<Message> all;
        for (const Message &m : thread->messages) {
            if (m.author == MessageAuthor::Agent)
                all << m;
        }
        return all;
    }
    static bool isEmpty(const WindowBench &bench)
    {
        return bench.inbox.session(bench.current.key().account)
            ->thread(bench.current.key().id)
            ->outgoing.isEmpty();
    }
    static void send(WindowBench &bench)
    {
        bench.press(Qt::Key_Return, Qt::ControlModifier); // the field has the focus
    }

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void aPictureAndADocumentGoOut()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        const qsizetype before = ours(bench).size();
        composer(bench)->addFiles({picture(), write(QStringLiteral("list.pdf"), "%PDF-1.4 list")});
        QCOMPARE(attached(bench), 2);
        bench.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(bench.window.focusWidget()->parentWidget()->parentWidget(),
                 bench.window.findChild<AttachmentStrip *>()); // before the reply, as it is seen
        bench.press(Qt::Key_Tab);
        bench.type(QStringLiteral("both"));
        bench.picture(QStringLiteral("attached"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(attached(bench), 0);
        bench.picture(QStringLiteral("attached-sending"));
        QTRY_COMPARE_WITH_TIMEOUT(ours(bench).size(), before + 2, 10'000);
        QTRY_VERIFY(isEmpty(bench));
        const QList<Message> all = ours(bench);
        const auto first = std::get<MediaContent>(all.at(before).contents.constFirst());
        QVERIFY(first.kind == MediaKind::Image);
        QCOMPARE(first.caption, QStringLiteral("both"));
        const auto second = std::get<MediaContent>(all.at(before + 1).contents.constFirst());
        QVERIFY(second.kind == MediaKind::Document);
        QCOMPARE(second.name, QStringLiteral("list.pdf"));
        QCOMPARE(second.size.value_or(0), 13);
        bench.picture(QStringLiteral("attached-sent"));
    }

    void aLostUploadIsDoneAgainAndTheMessageSentOnce()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        const qsizetype before = ours(bench).size();
        bench.spoil(QStringLiteral("POST .*temporary-upload"), QStringLiteral("close"), 1);
        composer(bench)->addFiles({picture()});
        send(bench);
        QTRY_COMPARE_WITH_TIMEOUT(ours(bench).size(), before + 1, 20'000);
        QTRY_VERIFY(isEmpty(bench));
    }

    void aLostAnswerIsFoundInTheThread()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        const qsizetype before = ours(bench).size();
        bench.spoil(QStringLiteral("POST .*/messages"), QStringLiteral("close"), 1);
        composer(bench)->addFiles({picture()});
        send(bench);
        QTRY_VERIFY_WITH_TIMEOUT(isEmpty(bench), 20'000);
        QCOMPARE(ours(bench).size(), before + 1);
    }

    void whatIsGoneIsToldAndComesBack()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        const QString path = write(QStringLiteral("gone.pdf"), "%PDF-1.4");
        composer(bench)->addFiles({path});
        QVERIFY(QFile::remove(path));
        send(bench);
        const sync::Thread *thread =
            bench.inbox.session(bench.current.key().account)->thread(bench.current.key().id);
        QTRY_VERIFY(thread->outgoing.size() == 1
                    && thread->outgoing.constFirst().state == Intent::State::Failed);
        QVERIFY(thread->outgoing.constFirst().error->kind == ErrorKind::FileUnreadable);
        bench.actions.settleMessage(bench.current.key(), thread->outgoing.constFirst().id, false);
        QCOMPARE(attached(bench), 1);
    }

    void whatCannotBeAttachedIsSaid()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        composer(bench)->addFiles({m_folder.path(), write(QStringLiteral("empty.txt"), {})});
        QCOMPARE(attached(bench), 0);
        QVERIFY(bench.composerNotice().contains(QStringLiteral("empty.txt is empty")));
    }

    void filesAreTakenOutWithTheKeys()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        composer(bench)->addFiles({picture(), write(QStringLiteral("list.pdf"), "%PDF-1.4")});
        auto *strip = bench.window.findChild<AttachmentStrip *>();
        QToolButton *remove = nullptr;
        for (QToolButton *button : strip->findChildren<QToolButton *>()) {
            if (!remove && button->focusPolicy() != Qt::NoFocus)
                remove = button;
        }
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Delete);
        QTRY_COMPARE(attached(bench), 1);
        QCOMPARE(bench.drafts.draft(bench.current.key()).files.constFirst().name, QStringLiteral("list.pdf"));
    }

    void pastedAndDroppedFilesAreAttached()
    {
        QTemporaryDir profile;
        WindowBench bench(WindowBench::Account::Demo, profile.path());
        QVERIFY(open(bench));
        bench.press(Qt::Key_R);
        auto *files = new QMimeData;
        files->setUrls({QUrl::fromLocalFile(picture())});
        files->setText(picture()); // as file managers do
        QGuiApplication::clipboard()->setMimeData(files);
        bench.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(attached(bench), 1);
        auto *image = new QMimeData;
        QImage red(4, 4, QImage::Format_RGB32);
        red.fill(Qt::red);
        image->setImageData(red);
        QGuiApplication::clipboard()->setMimeData(image);
        bench.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(attached(bench), 2);
        const Attachment pasted = bench.drafts.draft(bench.current.key()).files.constLast();
        QVERIFY(pasted.kind == MediaKind::Image);
        QVERIFY(pasted.path.startsWith(profile.path()));
        QCOMPARE(QFile::permissions(pasted.path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(bench.window.findChild<ReplyEdit *>()->toPlainText().isEmpty());
    }

    void theDraftKeepsItsFiles()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        const ConversationKey key = bench.current.key();
        composer(bench)->addFiles({picture()});
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_J);
        QVERIFY(bench.current.key() != key);
        QCOMPARE(attached(bench), 0);
        bench.window.openConversation(key);
        QCOMPARE(attached(bench), 1);
        QVERIFY(bench.list.find(key)->preview == models::PreviewKind::Draft);
        QCOMPARE(bench.list.find(key)->previewText, QStringLiteral("cat.png"));
    }

    void theKeyOpensTheDialog()
    {
        WindowBench bench;
        QVERIFY(open(bench));
        bench.press(Qt::Key_R);
        bench.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = bench.window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->filesSelected({picture()});
        dialog->close();
        QCOMPARE(attached(bench), 1);
    }

    void whereTheAccountCannotTheButtonIsNotThere()
    {
        WindowBench bench(WindowBench::Account::Captain);
        bench.list.setView(models::View::All);
        QVERIFY(bench.openFirst());
        QVERIFY(!bench.window.findChild<QToolButton *>(QStringLiteral("attachButton"))->isVisible());
        composer(bench)->addFiles({picture()});
        QCOMPARE(attached(bench), 0);
    }
};

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
