// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/media/soundplayer.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QUrl>

#include <utility>

namespace inbox::ui {

SoundPlayer::SoundPlayer(QObject *parent)
    : QObject(parent)
{
}

SoundPlayer::~SoundPlayer() = default;

void SoundPlayer::make()
{
    if (m_player)
        return;
    m_devices = std::make_unique<QMediaDevices>();
    m_output = std::make_unique<QAudioOutput>();
    m_player = std::make_unique<QMediaPlayer>();
    m_player->setAudioOutput(m_output.get());
    // A headset that is plugged in while one listens is used at once.
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, [this] {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (!device.isNull())
            m_output->setDevice(device);
    });
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &SoundPlayer::tell);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, &SoundPlayer::tell);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &SoundPlayer::tell);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, [this](QMediaPlayer::Error error) {
        if (error != QMediaPlayer::NoError)
            fail(tr("This computer cannot play it."));
    });
}

bool SoundPlayer::isPlaying() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

qint64 SoundPlayer::position() const
{
    return m_player ? m_player->position() : 0;
}

qint64 SoundPlayer::duration() const
{
    return m_player ? qMax<qint64>(0, m_player->duration()) : 0;
}

void SoundPlayer::play(const models::MediaRef &ref, const QString &path)
{
    if (m_current != ref) {
        stop();
        m_current = ref;
    }
    m_trouble.clear();
    make();
    if (QMediaDevices::audioOutputs().isEmpty()) {
        fail(tr("This computer has no sound output."));
        return;
    }
    const QUrl source = QUrl::fromLocalFile(path);
    if (m_player->source() != source)
        m_player->setSource(source);
    m_player->setPlaybackRate(m_speed);
    m_player->play();
    tell();
}

void SoundPlayer::pause()
{
    if (m_player)
        m_player->pause();
}

void SoundPlayer::stop()
{
    const std::optional<models::MediaRef> was = std::exchange(m_current, std::nullopt);
    m_trouble.clear();
    if (m_player) {
        m_player->stop();
        m_player->setSource({});
    }
    if (was)
        Q_EMIT changed(*was);
}

void SoundPlayer::seek(qreal fraction)
{
    if (m_current && duration() > 0)
        m_player->setPosition(qint64(qBound(0.0, fraction, 1.0) * qreal(duration())));
}

void SoundPlayer::seekBy(qint64 ms)
{
    if (m_current && duration() > 0)
        m_player->setPosition(qBound<qint64>(0, position() + ms, duration()));
}

void SoundPlayer::nextSpeed()
{
    constexpr qreal kSlow = 1;
    constexpr qreal kMiddle = 1.5;
    constexpr qreal kFast = 2;
    m_speed = m_speed < kMiddle ? kMiddle : m_speed < kFast ? kFast : kSlow;
    if (m_player)
        m_player->setPlaybackRate(m_speed);
    tell();
}

void SoundPlayer::fail(const QString &trouble)
{
    m_trouble = trouble;
    if (m_player)
        m_player->stop();
    tell();
}

void SoundPlayer::tell()
{
    if (m_current)
        Q_EMIT changed(*m_current);
}

} // namespace inbox::ui
