// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/gallery/stage.h"

#include "ui/emoji/emojigrid.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <algorithm>

namespace inbox::gallery {

namespace {

constexpr qint64 settleTime = 300; // milliseconds
constexpr int oneColumn = 720; // logical pixels: below it the window shows the list or the messages
constexpr int never = 24 * 3'600'000; // milliseconds

sync::PollTimings quiet()
{
    sync::PollTimings timings;
    timings.openThread = timings.openThreadAway = timings.list = timings.listAway = never;
    timings.sweepPage = timings.sweep = timings.firstRetry = timings.longestRetry = never;
    timings.lookAgain = 1;
    return timings;
}

// The variant's theme is what the person has chosen.
models::Workspace &themed(models::Workspace &workspace)
{
    workspace.preferences.change(
        [](models::PreferenceValues &values) { values.theme = ui::Theme::instance().mode(); });
    return workspace;
}

// How many windows this one lies upon.
int depth(const QWidget *widget)
{
    int count = 0;
    for (const QWidget *below = widget->parentWidget(); below; below = below->window()->parentWidget())
        ++count;
    return count;
}

} // namespace

Stage::Stage(const QSize &size, Account account, const std::function<void(PictureBackend &)> &prepare,
             const QString &profileDir)
    : inbox(profileDir, secrets, clock)
    , workspace(inbox)
    , window(std::make_unique<ui::MainWindow>(themed(workspace), QString()))
    , m_keeps(!profileDir.isEmpty())
{
    window->resize(size);
    if (account == Account::Prepared) {
        auto backend = std::make_unique<PictureBackend>(pictureWorld());
        server = backend.get();
        if (prepare)
            prepare(*server);
        addAccount(pictureAccount(), QStringLiteral("Radhaus am Tor"), std::move(backend));
    }
    window->show();
    window->activateWindow();
    settle();
}

void Stage::addAccount(const domain::AccountId &id, const QString &name,
                       std::unique_ptr<PictureBackend> backend)
{
    domain::AccountConfig config;
    config.id = id;
    config.backend = backend->descriptor().id;
    config.name = name;
    config.settings.insert(domain::baseUrlSetting, QStringLiteral("https://api.example.com/v1"));
    config.settings.insert(domain::customFieldsSetting, QStringLiteral("Customer group\nCustomer number"));
    config.me = ben().id;
    config.sessionOnly = !m_keeps;
    inbox.addSession(config, std::move(backend), quiet());
    inbox.session(id)->start();
}

void Stage::open(const domain::ConversationId &id)
{
    window->openConversation(key(id));
    settle();
    if (!current.isEmpty() && window->width() < oneColumn)
        run(ui::Command::NextPane); // one pane at a time: from the list to the messages
}

void Stage::run(ui::Command command)
{
    window->commands().action(command)->trigger();
    settle();
}

void Stage::type(const QString &text)
{
    if (QWidget *focus = QApplication::focusWidget())
        QTest::keyClicks(focus, text);
    settle();
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (QWidget *focus = QApplication::focusWidget())
        QTest::keyClick(focus, key, modifiers);
    settle();
}

void Stage::settle()
{
    QElapsedTimer time;
    time.start();
    [[maybe_unused]] const bool elapsed =
        QTest::qWaitFor([&time] { return time.elapsed() >= settleTime; }, int(2 * settleTime));
}

QPixmap Stage::picture()
{
    QList<QWidget *> layers;
    QRect all = QRect(window->mapToGlobal(QPoint()), window->size());
    const QWidgetList topLevels = QApplication::topLevelWidgets();
    for (QWidget *widget : topLevels) {
        if (widget == window.get() || !widget->isVisible())
            continue;
        layers.append(widget);
        all |= QRect(widget->mapToGlobal(QPoint()), widget->size());
    }
    std::stable_sort(layers.begin(), layers.end(),
                     [](const QWidget *a, const QWidget *b) { return depth(a) < depth(b); });
    QPixmap picture(all.size());
    picture.fill(QColor(0x80, 0x80, 0x80));
    QPainter painter(&picture);
    painter.drawPixmap(window->mapToGlobal(QPoint()) - all.topLeft(), window->grab());
    for (QWidget *layer : layers) {
        // Emoji come in a few turns, and a popup of the off-screen platform is painted by nobody else.
        if (auto *grid = layer->findChild<ui::EmojiGrid *>()) {
            QImage last;
            for (QImage now = grid->grab().toImage(); now != last; now = grid->grab().toImage())
                last = now;
        }
        const QPoint at = layer->mapToGlobal(QPoint()) - all.topLeft();
        painter.drawPixmap(at, layer->grab());
        if (layer->windowType() == Qt::Dialog) { // in the place of the desktop's frame
            painter.setPen(QColor(0x80, 0x80, 0x80));
            painter.drawRect(QRect(at, layer->size()).adjusted(-1, -1, 0, 0));
        }
    }
    return picture;
}

} // namespace inbox::gallery
