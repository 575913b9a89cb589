// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTime>

#include <functional>
#include <memory>

class QSettings;

namespace inbox::models {

enum class ThemeMode { System, Light, Dark };
enum class Density { Comfortable, Compact };
enum class Direction { OfLanguage, LeftToRight, RightToLeft };
enum class SendKey { CtrlEnter, Enter };
// What a notification may show where others can see it.
enum class NotificationPrivacy { Nothing, Name, Everything };

// Ids that beginning a conversation needs and no API lists, under a name the person gave.
struct OpeningPreset {
    QString account; // domain::AccountId
    QString name;
    QMap<QString, QString> fields; // by domain::SettingField::id
    friend bool operator==(const OpeningPreset &, const OpeningPreset &) = default;
};

// What a person has chosen about the program. The defaults are what a new profile has.
struct PreferenceValues {
    // Appearance
    ThemeMode theme = ThemeMode::System;
    Density density = Density::Comfortable;
    int fontPercent = 100; // of the system's size, 75 to 200
    QString language; // code such as "de"; empty: as the system
    Direction direction = Direction::OfLanguage;

    // Sending
    SendKey sendKey = SendKey::CtrlEnter;
    QStringList recentEmoji; // newest first, at most 24
    int emojiTone = 0; // skin of hands and people: 0 none, 1 (light) to 5 (dark)

    // Beginning conversations
    QString phoneRegion; // numbers without "+" belong there: "DE"; empty: guessed; "none": nowhere
    QList<OpeningPreset> openingPresets;

    // Notifications
    bool notifyNewMessages = true; // in conversations that are mine
    bool notifyClosingWindows = true;
    bool notifyFailedSends = true;
    bool notifyMentions = true;
    NotificationPrivacy notificationPrivacy = NotificationPrivacy::Name;
    bool quietHours = false;
    QTime quietFrom{20, 0}; // local; may lie after quietUntil: the night between
    QTime quietUntil{8, 0};

    // Files
    bool loadPictures = true; // thumbnails are fetched unasked
    bool loadPhotos = false; // customers' own, from wherever their channel keeps them
    int mediaCacheMib = 512; // at most on disk, 16 to 16384
    int downloadLimitMib = 100; // one file, 1 to 2048

    // History: what was read, on disk
    int historyDays = 365; // what is older is forgotten; 0: nothing is, for its age. At most 36500.
    int historyMib = 1024; // at most on disk for each account, 16 to 1048576

    // Keys that differ from the command table: command name → its chords in portable text, joined by "; ".
    // An empty value takes all keys away.
    QMap<QString, QString> keys;

    friend bool operator==(const PreferenceValues &, const PreferenceValues &) = default;
};

// The person's choices, kept in the profile and told to whoever asks. A value that makes no sense is read as
// its default. Owned by the application; GUI thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    // `profileDir` holds settings.ini. Empty: nothing is stored.
    explicit Preferences(const QString &profileDir = {}, QObject *parent = nullptr);
    ~Preferences() override;

    const PreferenceValues &values() const { return m_values; }
    // Takes effect at once: kept, then told by changed() when something really differs.
    void change(const std::function<void(PreferenceValues &)> &edit);

Q_SIGNALS:
    void changed(const inbox::models::PreferenceValues &before);

private:
    void load();
    void save();

    std::unique_ptr<QSettings> m_settings;
    PreferenceValues m_values;
};

} // namespace inbox::models
