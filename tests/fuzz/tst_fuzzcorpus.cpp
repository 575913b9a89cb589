// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

// What the fuzzer found worth keeping, once through every reader, by any compiler. A broken promise ends the
// program; the last data row named is the input.
class TestFuzzCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void promisesHold_data()
    {
        QTest::addColumn<int>("target");
        const auto &all = inbox::fuzz::targets();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << int(i);
    }
    void promisesHold()
    {
        QFETCH(int, target);
        const inbox::fuzz::Target &reader = inbox::fuzz::targets().at(size_t(target));
        const QDir folder(QStringView(INBOX_SOURCE_DIR).toString() + QLatin1String("/tests/fuzz/corpus/")
                          + QLatin1String(reader.name));
        const QFileInfoList inputs = folder.entryInfoList(QDir::Files);
        QVERIFY2(!inputs.isEmpty(), qPrintable(folder.path()));
        for (const QFileInfo &input : inputs) {
            QFile file(input.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            inbox::fuzz::runTarget(reader, file.readAll());
        }
        inbox::fuzz::runTarget(reader, {});
    }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
