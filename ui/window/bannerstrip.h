// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QHash>

class QHBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace inbox::ui {

class PlainLabel;

// Standing facts at the top of a pane: something is so until it changes. Each has an id, so that saying it
// again changes nothing on screen. Owned by its pane; GUI thread. Takes no focus by itself.
class BannerStrip : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Warning, Danger };

    explicit BannerStrip(QWidget *parent = nullptr);

    // An empty `text` takes the banner away. `button`: the one thing that helps, announced by pressed(id).
    void setBanner(const QString &id, Tone tone, const QString &text, const QString &button = {},
                   bool dismissable = false);
    QStringList texts() const;

Q_SIGNALS:
    void pressed(const QString &id);

private:
    class Banner;
    QVBoxLayout *m_layout;
    QHash<QString, Banner *> m_banners;
};

} // namespace inbox::ui
