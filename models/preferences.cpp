// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"

#include <QDir>
#include <QSettings>

#include <array>

namespace inbox::models {

namespace {

constexpr int mostRecentEmoji = 24;
constexpr QLatin1String keysGroup("keys");
constexpr QLatin1String presetsArray("opening-presets");
constexpr QLatin1String fieldsGroup("fields");

// The words of an enum in the file, in its order.
template <typename E> struct Words;
template <> struct Words<ThemeMode> {
    static constexpr std::array all{"system", "light", "dark"};
};
template <> struct Words<Density> {
    static constexpr std::array all{"comfortable", "compact"};
};
template <> struct Words<Direction> {
    static constexpr std::array all{"language", "ltr", "rtl"};
};
template <> struct Words<SendKey> {
    static constexpr std::array all{"ctrl-enter", "enter"};
};
template <> struct Words<NotificationPrivacy> {
    static constexpr std::array all{"nothing", "name", "everything"};
};

// Visits every preference with its key and its default: reading and writing are the same list.
template <typename Visitor> void visit(PreferenceValues &values, Visitor &&field)
{
    field("appearance/theme", values.theme);
    field("appearance/density", values.density);
    field("appearance/font-percent", values.fontPercent, 75, 200);
    field("appearance/language", values.language);
    field("appearance/direction", values.direction);
    field("sending/send-key", values.sendKey);
    field("sending/recent-emoji", values.recentEmoji);
    field("sending/emoji-tone", values.emojiTone, 0, 5);
    field("opening/phone-region", values.phoneRegion);
    field("notifications/new-messages", values.notifyNewMessages);
    field("notifications/closing-windows", values.notifyClosingWindows);
    field("notifications/failed-sends", values.notifyFailedSends);
    field("notifications/mentions", values.notifyMentions);
    field("notifications/privacy", values.notificationPrivacy);
    field("notifications/quiet-hours", values.quietHours);
    field("notifications/quiet-from", values.quietFrom);
    field("notifications/quiet-until", values.quietUntil);
    field("files/load-pictures", values.loadPictures);
    field("files/load-photos", values.loadPhotos);
    field("files/cache-mib", values.mediaCacheMib, 16, 16 * 1024);
    field("files/download-limit-mib", values.downloadLimitMib, 1, 2048);
    field("history/days", values.historyDays, 0, 36'500);
    field("history/mib", values.historyMib, 16, 1024 * 1024);
}

struct Reader {
    const QSettings &file;

    QVariant stored(const char *key) const { return file.value(QLatin1String(key)); }

    template <typename E>
    requires std::is_enum_v<E>
    void operator()(const char *key, E &value) const
    {
        const QString word = stored(key).toString();
        for (size_t i = 0; i < Words<E>::all.size(); ++i) {
            if (word == QLatin1String(Words<E>::all[i]))
                value = E(i);
        }
    }
    void operator()(const char *key, int &value, int least, int most) const
    {
        bool ok = false;
        const int number = stored(key).toInt(&ok);
        if (ok && number >= least && number <= most)
            value = number;
    }
    void operator()(const char *key, bool &value) const
    {
        const QString word = stored(key).toString();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            value = word == QLatin1String("true");
    }
    void operator()(const char *key, QString &value) const { value = stored(key).toString(); }
    void operator()(const char *key, QStringList &value) const { value = stored(key).toStringList(); }
    void operator()(const char *key, QTime &value) const
    {
        const QTime time = QTime::fromString(stored(key).toString(), QStringLiteral("HH:mm"));
        if (time.isValid())
            value = time;
    }
};

struct Writer {
    QSettings &file;

    void put(const char *key, const QVariant &value) const { file.setValue(QLatin1String(key), value); }

    template <typename E>
    requires std::is_enum_v<E>
    void operator()(const char *key, E value) const
    {
        put(key, QString::fromLatin1(Words<E>::all[size_t(value)]));
    }
    void operator()(const char *key, int value, int, int) const { put(key, value); }
    void operator()(const char *key, bool value) const { put(key, value); }
    void operator()(const char *key, const QString &value) const { put(key, value); }
    void operator()(const char *key, const QStringList &value) const { put(key, value); }
    void operator()(const char *key, QTime value) const { put(key, value.toString(QStringLiteral("HH:mm"))); }
};

} // namespace

Preferences::Preferences(const QString &profileDir, QObject *parent)
    : QObject(parent)
{
    if (profileDir.isEmpty())
        return;
    m_settings = std::make_unique<QSettings>(QDir(profileDir).filePath(QStringLiteral("settings.ini")),
                                             QSettings::IniFormat);
    load();
}

Preferences::~Preferences() = default;

void Preferences::change(const std::function<void(PreferenceValues &)> &edit)
{
    PreferenceValues after = m_values;
    edit(after);
    after.recentEmoji = after.recentEmoji.mid(0, mostRecentEmoji);
    if (after == m_values)
        return;
    const PreferenceValues before = std::exchange(m_values, after);
    save();
    Q_EMIT changed(before);
}

void Preferences::load()
{
    visit(m_values, Reader{*m_settings});
    m_values.recentEmoji = m_values.recentEmoji.mid(0, mostRecentEmoji);
    m_settings->beginGroup(keysGroup);
    const QStringList commands = m_settings->childKeys();
    for (const QString &command : commands)
        m_values.keys.insert(command, m_settings->value(command).toString());
    m_settings->endGroup();
    const int presets = m_settings->beginReadArray(presetsArray);
    for (int i = 0; i < presets; ++i) {
        m_settings->setArrayIndex(i);
        OpeningPreset preset{m_settings->value(QLatin1String("account")).toString(),
                             m_settings->value(QLatin1String("name")).toString(),
                             {}};
        m_settings->beginGroup(fieldsGroup);
        const QStringList fields = m_settings->childKeys();
        for (const QString &field : fields)
            preset.fields.insert(field, m_settings->value(field).toString());
        m_settings->endGroup();
        if (!preset.name.isEmpty())
            m_values.openingPresets << preset;
    }
    m_settings->endArray();
}

void Preferences::save()
{
    if (!m_settings)
        return;
    visit(m_values, Writer{*m_settings});
    m_settings->remove(keysGroup);
    m_settings->beginGroup(keysGroup);
    for (auto it = m_values.keys.cbegin(); it != m_values.keys.cend(); ++it)
        m_settings->setValue(it.key(), it.value());
    m_settings->endGroup();
    m_settings->remove(presetsArray);
    m_settings->beginWriteArray(presetsArray, int(m_values.openingPresets.size()));
    for (int i = 0; i < m_values.openingPresets.size(); ++i) {
        const OpeningPreset &preset = m_values.openingPresets.at(i);
        m_settings->setArrayIndex(i);
        m_settings->setValue(QLatin1String("account"), preset.account);
        m_settings->setValue(QLatin1String("name"), preset.name);
        m_settings->beginGroup(fieldsGroup);
        for (auto it = preset.fields.cbegin(); it != preset.fields.cend(); ++it)
            m_settings->setValue(it.key(), it.value());
        m_settings->endGroup();
    }
    m_settings->endArray();
    m_settings->sync();
}

} // namespace inbox::models
