// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/scenes.h"

#include "ui/opening/newconversationwindow.h"
#include "ui/opening/openingdialog.h"
#include "ui/records/recordswindow.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace inbox::gallery {

using namespace domain;
using Kind = TemplatePart::Kind;
using State = RecipientResult::State;
using ui::Command;
using ui::NewConversationWindow;

namespace {

const QString kPeople = QStringLiteral("Maria Keller <+49 1511 2345678>\n"
                                       "Jonas Ott 0171 2345678; Aylin Demir +90 532 123 45 67\n"
                                       "Maria Keller, 0151 12345678\n"
                                       "Ben 0171 23\n"
                                       "Laden Tor 030 901820 x12");

TemplatePart part(Kind kind, const char *format, const char *text)
{
    TemplatePart part;
    part.kind = kind;
    part.format = QString::fromLatin1(format);
    part.text = QString::fromUtf8(text);
    return part;
}

QList<MessageTemplate> templates()
{
    MessageTemplate ready;
    ready.id = TemplateId(QStringLiteral("bike_ready"));
    ready.name = QStringLiteral("bike_ready");
    ready.language = QStringLiteral("de");
    ready.category = QStringLiteral("UTILITY");
    ready.status = QStringLiteral("APPROVED");
    ready.parts = {part(Kind::Header, "IMAGE", ""),
                   part(Kind::Body, "",
                        "Guten Tag {{1}},\n\nIhr *{{2}}* ist fertig und kann ab {{3}} abgeholt werden. "
                        "Wir freuen uns auf Sie!"),
                   part(Kind::Footer, "", "Radhaus am Tor · Antworten Sie STOP, um nichts mehr zu erhalten"),
                   part(Kind::Button, "QUICK_REPLY", "Termin vereinbaren"),
                   part(Kind::Button, "URL", "Auftrag ansehen")};
    ready.parts[1].examples = {{QStringLiteral("1"), QStringLiteral("Frau Keller")},
                               {QStringLiteral("2"), QStringLiteral("Gravelbike")},
                               {QStringLiteral("3"), QStringLiteral("Donnerstag, 9 Uhr")}};
    MessageTemplate sale;
    sale.id = TemplateId(QStringLiteral("autumn_sale"));
    sale.name = QStringLiteral("autumn_sale");
    sale.language = QStringLiteral("en_US");
    sale.category = QStringLiteral("MARKETING");
    sale.parts = {part(Kind::Header, "TEXT", "Autumn sale"),
                  part(Kind::Body, "", "All city bikes are 20 % off until Saturday.")};
    MessageTemplate place;
    place.id = TemplateId(QStringLiteral("pick_up"));
    place.name = QStringLiteral("pick_up");
    place.language = QStringLiteral("de");
    place.parts = {part(Kind::Header, "LOCATION", ""),
                   part(Kind::Body, "", "Guten Tag {{1}}, hier steht Ihr Rad für Sie bereit."),
                   part(Kind::Button, "COPY_CODE", "Code kopieren")};
    MessageTemplate products;
    products.id = TemplateId(QStringLiteral("new_bikes"));
    products.name = QStringLiteral("new_bikes");
    products.language = QStringLiteral("de");
    products.parts = {part(Kind::Body, "", "Unsere neuen Räder:"), part(Kind::Button, "MPM", "Ansehen")};
    return {ready, sale, place, products};
}

OpeningForm templateForm()
{
    OpeningForm form;
    form.listsTemplates = true;
    form.cents = 11;
    return form;
}

SettingField field(const char *id, const char *label, bool advanced)
{
    SettingField field;
    field.id = QString::fromLatin1(id);
    field.kind = SettingField::Kind::Integer;
    field.label = label;
    field.required = !advanced;
    field.advanced = advanced;
    return field;
}

OpeningForm idForm()
{
    OpeningForm form;
    form.namesVariables = true;
    form.mostPerRequest = 100;
    form.fields = {field("conversationTemplateId", "Template ID", false),
                   field("channelId", "Channel ID", false), field("queueId", "Queue ID", true)};
    return form;
}

OpeningForm lineForm()
{
    OpeningForm form;
    form.sendsMessage = false;
    form.listsLines = true;
    form.needsName = true;
    form.needsPhone = false;
    form.takesEmail = true;
    form.takesContact = true;
    form.environments = QStringList{QStringLiteral("prod"), QStringLiteral("test"), QStringLiteral("dev")};
    return form;
}

// One made by hand of the window's parts, over a stage that can begin conversations.
class Desk {
public:
    Desk(const QSize &size, const OpeningForm &form, const std::function<void(PictureBackend &)> &more = {})
        : m_width(size.width())
        , stage(size, Stage::Account::Prepared, [&](PictureBackend &backend) {
            backend.mutableCapabilities.add(Capability::StartConversation);
            backend.form = form;
            backend.templateList = templates();
            if (more)
                more(backend);
        })
    {
        stage.open(ids::parcel);
        stage.workspace.preferences.change(
            [](models::PreferenceValues &values) { values.phoneRegion = QStringLiteral("DE"); });
        stage.run(Command::NewConversation);
        window = stage.window->findChild<NewConversationWindow *>();
        fit(window);
    }
    void fit(QWidget *dialog) const
    {
        if (m_width < dialog->width() + 80)
            dialog->resize(m_width - 60, dialog->height());
        stage.settle();
    }
    void wait()
    {
        auto &composing = stage.workspace.newConversation;
        [[maybe_unused]] const bool done = QTest::qWaitFor(
            [&] { return !composing.source().isReading() && !composing.isCountingRecent(); }, 20'000);
        stage.settle();
    }
    void people(const QString &text)
    {
        stage.workspace.newConversation.source().setTyped(text);
        wait();
    }
    void many(int count)
    {
        QStringList lines;
        for (int i = 0; i < count; ++i)
            lines << QStringLiteral("Kundin %1 +4915112%2").arg(i + 1).arg(300'000 + i);
        people(lines.join(u'\n'));
    }
    void fill()
    {
        auto &composing = stage.workspace.newConversation;
        composing.setTemplate(TemplateId(QStringLiteral("bike_ready")), QStringLiteral("de"));
        composing.setValue(QStringLiteral("header.image"), QStringLiteral("https://radhaus.example/rad.jpg"));
        composing.setValue(QStringLiteral("body.1"), QStringLiteral("Frau Keller"));
        composing.setValue(QStringLiteral("body.2"), QStringLiteral("Gravelbike"));
        composing.setValue(QStringLiteral("body.3"), QStringLiteral("Donnerstag, 9 Uhr"));
        stage.settle();
    }
    void goOn()
    {
        window->goOn();
        stage.settle();
    }
    // Begins with what stands there, and shows it.
    void start()
    {
        auto &composing = stage.workspace.newConversation;
        const OpeningId id = composing.start();
        window->hide();
        stage.settle();
        stage.run(Command::Openings);
        auto *records = stage.window->findChild<ui::RecordsWindow *>();
        records->presentOpening(pictureAccount(), id);
        fit(records);
        if (auto *dialog = records->findChild<ui::OpeningDialog *>())
            fit(dialog);
        m_id = id;
    }
    void pause()
    {
        stage.actions.pauseOpening(pictureAccount(), m_id);
        stage.settle();
    }

private:
    const int m_width;
    OpeningId m_id;

public:
    Stage stage;
    NewConversationWindow *window = nullptr;
};

using Act = std::function<void(Desk &)>;

Scene scene(const char *name, const char *title, const OpeningForm &form, const Act &act = {},
            const std::function<void(PictureBackend &)> &more = {})
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [form, act, more](const QSize &size) {
                Desk desk(size, form, more);
                if (act)
                    act(desk);
                desk.stage.settle();
                return desk.stage.picture();
            }};
}

void openTable(Desk &desk)
{
    auto &composing = desk.stage.workspace.newConversation;
    composing.setTemplate(TemplateId(QStringLiteral("bike_ready")), QStringLiteral("de"));
    composing.source().takeFile(
        {QStringLiteral("abholbereit-november.csv"),
         QStringLiteral("Kunde;Rufnummer;1;2;3;Filiale\n"
                        "Maria Keller;0151 12345678;Frau Keller;Gravelbike;Donnerstag;Tor\n"
                        "Jonas Ott;+49 171 2345678;Herr Ott;Lastenrad;Freitag;Markt\n"
                        "Aylin Demir;+90 532 123 45 67;Frau Demir;;Freitag;Tor\n"
                        "Ben;0171 23;Ben;Kinderrad;Freitag;Tor\n")
             .toUtf8()},
        {}, {});
    desk.wait();
}

void withContacts(PictureBackend &backend)
{
    backend.mutableCapabilities.add(Capability::SearchContacts);
    Line line;
    line.id = LineId(QStringLiteral("1"));
    line.name = QStringLiteral("Website");
    backend.world.lines = {line};
    int number = 0;
    for (const char *name : {"Maria Keller", "Marion Adler", "Marco Rossi", "مريم حداد, Mar Haddad",
                             "Martina Freifrau von Hohenstein-Waldburg zu Eisenstadt"}) {
        Customer one;
        one.id = CustomerId(QString::number(++number));
        one.name = QString::fromUtf8(name);
        one.displayId = number % 2 == 0 ? QStringLiteral("m%1@example.com").arg(number)
                                        : QStringLiteral("+4915112345%1").arg(670 + number);
        backend.world.contacts << one;
    }
}

void searchContacts(Desk &desk)
{
    desk.window->findChild<QLineEdit *>(QStringLiteral("contactSearch"))->setFocus();
    desk.stage.type(QStringLiteral("mar"));
    const auto &search = desk.stage.workspace.newConversation.contacts();
    [[maybe_unused]] const bool found =
        QTest::qWaitFor([&] { return search.state() == models::ContactSearch::State::There; });
    desk.stage.settle();
}

void chooseContacts(Desk &desk)
{
    auto &composing = desk.stage.workspace.newConversation;
    for (const Customer &one : desk.stage.server->world.contacts.mid(0, 3))
        composing.addContact(one);
    composing.setEnvironment(QStringLiteral("test"));
    desk.people(QStringLiteral("Ben Adler, 0171 2345678"));
}

RecipientResult sent()
{
    RecipientResult result;
    result.state = State::Sent;
    result.conversation = ids::parcel;
    return result;
}

// Every seventh fails, every fifth is unknown.
std::function<void(PictureBackend &)> mixed(bool anyUnknown)
{
    return [anyUnknown](PictureBackend &backend) {
        auto count = std::make_shared<int>(0);
        backend.opening = [count, anyUnknown](const Recipient &) {
            RecipientResult result = sent();
            const int n = ++*count;
            if (n % 7 == 0) {
                result = {};
                result.state = State::Failed;
                result.reason = QStringLiteral("The recipient is not on WhatsApp");
            } else if (anyUnknown && n % 5 == 0) {
                result = {};
                result.state = State::Unknown;
            }
            return result;
        };
    };
}

void silent(PictureBackend &backend)
{
    backend.opening = nullptr;
}

} // namespace

QList<Scene> openingScenes()
{
    const auto opensMany = [](int count) {
        return [count](Desk &desk) {
            desk.fill();
            desk.many(count);
            desk.start();
        };
    };
    return {
        {QStringLiteral("opening-no-account"), QStringLiteral("New conversation: no account can"),
         [](const QSize &size) {
             Stage stage(size);
             stage.open(ids::parcel);
             stage.run(Command::NewConversation);
             auto *window = stage.window->findChild<NewConversationWindow *>();
             if (size.width() < window->width())
                 window->resize(size.width() - 60, window->height());
             stage.settle();
             return stage.picture();
         }},
        scene("opening-new", "New conversation: nothing entered", templateForm()),
        scene("opening-reading", "New conversation: the templates are being read", templateForm(), {},
              [](PictureBackend &backend) {
                  backend.templating = {Mood::Kind::Silent, {}};
              }),
        scene("opening-templates-failed", "New conversation: the templates could not be read", templateForm(),
              {},
              [](PictureBackend &backend) {
                  Error error;
                  error.kind = ErrorKind::ServerError;
                  error.outcome = Outcome::Refused;
                  error.httpStatus = 502;
                  backend.templating = {Mood::Kind::Fails, error};
              }),
        scene("opening-people", "New conversation: recipients, some kept out", templateForm(),
              [](Desk &desk) {
                  desk.stage.workspace.newConversation.setTemplate(TemplateId(QStringLiteral("bike_ready")),
                                                                   QStringLiteral("de"));
                  desk.people(kPeople);
              }),
        scene("opening-kept-out", "New conversation: rows that are kept out", templateForm(),
              [](Desk &desk) {
                  desk.people(kPeople);
                  desk.window->findChild<QPushButton *>(QStringLiteral("showBad"))->click();
              }),
        scene("opening-table", "New conversation: a file with a table", templateForm(), openTable),
        scene("opening-preview", "New conversation: ready", templateForm(),
              [](Desk &desk) {
                  desk.fill();
                  desk.people(kPeople);
              }),
        scene("opening-place", "New conversation: a place and a code", templateForm(),
              [](Desk &desk) {
                  auto &composing = desk.stage.workspace.newConversation;
                  composing.setTemplate(TemplateId(QStringLiteral("pick_up")), QStringLiteral("de"));
                  composing.setValue(QStringLiteral("header.latitude"), QStringLiteral("nördlich"));
                  composing.setValue(QStringLiteral("header.longitude"), QStringLiteral("13.3777"));
                  composing.setValue(QStringLiteral("header.name"), QStringLiteral("Radhaus am Tor"));
                  composing.setValue(QStringLiteral("header.address"),
                                     QStringLiteral("Pariser Platz 1, Berlin"));
                  composing.setValue(QStringLiteral("body.1"), QStringLiteral("Frau Keller"));
                  composing.setValue(QStringLiteral("button.0.coupon_code"), QStringLiteral("HERBST10"));
                  desk.people(kPeople);
                  desk.goOn();
              }),
        scene("opening-unfillable", "New conversation: a template that cannot be filled in", templateForm(),
              [](Desk &desk) {
                  desk.stage.workspace.newConversation.setTemplate(TemplateId(QStringLiteral("new_bikes")),
                                                                   QStringLiteral("de"));
                  desk.people(kPeople);
                  desk.goOn();
              }),
        scene("opening-missing", "New conversation: values are missing", templateForm(),
              [](Desk &desk) {
                  openTable(desk);
                  desk.goOn();
              }),
        scene("opening-ids", "New conversation: ids and presets", idForm(),
              [](Desk &desk) {
                  auto &composing = desk.stage.workspace.newConversation;
                  composing.setField(QStringLiteral("conversationTemplateId"), QStringLiteral("4711"));
                  composing.setField(QStringLiteral("channelId"), QStringLiteral("12"));
                  composing.savePreset(QStringLiteral("Support, German"));
                  composing.addVariable(QStringLiteral("name"));
                  composing.addVariable(QStringLiteral("date"));
                  composing.setValue(QStringLiteral("date"), QStringLiteral("Thursday"));
                  desk.people(kPeople);
              }),
        scene(
            "opening-only-made", "New conversation: nothing is sent", lineForm(),
            [](Desk &desk) { desk.people(QStringLiteral("Maria Keller, maria@example.com\nBen Adler")); },
            [](PictureBackend &backend) {
                Line line;
                line.id = LineId(QStringLiteral("1"));
                line.name = QStringLiteral("Website");
                backend.world.lines = {line};
            }),
        scene("opening-contacts", "New conversation: contacts are searched", lineForm(), searchContacts,
              withContacts),
        scene("opening-contacts-chosen", "New conversation: contacts, in another environment", lineForm(),
              chooseContacts, withContacts),
        scene(
            "opening-confirm-contacts", "New conversation: the question about contacts", lineForm(),
            [](Desk &desk) {
                chooseContacts(desk);
                desk.goOn();
            },
            withContacts),
        scene("opening-confirm", "New conversation: the question", templateForm(),
              [](Desk &desk) {
                  desk.fill();
                  desk.people(QStringLiteral("Maria Keller +49 1511 2345678"));
                  desk.goOn();
              }),
        scene("opening-confirm-many", "New conversation: the question, for 5,000", templateForm(),
              [](Desk &desk) {
                  desk.fill();
                  desk.many(5'000);
                  desk.goOn();
              }),
        scene("opening-running", "Begun: running", templateForm(), opensMany(240), silent),
        scene(
            "opening-paused", "Begun: paused", templateForm(),
            [opensMany](Desk &desk) {
                opensMany(240)(desk);
                desk.pause();
            },
            silent),
        scene("opening-unknown", "Begun: some are unknown", templateForm(), opensMany(60), mixed(true)),
        scene("opening-finished", "Begun: done", templateForm(), opensMany(60), mixed(false)),
        scene(
            "records-begun", "Records: begun", templateForm(),
            [opensMany](Desk &desk) {
                opensMany(60)(desk);
                for (auto *dialog : desk.stage.window->findChildren<ui::OpeningDialog *>())
                    dialog->close();
            },
            mixed(true)),
        scene("records-begun-empty", "Records: nothing was begun", templateForm(),
              [](Desk &desk) {
                  desk.window->hide();
                  desk.stage.run(Command::Openings);
                  desk.fit(desk.stage.window->findChild<ui::RecordsWindow *>());
              }),
    };
}

} // namespace inbox::gallery
