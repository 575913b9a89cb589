// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "ui/list/conversationlistview.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inbox;
using namespace inbox::ui;
using tests::WindowBench;

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    // The off-screen platform says of every window that it does not take size hints.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void withoutAccountTheWindowWelcomes()
    {
        WindowBench bench(WindowBench::Account::None);
        QSignalSpy demo(&bench.window, &MainWindow::demoRequested);
        bench.picture(QStringLiteral("welcome"));
        bench.press(Qt::Key_Return); // the first button has the focus
        QCOMPARE(demo.size(), 1);
    }

    void movingByKeyOpensAtOnce()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        QVERIFY(bench.current.isEmpty());
        bench.picture(QStringLiteral("list"));
        bench.press(Qt::Key_J);
        QCOMPARE(bench.current.key(), bench.list.row(0).key);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.current.key(), bench.list.row(1).key);
        bench.press(Qt::Key_K);
        QCOMPARE(bench.current.key(), bench.list.row(0).key);
        QVERIFY(bench.waitForThread());
        bench.picture(QStringLiteral("thread"));
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
