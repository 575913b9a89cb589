// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/threadpane.h"

#include "models/currentconversation.h"
#include "models/threadmodel.h"
#include "ui/commands/commands.h"
#include "ui/text/words.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadview.h"
#include "ui/window/bannerstrip.h"
#include "ui/window/emptystate.h"
#include "ui/window/progressline.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr std::chrono::seconds kStaleAfter{30};
} // namespace

ThreadPane::ThreadPane(models::CurrentConversation &current, models::ThreadModel &thread, Commands &commands,
                       QWidget *composer, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_thread(thread)
    , m_commands(commands)
    , m_header(new ThreadHeader(current, commands, this))
    , m_banners(new BannerStrip(this))
    , m_progress(new ProgressLine(this))
    , m_view(new ThreadView(thread, commands, this))
    , m_empty(new EmptyState(this))
    , m_composer(composer)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    // One over the other: the messages keep the focus while there is nothing to show.
    auto *stack = new QGridLayout;
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_view, 0, 0);
    stack->addWidget(m_empty, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banners);
    layout->addWidget(m_progress);
    layout->addLayout(stack, 1);
    layout->addWidget(m_composer);

    connect(&current, &models::CurrentConversation::opened, this, &ThreadPane::update);
    connect(&current, &models::CurrentConversation::changed, this, &ThreadPane::update);
    connect(&thread, &models::ThreadModel::stateChanged, this, &ThreadPane::update);
    connect(&thread, &models::ThreadModel::conversationChanged, this, &ThreadPane::update);
    m_failing.setSingleShot(true);
    m_failing.setInterval(kStaleAfter);
    connect(&m_failing, &QTimer::timeout, this, [this] {
        m_stale = true;
        updateBanners();
    });
    connect(&commands, &Commands::keysChanged, this, &ThreadPane::update);
    connect(m_empty, &EmptyState::pressed, &commands, [&commands] { commands.run(Command::Sync); });
    update();
}

void ThreadPane::setPeeking(bool peeking)
{
    m_peeking = peeking;
    updateBanners();
}

void ThreadPane::update()
{
    const bool open = m_current.conversation() != nullptr;
    m_header->setVisible(open);
    m_composer->setVisible(!m_current.isEmpty());
    const bool nothingYet = open && !m_thread.isLoaded() && m_thread.rowCount() == 0;
    const bool failed = nothingYet && m_thread.error();
    m_empty->setVisible(!open || failed);
    m_progress->setBusy(open && (m_thread.isRefreshing() || (nothingYet && !failed)));
    if (failed) {
        m_empty->setContent(QLatin1String("offline"), tr("The messages could not be read"),
                            Words::error(*m_thread.error(), Attempt::FirstLoad), tr("Try again"));
    } else if (!open && !m_current.isEmpty()) {
        m_empty->setContent(QLatin1String("inbox"), tr("This conversation is gone"),
                            tr("The server does not show it any more."));
    } else if (!open) {
        m_empty->setContent(
            QLatin1String("inbox"), tr("No conversation is open"),
            tr("Choose one from the list, or press %1 for the next. %2 shows all keys.")
                .arg(m_commands.howToRun(Command::NextConversation), m_commands.howToRun(Command::Help)));
    }
    updateBanners();
}

void ThreadPane::updateBanners()
{
    const domain::Conversation *conversation = m_current.conversation();
    const bool blocked = conversation && conversation->customer && conversation->customer->profile
        && conversation->customer->profile->blocked;
    m_banners->setBanner(QStringLiteral("blocked"), BannerStrip::Tone::Warning,
                         blocked ? tr("You have blocked this customer: their messages do not arrive.")
                                 : QString());
    m_banners->setBanner(QStringLiteral("peek"), BannerStrip::Tone::Warning,
                         m_peeking && conversation
                             ? tr("You are peeking: nothing is marked as read. %1 ends it.")
                                   .arg(m_commands.howToRun(Command::Peek))
                             : QString());
    // One missed answer is nothing to shift the messages for.
    const bool failing = conversation && m_thread.error() && m_thread.rowCount() > 0;
    if (!failing)
        m_failing.stop();
    else if (!m_failing.isActive() && !m_stale)
        m_failing.start();
    m_stale = failing && m_stale;
    m_banners->setBanner(
        QStringLiteral("stale"), BannerStrip::Tone::Warning,
        m_stale ? tr("The messages may be out of date. %1").arg(Words::errorReason(*m_thread.error()))
                : QString());
}

} // namespace inbox::ui
