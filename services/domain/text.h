// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace inbox::domain {

// Pure helpers for text that strangers wrote. None of them knows a language, a locale or a pixel.

// At most `maximum` UTF-16 code units, never half a character; an ellipsis (counted) shows that something is
// missing. A `maximum` of 0 or less gives nothing.
QString capped(const QString &text, int maximum);

// On one line: every run of white space and control characters becomes one blank, then capped().
QString oneLine(const QString &text, int maximum);

// For comparing what people type with what is written: without case, accents and width ("ＭÜLLER" finds
// "müller"), ß as ss, invisible and combining characters left out, white space as single blanks.
QString folded(const QString &text);

// The words of a search, folded. No word comes twice.
QStringList searchWords(const QString &query);

// The digits of a phone number in any writing, as ASCII: "+49 (0)152 2356-79" gives "49152235679". A leading
// international "00" is left out; so is the "(0)" that people put between country and area code.
QString phoneDigits(const QString &number);

// What to look for in phoneDigits() when somebody types `query`; empty when `query` is not a number (a letter
// in it, or fewer than three digits). The trunk "0" of a national number is left out: "0152 23" finds
// "+49 152 23…".
QString phoneQuery(const QString &query);

// The one judge of links out of customer text: https, http, mailto and tel, strictly written, without user
// name or password, with a host where one is due. A mailto keeps its recipient and subject and loses all
// else; a tel keeps digits only and never a network code. nullopt: it stays plain text.
// To show such a link use host(QUrl::FullyEncoded), which does not hide look-alike letters.
std::optional<QUrl> safeLink(const QString &text);

} // namespace inbox::domain
