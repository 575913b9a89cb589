// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"

#include <QObject>

#include <memory>
#include <optional>

class QAudioOutput;
class QMediaDevices;
class QMediaPlayer;

namespace inbox::ui {

// Plays one sound at a time out of the media cache. Qt Multimedia asks the machine for its devices when it is
// first used, so nothing of it is made before somebody presses play. Without a device it says so and stays
// silent. Owned by the media desk; GUI thread. Never fetches anything.
class SoundPlayer : public QObject {
    Q_OBJECT
public:
    explicit SoundPlayer(QObject *parent = nullptr);
    ~SoundPlayer() override;

    // What is loaded: playing, paused or at its end. Empty when nothing is.
    const std::optional<models::MediaRef> &current() const { return m_current; }
    bool isPlaying() const;
    qint64 position() const; // ms
    qint64 duration() const; // ms; 0: not known yet
    qreal speed() const { return m_speed; }
    // Why the current sound cannot be heard, for people; empty when it can.
    const QString &trouble() const { return m_trouble; }

    // Plays the file at `path`, or goes on with it where it was paused.
    void play(const models::MediaRef &ref, const QString &path);
    void pause();
    // Silence, and the file let go.
    void stop();
    void seek(qreal fraction); // 0 to 1
    void seekBy(qint64 ms);
    // The next of 1×, 1.5×, 2×; kept for the sounds that follow.
    void nextSpeed();

    // Whether Qt Multimedia has been touched; for tests.
    bool isMade() const { return m_player != nullptr; }

Q_SIGNALS:
    void changed(const inbox::models::MediaRef &ref);

private:
    void make();
    void fail(const QString &trouble);
    void tell();

    std::optional<models::MediaRef> m_current;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QAudioOutput> m_output;
    std::unique_ptr<QMediaPlayer> m_player;
    QString m_trouble;
    qreal m_speed = 1;
};

} // namespace inbox::ui
