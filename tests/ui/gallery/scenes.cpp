// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/scenes.h"

#include "ui/dialogs/colorswatches.h"
#include "ui/settings/accountspanel.h"
#include "ui/settings/shortcutspage.h"
#include "ui/thread/threadview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QVBoxLayout>

namespace inbox::gallery {

using namespace domain;
using ui::Command;

namespace {

using Prepare = std::function<void(PictureBackend &)>;
using Act = std::function<void(Stage &)>;

Mood silent()
{
    return {Mood::Kind::Silent, {}};
}

Mood fails(ErrorKind kind, Outcome outcome, int status = 0, const char *detail = "")
{
    Error error;
    error.kind = kind;
    error.outcome = outcome;
    error.httpStatus = status;
    error.detail = QString::fromLatin1(detail);
    error.requestId = QStringLiteral("7f3a-0042");
    return {Mood::Kind::Fails, error};
}

// The window with `id` open, after `act`.
Scene scene(const char *name, const char *title, const ConversationId &id, const Act &act = {},
            const Prepare &prepare = {}, int tall = 0)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title),
            [id, act, prepare, tall](const QSize &size) {
                Stage stage(tall ? QSize(size.width(), tall) : size, Stage::Account::Prepared, prepare);
                if (!id.isEmpty())
                    stage.open(id);
                if (act)
                    act(stage);
                return stage.picture();
            }};
}

void send(Stage &stage, const ConversationId &id, const char *text)
{
    models::Draft draft;
    draft.text = QString::fromUtf8(text);
    stage.drafts.setDraft(Stage::key(id), draft);
    stage.actions.sendDraft(Stage::key(id));
    stage.settle();
    stage.settle();
}

// Some of the first account's people write to a second one instead.
Scene twoAccounts(const char *name, const char *title, const Act &act)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [act](const QSize &size) {
                const auto isMoved = [](const Conversation &c) {
                    return c.key.id == ids::amber || c.key.id == ids::red || c.key.id == ids::arabic
                        || c.key.id == ids::everything;
                };
                Stage stage(size, Stage::Account::Prepared,
                            [&](PictureBackend &b) { b.world.conversations.removeIf(isMoved); });
                World second = pictureWorld();
                second.conversations.removeIf([&](const Conversation &c) { return !isMoved(c); });
                const AccountId werkstatt(QStringLiteral("second"));
                stage.addAccount(werkstatt, QStringLiteral("Werkstatt"),
                                 std::make_unique<PictureBackend>(std::move(second)));
                stage.settle();
                stage.run(Command::ShowAll);
                act(stage);
                stage.settle();
                return stage.picture();
            }};
}

const ConversationId none;

// The page of shortcuts by itself, after `act`.
Scene shortcuts(const char *name, const char *title,
                const std::function<void(ui::ShortcutsPage &, models::Preferences &)> &act, int height)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title), [act, height](const QSize &size) {
                models::Preferences preferences;
                ui::Commands commands(preferences);
                QWidget window;
                window.setAutoFillBackground(true);
                window.setBackgroundRole(QPalette::Base);
                auto *layout = new QVBoxLayout(&window);
                layout->setContentsMargins(ui::metrics::kLarge, ui::metrics::kLarge, ui::metrics::kLarge,
                                           ui::metrics::kLarge);
                auto *page = new ui::ShortcutsPage(commands, preferences);
                layout->addWidget(page);
                window.show();
                window.activateWindow();
                act(*page, preferences);
                window.layout()->activate();
                window.resize(qMin(size.width() - 100, 700), height);
                [[maybe_unused]] const bool never = QTest::qWaitFor([] { return false; }, 100);
                return window.grab();
            }};
}

QAbstractButton *buttonOf(ui::ShortcutsPage &page, const char *row, const char *name)
{
    return page.findChild<QWidget *>(QLatin1String(row))->findChild<QAbstractButton *>(QLatin1String(name));
}

QList<Scene> shortcutScenes()
{
    using Page = ui::ShortcutsPage;
    using Preferences = models::Preferences;
    return {
        shortcuts(
            "shortcuts", "Shortcuts",
            [](Page &, Preferences &preferences) {
                preferences.change([](models::PreferenceValues &values) {
                    values.keys.insert(QStringLiteral("done"), QStringLiteral("E; Ctrl+D"));
                    values.keys.insert(QStringLiteral("mark-read"), QStringLiteral("Shift+U"));
                });
            },
            2300),
        shortcuts(
            "shortcuts-recording", "Shortcuts: pressing new keys",
            [](Page &page, Preferences &) {
                page.setFilter(ui::Commands::sectionName(ui::Section::Answer));
                buttonOf(page, "done", "E")->click();
            },
            620),
        shortcuts(
            "shortcuts-conflict", "Shortcuts: another command has these keys",
            [](Page &page, Preferences &) {
                page.setFilter(ui::Commands::sectionName(ui::Section::Answer));
                buttonOf(page, "done", "addKeys")->click();
                auto *recorder = page.findChild<QWidget *>(QStringLiteral("recorder"));
                QTest::keyClick(recorder, Qt::Key_G);
                QTest::keyClick(recorder, Qt::Key_M);
            },
            660),
        shortcuts(
            "shortcuts-imported", "Shortcuts: a file with bad lines",
            [](Page &page, Preferences &) {
                page.setFilter(ui::Commands::sectionName(ui::Section::Views));
                QTemporaryFile file;
                if (file.open()) {
                    file.write("show-mine = G, I\nteleport = T\nquit = Esc\npeek = V\n");
                    file.close();
                    page.importFrom(file.fileName());
                }
            },
            460),
    };
}

QStringList usedLast()
{
    return {QStringLiteral("👍"), QStringLiteral("🙏"),        QStringLiteral("🎉"),
            QStringLiteral("🚲"), QStringLiteral("👋🏽"), QStringLiteral("✅"),
            QStringLiteral("📦"), QStringLiteral("☀️"),   QStringLiteral("🇩🇪")};
}

bool hasReaction(const Stage &stage)
{
    const auto *view = stage.window->findChild<ui::ThreadView *>();
    return view && view->selected() && !view->selected()->message.agentReaction.isEmpty();
}

// The newest messages show all that WhatsApp makes of a text.
void writeFormatted(World &world)
{
    const QStringList texts = {
        QStringLiteral("*Bold*, _italic_, ~struck out~, *_both_* and `code`. Not so: 2*3*4, my_long_name."),
        QStringLiteral("Please bring:\n- the *invoice*, which we sent to your old address in the spring\n"
                       "- the key\n* the lamp\n1. ring the bell\n2. wait until somebody comes to the door, "
                       "which can take a minute"),
        QStringLiteral("> When do you open on Saturdays? And is there somebody who can look at the brakes?\n"
                       "From nine to two, and yes."),
        QStringLiteral("```\nframe  54 cm\nlamp   40 lux\n```"),
        QStringLiteral("> هل تفتحون يوم السبت؟\n- نعم، من التاسعة حتى الثانية بعد الظهر، والورشة مفتوحة"),
        QStringLiteral("🎉"),
        QStringLiteral("👍🏽 ❤️ 🚲"),
    };
    QList<Message> &all = world.messages[ids::parcel];
    for (int i = 0; i < texts.size() && i < all.size(); ++i)
        all[all.size() - 1 - i].contents = {TextContent{texts.at(i)}};
    all.first().contents = {TextContent{texts.last()}};
}

QList<Scene> firstSteps()
{
    return {
        {QStringLiteral("welcome"), QStringLiteral("Welcome"),
         [](const QSize &size) {
             Stage stage(size, Stage::Account::None);
             return stage.picture();
         }},
        {QStringLiteral("account-new"), QStringLiteral("Connecting an account"),
         [](const QSize &size) {
             Stage stage(size, Stage::Account::None);
             stage.run(Command::ConnectAccount);
             return stage.picture();
         }},
        scene("accounts", "Accounts", ids::parcel, [](Stage &s) { s.run(Command::Accounts); }),
        twoAccounts("two-accounts", "Two accounts in one list",
                    [](Stage &s) {
                        if (s.window->width() >= 720) // below it the list alone is the picture
                            s.window->openConversation({AccountId(QStringLiteral("second")), ids::amber});
                    }),
        twoAccounts("two-accounts-thread", "A conversation of the second account",
                    [](Stage &s) {
                        s.window->openConversation({AccountId(QStringLiteral("second")), ids::amber});
                        s.run(Command::Reply);
                    }),
        twoAccounts("account-colour", "The colour of an account",
                    [](Stage &s) {
                        s.run(Command::Accounts);
                        s.settle();
                        auto *panel = s.window->findChild<ui::AccountsPanel *>();
                        panel->editAccount(AccountId(QStringLiteral("second")));
                        s.settle();
                        const auto swatches =
                            panel->findChild<ui::ColorSwatches *>()->findChildren<QAbstractButton *>();
                        for (QAbstractButton *swatch : swatches) {
                            if (swatch->isChecked())
                                swatch->setFocus(Qt::TabFocusReason);
                        }
                    }),
        scene("who-am-i", "Who am I", ids::parcel, [](Stage &s) { s.run(Command::WhoAmI); }),
    };
}

// None of them is there.
void attachThree(Stage &stage)
{
    models::Draft draft;
    draft.files = {{QStringLiteral("/nowhere/bike.jpg"), QStringLiteral("Your bike after the repair.jpg"),
                    MediaKind::Image, QStringLiteral("image/jpeg"), 482'113},
                   {QStringLiteral("/nowhere/invoice.pdf"), QStringLiteral("Invoice 2026-1187.pdf"),
                    MediaKind::Document, QStringLiteral("application/pdf"), 91'402},
                   {QStringLiteral("/nowhere/way.mp3"), QStringLiteral("way.mp3"), MediaKind::Audio,
                    QStringLiteral("audio/mpeg"), 1'204'889}};
    stage.drafts.setDraft(stage.current.key(), draft);
    stage.run(Command::Reply);
}

void selectThree(Stage &stage)
{
    stage.run(Command::ShowAll);
    stage.run(Command::Check);
    stage.run(Command::CheckNext);
    stage.run(Command::CheckNext);
}

QList<Scene> work()
{
    return {
        scene("inbox", "The inbox", ids::parcel),
        scene("inbox-all", "All conversations", ids::parcel, [](Stage &s) { s.run(Command::ShowAll); }),
        scene("list-focus", "Focus in the list", ids::parcel,
              [](Stage &s) {
                  s.run(Command::NextConversation);
                  s.run(Command::NextConversation);
              }),
        scene("selection", "Several conversations selected", ids::parcel, selectThree),
        scene("selection-assign", "Assigning several at once", ids::parcel,
              [](Stage &s) {
                  selectThree(s);
                  s.run(Command::Assign);
              }),
        scene("selection-done", "Several conversations are done", ids::parcel,
              [](Stage &s) {
                  selectThree(s);
                  s.run(Command::MarkDone);
              }),
        scene("nothing-open", "No conversation open", none),
        scene("contents", "Every content and every mark", ids::everything, {}, {}, 2400),
        scene("message-selected", "A failed message selected", ids::everything,
              [](Stage &s) { s.run(Command::PreviousMessage); }),
        scene("message-info", "About a message", ids::everything,
              [](Stage &s) {
                  s.run(Command::PreviousMessage);
                  s.run(Command::MessageInfo);
              }),
        scene("reaction", "Choosing a reaction", ids::parcel,
              [](Stage &s) {
                  s.run(Command::PreviousMessage);
                  s.run(Command::React);
              }),
        scene("reaction-mine", "A reaction to take back", ids::everything,
              [](Stage &s) {
                  s.workspace.preferences.change(
                      [](models::PreferenceValues &values) { values.recentEmoji = usedLast(); });
                  for (int i = 0; i < 40 && !hasReaction(s); ++i)
                      s.run(Command::PreviousMessage);
                  s.run(Command::React);
              }),
        scene(
            "reaction-pending", "A reaction not yet confirmed", ids::parcel,
            [](Stage &s) {
                s.run(Command::PreviousMessage);
                s.run(Command::React);
                s.press(Qt::Key_Return);
            },
            [](PictureBackend &b) { b.changing = silent(); }),
        scene("emoji", "Picking an emoji", ids::parcel, [](Stage &s) { s.run(Command::InsertEmoji); }),
        scene("emoji-recent", "Emoji used last, in a skin tone", ids::parcel,
              [](Stage &s) {
                  s.workspace.preferences.change([](models::PreferenceValues &values) {
                      values.recentEmoji = usedLast();
                      values.emojiTone = 4;
                  });
                  s.run(Command::InsertEmoji);
                  s.press(Qt::Key_PageDown, Qt::ControlModifier);
                  s.press(Qt::Key_PageDown, Qt::ControlModifier);
                  s.press(Qt::Key_Right);
              }),
        scene("emoji-search", "Looking for an emoji", ids::parcel,
              [](Stage &s) {
                  s.run(Command::InsertEmoji);
                  s.type(QStringLiteral("heart"));
              }),
        scene("emoji-nothing", "No such emoji", ids::parcel,
              [](Stage &s) {
                  s.run(Command::InsertEmoji);
                  s.type(QStringLiteral("submarine sandwich"));
              }),
        scene(
            "formatting", "WhatsApp's formatting", ids::parcel,
            [](Stage &s) {
                s.workspace.preferences.change(
                    [](models::PreferenceValues &values) { values.sendKey = models::SendKey::Enter; });
                s.run(Command::Reply);
                s.type(QStringLiteral("Enter sends now"));
            },
            [](PictureBackend &b) { writeFormatted(b.world); }, 1100),
        scene("attached", "Files that go out with the reply", ids::parcel,
              [](Stage &s) {
                  attachThree(s);
                  s.type(QStringLiteral("Both as promised, and how to find us."));
              }),
        scene("attached-gone", "Files that are no longer there", ids::parcel,
              [](Stage &s) {
                  attachThree(s);
                  s.run(Command::Send);
              }),
        scene("quote", "Quoting", ids::parcel,
              [](Stage &s) {
                  s.run(Command::PreviousMessage);
                  s.run(Command::Quote);
              }),
        scene("typing", "A long reply", ids::parcel,
              [](Stage &s) {
                  s.run(Command::Reply);
                  s.type(QStringLiteral(
                      "Guten Tag Frau Keller, Ihr Paket ist heute um 12:40 Uhr an den Boten "
                      "gegangen. Er kommt zwischen 16 und 18 Uhr; wenn Sie danach nicht mehr "
                      "zu Hause sind, gibt er es bei Nachbarn ab. Soll ich ihm sagen, bei wem?"));
              }),
        scene("drafts", "Drafts in the list", ids::amber,
              [](Stage &s) {
                  s.drafts.setDraft(Stage::key(ids::parcel),
                                    {QStringLiteral("Ja, es kommt heute noch"), 0, {}});
                  s.settle();
              }),
        scene("arabic", "A conversation from right to left", ids::arabic),
        scene("hostile", "Text that wants to do harm", ids::hostile),
        scene("unnamed", "A customer without a name", ids::unnamed),
        scene("assign", "Assigning", ids::parcel, [](Stage &s) { s.run(Command::Assign); }),
        scene("palette", "Command palette", ids::parcel, [](Stage &s) { s.run(Command::Palette); }),
        scene("palette-search", "Looking for a command", ids::parcel,
              [](Stage &s) {
                  s.run(Command::Palette);
                  s.type(QStringLiteral("as"));
              }),
        scene("help", "What can I press", ids::parcel, [](Stage &s) { s.run(Command::Help); }),
        scene("search", "Searching", ids::parcel,
              [](Stage &s) {
                  s.run(Command::Search);
                  s.type(QStringLiteral("keller"));
              }),
        scene("search-nothing", "Nothing found", ids::parcel,
              [](Stage &s) {
                  s.run(Command::Search);
                  s.type(QStringLiteral("submarine"));
              }),
        scene("waiting-changes", "Changes wait", ids::parcel,
              [](Stage &s) {
                  s.list.setFrozen(true);
                  QList<Conversation> &all = s.server->world.conversations;
                  for (const int i : {2, 5, 9}) {
                      all[i].latestMessage->sentAt = pictureTime();
                      all[i].unreadCount += 1;
                  }
                  s.inbox.refreshAll();
                  s.settle();
              }),
        scene("view-empty", "An empty view", none, [](Stage &s) { s.run(Command::ShowSnoozed); }),
        scene("view-closing", "Windows that close", ids::red, [](Stage &s) { s.run(Command::ShowClosing); }),
    };
}

// Selects the first message that has this file, and does with it what it is for.
void openFile(Stage &stage, const char *uuid)
{
    for (int row = 0; row < stage.thread.rowCount(); ++row) {
        const QList<MessageContent> &contents = stage.thread.row(row).message.contents;
        const auto *media = contents.isEmpty() ? nullptr : std::get_if<MediaContent>(&contents.first());
        if (!media || media->uuid != QLatin1String(uuid))
            continue;
        stage.window->findChild<ui::ThreadView *>()->showMessage(stage.thread.row(row).message.id);
        stage.settle(); // what is in sight loads by itself
        stage.settle();
        stage.run(Command::OpenAttachment);
        stage.settle();
    }
}

QList<Scene> files()
{
    const auto silence = [](PictureBackend &b) { b.downloading = silent(); };
    const auto viewing = [](const std::function<void(Stage &)> &then) {
        return [then](Stage &s) {
            openFile(s, "frame.png");
            if (then)
                then(s);
        };
    };
    constexpr int kTall = 2700;
    return {
        scene(
            "media", "Pictures and files", ids::media,
            [](Stage &s) {
                for (int i = 0; i < 4; ++i)
                    s.settle();
            },
            {}, kTall),
        scene(
            "media-loaded", "Files that were loaded", ids::media,
            [](Stage &s) {
                openFile(s, "Invoice 2026-1187 for the bicycle in the window.pdf");
                openFile(s, "setup.exe");
                openFile(s, "gone.docx");
                openFile(s, "PTT-0042.ogg");
            },
            {}, kTall),
        scene(
            "media-loading", "Pictures and files on their way", ids::media,
            [](Stage &s) {
                openFile(s, "brakes.mp4");
                openFile(s, "PTT-0042.ogg");
            },
            silence, kTall),
        scene("media-selected", "A sound selected", ids::media,
              [](Stage &s) {
                  s.run(Command::PreviousMessage);
                  s.run(Command::PreviousMessage);
              }),
        scene("viewer", "The picture viewer", ids::media, viewing({})),
        scene("viewer-close-up", "The picture viewer, close up", ids::media, viewing([](Stage &s) {
                  for (int i = 0; i < 5; ++i)
                      s.press(Qt::Key_Plus);
              })),
        scene("viewer-portrait", "The picture viewer, upright", ids::media, viewing([](Stage &s) {
                  s.press(QApplication::isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
              })),
        scene("viewer-failed", "The picture viewer, a picture that is gone", ids::media,
              viewing([](Stage &s) {
                  for (int i = 0; i < 3; ++i)
                      s.press(Qt::Key_PageDown);
                  s.settle();
              })),
    };
}

QList<Scene> replyStates()
{
    return {
        scene("reply-not-connected", "Reply state: not connected", ids::disconnected),
        scene("reply-unsupported", "Reply state: the account cannot send", ids::parcel, {},
              [](PictureBackend &b) {
                  b.mutableCapabilities.remove(
                      Capability::SendText,
                      {Unavailable::Why::Forbidden, QStringLiteral("conversation.message.create")});
              }),
        scene(
            "reply-restarting", "Reply state: restarting", ids::expired,
            [](Stage &s) {
                s.actions.restart(Stage::key(ids::expired));
                s.settle();
            },
            [](PictureBackend &b) { b.restarting = silent(); }),
        scene(
            "reply-restart-unknown", "Reply state: restart's outcome not known", ids::expired,
            [](Stage &s) {
                s.actions.restart(Stage::key(ids::expired));
                s.settle();
                s.settle();
            },
            [](PictureBackend &b) { b.restarting = fails(ErrorKind::ConnectionLost, Outcome::Unknown); }),
        scene("reply-closing-race", "Reply state: should have closed", ids::closing),
        scene("reply-open", "Reply state: open", ids::parcel),
        scene("reply-open-amber", "Reply state: closes within four hours", ids::amber),
        scene("reply-open-red", "Reply state: closes within half an hour", ids::red),
        scene("reply-open-untimed", "Reply state: open, no time given", ids::bridge,
              [](Stage &s) { s.run(Command::ShowAll); }),
        scene("reply-awaiting", "Reply state: the customer has to answer", ids::awaiting),
        scene("reply-closed-by-provider", "Reply state: closed by the provider", ids::refused),
        scene("reply-expired-restartable", "Reply state: can be restarted", ids::expired),
        scene("reply-expired-unanswered", "Reply state: restarted before, in vain", ids::unanswered),
        scene("reply-expired", "Reply state: the customer has to write first", ids::widget),
        scene("reply-unknown", "Reply state: the API does not say", ids::silent),
        scene("reply-blocked", "A blocked customer", ids::blocked),
        scene("restart-dialog", "Asking before a restart", ids::expired,
              [](Stage &s) { s.run(Command::Restart); }),
        scene("restart-dialog-again", "Asking a second time", ids::unanswered,
              [](Stage &s) { s.run(Command::Restart); }),
    };
}

QList<Scene> honestStates()
{
    return {
        scene(
            "sending", "A message on its way", ids::parcel,
            [](Stage &s) { send(s, ids::parcel, "Ja, der Bote kommt gegen 17 Uhr."); },
            [](PictureBackend &b) { b.sending = silent(); }),
        scene(
            "send-unknown", "A message of unknown fate", ids::parcel,
            [](Stage &s) { send(s, ids::parcel, "Ja, der Bote kommt gegen 17 Uhr."); },
            [](PictureBackend &b) { b.sending = fails(ErrorKind::Timeout, Outcome::Unknown); }),
        scene(
            "send-not-sent", "A message that was not sent", ids::parcel,
            [](Stage &s) { send(s, ids::parcel, "Ja, der Bote kommt gegen 17 Uhr."); },
            [](PictureBackend &b) { b.sending = fails(ErrorKind::Offline, Outcome::NotSent); }),
        scene(
            "send-refused", "A message that was refused", ids::parcel,
            [](Stage &s) { send(s, ids::parcel, "Ja, der Bote kommt gegen 17 Uhr."); },
            [](PictureBackend &b) {
                b.sending = fails(ErrorKind::Rejected, Outcome::Refused, 422, "The content is too long.");
            }),
        scene(
            "action-refused", "An action that was refused", ids::parcel,
            [](Stage &s) { s.run(Command::MarkInProgress); },
            [](PictureBackend &b) { b.changing = fails(ErrorKind::Forbidden, Outcome::Refused, 403); }),
        scene(
            "action-pending", "An action not yet confirmed", ids::parcel,
            [](Stage &s) { s.run(Command::MarkInProgress); },
            [](PictureBackend &b) { b.changing = silent(); }),
        scene("loading-list", "Loading the list", none, {}, [](PictureBackend &b) { b.reading = silent(); }),
        scene("loading-thread", "Loading messages", ids::parcel, {},
              [](PictureBackend &b) { b.threads = silent(); }),
        scene("error-thread", "Messages could not be read", ids::parcel, {},
              [](PictureBackend &b) { b.threads = fails(ErrorKind::ServerError, Outcome::Refused, 503); }),
        scene("error-list", "Nothing could be read", none, {},
              [](PictureBackend &b) { b.reading = fails(ErrorKind::HostNotFound, Outcome::NotSent); }),
        scene("offline", "Offline since a while", ids::parcel,
              [](Stage &s) {
                  s.server->reading = fails(ErrorKind::Offline, Outcome::NotSent);
                  s.server->threads = s.server->reading;
                  s.clock.advanceSeconds(190);
                  s.inbox.refreshAll();
                  s.heartbeat.beatNow();
                  s.settle();
              }),
        scene("sign-in", "The account needs a new token", ids::parcel,
              [](Stage &s) {
                  s.server->reading = fails(ErrorKind::BadCredential, Outcome::Refused, 401);
                  s.inbox.refreshAll();
                  s.settle();
              }),
        {QStringLiteral("token-missing"), QStringLiteral("The keychain has no token"),
         [](const QSize &size) {
             // Only an account that was saved before can miss its token.
             const QTemporaryDir profile;
             secrets::MemoryStore secrets;
             const domain::FakeClock clock(pictureTime());
             domain::AccountConfig config;
             config.backend = QStringLiteral("client-api");
             config.name = QStringLiteral("Radhaus am Tor");
             config.settings.insert(domain::baseUrlSetting, QStringLiteral("https://api.example.com/v1"));
             {
                 sync::Inbox before(profile.path(), secrets, clock);
                 [[maybe_unused]] const auto saved = before.saveAccount(config, {});
             }
             sync::Inbox inbox(profile.path(), secrets, clock);
             models::Workspace workspace(inbox);
             workspace.preferences.change(
                 [](models::PreferenceValues &values) { values.theme = ui::Theme::instance().mode(); });
             ui::MainWindow window(workspace, QString());
             window.resize(size);
             window.show();
             inbox.load();
             Stage::settle();
             return window.grab();
         }},
        scene("remark", "The server complains beside its answer", ids::parcel,
              [](Stage &s) {
                  s.server->remarkList = {QStringLiteral("Two of the conversations could not be read.")};
                  Q_EMIT s.server->remarksChanged();
                  s.settle();
              }),
        scene("no-keychain", "No keychain", ids::parcel,
              [](Stage &s) {
                  Q_EMIT s.accounts.keychainUnavailable(QStringLiteral("no session bus"));
                  s.settle();
              }),
        scene("notices", "Notices", ids::parcel,
              [](Stage &s) {
                  s.window->showNotice(ui::NoticeBar::Kind::Success, QStringLiteral("Something went well."));
                  s.window->showNotice(ui::NoticeBar::Kind::Information,
                                       QStringLiteral("Something happened."));
                  s.window->showNotice(
                      ui::NoticeBar::Kind::Problem,
                      QStringLiteral(
                          "Something did not go well, and the sentence that explains it is so long that "
                          "it does not fit on one line of the window, however wide it may be."));
                  s.settle();
              }),
    };
}

} // namespace

QList<Scene> scenes()
{
    return work() + teamworkScenes() + files() + replyStates() + honestStates() + openingScenes()
        + recordsScenes() + settingsScenes() + shortcutScenes() + firstSteps();
}

} // namespace inbox::gallery
