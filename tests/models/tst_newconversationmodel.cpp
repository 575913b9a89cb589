// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "services/sync/openings.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;
using Kind = Obstacle::Kind;

namespace {

const AccountId kFirst(QStringLiteral("demo"));
const AccountId kSecond(QStringLiteral("other"));
const QString kMaria = QStringLiteral("+4915112345678");
const QString kBen = QStringLiteral("+491712345678");

MessageTemplate orderTemplate()
{
    MessageTemplate message;
    message.id = TemplateId(QStringLiteral("order"));
    message.name = QStringLiteral("order");
    message.language = QStringLiteral("de");
    TemplatePart body;
    body.text = QStringLiteral("Hello {{1}}, {{2}} is here.");
    message.parts = {body};
    return message;
}

OpeningForm templateForm()
{
    OpeningForm form;
    form.listsTemplates = true;
    return form;
}

OpeningForm contactForm()
{
    OpeningForm form;
    form.sendsMessage = false;
    form.listsLines = true;
    form.needsName = true;
    form.needsPhone = false;
    form.takesEmail = true;
    form.takesContact = true;
    form.environments = QStringList{QStringLiteral("prod"), QStringLiteral("test")};
    return form;
}

Customer contact(const char *id, const char *name, const char *shown)
{
    Customer one;
    one.id = CustomerId(QLatin1String(id));
    one.name = QString::fromUtf8(name);
    one.displayId = QString::fromLatin1(shown);
    return one;
}

// Two accounts that can begin conversations: with templates, and with contacts.
class Bench {
public:
    explicit Bench(const QString &profileDir = {})
        : desk(profileDir)
        , first(desk.add(kFirst.value()))
        , second(desk.add(kSecond.value()))
        , workspace(desk.inbox, profileDir)
        , composing(workspace.newConversation)
        , m_testers(testers())
    {
        first.form = templateForm();
        first.messageTemplates = {orderTemplate()};
        second.form = contactForm();
        Line line;
        line.id = LineId(QStringLiteral("l1"));
        line.name = QStringLiteral("Website");
        second.lineList = {line};
        for (ScriptedBackend *backend : {&first, &second}) {
            backend->setCapability(Capability::StartConversation, true);
            backend->setCapability(Capability::SearchContacts, true);
        }
        desk.start();
        workspace.preferences.change(
            [](PreferenceValues &values) { values.phoneRegion = QStringLiteral("DE"); });
    }
    // What was asked of the account, and what was typed, has been read.
    bool ready()
    {
        const auto allIsRead = [this] {
            return composing.templates().state != Asked<MessageTemplate>::State::Reading
                && composing.lines().state != Asked<Line>::State::Reading && !composing.source().isReading()
                && !composing.isCountingRecent();
        };
        return QTest::qWaitFor(allIsRead, 5000 * INBOX_TEST_PATIENCE); // milliseconds
    }
    bool type(const QString &people)
    {
        composing.source().setTyped(people);
        return ready();
    }
    // The kinds of what is in the way, with the names, in their order.
    QString obstacles() const
    {
        QStringList all;
        for (const Obstacle &one : composing.obstacles()) {
            static const QStringList names{
                QStringLiteral("account"),    QStringLiteral("reading"),  QStringLiteral("templates"),
                QStringLiteral("lines"),      QStringLiteral("template"), QStringLiteral("refused"),
                QStringLiteral("unfillable"), QStringLiteral("line"),     QStringLiteral("fields"),
                QStringLiteral("numbers"),    QStringLiteral("people"),   QStringLiteral("values"),
                QStringLiteral("address"),    QStringLiteral("degrees")};
            all << QStringList{names.at(int(one.kind)), one.names.join(u',')}.join(u' ').trimmed();
        }
        return all.join(QStringLiteral("; "));
    }
    QStringList who() const
    {
        QStringList all;
        for (const Recipient &one : composing.source().list())
            all << (one.contact.isEmpty() ? one.phone : one.contact.value());
        return all;
    }

    InboxFixture desk;
    ScriptedBackend &first;
    ScriptedBackend &second;
    Workspace workspace;
    NewConversation &composing;

private:
    // Before the first row.
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers()
    {
        std::vector<std::unique_ptr<QAbstractItemModelTester>> all;
        RecipientSource &source = composing.source();
        for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *>{
                 &source.recipients(), &source.bad(), &source.chosen(), &composing.contacts().found()})
            all.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        return all;
    }
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

QStringList tables(const QTemporaryDir &profile)
{
    return QDir(profile.path()).entryList({QStringLiteral("new-conversation-*")}, QDir::Files);
}

// A table of so many bytes and a few more; its last row is Ben.
QString writeTable(const QTemporaryDir &folder, qsizetype bytes)
{
    QFile file(folder.filePath(QStringLiteral("people.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("a file cannot be written");
    QByteArray all = "Name;Rufnummer;Anliegen\nMaria;0151 12345678;Rad\n";
    const QByteArray row = "Niemand;0171 23;" + QByteArray(1000, 'x') + '\n';
    while (all.size() < bytes)
        all += row;
    file.write(all + "Ben;0171 2345678;Schloss\n");
    return file.fileName();
}

} // namespace

class TestNewConversationModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void whatIsInTheWayIsSaidInOrder()
    {
        Bench bench;
        QCOMPARE(bench.obstacles(), QStringLiteral("account")); // nobody has looked yet
        bench.composing.begin();
        QCOMPARE(bench.composing.account(), kFirst);
        QCOMPARE(bench.obstacles(), QStringLiteral("reading"));
        QVERIFY(bench.ready());
        QCOMPARE(bench.obstacles(), QStringLiteral("template; people"));
        bench.composing.setTemplate(TemplateId(QStringLiteral("order")), QStringLiteral("de"));
        QVERIFY(bench.type(QStringLiteral("Maria 0151 12345678")));
        QCOMPARE(bench.obstacles(), QStringLiteral("values body.1,body.2"));
        QVERIFY(bench.composing.start().isEmpty());
        QVERIFY(bench.first.openRequests.isEmpty());
        bench.composing.setValue(QStringLiteral("body.1"), QStringLiteral("Frau Keller"));
        QCOMPARE(bench.obstacles(), QStringLiteral("values body.2"));
        bench.composing.setValue(QStringLiteral("body.2"), QStringLiteral("  "));
        QCOMPARE(bench.obstacles(), QStringLiteral("values body.2")); // blanks are none
        QVERIFY(!bench.composing.valuesOf({}).contains(QStringLiteral("body.2")));
        bench.composing.setValue(QStringLiteral("body.2"), QStringLiteral("A-17"));
        QCOMPARE(bench.obstacles(), QString());
        QVERIFY(!bench.composing.isEmpty());

        QVERIFY(!bench.composing.start().isEmpty());
        QVERIFY(bench.composing.isEmpty()); // it starts afresh
        QTRY_COMPARE(bench.first.openRequests.size(), 1);
        const OpeningRequest &asked = bench.first.openRequests.first();
        QCOMPARE(asked.plan.message, orderTemplate());
        QCOMPARE(asked.recipients.size(), 1);
        QCOMPARE(asked.recipients.first().phone, kMaria);
        QCOMPARE(asked.recipients.first().variables,
                 (QMap<QString, QString>{{QStringLiteral("body.1"), QStringLiteral("Frau Keller")},
                                         {QStringLiteral("body.2"), QStringLiteral("A-17")}}));
        // Written to a moment ago: said the next time.
        QVERIFY(bench.type(QStringLiteral("Maria 0151 12345678; Ben 0171 2345678")));
        QCOMPARE(bench.composing.recentCount(), 1);
        QCOMPARE(bench.composing.firstRecent()->phone, kMaria);
    }

    void whoWroteLatelyIsKnownFromEveryAccount()
    {
        const auto with = [](const QString &id, const QString &phone, MessageAuthor latest) {
            Conversation c = conversation(id, 60, kSecond.value());
            c.customer->displayId = phone;
            c.latestMessage->author.value = latest;
            return c;
        };
        Bench bench;
        bench.second.conversationList = {with(QStringLiteral("7"), kMaria, MessageAuthor::Customer),
                                         with(QStringLiteral("8"), kBen, MessageAuthor::Agent)};
        bench.desk.poll();
        bench.composing.begin();
        QCOMPARE(bench.composing.account(), kFirst);
        QVERIFY(bench.type(QStringLiteral("Maria 0151 12345678; Ben 0171 2345678; Aylin 0172 2345678")));
        QCOMPARE(bench.composing.heardCount(), 1);
        QCOMPARE(bench.composing.recentCount(), 1);
        QCOMPARE(bench.composing.firstRecent()->phone, kMaria);
        QCOMPARE(bench.composing.heardFrom(*bench.composing.firstRecent()), kNoon.addSecs(-3600));

        // What comes meanwhile is seen when it is asked for again, and with another account.
        bench.second.conversationList[1].latestMessage->author.value = MessageAuthor::Customer;
        bench.second.conversationList[1].latestMessage->id = MessageId(QStringLiteral("m9"));
        bench.second.conversationList[1].latestMessage->sentAt = kNoon;
        bench.desk.poll();
        bench.composing.countAgain();
        QVERIFY(!bench.composing.isCountingRecent()); // a few are counted at once
        QCOMPARE(bench.composing.heardCount(), 2);
        QCOMPARE(bench.composing.recentCount(), 0);
        Conversation aylin =
            with(QStringLiteral("9"), QStringLiteral("+491722345678"), MessageAuthor::Customer);
        aylin.key.account = kFirst;
        bench.first.conversationList = {aylin};
        bench.desk.poll();
        bench.composing.setAccount(kSecond);
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.heardCount(), 3);
    }

    void aRefusedTemplateAndAFailedReadingAreInTheWay()
    {
        Bench bench;
        bench.first.messageTemplates[0].status = QStringLiteral("paused");
        bench.composing.begin();
        QVERIFY(bench.ready());
        bench.composing.setTemplate(TemplateId(QStringLiteral("order")), QStringLiteral("de"));
        QCOMPARE(bench.obstacles(), QStringLiteral("refused paused; people"));
        bench.first.messageTemplates[0].status.clear();
        bench.first.messageTemplates[0].otherParts = {QStringLiteral("CAROUSEL")};
        bench.composing.readAgain();
        QVERIFY(bench.ready());
        QCOMPARE(bench.obstacles(), QStringLiteral("unfillable CAROUSEL; people"));
        bench.first.readError = Error{ErrorKind::ServerError, domain::Outcome::Refused};
        bench.composing.readAgain();
        QVERIFY(bench.ready());
        QCOMPARE(bench.obstacles(), QStringLiteral("templates; people"));
        QCOMPARE(bench.composing.templates().error->kind, ErrorKind::ServerError);
    }

    void anotherAccountTakesThePeopleButNoIds()
    {
        Bench bench;
        bench.composing.begin();
        QVERIFY(bench.ready());
        bench.composing.setTemplate(TemplateId(QStringLiteral("order")), QStringLiteral("de"));
        bench.composing.setValue(QStringLiteral("body.1"), QStringLiteral("Maria"));
        QVERIFY(bench.type(QStringLiteral("Ben 0171 2345678")));
        bench.composing.setAccount(kSecond);
        QVERIFY(bench.ready());
        QVERIFY(!bench.composing.message());
        QCOMPARE(bench.who(), QStringList{kBen});
        QVERIFY(bench.composing.takesContacts());
        QCOMPARE(bench.composing.line()->id, LineId(QStringLiteral("l1"))); // the only one
        bench.composing.addContact(contact("c1", "Maria Keller", "0151 12345678"));
        bench.composing.setEnvironment(QStringLiteral("test"));
        QVERIFY(bench.ready());
        QCOMPARE(bench.who(), (QStringList{QStringLiteral("c1"), kBen}));
        bench.composing.setAccount(kFirst);
        QVERIFY(bench.ready());
        QCOMPARE(bench.who(), QStringList{kBen}); // the contact is nobody there
        QCOMPARE(bench.composing.value(QStringLiteral("body.1")), QStringLiteral("Maria"));
        bench.composing.setAccount(kSecond);
        QCOMPARE(bench.composing.environment(), QStringLiteral("prod"));
    }

    void contactsAreRecipientsOfTheirOwn()
    {
        Bench bench;
        bench.composing.setAccount(kSecond);
        QVERIFY(bench.ready());
        bench.composing.addContact(contact("c1", "Maria Keller", "0151 12345678"));
        bench.composing.addContact(contact("c1", "Maria Keller", "0151 12345678")); // once
        bench.composing.addContact(contact("c2", "", "eva@example.com"));
        bench.composing.addContact(contact("c3", "", ""));
        QVERIFY(bench.composing.hasContact(CustomerId(QStringLiteral("c2"))));
        QVERIFY(!bench.composing.isEmpty());
        QVERIFY(bench.type(QStringLiteral("Maria, 0151 12345678\nBen, 0171 2345678")));
        QCOMPARE(bench.who(),
                 (QStringList{QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c3"), kBen}));
        QCOMPARE(bench.composing.source().merged(), 1);
        QVERIFY(bench.composing.isUsualEnvironment());
        bench.composing.setEnvironment(QStringLiteral("test"));
        QVERIFY(!bench.composing.isUsualEnvironment());
        QCOMPARE(bench.obstacles(), QString());
        bench.composing.source().dropChosen(2);
        bench.composing.source().dropChosen(7);
        QVERIFY(bench.ready());
        QVERIFY(!bench.composing.start().isEmpty());
        for (int i = 1; i <= 3; ++i) {
            QTRY_COMPARE(bench.second.openRequests.size(), i);
            backends::OpeningAnswer answer;
            answer.results.resize(1);
            answer.results[0].state = RecipientResult::State::Sent;
            bench.second.opens.answer(answer);
        }
        const auto one = [&bench](int i) { return bench.second.openRequests.at(i).recipients.first(); };
        QCOMPARE(one(0).contact, CustomerId(QStringLiteral("c1")));
        QCOMPARE(one(0).phone, kMaria);
        QCOMPARE(one(1).name, QStringLiteral("eva@example.com")); // a conversation has a name
        QCOMPARE(one(1).email, QStringLiteral("eva@example.com"));
        QCOMPARE(one(2).contact, CustomerId());
        QCOMPARE(bench.second.openRequests.first().plan.environment, QStringLiteral("test"));
        QCOMPARE(bench.composing.environment(), QStringLiteral("prod")); // each begins with the usual one
    }

    void withoutAContactNoEnvironmentIsNamed()
    {
        Bench bench;
        bench.composing.setAccount(kSecond);
        bench.composing.setEnvironment(QStringLiteral("test"));
        QVERIFY(bench.type(QStringLiteral("Ben, 0171 2345678")));
        QVERIFY(!bench.composing.start().isEmpty());
        QTRY_COMPARE(bench.second.openRequests.size(), 1);
        QCOMPARE(bench.second.openRequests.first().plan.environment, QString());
    }

    void aTableBringsValuesOfItsOwn()
    {
        Bench bench;
        bench.composing.begin();
        QVERIFY(bench.ready());
        bench.composing.setTemplate(TemplateId(QStringLiteral("order")), QStringLiteral("de"));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Tel;1;2\n0151 12345678;Maria;A-1\n0171 2345678;Ben;\n");
        file.close();
        bench.composing.source().openFile(file.fileName());
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.missing(QStringLiteral("body.1")), 0);
        QCOMPARE(bench.composing.missing(QStringLiteral("body.2")), 1);
        QCOMPARE(bench.obstacles(), QStringLiteral("values body.2"));
        bench.composing.setValue(QStringLiteral("body.2"), QStringLiteral("B-9"));
        QCOMPARE(bench.obstacles(), QString());
        QCOMPARE(
            bench.composing.valuesOf(bench.composing.source().list().at(0)).value(QStringLiteral("body.2")),
            QStringLiteral("A-1"));
        QCOMPARE(
            bench.composing.valuesOf(bench.composing.source().list().at(1)).value(QStringLiteral("body.2")),
            QStringLiteral("B-9"));
    }

    void whatATableBringsHasToFit()
    {
        Bench bench;
        TemplatePart header;
        header.kind = TemplatePart::Kind::Header;
        header.format = QStringLiteral("IMAGE");
        MessageTemplate picture;
        picture.id = TemplateId(QStringLiteral("picture"));
        picture.name = QStringLiteral("Picture");
        picture.parts = {header};
        bench.first.messageTemplates << picture;
        bench.composing.begin();
        QVERIFY(bench.ready());
        bench.composing.setTemplate(picture.id, {});
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Tel;image\n0151 12345678;https://example.com/a.png\n0171 2345678;C:\\b.png\n");
        file.close();
        bench.composing.source().openFile(file.fileName());
        QVERIFY(bench.ready());
        bench.composing.source().setColumn(
            1, {recipients::Column::Use::Variable, QStringLiteral("header.image")});
        QVERIFY(bench.ready());
        QCOMPARE(bench.who(), QStringList{kMaria});
        QCOMPARE(bench.composing.source().bad().rowCount(), 1);
        QCOMPARE(bench.composing.source().bad().rows().first().problem, recipients::RowProblem::BadAddress);
        // Another template takes it as words.
        bench.composing.setTemplate(TemplateId(QStringLiteral("order")), QStringLiteral("de"));
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.source().bad().rowCount(), 0);
    }

    void numbersBelongWhereMostIsWrittenFrom()
    {
        Bench bench;
        const auto at = [](const char *id, const char *number) {
            Conversation c = conversation(QLatin1String(id), 60);
            Line line;
            line.id = LineId(QString::fromLatin1(number));
            line.displayId = QString::fromLatin1(number);
            c.line = line;
            return c;
        };
        bench.first.conversationList = {at("1", "+34911234567"), at("2", "+493012345678"),
                                        at("3", "+33123456789"), at("4", "+493012345678")};
        bench.desk.poll();
        bench.workspace.preferences.change([](PreferenceValues &values) { values.phoneRegion.clear(); });
        bench.composing.begin();
        QCOMPARE(bench.composing.region(), QStringLiteral("DE"));
    }

    void presetsBelongToTheirAccount()
    {
        Bench bench;
        SettingField field;
        field.id = QStringLiteral("queueId");
        field.kind = SettingField::Kind::Integer;
        field.required = true;
        bench.first.form->fields = {field};
        bench.composing.begin();
        QVERIFY(bench.ready());
        QCOMPARE(bench.obstacles(), QStringLiteral("template; fields queueId; people"));
        bench.composing.setField(QStringLiteral("queueId"), QStringLiteral("seven"));
        QCOMPARE(bench.obstacles(), QStringLiteral("template; numbers queueId; people"));
        bench.composing.setField(QStringLiteral("queueId"), QStringLiteral("7"));
        bench.composing.savePreset(QStringLiteral("Orders"));
        QCOMPARE(bench.composing.preset(), QStringLiteral("Orders"));
        bench.composing.setField(QStringLiteral("queueId"), QStringLiteral("8"));
        QCOMPARE(bench.composing.preset(), QString());
        bench.composing.choosePreset(QStringLiteral("Orders"));
        QCOMPARE(bench.composing.field(QStringLiteral("queueId")), QStringLiteral("7"));
        bench.composing.setAccount(kSecond);
        QVERIFY(bench.composing.presets().isEmpty());
        bench.composing.setAccount(kFirst);
        QCOMPARE(bench.composing.presets(), QStringList{QStringLiteral("Orders")});
        bench.desk.inbox.removeAccount(kFirst);
        QVERIFY(bench.workspace.preferences.values().openingPresets.isEmpty());
    }

    void allOfItOutlivesTheProgram_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("a small table") << 0;
        QTest::newRow("a table of 9 MB") << 9 * 1024 * 1024;
    }
    void allOfItOutlivesTheProgram()
    {
        QFETCH(int, bytes);
        const QTemporaryDir profile;
        const QTemporaryDir folder;
        {
            Bench bench(profile.path());
            bench.composing.setAccount(kSecond);
            QVERIFY(bench.type(QStringLiteral("Aylin, 0172 2345678")));
            bench.composing.addContact(contact("c1", "Maria Keller", "+49 1511 2345678"));
            bench.composing.setEnvironment(QStringLiteral("test"));
            bench.composing.source().openFile(writeTable(folder, bytes));
            QVERIFY(bench.ready());
            bench.composing.source().setColumn(2, {recipients::Column::Use::Email, {}});
            bench.composing.source().setColumn(2, {recipients::Column::Use::Ignored, {}});
            QVERIFY(bench.ready());
            QTRY_COMPARE(tables(profile).size(), 1);
        }
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("people.csv")))); // it is not needed any more
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QStringList kept = tables(profile);
        kept.append(QStringLiteral("new-conversation"));
        for (const QString &name : std::as_const(kept))
            QVERIFY(!(QFile::permissions(profile.filePath(name)) & others));
        Bench bench(profile.path());
        QVERIFY(!bench.composing.isEmpty());
        QVERIFY(!bench.composing.source().hasFile()); // nothing is read before somebody looks
        bench.composing.begin();
        QVERIFY(bench.composing.source().hasFile());
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.account(), kSecond);
        QCOMPARE(bench.who(), (QStringList{QStringLiteral("c1"), kBen})); // Maria is the contact
        QCOMPARE(bench.composing.source().merged(), 1);
        QCOMPARE(bench.composing.source().file().name, QStringLiteral("people.csv"));
        QVERIFY(bench.composing.source().columnsAreChosen());
        QCOMPARE(bench.composing.environment(), QStringLiteral("test"));
        QCOMPARE(tables(profile).size(), 1); // the same one
        bench.composing.source().removeFile();
        QVERIFY(bench.ready());
        QCOMPARE(bench.who(), (QStringList{QStringLiteral("c1"), QStringLiteral("+491722345678")}));
        QTRY_COMPARE(tables(profile), QStringList()); // put away is gone
    }

    void aTableGoesWithWhatItBelongsTo()
    {
        const QTemporaryDir profile;
        const QTemporaryDir folder;
        Bench bench(profile.path());
        bench.composing.begin();
        QVERIFY(bench.ready());
        bench.composing.source().openFile(writeTable(folder, 0));
        QTRY_COMPARE(tables(profile).size(), 1);
        const QString before = tables(profile).first();
        bench.composing.source().openFile(writeTable(folder, 5000)); // another one takes its place
        QTRY_VERIFY(tables(profile).size() == 1 && tables(profile).first() != before);
        bench.composing.discard();
        QCOMPARE(tables(profile), QStringList());
        QVERIFY(!QFile::exists(profile.filePath(QStringLiteral("new-conversation"))));

        bench.composing.source().openFile(writeTable(folder, 0));
        QTRY_COMPARE(tables(profile).size(), 1);
        bench.desk.inbox.removeAccount(kFirst);
        QCOMPARE(tables(profile), QStringList());
        QVERIFY(!QFile::exists(profile.filePath(QStringLiteral("new-conversation"))));
        QVERIFY(bench.composing.isEmpty());
        // It was another account's: nothing of it shows for the one that is left.
        bench.composing.begin();
        QCOMPARE(bench.composing.account(), kSecond);
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.count(), 0);
    }

    void whatARunLeftHalfWrittenIsRemoved()
    {
        const QTemporaryDir profile;
        QFile left(profile.filePath(QStringLiteral("new-conversation-1234.csv")));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("Tel\n0151 12345678\n");
        left.close();
        const Bench bench(profile.path());
        QCOMPARE(tables(profile), QStringList());
    }

    void anOpeningThatBeganTakesItsTableAlong()
    {
        const QTemporaryDir profile;
        const QTemporaryDir folder;
        Bench bench(profile.path());
        bench.composing.setAccount(kSecond);
        bench.composing.source().openFile(writeTable(folder, 0));
        QVERIFY(bench.ready());
        QTRY_COMPARE(tables(profile).size(), 1);
        QVERIFY2(!bench.composing.start().isEmpty(), qPrintable(bench.obstacles()));
        QCOMPARE(tables(profile), QStringList());
    }

    void anUnreadableTableIsSaid()
    {
        const QTemporaryDir profile;
        const QTemporaryDir folder;
        {
            Bench bench(profile.path());
            bench.composing.begin();
            bench.composing.source().openFile(writeTable(folder, 0));
            QVERIFY(bench.ready());
            QTRY_COMPARE(tables(profile).size(), 1);
        }
        QVERIFY(QFile::remove(profile.filePath(tables(profile).first())));
        Bench bench(profile.path());
        bench.composing.begin();
        QVERIFY(bench.ready());
        QCOMPARE(bench.composing.source().fileProblem(), RecipientSource::FileProblem::Unreadable);
        QVERIFY(!bench.composing.source().hasFile());
    }
};

QTEST_GUILESS_MAIN(TestNewConversationModel)
#include "tst_newconversationmodel.moc"
