// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cutoff.h"
#include "tests/ui/windowbench.h"

#include "app/language.h"
#include "app/languagechoice.h"
#include "ui/details/notecard.h"
#include "ui/list/conversationlistview.h"
#include "ui/opening/newconversationwindow.h"
#include "ui/settings/highlightlabel.h"
#include "ui/settings/settingswindow.h"
#include "ui/settings/shortcutspage.h"
#include "ui/thread/threadview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTimeEdit>

using namespace inbox;
using namespace inbox::ui;
using models::PreferenceValues;
using tests::WindowBench;

namespace {

// The window with its settings open, driven by keys.
struct SettingsBench : WindowBench {
    explicit SettingsBench(Account account = Account::Demo, const QString &profileDir = {})
        : WindowBench(account, profileDir)
        , language(workspace.preferences, QStringLiteral("en"))
    {
        window.setLanguages(app::availableLanguages());
    }
    ~SettingsBench() { app::installLanguage(QStringLiteral("en")); }

    bool openSettings()
    {
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        press(Qt::Key_Comma, Qt::ControlModifier);
        settings = window.findChild<SettingsWindow *>();
        return settings && QTest::qWaitForWindowActive(settings);
    }
    template <typename T> T *control(const char *name) const
    {
        return settings->findChild<T *>(QLatin1String(name));
    }
    void pressHere(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(settings->windowHandle(), key, modifiers);
    }
    void search(const QString &words) const
    {
        QLineEdit *field = control<QLineEdit>("searchSettings");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
    }
    // Finds one control as a person does: by a word, then Return.
    bool goTo(const QString &word, const char *name) const
    {
        search(word);
        pressHere(Qt::Key_Return);
        const QWidget *wanted = control<QWidget>(name);
        return wanted && wanted->isVisible() && wanted->hasFocus();
    }
    void showPage(const QString &name) const
    {
        auto *pages = control<QListWidget>("settingsPages");
        const QList<QListWidgetItem *> items = pages->findItems(name, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {},
                          pages->visualItemRect(items.first()).center());
    }
    QStringList visibleControls() const
    {
        QStringList names;
        for (const char *name : {"theme",
                                 "density",
                                 "fontPercent",
                                 "language",
                                 "direction",
                                 "sendKey",
                                 "recentEmoji",
                                 "phoneRegion",
                                 "notifyNewMessages",
                                 "notifyClosingWindows",
                                 "notifyFailedSends",
                                 "notifyMentions",
                                 "notificationPrivacy",
                                 "quietHours",
                                 "quietFrom",
                                 "quietUntil",
                                 "loadPictures",
                                 "loadPhotos",
                                 "mediaCacheMib",
                                 "downloadLimitMib",
                                 "historyDays",
                                 "historyMib"}) {
            if (control<QWidget>(name)->isVisible())
                names.append(QLatin1String(name));
        }
        return names;
    }
    const PreferenceValues &values() const { return workspace.preferences.values(); }

    app::LanguageChoice language;
    SettingsWindow *settings = nullptr;
};

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install(*qApp);
        app::installLanguage(QStringLiteral("en"));
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void everyPreferenceHasItsControl()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        // A preference more or less does not compile here: give it a control, then its name to the list. The
        // tone of emoji is chosen where they are, presets where they are used.
        [[maybe_unused]] const auto &[theme, density, fontPercent, language, direction, sendKey, recentEmoji,
                                      emojiTone, phoneRegion, openingPresets, notifyNewMessages,
                                      notifyClosingWindows, notifyFailedSends, notifyMentions,
                                      notificationPrivacy, quietHours, quietFrom, quietUntil, loadPictures,
                                      loadPhotos, mediaCacheMib, downloadLimitMib, historyDays, historyMib,
                                      keys] = bench.values();
        for (const char *name :
             {"theme", "density", "fontPercent", "language", "direction", "sendKey", "recentEmoji",
              "notifyNewMessages", "notifyClosingWindows", "notifyFailedSends", "notifyMentions",
              "notificationPrivacy", "quietHours", "quietFrom", "quietUntil", "loadPictures", "loadPhotos",
              "mediaCacheMib", "downloadLimitMib"}) {
            const QWidget *control = bench.control<QWidget>(name);
            QVERIFY2(control, name);
            QVERIFY2(!control->accessibleName().isEmpty(), name);
        }
        QVERIFY(bench.settings->findChild<ShortcutsPage *>()); // for `keys`
    }

    void controlsShowWhatHoldsAndChangeIt()
    {
        SettingsBench bench(WindowBench::Account::None);
        bench.workspace.preferences.change([](PreferenceValues &v) { v.downloadLimitMib = 42; });
        QVERIFY(bench.openSettings());
        QCOMPARE(bench.control<QSpinBox>("downloadLimitMib")->value(), 42);
        bench.workspace.preferences.change([](PreferenceValues &v) { v.quietFrom = QTime(21, 30); });
        QCOMPARE(bench.control<QTimeEdit>("quietFrom")->time(), QTime(21, 30));

        QVERIFY(bench.goTo(QStringLiteral("key that sends"), "sendKey"));
        bench.pressHere(Qt::Key_Down);
        QCOMPARE(bench.values().sendKey, models::SendKey::Enter);

        QVERIFY(bench.goTo(QStringLiteral("failed"), "notifyFailedSends"));
        bench.pressHere(Qt::Key_Space);
        QVERIFY(!bench.values().notifyFailedSends);

        QVERIFY(bench.goTo(QStringLiteral("largest file"), "downloadLimitMib"));
        bench.pressHere(Qt::Key_Up);
        QCOMPARE(bench.values().downloadLimitMib, 52);

        QVERIFY(bench.goTo(QStringLiteral("disturb"), "quietHours"));
        QVERIFY(!bench.control<QWidget>("quietFrom")->isEnabled());
        bench.pressHere(Qt::Key_Return);
        QVERIFY(bench.values().quietHours);
        QVERIFY(bench.control<QWidget>("quietFrom")->isEnabled());
    }

    void storedHistoryIsDeletedOnceConfirmed()
    {
        QTemporaryDir profile;
        SettingsBench bench(WindowBench::Account::None, profile.path());
        domain::AccountConfig config;
        config.id = domain::AccountId(QStringLiteral("kept"));
        config.backend = QStringLiteral("client-api");
        config.name = QStringLiteral("Support");
        config.settings.insert(domain::baseUrlSetting, QStringLiteral("http://127.0.0.1:9/third-party/v1"));
        QVERIFY(bench.inbox.saveAccount(config, QStringLiteral("token")));
        QVERIFY(bench.openSettings());
        bench.showPage(QStringLiteral("Storage"));
        auto *remove = bench.control<QAbstractButton>("forgetHistory");
        auto *confirm = bench.control<QAbstractButton>("forgetHistoryConfirm");
        auto *keep = bench.control<QAbstractButton>("forgetHistoryKeep");
        QTRY_VERIFY(remove->isEnabled());
        QVERIFY(bench.control<QComboBox>("historyOf")->currentText().startsWith(QStringLiteral("Support, ")));
        QVERIFY(!confirm->isVisible());
        remove->click();
        QVERIFY(confirm->isVisible() && keep->hasFocus());
        keep->click();
        QVERIFY(!confirm->isVisible());
        QSignalSpy measured(&bench.inbox, &sync::Inbox::keptMeasured);
        remove->click();
        confirm->click();
        QVERIFY(!confirm->isVisible());
        QTRY_VERIFY(!measured.isEmpty());
    }

    void numberCountsOnceItIsComplete()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        QVERIFY(bench.goTo(QStringLiteral("cache"), "mediaCacheMib"));
        auto *box = bench.control<QSpinBox>("mediaCacheMib");
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("900"));
        QCOMPARE(bench.values().mediaCacheMib, PreferenceValues().mediaCacheMib); // not 90 on the way
        bench.pressHere(Qt::Key_Return);
        QCOMPARE(bench.values().mediaCacheMib, 900);
    }

    void wheelOverAControlChangesNothing()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        auto *box = bench.control<QComboBox>("theme");
        QWheelEvent turn(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {}, {}, false);
        QApplication::sendEvent(box, &turn);
        QCOMPARE(bench.values().theme, ThemeMode::System);
    }

    // --- at once -----------------------------------------------------------------------------------------

    void themeIsPutOnAtOnce()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        QVERIFY(bench.goTo(QStringLiteral("theme"), "theme"));
        bench.pressHere(Qt::Key_End);
        QCOMPARE(bench.values().theme, ThemeMode::Dark);
        QVERIFY(Theme::instance().isDark());
        bench.pressHere(Qt::Key_Home);
        QVERIFY(!Theme::instance().isDark());
    }

    void otherChangesLeaveTheCommandLinesTheme()
    {
        SettingsBench bench(WindowBench::Account::None);
        bench.window.setThemeMode(ThemeMode::Dark);
        bench.workspace.preferences.change([](PreferenceValues &v) { v.density = Density::Compact; });
        QVERIFY(Theme::instance().isDark());
        bench.workspace.preferences.change([](PreferenceValues &v) { v.theme = ThemeMode::Light; });
        QVERIFY(!Theme::instance().isDark());
    }

    void listFollowsDensityAndTextSize()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        auto *list = bench.window.findChild<ConversationListView *>();
        const auto height = [list] { return list->visualRect(list->model()->index(0, 0)).height(); };
        const int comfortable = height();
        QVERIFY(bench.openSettings());
        QVERIFY(bench.goTo(QStringLiteral("density"), "density"));
        bench.pressHere(Qt::Key_Down);
        QTRY_VERIFY(height() < comfortable);
        bench.pressHere(Qt::Key_Up);
        QTRY_COMPARE(height(), comfortable);

        auto *thread = bench.window.findChild<ThreadView *>();
        const QModelIndex last = thread->model()->index(thread->model()->rowCount() - 1, 0);
        const int message = thread->visualRect(last).height();
        const qreal before = QApplication::font().pointSizeF();
        QVERIFY(bench.goTo(QStringLiteral("text size"), "fontPercent"));
        auto *box = bench.control<QSpinBox>("fontPercent");
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("200"));
        bench.pressHere(Qt::Key_Return);
        QCOMPARE(QApplication::font().pointSizeF(), 2 * before);
        QTRY_VERIFY(height() > comfortable * 4 / 3);
        QTRY_VERIFY(thread->visualRect(last).height() > message * 3 / 2);
        QTRY_COMPARE(bench.control<QLineEdit>("searchSettings")->font().pointSizeF(), 2 * before);
        bench.workspace.preferences.change([](PreferenceValues &v) { v.fontPercent = 100; });
        QTRY_COMPARE(height(), comfortable);
    }

    // --- search ------------------------------------------------------------------------------------------

    void largeTextIsWholeInANarrowWindow()
    {
        SettingsBench bench;
        bench.workspace.preferences.change([](PreferenceValues &v) { v.fontPercent = 200; });
        QVERIFY(bench.openSettings());
        bench.settings->resize(bench.settings->minimumWidth() + 60, bench.settings->height());
        const auto *scroll = bench.settings->findChild<QScrollArea *>(QStringLiteral("settingsScroll"));
        QVERIFY(scroll);
        auto *pages = bench.control<QListWidget>("settingsPages");
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            QTRY_VERIFY2(tests::cutOff(*scroll).isEmpty(), qPrintable(tests::cutOff(*scroll)));
        }
        bench.workspace.preferences.change([](PreferenceValues &v) { v.fontPercent = 100; });
    }

    void searchLooksThroughAllPages()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        QCOMPARE(bench.visibleControls().first(), QStringLiteral("theme"));
        bench.search(QStringLiteral("size"));
        QCOMPARE(bench.visibleControls(),
                 (QStringList{QStringLiteral("fontPercent"), QStringLiteral("downloadLimitMib")}));
        // The pages they are on are named.
        QStringList titles;
        const QList<QLabel *> all = bench.settings->findChildren<QLabel *>(QStringLiteral("pageTitle"));
        for (const QLabel *title : all) {
            if (title->isVisible())
                titles.append(title->text());
        }
        QCOMPARE(titles, (QStringList{QStringLiteral("Appearance"), QStringLiteral("Storage")}));
    }

    void searchWithoutHitsSaysSoAndEscapeEndsItThenTheWindow()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        bench.showPage(QStringLiteral("Sending"));
        bench.search(QStringLiteral("zebra"));
        QVERIFY(bench.visibleControls().isEmpty());
        auto *found = bench.control<QLabel>("found");
        QVERIFY(found->isVisible() && found->text().contains(QStringLiteral("zebra")));
        bench.pressHere(Qt::Key_Escape);
        QVERIFY(bench.settings->isVisible());
        QVERIFY(!found->isVisible());
        QCOMPARE(bench.visibleControls(),
                 (QStringList{QStringLiteral("sendKey"), QStringLiteral("recentEmoji"),
                              QStringLiteral("phoneRegion")}));
        bench.pressHere(Qt::Key_Escape);
        QVERIFY(!bench.settings->isVisible());
    }

    void foundWordsAreMarked()
    {
        using Range = HighlightLabel::Range;
        const auto ranges =
            HighlightLabel::ranges(QStringLiteral("Größe der GRÖSSE"), {QStringLiteral("grosse")});
        QCOMPARE(ranges, (QList<Range>{{0, 5}, {10, 6}}));
        QVERIFY(HighlightLabel::ranges(QStringLiteral("Theme"), {QStringLiteral("dark")}).isEmpty());
    }

    void germanWordsAreFoundInGerman()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_COMPARE(bench.settings->windowTitle(), QStringLiteral("Einstellungen"));
        bench.search(QStringLiteral("schrift"));
        QCOMPARE(bench.visibleControls(), QStringList{QStringLiteral("fontPercent")});
        bench.search(QStringLiteral("ruhe"));
        QCOMPARE(bench.visibleControls(),
                 (QStringList{QStringLiteral("quietHours"), QStringLiteral("quietFrom"),
                              QStringLiteral("quietUntil")}));
    }

    // --- pages -------------------------------------------------------------------------------------------

    void englishWordsAreFoundInGerman()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_COMPARE(bench.settings->windowTitle(), QStringLiteral("Einstellungen"));
        bench.search(QStringLiteral("text size")); // a label
        QCOMPARE(bench.visibleControls(), QStringList{QStringLiteral("fontPercent")});
        bench.search(QStringLiteral("do not disturb")); // words nobody sees
        QCOMPARE(bench.visibleControls(),
                 (QStringList{QStringLiteral("quietHours"), QStringLiteral("quietFrom"),
                              QStringLiteral("quietUntil")}));
        bench.search(QStringLiteral("peek")); // a command
        QCOMPARE(bench.settings->findChild<ShortcutsPage *>()->matches(), 1);
    }

    void pageIsResetAlone()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        auto *reset = bench.control<QAbstractButton>("resetPage");
        QVERIFY(!reset->isEnabled());
        bench.workspace.preferences.change([](PreferenceValues &v) {
            v.density = Density::Compact;
            v.sendKey = models::SendKey::Enter;
        });
        QVERIFY(reset->isEnabled());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(bench.values().density, Density::Comfortable);
        QCOMPARE(bench.values().sendKey, models::SendKey::Enter);
        QVERIFY(!reset->isEnabled());
    }

    void shortcutsAreFoundByTheSameSearch()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        auto *page = bench.settings->findChild<ShortcutsPage *>();
        bench.search(QStringLiteral("next conversation"));
        QVERIFY(page->isVisible());
        QVERIFY(page->matches() > 0 && page->matches() < 5);
        bench.search(QStringLiteral("shortcuts"));
        QVERIFY(page->matches() > 20); // the whole page
        bench.search(QStringLiteral("density"));
        QVERIFY(!page->isVisible());
    }

    void accountsAreAPageOfTheSettings()
    {
        SettingsBench bench;
        QVERIFY(bench.waitForList());
        bench.window.commands().run(Command::Accounts);
        const auto *settings = bench.window.findChild<SettingsWindow *>();
        QVERIFY(settings && settings->isVisible());
        QVERIFY(settings->findChild<QWidget *>(QStringLiteral("editAccount"))->isVisible());
        QVERIFY(!settings->findChild<QWidget *>(QStringLiteral("resetPage"))->isVisible());
    }

    void pathOfTheProfileIsCopied()
    {
        const QTemporaryDir dir;
        SettingsBench bench(WindowBench::Account::None, dir.path());
        QVERIFY(bench.openSettings());
        bench.search(QStringLiteral("folder"));
        auto *copy = bench.control<QAbstractButton>("copyProfilePath");
        QTRY_VERIFY(copy->isVisible() && !copy->visibleRegion().isEmpty());
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), dir.path());
    }

    void everythingIsReachedByTab()
    {
        SettingsBench bench(WindowBench::Account::None);
        QVERIFY(bench.openSettings());
        bench.showPage(QStringLiteral("Notifications"));
        bench.workspace.preferences.change([](PreferenceValues &v) { v.quietHours = true; });
        QSet<QString> met;
        for (int i = 0; i < 30; ++i) {
            bench.pressHere(Qt::Key_Tab);
            met.insert(bench.settings->focusWidget()->objectName());
        }
        const QStringList visible = bench.visibleControls();
        QCOMPARE(visible.size(), 8);
        for (const QString &name : visible)
            QVERIFY2(met.contains(name), qPrintable(name));
        QVERIFY(met.contains(QStringLiteral("settingsPages")) && met.contains(QStringLiteral("resetPage")));
    }

    // --- language and direction --------------------------------------------------------------------------

    void anotherLanguageKeepsWhatIsBeingDone()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("Good morning"));
        bench.press(Qt::Key_Left);
        const int row = bench.list.rowOf(bench.current.key());
        QVERIFY(bench.openSettings());
        bench.showPage(QStringLiteral("Appearance"));
        auto *box = bench.control<QComboBox>("language");
        box->setFocus();
        QTest::keyClicks(box, QStringLiteral("Deutsch"));
        QCOMPARE(bench.values().language, QStringLiteral("de"));
        QTRY_COMPARE(bench.settings->windowTitle(), QStringLiteral("Einstellungen"));

        QVERIFY(bench.settings->isVisible());
        QCOMPARE(bench.settings->focusWidget()->objectName(), QStringLiteral("language"));
        QVERIFY(bench.control<QComboBox>("language")->isVisible());
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        QCOMPARE(reply->accessibleName(), QStringLiteral("Antwort"));
        QCOMPARE(reply->toPlainText(), QStringLiteral("Good morning"));
        QCOMPARE(reply->textCursor().position(), int(QStringLiteral("Good morning").size()) - 1);
        QCOMPARE(bench.window.focusWidget(), reply);
        QCOMPARE(bench.list.rowOf(bench.current.key()), row);
        // The key goes on where it was.
        bench.pressHere(Qt::Key_Escape);
        bench.window.activateWindow(); // as a window manager does
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.type(QStringLiteral("!"));
        QCOMPARE(reply->toPlainText(), QStringLiteral("Good mornin!g"));
    }

    void aNewConversationSurvivesAnotherLanguage()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_N, Qt::ControlModifier);
        const QPointer<NewConversationWindow> composing = bench.window.findChild<NewConversationWindow *>();
        QVERIFY(composing && composing->isVisible());
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_COMPARE(bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"))->accessibleName(),
                     QStringLiteral("Antwort"));
        QVERIFY(composing && composing->isVisible());
        composing->close();
        bench.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(composing->isVisible());
        composing->close();
    }

    void nothingIsSentTwiceOverAChangeOfLanguage()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("Only once"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_COMPARE(bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"))->accessibleName(),
                     QStringLiteral("Antwort"));
        const auto copies = [&bench] {
            int count = 0;
            for (int row = 0; row < bench.thread.rowCount(); ++row)
                count +=
                    domain::plainText(bench.thread.row(row).message) == QStringLiteral("Only once") ? 1 : 0;
            return count;
        };
        QTRY_VERIFY(!bench.thread.row(bench.thread.rowCount() - 1).message.id.isEmpty());
        bench.actions.refresh(bench.current.key());
        QTRY_VERIFY(!bench.thread.isRefreshing());
        QCOMPARE(copies(), 1);
    }

    void whatIsReadStaysInSightInAnotherLanguage()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_P);
        bench.press(Qt::Key_P);
        const auto id = [&bench] {
            const auto *row = bench.window.findChild<ThreadView *>()->selected();
            return row ? row->message.id : domain::MessageId();
        };
        bench.window.findChild<ThreadView *>()->setFocus();
        const domain::MessageId selected = id();
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_VERIFY(bench.visible(QStringLiteral("Nachrichten")));
        QCOMPARE(id(), selected);
    }

    void noteBeingTypedSurvivesAnotherLanguage()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        const auto begin = [&bench]() -> QAbstractButton * {
            const QList<QAbstractButton *> all =
                bench.window.findChild<NoteCard *>()->findChildren<QAbstractButton *>();
            for (QAbstractButton *button : all) {
                if (button->isVisible() && button->text() == QStringLiteral("Edit note"))
                    return button;
            }
            return nullptr;
        };
        for (int i = 0; i < 20 && !begin(); ++i)
            bench.press(Qt::Key_J);
        QVERIFY(begin());
        QTest::mouseClick(begin(), Qt::LeftButton);
        const auto field = [&bench] {
            return bench.window.findChild<NoteCard *>()->findChild<QPlainTextEdit *>();
        };
        QTest::keyClicks(field(), QStringLiteral("Kept "));
        const QString typed = field()->toPlainText();
        QVERIFY(typed.contains(QStringLiteral("Kept ")));
        bench.workspace.preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("de"); });
        QTRY_VERIFY(bench.visible(QStringLiteral("Nachrichten")));
        QVERIFY(field()->isVisible());
        QCOMPARE(field()->toPlainText(), typed);
    }

    void directionTurnsTheWindowAtOnce()
    {
        SettingsBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.openSettings());
        QVERIFY(bench.goTo(QStringLiteral("mirrored"), "direction"));
        bench.pressHere(Qt::Key_End);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        const auto isTurned = [&bench] {
            const auto *list = bench.window.findChild<ConversationListView *>();
            return list->mapTo(&bench.window, QPoint()).x() > bench.window.width() / 2;
        };
        QTRY_VERIFY(isTurned());
        QVERIFY(bench.settings->isVisible());
        bench.workspace.preferences.change(
            [](PreferenceValues &v) { v.direction = models::Direction::OfLanguage; });
        QTRY_VERIFY(!isTurned());
    }

    void commandLinesLanguageHoldsAndIsNotStored()
    {
        models::Preferences preferences;
        preferences.change([](PreferenceValues &v) { v.language = QStringLiteral("en"); });
        const app::LanguageChoice choice(preferences, QStringLiteral("de"));
        QCOMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(preferences.values().language, QStringLiteral("en"));
        preferences.change([](PreferenceValues &v) { v.direction = models::Direction::RightToLeft; });
        QCOMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        preferences.change([](PreferenceValues &v) { v = PreferenceValues(); });
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
        app::installLanguage(QStringLiteral("en"));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
