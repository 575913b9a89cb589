// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/emoji/emojilibrary.h"

#include "services/domain/text.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>
#include <memory>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initializeEmojiResources()
{
    Q_INIT_RESOURCE(emoji);
}

namespace inbox::ui {

namespace {

constexpr char16_t kToneHigh = 0xD83C; // U+1F3FB to U+1F3FF
constexpr char16_t kLightestLow = 0xDFFB;
constexpr int kInsideLength = 3; // shorter words count at the beginning of a word only

struct Group {
    const char *key; // as Unicode has it
    const char *name;
};
constexpr std::array kGroups = {
    Group{"Smileys & Emotion", QT_TRANSLATE_NOOP("EmojiLibrary", "Smileys")},
    Group{"People & Body", QT_TRANSLATE_NOOP("EmojiLibrary", "People")},
    Group{"Animals & Nature", QT_TRANSLATE_NOOP("EmojiLibrary", "Animals and nature")},
    Group{"Food & Drink", QT_TRANSLATE_NOOP("EmojiLibrary", "Food and drink")},
    Group{"Travel & Places", QT_TRANSLATE_NOOP("EmojiLibrary", "Travel and places")},
    Group{"Activities", QT_TRANSLATE_NOOP("EmojiLibrary", "Activities")},
    Group{"Objects", QT_TRANSLATE_NOOP("EmojiLibrary", "Objects")},
    Group{"Symbols", QT_TRANSLATE_NOOP("EmojiLibrary", "Symbols")},
    Group{"Flags", QT_TRANSLATE_NOOP("EmojiLibrary", "Flags")},
};

QStringList lines(const QString &name)
{
    static const bool ready = [] {
        initializeEmojiResources();
        return true;
    }();
    Q_UNUSED(ready)
    QFile file(QStringLiteral(":/emoji/%1.txt").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

// "pt-BR", else "pt", else "en".
QString available(const QString &language)
{
    for (const QString &code : {language, language.section(u'-', 0, 0)}) {
        if (!code.isEmpty() && !lines(code).isEmpty())
            return code;
    }
    return QStringLiteral("en");
}

QString withoutTone(const QString &emoji)
{
    QString plain;
    plain.reserve(emoji.size());
    for (qsizetype i = 0; i < emoji.size(); ++i) {
        if (emoji.at(i).unicode() == kToneHigh && i + 1 < emoji.size()
            && emoji.at(i + 1).unicode() >= kLightestLow)
            ++i;
        else if (emoji.at(i).unicode() != 0xFE0F) // some lose it together with the tone
            plain += emoji.at(i);
    }
    return plain;
}

// Each word with a blank before it, and one at the end.
QString searchable(const QString &text)
{
    QString words = domain::folded(text);
    for (QChar &c : words) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return u' ' + words.simplified() + u' ';
}

// Smaller is better; nullopt: the word is not there.
std::optional<int> rank(const QString &word, const QString &name, const QString &others)
{
    const QString begins = u' ' + word;
    const QString whole = begins + u' ';
    if (name.contains(whole))
        return name.startsWith(whole) ? 0 : 1;
    if (others.contains(whole))
        return 2;
    if (name.contains(begins))
        return 3;
    if (others.contains(begins))
        return 4;
    if (word.size() >= kInsideLength && (name.contains(word) || others.contains(word)))
        return 5;
    return std::nullopt;
}

} // namespace

QString Emoji::inTone(int tone) const
{
    if (lightest.isEmpty() || tone < 1 || tone > EmojiLibrary::kTones)
        return text;
    QString tinted = lightest;
    const QChar light[] = {kToneHigh, kLightestLow};
    const QChar wanted[] = {kToneHigh, char16_t(kLightestLow + tone - 1)};
    return tinted.replace(QStringView(light, 2).toString(), QStringView(wanted, 2).toString());
}

EmojiLibrary::EmojiLibrary(const QString &language)
{
    const QStringList listed = lines(QStringLiteral("list"));
    const QString spoken = available(language);
    QStringList names;
    const QList<Words> own = readLanguage(spoken, &names);
    const QList<Words> english =
        spoken == QLatin1String("en") ? own : readLanguage(QStringLiteral("en"), nullptr);
    QList<Words> englishWords;
    for (qsizetype i = 0; i < listed.size() && i < names.size() && i < english.size(); ++i) {
        const QString &line = listed.at(i);
        if (line.startsWith(u'@')) {
            m_groupKeys << line.mid(1);
            continue;
        }
        if (line.isEmpty())
            continue;
        const qsizetype tab = line.indexOf(u'\t');
        Emoji emoji;
        emoji.text = line.left(tab);
        emoji.lightest = tab < 0 ? QString() : line.mid(tab + 1);
        emoji.name = names.at(i);
        emoji.group = int(m_groupKeys.size()) - 1;
        m_index.insert(withoutTone(emoji.text), int(m_all.size()));
        m_all << emoji;
        m_words << own.at(i);
        englishWords << english.at(i);
    }
    m_words << englishWords;
}

const EmojiLibrary &EmojiLibrary::instance()
{
    static std::unique_ptr<EmojiLibrary> library;
    static QString language;
    const QString now = QLocale().bcp47Name();
    if (!library || language != now) {
        library = std::make_unique<EmojiLibrary>(now);
        language = now;
    }
    return *library;
}

QList<EmojiLibrary::Words> EmojiLibrary::readLanguage(const QString &language, QStringList *names)
{
    QList<Words> all;
    const QStringList read = lines(language);
    all.reserve(read.size());
    for (const QString &line : read) {
        const qsizetype tab = line.indexOf(u'\t');
        const QString name = line.left(tab);
        if (names)
            *names << name;
        all << Words{searchable(name), searchable(tab < 0 ? QString() : line.mid(tab + 1))};
    }
    return all;
}

QStringList EmojiLibrary::groups() const
{
    QStringList names;
    for (const QString &key : m_groupKeys) {
        const auto *known = std::find_if(kGroups.begin(), kGroups.end(),
                                         [&key](const Group &g) { return key == QLatin1String(g.key); });
        names << (known != kGroups.end() ? tr(known->name) : key);
    }
    return names;
}

QList<int> EmojiLibrary::search(const QString &query) const
{
    if (const auto exact = m_index.constFind(withoutTone(query.trimmed())); exact != m_index.cend())
        return {*exact};
    const QStringList words = searchable(query).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    struct Found {
        int index;
        int rank;
    };
    QList<Found> found;
    for (int i = 0; i < m_all.size(); ++i) {
        std::optional<int> best;
        for (const Words &known : {m_words.at(i), m_words.at(i + m_all.size())}) {
            std::optional<int> sum = 0;
            for (const QString &word : words) {
                const std::optional<int> r = rank(word, known.name, known.others);
                sum = r && sum ? std::optional(*sum + *r) : std::nullopt;
            }
            if (sum && (!best || *sum < *best))
                best = sum;
        }
        if (best)
            found << Found{i, *best};
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.rank < b.rank; });
    QList<int> indexes;
    for (const Found &f : std::as_const(found))
        indexes << f.index;
    return indexes;
}

QString EmojiLibrary::name(const QString &emoji) const
{
    const auto found = m_index.constFind(withoutTone(emoji));
    return found == m_index.cend() ? QString() : m_all.at(*found).name;
}

} // namespace inbox::ui
