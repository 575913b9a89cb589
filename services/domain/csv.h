// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace inbox::domain {

// Tables as text: RFC 4180 when written, and what spreadsheets make of it when read. Pure.

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

// By the mark at the beginning, else by the zeros of UTF-16, else UTF-8 when the whole is well-formed; what
// is left is Windows-1252, which contains all that is printable of Latin-1.
TextEncoding guessEncoding(QByteArrayView bytes);
// Without a mark at its beginning; what is malformed becomes U+FFFD.
QString decodedText(QByteArrayView bytes, TextEncoding encoding);

// Comma, semicolon, tab or bar: the one that cuts the first rows most alike. Comma when none does.
QChar guessDelimiter(QStringView text);

// Reads row by row. A cell may stand in quotes, with quotes doubled and line breaks inside; a quote in the
// middle of a cell is an ordinary character; a quote that is never closed ends with the text. Rows without
// any text are left out. Lines end with CR LF, LF or CR.
class CsvReader {
public:
    CsvReader(QStringView text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    // False at the end; `cells` then is empty.
    bool next(QStringList &cells);
    bool isOpen() const { return m_open; } // the last one has a quote that is never closed
    int row() const { return m_row; } // of the last one read, as a spreadsheet counts: from 1, empty ones too
    qsizetype position() const { return m_at; } // what has been read, in code units

private:
    QString cell();
    bool skipLineEnd();

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    int m_row = 0;
    bool m_open = false;
};

// What a spreadsheet cuts a table at: a comma is no separator where it is the decimal point.
QChar listSeparator(const QLocale &locale = QLocale());

// The file for a spreadsheet: UTF-8 with a mark, because Excel asks for it, CR LF, and the separator it cuts
// at by itself. A cell that a spreadsheet would take for a formula gets an apostrophe before it: names come
// from strangers. Within a cell nothing needs one: quotes hold it together where it is cut at this separator.
class CsvWriter {
public:
    explicit CsvWriter(QChar delimiter = listSeparator())
        : m_delimiter(delimiter)
        , m_text(QChar::ByteOrderMark)
    {
    }

    void add(const QStringList &cells);
    QByteArray bytes() const { return m_text.toUtf8(); }
    static QString cell(const QString &text);

private:
    QChar m_delimiter;
    QString m_text;
};

} // namespace inbox::domain
