// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

namespace inbox::ui {

// One emoji as Unicode lists it, in the program's language.
struct Emoji {
    QString text; // fully qualified: what is sent
    QString lightest; // the same in the lightest skin tone; empty: it has no tones
    QString name;
    int group = 0; // index in EmojiLibrary::groups()

    // 0: as it is, 1 (light) to 5 (dark): in that tone if it has any.
    QString inTone(int tone) const;
};

// All emoji with their names and the words people look for them by, in one language and in English. Read from
// the program's resources, which the build makes of Unicode's and CLDR's data; takes a few milliseconds, so
// it is made once a language. GUI thread. Changes nothing.
class EmojiLibrary {
    Q_DECLARE_TR_FUNCTIONS(EmojiLibrary)

public:
    static constexpr int kTones = 5;

    // `language` as "de" or "pt-BR"; English where there are no names in it.
    explicit EmojiLibrary(const QString &language);
    // In the language the program speaks now.
    static const EmojiLibrary &instance();

    // In Unicode's order: group by group, what belongs together side by side.
    const QList<Emoji> &all() const { return m_all; }
    // Headings, translated.
    QStringList groups() const;
    // Indexes in all(), the best first. Each word of `query` begins or stands in a word of the name or of
    // those an emoji is known by. An empty query finds nothing.
    QList<int> search(const QString &query) const;
    // Also of one in a skin tone; empty when it is none.
    QString name(const QString &emoji) const;

private:
    // " word word …", folded: what search() looks through.
    struct Words {
        QString name;
        QString others;
    };
    static QList<Words> readLanguage(const QString &language, QStringList *names);

    QList<Emoji> m_all;
    QStringList m_groupKeys;
    QList<Words> m_words; // of the language, then of English: twice as many as emoji
    QHash<QString, int> m_index;
};

} // namespace inbox::ui
