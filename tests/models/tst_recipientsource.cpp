// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"
#include "models/recipientsource.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace inbox::models;
using namespace inbox::recipients;
using inbox::domain::Recipient;
using Use = Column::Use;

namespace {

// The source as a window uses it, numbers without "+" being German.
class Bench {
public:
    Bench()
        : goodTester(&source.recipients())
        , badTester(&source.bad())
    {
        Rules rules;
        rules.region = QStringLiteral("DE");
        source.setRules(rules);
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a file cannot be written");
        return file.fileName();
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return !source.isReading(); });
    }
    QStringList phones() const
    {
        QStringList all;
        for (const Recipient &one : source.list())
            all << one.phone;
        return all;
    }

    QTemporaryDir dir;
    RecipientSource source;
    QAbstractItemModelTester goodTester;
    QAbstractItemModelTester badTester;
};

const QString kMaria = QStringLiteral("+4915112345678");
const QString kBen = QStringLiteral("+491712345678");

} // namespace

class TestRecipientSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void whatIsTypedBecomesRecipients()
    {
        Bench bench;
        bench.source.setTyped(QStringLiteral("0151 12345678\nnobody"));
        QVERIFY(bench.source.isReading());
        QVERIFY(bench.wait());
        QCOMPARE(bench.phones(), QStringList{kMaria});
        QCOMPARE(bench.source.bad().rowCount(), 1);
        QCOMPARE(bench.source.bad().row(0).row, 2);
    }

    void theLastWordCounts()
    {
        Bench bench;
        bench.source.setTyped(QStringLiteral("0151 12345678"));
        bench.source.setTyped(QStringLiteral("0171 2345678"));
        QVERIFY(bench.wait());
        QCOMPARE(bench.phones(), QStringList{kBen});
        Rules abroad;
        abroad.region = QStringLiteral("FR");
        bench.source.setRules(abroad);
        QVERIFY(bench.wait());
        QCOMPARE(bench.phones(), QStringList());
    }

    void aFileTakesThePlaceOfWhatIsTypedUntilItIsPutAway()
    {
        Bench bench;
        bench.source.setTyped(QStringLiteral("0171 2345678"));
        QVERIFY(bench.wait());
        bench.source.setWanted({{QStringLiteral("body.1")}, false});
        bench.source.openFile(bench.write(QStringLiteral("people.csv"),
                                          "Tel;Name;1\n0151 12345678;Maria;x\n0151 12345678;;y\n12;;\n"));
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.file().name, QStringLiteral("people.csv"));
        QCOMPARE(bench.phones(), QStringList{kMaria});
        QCOMPARE(bench.source.merged(), 1);
        QCOMPARE(bench.source.bringing(QStringLiteral("body.1")), 1);
        QCOMPARE(bench.source.bad().row(0).row, 4);
        bench.source.removeFile();
        QVERIFY(bench.wait());
        QCOMPARE(bench.phones(), QStringList{kBen});
    }

    void aFileIsNotLostToWhatWasTypedJustBefore()
    {
        Bench bench;
        bench.source.setTyped(QStringLiteral("0171 2345678"));
        bench.source.openFile(bench.write(QStringLiteral("a.csv"), "Tel\n0151 12345678\n"));
        bench.source.setTyped(QStringLiteral("0171 2345679"));
        QVERIFY(bench.wait());
        QCOMPARE(bench.phones(), QStringList{kMaria});
    }

    void columnsCanBeChangedAndStayChosen()
    {
        Bench bench;
        bench.source.openFile(bench.write(QStringLiteral("a.csv"), "Tel,Order\n0151 12345678,A-1\n"));
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.glance().columns.at(1).use, Use::Ignored);
        bench.source.setColumn(1, {Use::Variable, QStringLiteral("body.1")});
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.bringing(QStringLiteral("body.1")), 1);
        bench.source.setWanted({{QStringLiteral("body.2")}, false}); // another template
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.glance().columns.at(1).variable, QStringLiteral("body.1"));
        CsvShape shape = bench.source.glance().shape;
        shape.hasHeader = false;
        bench.source.setShape(shape); // another table: guessed anew
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.glance().header.at(0), QString());
        QCOMPARE(bench.source.bad().row(0).row, 1);
    }

    void anotherTemplateGuessesTheColumnsAnew()
    {
        Bench bench;
        bench.source.openFile(bench.write(QStringLiteral("a.csv"), "Tel,Order\n0151 12345678,A-1\n"));
        QVERIFY(bench.wait());
        bench.source.setWanted({{QStringLiteral("body.1")}, false});
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.bringing(QStringLiteral("body.1")), 1);
    }

    void saysWhyAFileIsNotTaken()
    {
        Bench bench;
        bench.source.openFile(bench.dir.filePath(QStringLiteral("none.csv")));
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.fileProblem(), RecipientSource::FileProblem::Unreadable);
        QVERIFY(!bench.source.hasFile());
        bench.source.openFile(bench.write(QStringLiteral("empty.csv"), " \n"));
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.fileProblem(), RecipientSource::FileProblem::Empty);
        QFile large(bench.dir.filePath(QStringLiteral("large.csv")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestCsv + 1)); // sparse
        bench.source.openFile(large.fileName());
        QVERIFY(bench.wait());
        QCOMPARE(bench.source.fileProblem(), RecipientSource::FileProblem::TooLarge);
    }

    void goesAwayInTheMiddleOfALargeTable()
    {
        QByteArray table("Tel\n");
        for (int i = 0; i < 20'000; ++i)
            table += "+49151" + QByteArray::number(20'000'000 + i) + '\n';
        {
            Bench bench;
            bench.source.openFile(bench.write(QStringLiteral("large.csv"), table));
            QVERIFY(QTest::qWaitFor([&] { return bench.source.percent() > 0; }));
        }
        QThreadPool::globalInstance()->waitForDone(); // nothing of it comes back
        QCoreApplication::processEvents();
    }

    void presetsOutliveTheProgram()
    {
        const QTemporaryDir dir;
        const OpeningPreset preset{QStringLiteral("zild"),
                                   QStringLiteral("Support, German"),
                                   {{QStringLiteral("queueId"), QStringLiteral("12")},
                                    {QStringLiteral("contactIds"), QStringLiteral("1\n2")}}};
        {
            Preferences preferences(dir.path());
            preferences.change([&](PreferenceValues &values) {
                values.openingPresets = {preset, {QStringLiteral("other"), QStringLiteral("x"), {}}};
                values.phoneRegion = QStringLiteral("CH");
            });
            preferences.change([&](PreferenceValues &values) { values.openingPresets = {preset}; });
        }
        const Preferences again(dir.path());
        QCOMPARE(again.values().openingPresets, QList<OpeningPreset>{preset});
        QCOMPARE(again.values().phoneRegion, QStringLiteral("CH"));
    }
};

QTEST_GUILESS_MAIN(TestRecipientSource)
#include "tst_recipientsource.moc"
