// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "services/demo/server.h"
#include "services/secrets/memorystore.h"
#include "ui/dialogs/choicelist.h"
#include "ui/opening/confirmopening.h"
#include "ui/opening/messagepreview.h"
#include "ui/opening/newconversationwindow.h"
#include "ui/opening/openingdialog.h"
#include "ui/opening/rowsdialog.h"
#include "ui/records/recordswindow.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::ui;

namespace {

constexpr int kPatience = 15'000; // milliseconds
const QString kToken = QStringLiteral("opening-test-token");
enum class Api { Client, Captain, Zild };

// The whole window over the demo server in one of its APIs, driven by keys alone.
class Bench {
public:
    explicit Bench(Api api, const QString &profileDir = {})
        : server(options(m_dir.filePath(QStringLiteral("log"))))
        , inbox(profileDir, secrets, clock)
        , workspace(inbox, profileDir)
        , window(workspace, profileDir)
    {
        QString error;
        if (!m_dir.isValid() || !server.start(&error))
            qFatal("%s", qPrintable(error));
        AccountConfig config;
        config.id = AccountId(QStringLiteral("demo"));
        config.name = QStringLiteral("Demo workspace");
        config.sessionOnly = true;
        switch (api) {
        case Api::Client:
            config.backend = QStringLiteral("client-api");
            config.settings.insert(baseUrlSetting, server.baseUrl());
            config.me = UserId(QStringLiteral("11"));
            break;
        case Api::Captain: {
            config.backend = QStringLiteral("chatcaptain");
            const QJsonObject captain = server.captain();
            config.settings.insert(baseUrlSetting, captain.value(QStringLiteral("base_url")).toString());
            for (const QString &name : {QStringLiteral("chatbot"), QStringLiteral("workspace")})
                config.settings.insert(name, captain.value(name).toString());
            break;
        }
        case Api::Zild:
            config.backend = QStringLiteral("zild");
            config.settings.insert(baseUrlSetting,
                                   server.captain().value(QStringLiteral("base_url")).toString());
            break;
        }
        if (!inbox.saveAccount(config, kToken))
            qFatal("the account was refused");
        workspace.preferences.change(
            [](models::PreferenceValues &values) { values.phoneRegion = QStringLiteral("DE"); });
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *to = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                        : QApplication::activeWindow();
        QVERIFY(to);
        QTest::keyClick(to->windowHandle(), key, modifiers);
    }
    static void type(const QString &text)
    {
        for (const QChar letter : text) {
            QWidget *to = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                            : QApplication::activeWindow();
            if (letter == u'\n')
                QTest::keyClick(to->windowHandle(), Qt::Key_Return);
            else
                QTest::keyClick(to->windowHandle(), letter.toLatin1());
        }
    }
    static QString focus()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    static QRegion hiddenOfFocus()
    {
        const QWidget *focus = QApplication::focusWidget();
        return QRegion(focus->rect()) - focus->visibleRegion();
    }
    static bool tabTo(const QString &name)
    {
        constexpr int kMany = 60;
        for (int i = 0; i < kMany && focus() != name; ++i)
            press(Qt::Key_Tab);
        return focus() == name;
    }
    // Opens the field that has the focus, types, takes the first that fits.
    static bool pick(const QString &words)
    {
        press(Qt::Key_Return);
        if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }))
            return false;
        type(words);
        press(Qt::Key_Return);
        return QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; });
    }
    bool begin()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        press(Qt::Key_N, Qt::ControlModifier);
        opening = window.findChild<NewConversationWindow *>();
        return opening && QTest::qWaitForWindowActive(opening);
    }
    bool ready()
    {
        return QTest::qWaitFor(
            [this] {
                auto &composing = workspace.newConversation;
                return composing.obstacles().isEmpty() && !composing.isCountingRecent();
            },
            kPatience);
    }
    QString state() const { return text(QStringLiteral("openingState")); }
    QString text(const QString &name) const
    {
        const auto *label = opening->findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    // Asks, and waits until the question hears.
    ConfirmOpening *ask()
    {
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *question = opening->findChild<ConfirmOpening *>();
        if (!question || !QTest::qWaitForWindowActive(question))
            return nullptr;
        QElapsedTimer timer;
        timer.start();
        if (!QTest::qWaitFor([&] { return timer.hasExpired(CarefulDialog::kDeafMs + 50); }))
            return nullptr;
        return question;
    }
    static QString said(const QWidget *dialog, const char *name)
    {
        const auto *label = dialog->findChild<QLabel *>(QLatin1String(name));
        return label ? label->text() : QString();
    }
    int requests(const QString &path) const
    {
        QFile file(m_dir.filePath(QStringLiteral("log")));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        return int(QString::fromUtf8(file.readAll()).count(path));
    }
    void spoil(const QString &match, const QString &kind, int times = 1)
    {
        QUrl url(server.baseUrl());
        url.setPath(QStringLiteral("/demo-control/fault"));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + kToken.toUtf8());
        request.setRawHeader("Connection", "close"); // the server's end waits for what is kept open
        const QJsonObject body{{QStringLiteral("match"), match},
                               {QStringLiteral("kind"), kind},
                               {QStringLiteral("times"), times}};
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(body).toJson()));
        QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }, kPatience));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    QString lastWords() const
    {
        const models::ThreadModel &thread = workspace.thread;
        return thread.rowCount() == 0 ? QString() : plainText(thread.row(thread.rowCount() - 1).message);
    }

private:
    static demo::ServerOptions options(const QString &log)
    {
        demo::ServerOptions options;
        options.token = kToken;
        options.logFile = log;
        options.world.quiet = true;
        return options;
    }

    QTemporaryDir m_dir;
    QNetworkAccessManager m_network;

public:
    demo::Server server;
    domain::SystemClock clock;
    secrets::MemoryStore secrets;
    sync::Inbox inbox;
    models::Workspace workspace;
    MainWindow window;
    NewConversationWindow *opening = nullptr;
};

} // namespace

class TestNewConversation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void aTemplateGoesToOnePersonAndOpensTheirConversation()
    {
        Bench bench(Api::Client);
        QVERIFY(bench.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.templates().list.isEmpty(), kPatience);
        QVERIFY(Bench::tabTo(QStringLiteral("openingTemplate")));
        QVERIFY(Bench::pick(QStringLiteral("abholbereit")));
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria Keller 0151 12345678"));
        QTRY_COMPARE(bench.workspace.newConversation.count(), 1);

        // What is missing is said by its name, and nothing goes out.
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.opening->findChild<ConfirmOpening *>());
        QTRY_VERIFY(bench.state().contains(QStringLiteral("{{1}}")));
        QVERIFY(bench.state().contains(QStringLiteral("{{2}}")));
        QCOMPARE(Bench::focus(), QStringLiteral("variable:body.1"));
        Bench::type(QStringLiteral("Frau Keller"));
        QVERIFY(Bench::tabTo(QStringLiteral("variable:body.2")));
        Bench::type(QStringLiteral("A-17"));
        QVERIFY(bench.ready());
        auto *preview = bench.opening->findChild<MessagePreview *>();
        QTRY_COMPARE(
            preview->words(),
            QStringLiteral("Guten Tag Frau Keller, Ihre Bestellung A-17 liegt zur Abholung bereit."));

        const auto *question = bench.ask();
        QVERIFY(question);
        QVERIFY(Bench::said(question, "openingQuestion").contains(QStringLiteral("1 message")));
        QVERIFY(Bench::said(question, "openingTo").contains(QStringLiteral("Maria Keller")));
        QVERIFY(Bench::said(question, "openingTo").contains(QStringLiteral("+49 1511 2345678")));
        QCOMPARE(Bench::said(question, "openingFrom"), QStringLiteral("Demo workspace"));
        QVERIFY(!Bench::said(question, "openingPrice").isEmpty());
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 0);
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.window.openKey().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.lastWords().contains(QStringLiteral("A-17")), kPatience);
        QVERIFY(!bench.opening->isVisible());
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 1);
        QVERIFY(bench.workspace.newConversation.isEmpty());
    }

    void whatStandsBesideTheWordsIsFilledInByKey()
    {
        Bench bench(Api::Client);
        QVERIFY(bench.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.templates().list.isEmpty(), kPatience);
        QVERIFY(Bench::tabTo(QStringLiteral("openingTemplate")));
        QVERIFY(Bench::pick(QStringLiteral("products"))); // which nobody can name here
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria Keller 0151 12345678"));
        QTRY_COMPARE(bench.workspace.newConversation.count(), 1);
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.state().contains(QStringLiteral("MPM")));
        QCOMPARE(Bench::focus(), QStringLiteral("openingTemplate"));
        QVERIFY(Bench::pick(QStringLiteral("place")));
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::focus(), QStringLiteral("variable:header.latitude"));
        for (const char *value : {"north", "13,3777", "Shop", "Tor 1", "Maria", "Friday"}) {
            Bench::type(QString::fromLatin1(value));
            Bench::press(Qt::Key_Tab);
        }
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::focus(), QStringLiteral("variable:header.latitude"));
        QVERIFY(!bench.opening->findChild<ConfirmOpening *>());
        Bench::press(Qt::Key_A, Qt::ControlModifier);
        Bench::type(QStringLiteral("52,5163"));
        QVERIFY(bench.ready());
        QVERIFY(bench.ask());
        Bench::press(Qt::Key_Return);
        // The server takes it with a place only.
        QTRY_VERIFY_WITH_TIMEOUT(bench.lastWords().contains(QStringLiteral("until Friday")), kPatience);
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 1);
    }

    void tabFollowsTheEye()
    {
        Bench bench(Api::Zild);
        QVERIFY(bench.begin());
        // Another preset makes the fields anew.
        QVERIFY(Bench::tabTo(QStringLiteral("conversationTemplateId")));
        Bench::type(QStringLiteral("1"));
        bench.workspace.newConversation.savePreset(QStringLiteral("Orders"));
        bench.workspace.newConversation.addVariable(QStringLiteral("name"));
        QTRY_VERIFY(bench.opening->findChild<QLineEdit *>(QStringLiteral("variable:name")));
        QVERIFY(Bench::tabTo(QStringLiteral("discardOpening")));
        QVERIFY(Bench::tabTo(QStringLiteral("openingPreset")));
        QStringList names;
        int last = -1;
        while (Bench::focus() != QLatin1String("discardOpening")) {
            const QWidget *focus = QApplication::focusWidget();
            // Rows a few pixels apart are one.
            const int top = focus->mapTo(bench.opening->findChild<QScrollArea *>()->widget(), QPoint()).y();
            QVERIFY2(top > last - 12, qPrintable(names.join(u' ') + u' ' + focus->objectName()));
            last = top;
            names << focus->objectName();
            QVERIFY(names.size() < 40);
            Bench::press(Qt::Key_Tab);
        }
        QVERIFY(names.contains(QStringLiteral("recipients")));
        QVERIFY(names.contains(QStringLiteral("newVariable")));
    }

    void whatIsMissingIsInSight()
    {
        Bench bench(Api::Client);
        QVERIFY(bench.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.templates().list.isEmpty(), kPatience);
        bench.opening->resize(1, 1); // as narrow as it will be
        QVERIFY(Bench::tabTo(QStringLiteral("openingTemplate")));
        QVERIFY(Bench::pick(QStringLiteral("abholbereit")));
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria Keller 0151 12345678"));
        QTRY_COMPARE(bench.workspace.newConversation.count(), 1);
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::focus(), QStringLiteral("variable:body.1"));
        // All of it, also once what is said about it has made the form longer.
        QTRY_VERIFY(bench.state().contains(QStringLiteral("{{1}}")));
        QTRY_VERIFY(Bench::hiddenOfFocus().isEmpty());
    }

    void theFirstFieldIsInUseWhileItsListIsRead()
    {
        Bench bench(Api::Client);
        bench.spoil(QStringLiteral("GET .*/whatsapp/templates"), QStringLiteral("slow"));
        QVERIFY(bench.begin());
        QCOMPARE(Bench::focus(), QStringLiteral("openingTemplate"));
        const QPointer<QWidget> field = QApplication::focusWidget();
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget());
        const QPointer<QWidget> popup = QApplication::activePopupWidget();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.templates().list.isEmpty(), kPatience);
        // What has come stands in the list that was opened before.
        QTRY_VERIFY(popup && !popup->findChild<ChoiceList *>()->isEmpty());
        QVERIFY(popup->isVisible());
        Bench::type(QStringLiteral("abholbereit"));
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY(bench.workspace.newConversation.message());
        QVERIFY(field);
        QTRY_COMPARE(QApplication::focusWidget(), field.data());
    }

    void whoTypesOnIsNotAsked()
    {
        Bench bench(Api::Client);
        QVERIFY(fill(bench, QStringLiteral("Maria 0151 12345678")));
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::press(Qt::Key_End, Qt::ControlModifier);
        Bench::type(QStringLiteral("\nBen 0171 2345678"));
        Bench::press(Qt::Key_Return, Qt::ControlModifier); // waits until Ben is read
        QVERIFY(!bench.opening->findChild<ConfirmOpening *>());
        Bench::type(QStringLiteral("\nAylin 0172 2345678"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.workspace.newConversation.count(), 3, kPatience);
        QVERIFY(bench.ready());
        QVERIFY(
            !QTest::qWaitFor([&] { return bench.opening->findChild<ConfirmOpening *>() != nullptr; }, 300));
        // Who does not is.
        Bench::type(QStringLiteral("\nPaul 0173 2345678"));
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(bench.opening->findChild<ConfirmOpening *>(), kPatience);
        QCOMPARE(bench.workspace.newConversation.count(), 4);
    }

    void whatCannotBeSentIsSaidBefore()
    {
        Bench bench(Api::Zild);
        QVERIFY(bench.begin());
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria 0151 12345678"));
        QVERIFY(bench.ready());
        auto &composing = bench.workspace.newConversation;
        for (const auto &[field, value] :
             {std::pair("conversationIntegrationType", "19"), std::pair("channelId", "5000000000"),
              std::pair("botId", "-1"), std::pair("accountIds", "7\nabc")}) {
            const QString id = QLatin1String(field);
            composing.setField(id, QLatin1String(value));
            QCOMPARE(composing.obstacles(),
                     (QList<models::Obstacle>{{models::Obstacle::Kind::BadField, {id}}}));
            QVERIFY(composing.start().isEmpty());
            composing.setField(id, {});
        }
        QVERIFY(composing.obstacles().isEmpty());
    }

    void aHeldOrRepeatedKeyNeverSends()
    {
        Bench bench(Api::Client);
        QVERIFY(fill(bench, QStringLiteral("Maria 0151 12345678")));
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        const QPointer<ConfirmOpening> question = bench.opening->findChild<ConfirmOpening *>();
        QVERIFY(question && QTest::qWaitForWindowActive(question));
        Bench::press(Qt::Key_Return); // too soon: it was meant for what was there before
        QVERIFY(question->isVisible());
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.hasExpired(CarefulDialog::kDeafMs + 50));
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
        QApplication::sendEvent(QApplication::focusWidget(), &held);
        QVERIFY(question->isVisible());
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 0);
        Bench::press(Qt::Key_Escape);
        QTRY_VERIFY(!question || !question->isVisible());
        QVERIFY(bench.opening->isVisible());
    }

    void whatWasEnteredOutlivesTheWindowAndTheProgram()
    {
        const QTemporaryDir profile;
        {
            Bench bench(Api::Client, profile.path());
            QVERIFY(fill(bench, QStringLiteral("Maria 0151 12345678")));
            Bench::press(Qt::Key_Escape);
            QVERIFY(!bench.opening->isVisible());
            QVERIFY(bench.begin());
            QVERIFY(bench.ready());
        }
        Bench bench(Api::Client, profile.path());
        QVERIFY(bench.begin());
        QVERIFY(bench.ready());
        QCOMPARE(bench.workspace.newConversation.value(QStringLiteral("body.2")), QStringLiteral("A-17"));
        QVERIFY(Bench::tabTo(QStringLiteral("discardOpening")));
        Bench::press(Qt::Key_Space);
        QVERIFY(bench.workspace.newConversation.isEmpty());
        QVERIFY(!QFile::exists(profile.filePath(QStringLiteral("new-conversation")))
                || bench.opening->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void aTableIsReadAndBadRowsAreKept()
    {
        Bench bench(Api::Client);
        QVERIFY(bench.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.templates().list.isEmpty(), kPatience);
        QVERIFY(Bench::tabTo(QStringLiteral("openingTemplate")));
        QVERIFY(Bench::pick(QStringLiteral("abholbereit")));
        const QTemporaryDir dir;
        QFile table(dir.filePath(QStringLiteral("people.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(QStringLiteral("Kunde;Telefon;1;2\nJörg;0151 12345678;Herr Ott;A-1\n=Ben;12;x;y\n"
                                   "Aylin;0171 2345678;Frau Demir;A-2\n")
                        .toLatin1());
        table.close();
        QVERIFY(Bench::tabTo(QStringLiteral("chooseFile")));
        Bench::press(Qt::Key_Space);
        QTRY_VERIFY(bench.opening->findChild<QFileDialog *>());
        auto *dialog = bench.opening->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(table.fileName());
        dialog->close();
        QTRY_COMPARE_WITH_TIMEOUT(bench.workspace.newConversation.count(), 2, kPatience);
        QVERIFY(bench.ready());
        bench.opening->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.opening));
        QTRY_VERIFY(bench.text(QStringLiteral("previewFor")).contains(QStringLiteral("Jörg")));
        auto *preview = bench.opening->findChild<MessagePreview *>();
        QVERIFY(preview->words().contains(QStringLiteral("Herr Ott")));

        QVERIFY(Bench::tabTo(QStringLiteral("showBad")));
        Bench::press(Qt::Key_Space);
        auto *rows = bench.opening->findChild<RowsDialog *>();
        QVERIFY(rows && QTest::qWaitForWindowActive(rows));
        const auto *list = rows->findChild<QListView *>(QStringLiteral("badRows"));
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->model()->index(0, 0).data().toString().startsWith(QStringLiteral("Row 3")));
        QVERIFY(Bench::tabTo(QStringLiteral("saveBadRows")));
        Bench::press(Qt::Key_Space);
        QTRY_VERIFY(rows->findChild<QFileDialog *>());
        auto *saving = rows->findChild<QFileDialog *>();
        const QString path = dir.filePath(QStringLiteral("bad.csv"));
        Q_EMIT saving->fileSelected(path);
        saving->close();
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        QVERIFY(bytes.contains("3,The number is too short.,'=Ben"));
    }

    void severalRunAndTheUnknownIsSettledByThePerson()
    {
        Bench bench(Api::Client);
        QVERIFY(fill(bench, QStringLiteral("Maria 0151 12345678\nBen 0171 2345678\nAylin 0172 2345678")));
        bench.spoil(QStringLiteral("POST .*/send-template"), QStringLiteral("close"));
        // Qt would send it again, and cannot: the body is one-shot.
        QTest::ignoreMessage(QtWarningMsg,
                             "QIODevice::seek (QIODevice): Cannot call seek on a sequential device");
        QVERIFY(bench.ask());
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window.findChild<OpeningDialog *>(), kPatience);
        auto *dialog = bench.window.findChild<OpeningDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        const auto *list = dialog->findChild<QListView *>(QStringLiteral("openingRows"));
        const auto detail = [&](int row) {
            return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(detail(0).contains(QStringLiteral("Not known")), qPrintable(detail(0)),
                                  kPatience);
        // It may have stopped to ask: going on is one key away.
        auto *resume = dialog->findChild<QPushButton *>(QStringLiteral("resumeOpening"));
        if (QTest::qWaitFor([&] { return resume->isVisible(); }, 300)) {
            QVERIFY(Bench::tabTo(QStringLiteral("resumeOpening")));
            Bench::press(Qt::Key_Space);
        }
        QTRY_VERIFY_WITH_TIMEOUT(detail(2).endsWith(QStringLiteral("Sent")), kPatience);
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 3);
        QVERIFY(Bench::tabTo(QStringLiteral("openingRows")));
        Bench::press(Qt::Key_Home);
        QVERIFY(Bench::tabTo(QStringLiteral("wasSent")));
        Bench::press(Qt::Key_Space);
        QTRY_VERIFY(detail(0).endsWith(QStringLiteral("Sent")));
        QCOMPARE(bench.requests(QStringLiteral("/whatsapp/send-template")), 3);
        // Somebody written to just now is said before the next message.
        Bench::press(Qt::Key_Escape);
        auto *records = bench.window.findChild<RecordsWindow *>();
        records->activateWindow(); // as a window manager does
        QVERIFY(QTest::qWaitForWindowActive(records));
        Bench::press(Qt::Key_Escape);
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        QVERIFY(fill(bench, QStringLiteral("Ben 0171 2345678")));
        QCOMPARE(bench.workspace.newConversation.recentCount(), 1);
        const auto *question = bench.ask();
        QVERIFY(question);
        QVERIFY(Bench::said(question, "openingRecent").contains(QStringLiteral("written to")));
        QVERIFY(!question->findChild<QPushButton *>(QStringLiteral("openingConfirm"))->isEnabled());
        QCOMPARE(Bench::focus(), QStringLiteral("openingAgain"));
        Bench::press(Qt::Key_Space);
        QVERIFY(question->findChild<QPushButton *>(QStringLiteral("openingConfirm"))->isEnabled());
    }

    void aConversationIsMadeWhereNothingIsSent()
    {
        Bench bench(Api::Captain);
        QVERIFY(bench.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace.newConversation.lines().list.isEmpty(), kPatience);
        if (!bench.workspace.newConversation.line()) {
            QVERIFY(Bench::tabTo(QStringLiteral("openingLine")));
            QVERIFY(Bench::pick({}));
        }
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria Keller, maria@example.com, 0151 12345678"));
        QVERIFY(bench.ready());
        const auto *question = bench.ask();
        QVERIFY(question);
        QVERIFY(Bench::said(question, "openingQuestion").contains(QStringLiteral("1 conversation")));
        QVERIFY(Bench::said(question, "openingPrice").isEmpty());
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.window.openKey().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.workspace.current.conversation()
                                     && customerName(*bench.workspace.current.conversation())
                                         == QStringLiteral("Maria Keller"),
                                 kPatience);
    }

    void aKnownContactIsSearchedAndWrittenTo()
    {
        Bench bench(Api::Captain);
        QVERIFY(bench.begin());
        auto &composing = bench.workspace.newConversation;
        QTRY_VERIFY_WITH_TIMEOUT(!composing.lines().list.isEmpty(), kPatience);
        if (!composing.line()) {
            QVERIFY(Bench::tabTo(QStringLiteral("openingLine")));
            QVERIFY(Bench::pick({}));
        }
        QVERIFY(Bench::tabTo(QStringLiteral("contactSearch")));
        Bench::type(QStringLiteral("a"));
        const auto *found = bench.opening->findChild<QListView *>(QStringLiteral("contactsFound"));
        QTRY_VERIFY_WITH_TIMEOUT(found->isVisible() && found->model()->rowCount() > 2, kPatience);
        QCOMPARE(found->currentIndex().row(), 0);
        Bench::press(Qt::Key_Down);
        Bench::press(Qt::Key_Down);
        Bench::press(Qt::Key_Up);
        QCOMPARE(found->currentIndex().row(), 1);
        const QString name = composing.contacts().found().row(1).name;
        const CustomerId id = composing.contacts().found().row(1).id;
        Bench::press(Qt::Key_Return);
        QVERIFY(bench.ready());
        QCOMPARE(composing.count(), 1);
        QCOMPARE(composing.source().list().first().contact, id);
        QCOMPARE(Bench::focus(), QStringLiteral("contactSearch")); // for the next one
        QVERIFY(bench.opening->findChild<QLineEdit *>(QStringLiteral("contactSearch"))->text().isEmpty());
        QVERIFY(!found->isVisible());

        // Not what was asked for, and Esc takes the words away, not the window.
        Bench::type(QStringLiteral("zzqx"));
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.text(QStringLiteral("contactsSaid")).contains(QStringLiteral("No contact")), kPatience);
        Bench::press(Qt::Key_Return);
        QCOMPARE(composing.source().chosen().rowCount(), 1);
        Bench::press(Qt::Key_Escape);
        QVERIFY(bench.opening->isVisible());
        QVERIFY(bench.text(QStringLiteral("contactsSaid")).isEmpty());

        // Another environment than the customers' is chosen and said, here and in the question.
        QVERIFY(bench.text(QStringLiteral("environmentWarning")).isEmpty());
        QVERIFY(Bench::tabTo(QStringLiteral("contactEnvironment")));
        QVERIFY(Bench::pick(QStringLiteral("t")));
        QCOMPARE(composing.environment(), QStringLiteral("test"));
        QTRY_VERIFY(bench.text(QStringLiteral("environmentWarning")).contains(QStringLiteral("“test”")));
        auto *question = bench.ask();
        QVERIFY(question);
        QCOMPARE(Bench::said(question, "openingEnvironment"), QStringLiteral("test"));
        QVERIFY(Bench::said(question, "openingEnvironmentWarning").contains(QStringLiteral("“test”")));
        Bench::press(Qt::Key_Escape);
        bench.opening->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.opening));
        QVERIFY(Bench::tabTo(QStringLiteral("contactEnvironment")));
        QVERIFY(Bench::pick(QStringLiteral("p")));
        QTRY_VERIFY(bench.text(QStringLiteral("environmentWarning")).isEmpty());
        question = bench.ask();
        QVERIFY(question);
        QCOMPARE(Bench::said(question, "openingEnvironment"), QStringLiteral("prod"));
        QVERIFY(Bench::said(question, "openingTo").contains(name));
        QCOMPARE(bench.requests(QStringLiteral("\"method\":\"POST\"")), 0);
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.workspace.current.conversation()
                                     && bench.workspace.current.conversation()->customer->id == id,
                                 kPatience);
        QCOMPARE(bench.requests(QStringLiteral("\"method\":\"POST\"")), 1);
        QVERIFY(composing.isEmpty());
    }

    void aChosenContactIsRemovedByAKey()
    {
        Bench bench(Api::Captain);
        QVERIFY(bench.begin());
        auto &composing = bench.workspace.newConversation;
        QTRY_VERIFY_WITH_TIMEOUT(!composing.lines().list.isEmpty(), kPatience);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(Bench::tabTo(QStringLiteral("contactSearch")));
            Bench::type(QStringLiteral("a"));
            QTRY_VERIFY_WITH_TIMEOUT(composing.contacts().found().rowCount() > 2, kPatience);
            for (int step = 0; step < i; ++step)
                Bench::press(Qt::Key_Down);
            Bench::press(Qt::Key_Return);
            QTRY_COMPARE(composing.source().chosen().rowCount(), i + 1);
        }
        const CustomerId second = composing.source().chosen().row(1).contact;
        QTRY_VERIFY(bench.opening->findChild<QListView *>(QStringLiteral("contactsChosen"))->isVisible());
        QVERIFY(Bench::tabTo(QStringLiteral("contactsChosen")));
        Bench::press(Qt::Key_Delete);
        QCOMPARE(composing.source().chosen().rowCount(), 1);
        QCOMPARE(composing.source().chosen().row(0).contact, second);
        Bench::press(Qt::Key_Delete);
        QCOMPARE(composing.source().chosen().rowCount(), 0);
        QCOMPARE(Bench::focus(), QStringLiteral("contactSearch")); // not nowhere
        QVERIFY(bench.ready() || composing.count() == 0);
    }

    void aSearchThatFailsIsTriedAgainByEnter()
    {
        Bench bench(Api::Captain);
        QVERIFY(bench.begin());
        auto &composing = bench.workspace.newConversation;
        QTRY_VERIFY_WITH_TIMEOUT(!composing.lines().list.isEmpty(), kPatience);
        bench.spoil(QStringLiteral("GET .*/contacts/search"), QStringLiteral("503"), 4);
        QVERIFY(Bench::tabTo(QStringLiteral("contactSearch")));
        Bench::type(QStringLiteral("a"));
        QTRY_COMPARE_WITH_TIMEOUT(composing.contacts().state(), models::ContactSearch::State::Failed,
                                  kPatience);
        QTRY_VERIFY(bench.text(QStringLiteral("contactsSaid")).contains(QStringLiteral("Enter tries again")));
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (composing.contacts().state() == models::ContactSearch::State::Failed)
                    Bench::press(Qt::Key_Return);
                return composing.contacts().state() == models::ContactSearch::State::There;
            },
            kPatience));
        QVERIFY(composing.contacts().found().rowCount() > 0);
        QCOMPARE(composing.source().chosen().rowCount(), 0); // Enter has added nobody by the way
    }

    void idsArePresetsAndVariablesHaveThePersonsNames()
    {
        Bench bench(Api::Zild);
        QVERIFY(bench.begin());
        QVERIFY(Bench::tabTo(QStringLiteral("conversationTemplateId")));
        Bench::type(QStringLiteral("1"));
        QVERIFY(Bench::tabTo(QStringLiteral("channelId")));
        Bench::type(QStringLiteral("12"));
        QVERIFY(Bench::tabTo(QStringLiteral("savePreset")));
        Bench::press(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        Bench::type(QStringLiteral("Orders"));
        Bench::press(Qt::Key_Return);
        QTRY_COMPARE(bench.workspace.newConversation.presets(), QStringList{QStringLiteral("Orders")});
        QVERIFY(Bench::tabTo(QStringLiteral("recipients")));
        Bench::type(QStringLiteral("Maria 0151 12345678"));
        for (const auto &[name, value] : {std::pair("name", "Maria"), std::pair("order", "A-17")}) {
            QVERIFY(Bench::tabTo(QStringLiteral("newVariable")));
            Bench::type(QLatin1String(name));
            Bench::press(Qt::Key_Return);
            QTRY_COMPARE(Bench::focus(), QString(QLatin1String("variable:") + QLatin1String(name)));
            QTRY_VERIFY(Bench::hiddenOfFocus().isEmpty());
            Bench::type(QLatin1String(value));
        }
        QVERIFY(bench.ready());
        const auto *question = bench.ask();
        QVERIFY(question);
        QCOMPARE(Bench::said(question, "openingPresetName"), QStringLiteral("Orders"));
        // From which number and with which template: no list tells their names.
        QCOMPARE(Bench::said(question, "openingField:channelId"), QStringLiteral("12"));
        QCOMPARE(Bench::said(question, "openingField:conversationTemplateId"), QStringLiteral("1"));
        QVERIFY(Bench::said(question, "openingField:botId").isEmpty());
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.window.openKey().isEmpty(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.lastWords().contains(QStringLiteral("A-17")), kPatience);
        QCOMPARE(bench.requests(QStringLiteral("proactive-conversation")), 1);
        // The next one begins with the preset.
        Bench::press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(bench.opening));
        QCOMPARE(bench.workspace.newConversation.preset(), QStringLiteral("Orders"));
        QVERIFY(Bench::tabTo(QStringLiteral("deletePreset")));
        Bench::press(Qt::Key_Space);
        QVERIFY(bench.workspace.newConversation.presets().isEmpty());
    }

    void hostileWordsStayWords()
    {
        Bench bench(Api::Client);
        QVERIFY(fill(bench, QStringLiteral("<b>Maria</b> <img src=x> 0151 12345678")));
        const QList<QLabel *> labels = bench.opening->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
        const auto *question = bench.ask();
        QVERIFY(question);
        const QList<QLabel *> asked = question->findChildren<QLabel *>();
        for (const QLabel *label : asked)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    // Everything the order template needs, and these people.
    static bool fill(Bench &bench, const QString &people)
    {
        if (!bench.begin())
            return false;
        auto &composing = bench.workspace.newConversation;
        if (!QTest::qWaitFor([&] { return !composing.templates().list.isEmpty(); }, kPatience))
            return false;
        if (!Bench::tabTo(QStringLiteral("openingTemplate")) || !Bench::pick(QStringLiteral("abholbereit")))
            return false;
        if (!Bench::tabTo(QStringLiteral("recipients")))
            return false;
        Bench::type(people);
        for (const auto &[name, value] :
             {std::pair("variable:body.1", "Maria"), std::pair("variable:body.2", "A-17")}) {
            if (!Bench::tabTo(QLatin1String(name)))
                return false;
            Bench::type(QLatin1String(value));
        }
        return bench.ready();
    }
};

QTEST_MAIN(TestNewConversation)
#include "tst_newconversation.moc"
