// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/scenes.h"

#include "ui/records/recordswindow.h"

#include <QTemporaryDir>

namespace inbox::gallery {

using namespace domain;
using ui::Command;
using ui::RecordsWindow;

namespace {

using Act = std::function<void(Stage &)>;

Mood fails(ErrorKind kind, Outcome outcome)
{
    Error error;
    error.kind = kind;
    error.outcome = outcome;
    return {Mood::Kind::Fails, error};
}

// The records over the window, on `page`, after `act`.
Scene records(const char *name, const char *title, Command page, const Act &act = {})
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [page, act](const QSize &size) {
                const QTemporaryDir profile;
                Stage stage(size, Stage::Account::Prepared, {}, profile.path());
                stage.open(ids::parcel);
                if (act)
                    act(stage);
                stage.run(page);
                auto *window = stage.window->findChild<RecordsWindow *>();
                if (size.width() < window->width())
                    window->resize(size.width() - 120, window->height());
                stage.settle();
                return stage.picture();
            }};
}

Scene inbox(const char *name, const char *title, const ConversationId &id, const Act &act)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [id, act](const QSize &size) {
                Stage stage(size);
                act(stage);
                stage.open(id);
                return stage.picture();
            }};
}

void send(Stage &stage, const ConversationId &id, const char *text, const Mood &mood)
{
    stage.server->sending = mood;
    stage.drafts.setDraft(Stage::key(id), {QString::fromUtf8(text), 0, {}});
    stage.actions.sendDraft(Stage::key(id));
    stage.settle();
}

void restart(Stage &stage, const ConversationId &id, const Mood &mood)
{
    stage.server->restarting = mood;
    stage.actions.restart(Stage::key(id));
    stage.settle();
    stage.clock.advanceSeconds(60);
}

void fillOutbox(Stage &stage)
{
    send(stage, ids::parcel, "Ja, Ihr Paket kommt heute noch, zwischen 16 und 18 Uhr.",
         fails(ErrorKind::Timeout, Outcome::Unknown));
    send(stage, ids::amber, "The frame is in stock, and we can mount it on Thursday.",
         fails(ErrorKind::Rejected, Outcome::Refused));
    send(stage, ids::red, "We open at nine.", fails(ErrorKind::Offline, Outcome::NotSent));
    restart(stage, ids::expired, fails(ErrorKind::Timeout, Outcome::Unknown));
    stage.server->changing = {Mood::Kind::Silent, {}};
    stage.actions.setStatus(Stage::key(ids::arabic), ConversationStatus::Done);
    stage.settle();
}

void fillDrafts(Stage &stage)
{
    const auto type = [&stage](const ConversationId &id, const char *text) {
        stage.drafts.setDraft(Stage::key(id), {QString::fromUtf8(text), 0, {}});
    };
    type(ids::amber, "I looked it up, and it was never ordered. Sorry for that!");
    stage.drafts.discard(Stage::key(ids::amber));
    stage.clock.advanceSeconds(600);
    type(ids::parcel, "Ja, es kommt heute noch");
    type(ids::expired, "Guten Tag Herr Ott, das Rad steht noch für Sie bereit. Möchten Sie es sehen?");
    type(ids::amber, "The frame has arrived. When would you like to come?");
    stage.drafts.hold(Stage::key(ids::amber));
    stage.settle();
}

} // namespace

QList<Scene> recordsScenes()
{
    return {
        records("outbox", "Outbox", Command::Outbox, fillOutbox),
        records("outbox-empty", "Outbox: nothing waits", Command::Outbox),
        records("outbox-menu", "Outbox: what next", Command::Outbox,
                [](Stage &s) {
                    fillOutbox(s);
                    s.run(Command::Outbox);
                    s.press(Qt::Key_Return);
                }),
        records("records-drafts", "Drafts: held, open and discarded", Command::Drafts, fillDrafts),
        records("records-drafts-empty", "Drafts: none", Command::Drafts),
        records("ledger", "Ledger", Command::Ledger,
                [](Stage &s) {
                    restart(s, ids::expired, {});
                    restart(s, ids::unanswered, fails(ErrorKind::Timeout, Outcome::Unknown));
                }),
        records("ledger-empty", "Ledger: nothing paid", Command::Ledger),
        inbox("held-reply", "A held reply that can be sent", ids::amber,
              [](Stage &s) {
                  s.drafts.setDraft(
                      Stage::key(ids::amber),
                      {QStringLiteral("The frame has arrived. When would you like to come?"), 0, {}});
                  s.drafts.hold(Stage::key(ids::amber));
                  s.clock.advanceSeconds(3600);
              }),
        inbox("outbox-badge", "Something waits in the outbox", ids::parcel,
              [](Stage &s) {
                  send(s, ids::amber, "The frame is in stock.", fails(ErrorKind::Rejected, Outcome::Refused));
                  send(s, ids::red, "We open at nine.", fails(ErrorKind::Offline, Outcome::NotSent));
              }),
    };
}

} // namespace inbox::gallery
