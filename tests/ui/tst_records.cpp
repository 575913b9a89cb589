// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "tests/support/inboxfixture.h"
#include "ui/dialogs/noticebar.h"
#include "ui/records/recordswindow.h"
#include "ui/text/recordwords.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using namespace inbox::ui;

namespace {

const QString kReply = QStringLiteral("Your parcel is on its way.");

Conversation expired(const QString &id)
{
    Conversation c = conversation(id, 3 * 24 * 60);
    c.replyPossible = false;
    c.replyUntil = kNoon.addDays(-2);
    c.lastCustomerReplyAt = kNoon.addDays(-3);
    return c;
}

// The whole window over one account that answers from a script, driven by keys.
class Bench : public InboxFixture {
public:
    explicit Bench(const QList<Conversation> &conversations = {conversation(QStringLiteral("1"), 5),
                                                               conversation(QStringLiteral("2"), 6)},
                   const QString &profileDir = {})
        : InboxFixture(profileDir)
        , backend(add())
        , workspace(inbox)
        , window(workspace, {})
    {
        backend.conversationList = conversations;
        workspace.list.setView(models::View::All);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        start();
        QVERIFY(QTest::qWaitFor([&] { return workspace.list.rowCount() == conversations.size(); }));
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
    // G and a letter, as a person does.
    bool go(Qt::Key letter)
    {
        press(Qt::Key_G);
        press(letter);
        records = window.findChild<RecordsWindow *>();
        return records && QTest::qWaitForWindowActive(records);
    }
    void pressThere(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(records->windowHandle(), key, modifiers);
    }
    QListView *page(const char *name) const { return records->findChild<QListView *>(QLatin1String(name)); }
    static QString spoken(const QListView *list, int row)
    {
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    // Enter asks with a menu; then the n-th step of it.
    bool choose(int step) const
    {
        pressThere(Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return false;
        for (int i = 0; i < step; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }
    void send(const QString &id, const QString &text = kReply)
    {
        workspace.drafts.setDraft(key(id), {text, 0, {}});
        QVERIFY(workspace.actions.sendDraft(key(id)));
        settle();
    }
    QString reply() const
    {
        return window.findChild<QPlainTextEdit *>(QStringLiteral("reply"))->toPlainText();
    }
    bool caretIsInTheReply() const
    {
        const QWidget *focus = window.focusWidget();
        return focus && focus->objectName() == QLatin1String("reply");
    }
    QAbstractButton *badge() const
    {
        return window.findChild<QAbstractButton *>(QStringLiteral("outboxBadge"));
    }

    ScriptedBackend &backend;
    models::Workspace workspace;
    MainWindow window;
    RecordsWindow *records = nullptr;
};

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void theBadgeShowsWhatWaits()
    {
        Bench bench;
        QVERIFY(bench.badge()->isHidden());
        bench.send(QStringLiteral("1"));
        QVERIFY(!QTest::qWaitFor([&bench] { return bench.badge()->isVisible(); }, 50)); // only being sent
        bench.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
        QTRY_VERIFY(bench.badge()->isVisible());
        QCOMPARE(bench.badge()->text(), QStringLiteral("1"));
        bench.badge()->click();
        bench.records = bench.window.findChild<RecordsWindow *>();
        QVERIFY(bench.records && bench.records->isVisible());
        QVERIFY(bench.page("outbox")->isVisible());
    }

    void anUnknownMessageIsSettledByKeys()
    {
        Bench bench;
        bench.send(QStringLiteral("1"));
        bench.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
        QTRY_COMPARE(bench.workspace.outbox.waitingCount(), 1);
        QVERIFY(bench.go(Qt::Key_O));
        QListView *outbox = bench.page("outbox");
        QCOMPARE(outbox->model()->rowCount(), 1);
        QVERIFY(outbox->hasFocus());
        QVERIFY(Bench::spoken(outbox, 0).contains(QStringLiteral("Customer 1")));
        QVERIFY(Bench::spoken(outbox, 0).contains(kReply));
        QVERIFY(bench.choose(0)); // it was sent
        QTRY_COMPARE(outbox->model()->rowCount(), 0);
        QVERIFY(bench.workspace.drafts.draft(bench.key(QStringLiteral("1"))).isEmpty());
        QTRY_VERIFY(bench.badge()->isHidden());
        bench.pressThere(Qt::Key_Escape);
        QVERIFY(!bench.records->isVisible());
        QCOMPARE(bench.backend.log.filter(QStringLiteral("send ")).size(), 1);
    }

    void aRefusedMessageIsPutBackByKeys()
    {
        Bench bench;
        bench.send(QStringLiteral("2"));
        bench.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
        QTRY_COMPARE(bench.workspace.outbox.waitingCount(), 1);
        QVERIFY(bench.go(Qt::Key_O));
        QVERIFY(bench.choose(1)); // put back
        QTRY_VERIFY(!bench.records->isVisible());
        QCOMPARE(bench.window.openKey(), bench.key(QStringLiteral("2")));
        QCOMPARE(bench.reply(), kReply);
        QVERIFY(bench.caretIsInTheReply());
        QTRY_COMPARE(bench.workspace.outbox.rowCount(), 0);
    }

    void aRefusedMessageIsSentAgainByItsButton()
    {
        Bench bench;
        bench.send(QStringLiteral("2"));
        bench.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
        QTRY_COMPARE(bench.workspace.outbox.waitingCount(), 1);
        QVERIFY(bench.go(Qt::Key_O));
        for (int i = 0; i < 3 && bench.records->focusWidget()->objectName() != QLatin1String("step0"); ++i)
            bench.pressThere(Qt::Key_Tab);
        QCOMPARE(bench.records->focusWidget()->objectName(), QStringLiteral("step0"));
        bench.pressThere(Qt::Key_Return);
        QTRY_COMPARE(bench.backend.sends.waiting(), 1);
        QTRY_COMPARE(bench.workspace.outbox.waitingCount(), 0);
        QTRY_VERIFY(bench.page("outbox")->hasFocus()); // the button is gone
    }

    void aDiscardedDraftIsBroughtBackByKeys()
    {
        Bench bench;
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_R);
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        QTRY_VERIFY(reply->hasFocus());
        QTest::keyClicks(reply, kReply);
        QTest::keyClick(reply, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(reply, Qt::Key_Delete);
        QCOMPARE(bench.workspace.drafts.discarded().size(), 1);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.go(Qt::Key_F));
        QListView *drafts = bench.page("drafts");
        QTRY_COMPARE(drafts->model()->rowCount(), 1);
        QTRY_VERIFY(drafts->hasFocus());
        bench.pressThere(Qt::Key_Return);
        QTRY_VERIFY(!bench.records->isVisible());
        QCOMPARE(bench.reply(), kReply);
        QVERIFY(bench.caretIsInTheReply());
        QVERIFY(bench.workspace.drafts.discarded().isEmpty());
    }

    void aDraftIsDiscardedByKeys()
    {
        Bench bench;
        bench.workspace.drafts.setDraft(bench.key(QStringLiteral("1")), {kReply, 0, {}});
        QVERIFY(bench.go(Qt::Key_F));
        QTRY_COMPARE(bench.page("drafts")->model()->rowCount(), 1);
        QTRY_VERIFY(bench.page("drafts")->hasFocus());
        const auto *discard = bench.records->findChild<QAbstractButton *>(QStringLiteral("step1"));
        QTRY_VERIFY(discard && discard->isVisible() && discard->isEnabled());
        for (int i = 0; i < 3 && bench.records->focusWidget()->objectName() != QLatin1String("step1"); ++i)
            bench.pressThere(Qt::Key_Tab);
        QVERIFY(discard->hasFocus());
        bench.pressThere(Qt::Key_Return);
        QTRY_VERIFY(bench.workspace.drafts.draft(bench.key(QStringLiteral("1"))).isEmpty());
        QCOMPARE(bench.workspace.drafts.discarded().size(), 1);
        // The steps that came for it are where they are seen, and not behind the window's last button.
        QTRY_VERIFY(bench.page("drafts")->hasFocus());
        bench.pressThere(Qt::Key_Tab);
        QCOMPARE(bench.records->focusWidget()->objectName(), QStringLiteral("step0"));
        bench.pressThere(Qt::Key_Return);
        QTRY_COMPARE(bench.reply(), kReply);
    }

    void aHeldReplyIsOfferedAndSentByTheSendKey()
    {
        Bench bench;
        bench.press(Qt::Key_J);
        const ConversationKey key = bench.window.openKey();
        bench.press(Qt::Key_R);
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        QTRY_VERIFY(reply->hasFocus());
        QTest::keyClicks(reply, kReply);
        Conversation &server = bench.backend.at(key.id.value());
        const Conversation open = server;
        server.replyPossible = false;
        server.replyUntil = kNoon.addSecs(-1);
        bench.poll();
        QVERIFY(bench.workspace.drafts.draft(key).held);
        QCOMPARE(bench.reply(), kReply);

        bench.clock.advanceSeconds(600);
        server = open;
        server.latestMessage = message(QStringLiteral("a"), QStringLiteral("Yes?"), bench.clock.now());
        server.latestCustomerMessage = server.latestMessage;
        server.lastCustomerReplyAt = bench.clock.now();
        bench.poll();
        QVERIFY(bench.workspace.drafts.isOffered(key));
        QVERIFY(bench.backend.log.filter(QStringLiteral("send ")).isEmpty());
        QStringList notices;
        const QList<NoticeBar *> bars = bench.window.findChildren<NoticeBar *>();
        for (const NoticeBar *bar : bars)
            notices << bar->text();
        QVERIFY(notices.contains(RecordWords::offer(kNoon, bench.clock.now(), true)));
        const int row = bench.workspace.list.rowOf(key);
        QCOMPARE(bench.workspace.list.row(row).preview, models::PreviewKind::OfferedDraft);

        // What is new is looked at first; then the key sends.
        QVERIFY(QTest::qWaitFor([&] {
            QTest::keyClick(reply, Qt::Key_Return, Qt::ControlModifier);
            return bench.backend.sends.waiting() > 0;
        }));
        QCOMPARE(bench.backend.sends.waiting(), 1);
        QVERIFY(bench.workspace.drafts.draft(key).isEmpty());
        QVERIFY(!bench.workspace.drafts.isOffered(key));
        QVERIFY(bench.workspace.drafts.discarded().isEmpty());
    }

    void theLedgerIsSavedAsATable()
    {
        QTemporaryDir profile;
        Conversation hostile = expired(QStringLiteral("1"));
        hostile.customer->name = QStringLiteral("=HYPERLINK(\"x\"), \"Maria\"");
        Bench bench({hostile}, profile.path());
        QTRY_VERIFY(bench.session().conversation(ConversationId(QStringLiteral("1"))));
        QVERIFY(QTest::qWaitFor([&bench] { // not before the store has answered
            bench.session().restart(ConversationId(QStringLiteral("1")));
            return bench.backend.restarts.waiting() == 1;
        }));
        bench.backend.restarts.answer(
            message(QStringLiteral("t"), QStringLiteral("Template"), kNoon, MessageAuthor::Agent));
        QTRY_COMPARE(bench.workspace.ledger.rowCount(), 1);
        QTRY_COMPARE(bench.workspace.ledger.row(0).outcome, models::LedgerRow::Outcome::Accepted);
        QVERIFY(bench.go(Qt::Key_L));
        QListView *ledger = bench.page("ledger");
        QVERIFY(ledger->hasFocus());
        QVERIFY(Bench::spoken(ledger, 0).contains(RecordWords::price(11)));
        bench.records->findChild<QAbstractButton *>(QStringLiteral("saveLedger"))->click();
        auto *dialog = bench.records->findChild<QFileDialog *>(QStringLiteral("saveFile"));
        QVERIFY(dialog);
        const QString path = profile.filePath(QStringLiteral("ledger.csv"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const QList<QByteArray> lines = bytes.split('\n');
        QCOMPARE(lines.size(), 3); // two, and an end
        QVERIFY(lines.at(1).endsWith('\r'));
        QVERIFY(lines.at(1).contains("\"'=HYPERLINK(\"\"x\"\"), \"\"Maria\"\"\""));
        QVERIFY(lines.at(1).contains(",0.11,"));
    }

    void pagesChangeByKeysAndEscCloses()
    {
        Bench bench;
        QVERIFY(bench.go(Qt::Key_O));
        const auto title = [&] { return bench.records->windowTitle(); };
        QCOMPARE(title(), QStringLiteral("Outbox"));
        bench.pressThere(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(title(), QStringLiteral("Drafts"));
        bench.pressThere(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(title(), QStringLiteral("Outbox"));
        bench.pressThere(Qt::Key_Escape);
        QVERIFY(!bench.records->isVisible());
    }
};

QTEST_MAIN(TestRecords)
#include "tst_records.moc"
