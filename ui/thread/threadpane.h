// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace inbox::models {
class CurrentConversation;
class ThreadModel;
} // namespace inbox::models

namespace inbox::ui {

class BannerStrip;
class Commands;
class EmptyState;
class ProgressLine;
class ThreadHeader;
class ThreadView;

// The middle pane: header, standing facts, messages, and the composer below. Owned by the window; GUI thread.
class ThreadPane : public QWidget {
    Q_OBJECT
public:
    // Takes `composer` as its lowest part.
    ThreadPane(models::CurrentConversation &current, models::ThreadModel &thread, Commands &commands,
               QWidget *composer, QWidget *parent = nullptr);

    ThreadHeader *header() const { return m_header; }
    ThreadView *view() const { return m_view; }
    void setPeeking(bool peeking);

private:
    void update();
    void updateBanners();

    models::CurrentConversation &m_current;
    models::ThreadModel &m_thread;
    Commands &m_commands;
    ThreadHeader *m_header;
    BannerStrip *m_banners;
    ProgressLine *m_progress;
    ThreadView *m_view;
    EmptyState *m_empty;
    QWidget *m_composer;
    bool m_peeking = false;
    QTimer m_failing; // since when the messages could not be read
    bool m_stale = false;
};

} // namespace inbox::ui
