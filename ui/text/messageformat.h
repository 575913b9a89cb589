// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace inbox::ui {

// Styles a run of characters carries; several may meet on one.
enum class TextStyle : quint8 {
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Mono = 8,
};
Q_DECLARE_FLAGS(TextStyles, TextStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextStyles)

// A run of equally styled characters; positions count UTF-16 units of FormattedText::text.
struct StyledRun {
    int start = 0;
    int length = 0;
    TextStyles styles;
    friend bool operator==(const StyledRun &, const StyledRun &) = default;
};

// Something that can be opened, as domain::safeLink allows it.
struct TextLink {
    int start = 0;
    int length = 0;
    QUrl target;
    friend bool operator==(const TextLink &, const TextLink &) = default;
};

// What a whole paragraph is.
enum class BlockKind : quint8 { Plain, Item, Quote };

// A paragraph that is an item of a list or quoted.
struct TextBlockMark {
    int start = 0; // of the paragraph
    BlockKind kind = BlockKind::Plain;
    int lead = 0; // length of an item's bullet or number with its blank: later lines hang below what follows
    friend bool operator==(const TextBlockMark &, const TextBlockMark &) = default;
};

// A message as it is shown: the marks taken out, what they meant beside it. Never HTML.
struct FormattedText {
    QString text;
    QList<StyledRun> runs; // only what is not plain, in order, not overlapping
    QList<TextLink> links; // in order, not overlapping
    QList<TextBlockMark> blocks; // paragraphs that are not plain, in order
    friend bool operator==(const FormattedText &, const FormattedText &) = default;
};

// Web addresses, e-mail addresses and phone numbers in `text`. Takes time in proportion to its length,
// whatever a stranger writes.
QList<TextLink> findLinks(const QString &text);

// WhatsApp's *bold*, _italic_, ~strike~, `code` and ```mono```, lists ("- ", "* ", "1. ") and quoted lines
// ("> "), as https://faq.whatsapp.com/539178204879377 has them. A mark counts only at the edge of a word and
// only with its partner on the same line (mono: anywhere); marks inside a link belong to the link.
FormattedText parseMessage(const QString &text);

// How many emoji a text consists of, when it is nothing but up to `most` of them; else 0.
int emojiAlone(const QString &text, int most = 3);

// A character that is a picture by itself, without being asked to by a variation selector.
bool isPicture(char32_t c);

// The text alone, for one-line previews.
QString withoutFormatMarks(const QString &text);

} // namespace inbox::ui
