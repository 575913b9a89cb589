// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"
#include "tests/ui/panedesk.h"
#include "ui/dialogs/emojipicker.h"
#include "ui/emoji/emojigrid.h"
#include "ui/emoji/emojilibrary.h"
#include "ui/emoji/emojipainting.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <ctime>

using namespace inbox;
using namespace inbox::ui;

namespace {

// A window with an open picker.
struct Desk {
    Desk()
    {
        window.resize(800, 600);
        window.show();
        QTest::qWaitForWindowActive(&window) ? void() : qFatal("no window");
    }
    void open()
    {
        picker = new EmojiPicker(preferences, &window);
        QObject::connect(picker, &EmojiPicker::picked, &window,
                         [this](const QString &emoji) { picked << emoji; });
        picker->popupAt(&window);
        search = picker->findChild<QLineEdit *>();
        grid = picker->findChild<EmojiGrid *>();
    }
    bool isOpen() const { return picker && picker->isVisible(); }

    QWidget window;
    models::Preferences preferences;
    QPointer<EmojiPicker> picker;
    QLineEdit *search = nullptr;
    EmojiGrid *grid = nullptr;
    QStringList picked;
};

} // namespace

class TestEmoji : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Popups ask for more than the off-screen platform has.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void everyEmojiHasAName_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("German of Austria") << QStringLiteral("de-AT");
        QTest::newRow("a language without names") << QStringLiteral("xx");
    }
    void everyEmojiHasAName()
    {
        QFETCH(QString, language);
        const EmojiLibrary library(language);
        QVERIFY(library.all().size() > 1500);
        QCOMPARE(library.groups().size(), 9);
        int group = 0;
        for (const Emoji &emoji : library.all()) {
            QVERIFY2(!emoji.name.isEmpty(), qPrintable(emoji.text));
            QVERIFY(emoji.group == group || emoji.group == group + 1);
            group = emoji.group;
        }
        QCOMPARE(group, 8);
    }

    void searchFindsTheMeantOneFirst_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first"); // empty: nothing is found
        const auto row = [](const char *language, const char *query, const char *first) {
            QTest::addRow("%s: %s", language, query)
                << QString::fromUtf8(language) << QString::fromUtf8(query) << QString::fromUtf8(first);
        };
        row("de", "daumen hoch", "👍");
        row("de", "DAUMEN", "👍");
        row("de", "thumbs", "👍");
        row("de", "regenbogenfl", "🏳️‍🌈");
        row("de", "deutschland", "🇩🇪");
        row("de", "österreich", "🇦🇹");
        row("de", "osterreich", "🇦🇹");
        row("en", "germany", "🇩🇪");
        row("en", "party pop", "🎉");
        row("en", "👍", "👍");
        row("en", "👍🏿", "👍");
        row("en", "no such thing", "");
        row("en", "", "");
        row("en", " : ", "");
    }
    void searchFindsTheMeantOneFirst()
    {
        QFETCH(QString, language);
        QFETCH(QString, query);
        QFETCH(QString, first);
        const EmojiLibrary library(language);
        const QList<int> found = library.search(query);
        QCOMPARE(found.isEmpty() ? QString() : library.all().at(found.first()).text, first);
    }

    void tonesAreThoseOfUnicode()
    {
        const EmojiLibrary library(QStringLiteral("en"));
        const auto find = [&library](const char *text) {
            return library.all().at(library.search(QString::fromUtf8(text)).value(0));
        };
        QCOMPARE(find("👍").inTone(5), QStringLiteral("👍🏿"));
        QCOMPARE(find("👍").inTone(0), QStringLiteral("👍"));
        QCOMPARE(find("☝️").inTone(1), QStringLiteral("☝🏻"));
        QCOMPARE(find("👩‍❤️‍👨").inTone(3), QStringLiteral("👩🏽‍❤️‍👨🏽"));
        QCOMPARE(find("❤️").inTone(3), QStringLiteral("❤️"));
        QCOMPARE(library.name(QStringLiteral("👍🏿")), library.name(QStringLiteral("👍")));
        QVERIFY(library.name(QStringLiteral("x")).isEmpty());
    }

    void typedWordAndEnterPick()
    {
        Desk desk;
        desk.open();
        QTest::keyClicks(desk.search, QStringLiteral("thumbs up"));
        QTest::keyClick(desk.search, Qt::Key_Return);
        QCOMPARE(desk.picked, QStringList{QStringLiteral("👍")});
        QVERIFY(!desk.isOpen());
        QCOMPARE(desk.preferences.values().recentEmoji, QStringList{QStringLiteral("👍")});
    }

    void whatWasUsedLastComesFirst()
    {
        Desk desk;
        desk.preferences.change([](models::PreferenceValues &values) {
            values.recentEmoji = {QStringLiteral("🎉"), QStringLiteral("not an emoji"), QStringLiteral("🚲")};
        });
        desk.open();
        QCOMPARE(desk.grid->chosen(), QStringLiteral("🎉"));
        QTest::keyClick(desk.search, Qt::Key_Right);
        QCOMPARE(desk.grid->chosen(), QStringLiteral("🚲"));
        QTest::keyClick(desk.search, Qt::Key_Return);
        QCOMPARE(desk.preferences.values().recentEmoji.first(), QStringLiteral("🚲"));
        QCOMPARE(desk.preferences.values().recentEmoji.count(QStringLiteral("🚲")), 1);
    }

    void arrowsCrossHeadingsAndShortRows()
    {
        Desk desk;
        desk.preferences.change([](models::PreferenceValues &values) {
            values.recentEmoji = {QStringLiteral("🎉"), QStringLiteral("🚲")};
        });
        desk.open();
        const QList<Emoji> &all = EmojiLibrary::instance().all();
        QTest::keyClick(desk.search, Qt::Key_Right);
        QTest::keyClick(desk.search, Qt::Key_Down); // over the heading, same column
        QCOMPARE(desk.grid->chosen(), all.at(1).text);
        QTest::keyClick(desk.search, Qt::Key_Down);
        QCOMPARE(desk.grid->chosen(), all.at(1 + EmojiModel::kColumns).text);
        QTest::keyClick(desk.search, Qt::Key_Up);
        QTest::keyClick(desk.search, Qt::Key_Left);
        QTest::keyClick(desk.search, Qt::Key_Left); // back over the heading
        QCOMPARE(desk.grid->chosen(), QStringLiteral("🚲"));
        // Down from a column the last row lacks, then back up to the very start.
        QTest::keyClick(desk.search, Qt::Key_Up);
        QCOMPARE(desk.grid->chosen(), QStringLiteral("🚲"));
    }

    void controlPageKeysGoGroupByGroup()
    {
        Desk desk;
        desk.open();
        QTest::keyClick(desk.search, Qt::Key_PageDown, Qt::ControlModifier);
        const auto &all = EmojiLibrary::instance().all();
        const auto second =
            std::find_if(all.cbegin(), all.cend(), [](const Emoji &emoji) { return emoji.group == 1; });
        QCOMPARE(desk.grid->chosen(), second->text);
        QCOMPARE(desk.grid->currentSection(), 1);
        QTest::keyClick(desk.search, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(desk.grid->chosen(), all.first().text);
    }

    void shiftEnterPicksSeveral()
    {
        Desk desk;
        desk.open();
        QTest::keyClick(desk.search, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(desk.search, Qt::Key_Right);
        QTest::keyClick(desk.search, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(desk.isOpen());
        QCOMPARE(desk.picked.size(), 2);
        QVERIFY(desk.picked.first() != desk.picked.last());
    }

    void escapePicksNothing()
    {
        Desk desk;
        desk.open();
        QTest::keyClick(desk.search, Qt::Key_Escape);
        QVERIFY(!desk.isOpen());
        QVERIFY(desk.picked.isEmpty());
        QVERIFY(desk.preferences.values().recentEmoji.isEmpty());
    }

    void nothingFoundIsSaidAndPicksNothing()
    {
        Desk desk;
        desk.open();
        QTest::keyClicks(desk.search, QStringLiteral("qqqq"));
        QVERIFY(!desk.grid->isVisible());
        const auto labels = desk.picker->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("No emoji has this name.");
        }));
        QTest::keyClick(desk.search, Qt::Key_Return);
        QVERIFY(desk.picked.isEmpty());
        QVERIFY(desk.isOpen());
    }

    void clickPicksWhatIsUnderThePointer()
    {
        Desk desk;
        desk.open();
        const QModelIndex third = desk.grid->model()->index(1, 2);
        QTest::mouseClick(desk.grid->viewport(), Qt::LeftButton, {}, desk.grid->visualRect(third).center());
        QCOMPARE(desk.picked, QStringList{EmojiLibrary::instance().all().at(2).text});
    }

    void skinToneIsUsedAndRemembered()
    {
        Desk desk;
        desk.open();
        const auto buttons = desk.picker->findChildren<QToolButton *>();
        const auto dark = std::find_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *button) {
            return button->accessibleName() == QStringLiteral("Dark skin tone");
        });
        QVERIFY(dark != buttons.cend());
        QTest::mouseClick(*dark, Qt::LeftButton);
        QCOMPARE(desk.preferences.values().emojiTone, 5);
        QTest::keyClicks(desk.search, QStringLiteral("thumbs up"));
        QTest::keyClick(desk.search, Qt::Key_Return);
        QCOMPARE(desk.picked, QStringList{QStringLiteral("👍🏿")});
    }

    void chosenOneIsNamedForScreenReaders()
    {
        Desk desk;
        desk.open();
        QTest::keyClicks(desk.search, QStringLiteral("bicycle"));
        QCOMPARE(desk.search->accessibleDescription(), QStringLiteral("bicycle"));
    }

    void joinedEmojiIsOnePicture()
    {
        QImage image(120, 120, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        {
            QPainter painter(&image);
            QFont font(Theme::emoji(QGuiApplication::font()));
            font.setPixelSize(60);
            QVERIFY(paintEmoji(&painter, image.rect(), QStringLiteral("❤️‍🔥"), font, Qt::black));
        }
        QRect painted;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) > 0)
                    painted |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(painted.height() > 20);
        QVERIFY2(painted.width() < 1.4 * painted.height(), "two pictures beside each other");
    }
    void rowsFoundAreAsHighAsAllOthers()
    {
        Desk desk;
        desk.open();
        QTest::keyClicks(desk.search, QStringLiteral("heart"));
        for (int row = 0; row < desk.grid->model()->rowCount(); ++row)
            QCOMPARE(desk.grid->rowHeight(row), EmojiGrid::cellSize(desk.grid->font()));
    }
    void picturesComeInAFewTurns()
    {
        Desk desk;
        desk.open();
        QImage last;
        // Nothing changes any more once all are there.
        QTRY_VERIFY([&] {
            const QImage now = desk.grid->grab().toImage();
            const bool same = now == last;
            last = now;
            return same;
        }());
        const QModelIndex late = desk.grid->indexAt(desk.grid->viewport()->rect().center());
        QVERIFY(late.isValid());
        const QImage picture = last.copy(desk.grid->visualRect(late));
        const QRgb ground = picture.pixel(0, 0);
        bool painted = false;
        for (int x = 0; x < picture.width(); ++x)
            painted = painted || picture.pixel(x, picture.height() / 2) != ground;
        QVERIFY(painted);
    }
    void pickerOpensAtOnce()
    {
        Desk desk;
        desk.open(); // the names are read, the fonts are there
        QTest::keyClick(desk.search, Qt::Key_Escape);
        // Processor time: others may be busy on the machine.
        const std::clock_t start = std::clock();
        desk.open();
        desk.picker->grab();
        const auto took = int(1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
        qInfo("opened and painted in %d ms of processor time", took);
        constexpr int kBudgetMs = 90; // a build for debugging; what is shipped has to stay below 50
        QVERIFY2(took < kBudgetMs, qPrintable(QString::number(took)));
    }
};

QTEST_MAIN(TestEmoji)
#include "tst_emoji.moc"
