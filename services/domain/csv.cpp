// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/csv.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

namespace inbox::domain {

namespace {

constexpr std::array kDelimiters{u',', u';', u'\t', u'|'};
constexpr int kRowsToGuessBy = 20;
constexpr qsizetype kBytesToGuessBy = 4096;

// What stands at 0x80 to 0x9F; a place that Windows leaves free stays the control character it is in Latin-1.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool startsWith(QByteArrayView bytes, QByteArrayView mark)
{
    return bytes.startsWith(mark);
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    // Piece by piece: an answer of many megabytes need not be held twice.
    for (qsizetype at = 0; at < bytes.size(); at += kBytesToGuessBy) {
        const QString piece = decoder.decode(bytes.sliced(at, std::min(kBytesToGuessBy, bytes.size() - at)));
        if (decoder.hasError())
            return false;
    }
    return true;
}

} // namespace

TextEncoding guessEncoding(QByteArrayView bytes)
{
    if (startsWith(bytes, "\xEF\xBB\xBF"))
        return TextEncoding::Utf8;
    if (startsWith(bytes, "\xFF\xFE"))
        return TextEncoding::Utf16LittleEndian;
    if (startsWith(bytes, "\xFE\xFF"))
        return TextEncoding::Utf16BigEndian;
    // Commas, digits and line ends have a zero byte in UTF-16 and none anywhere else.
    const QByteArrayView begin = bytes.first(std::min(kBytesToGuessBy, bytes.size() & ~qsizetype(1)));
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < begin.size(); ++i) {
        if (begin[i] == '\0')
            ++zeros[size_t(i % 2)];
    }
    const qsizetype enough = std::max<qsizetype>(1, begin.size() / 8);
    if (zeros[1] >= enough && zeros[1] > 3 * zeros[0])
        return TextEncoding::Utf16LittleEndian;
    if (zeros[0] >= enough && zeros[0] > 3 * zeros[1])
        return TextEncoding::Utf16BigEndian;
    return isUtf8(bytes) ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

QString decodedText(QByteArrayView bytes, TextEncoding encoding)
{
    QString text;
    switch (encoding) {
    case TextEncoding::Utf8:
        text = QStringDecoder(QStringDecoder::Utf8).decode(bytes);
        break;
    case TextEncoding::Utf16LittleEndian:
        text = QStringDecoder(QStringDecoder::Utf16LE).decode(bytes);
        break;
    case TextEncoding::Utf16BigEndian:
        text = QStringDecoder(QStringDecoder::Utf16BE).decode(bytes);
        break;
    case TextEncoding::Windows1252:
        text = QString::fromLatin1(bytes);
        for (QChar &c : text) {
            if (c >= QChar(0x80) && c <= QChar(0x9F))
                c = QChar(kWindows1252[size_t(c.unicode() - 0x80)]);
        }
        break;
    }
    return text; // a mark at the beginning is gone: the decoders take it
}

QChar guessDelimiter(QStringView text)
{
    QChar best = u',';
    double bestScore = 0;
    for (const char16_t delimiter : kDelimiters) {
        CsvReader reader(text.first(std::min<qsizetype>(text.size(), 64 * kBytesToGuessBy)), delimiter);
        QList<qsizetype> widths;
        QStringList cells;
        while (widths.size() < kRowsToGuessBy && reader.next(cells))
            widths << cells.size();
        if (widths.isEmpty())
            continue;
        // The most usual width that cuts at all, weighed by how many rows have it: a comma within the words
        // of some rows loses against a semicolon in every one.
        for (const qsizetype width : std::as_const(widths)) {
            if (width < 2)
                continue;
            const auto alike =
                double(std::count(widths.cbegin(), widths.cend(), width)) / double(widths.size());
            const double score = alike * alike * (1 + double(std::min<qsizetype>(width, 50)) / 100);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
    }
    return best;
}

bool CsvReader::skipLineEnd()
{
    if (m_at < m_text.size() && m_text[m_at] == u'\r') {
        ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        return true;
    }
    if (m_at < m_text.size() && m_text[m_at] == u'\n') {
        ++m_at;
        return true;
    }
    return false;
}

QString CsvReader::cell()
{
    const auto endOfPlain = [this](qsizetype from) {
        while (from < m_text.size() && m_text[from] != m_delimiter && m_text[from] != u'\r'
               && m_text[from] != u'\n')
            ++from;
        return from;
    };
    if (m_at >= m_text.size() || m_text[m_at] != u'"') {
        const qsizetype from = m_at;
        m_at = endOfPlain(from);
        return m_text.sliced(from, m_at - from).toString();
    }
    QString text;
    qsizetype from = ++m_at;
    while (m_at < m_text.size()) {
        if (m_text[m_at] != u'"') {
            ++m_at;
            continue;
        }
        text += m_text.sliced(from, m_at - from);
        ++m_at;
        if (m_at >= m_text.size() || m_text[m_at] != u'"') {
            // Closed. What stands between here and the delimiter belongs to the cell: it was hand-written.
            from = m_at;
            m_at = endOfPlain(from);
            text += m_text.sliced(from, m_at - from);
            return text;
        }
        from = m_at++; // the second of two is the quote itself
    }
    text += m_text.sliced(from, m_at - from);
    m_open = true;
    return text;
}

bool CsvReader::next(QStringList &cells)
{
    while (m_at < m_text.size()) {
        cells.clear();
        ++m_row;
        cells << cell();
        while (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
            ++m_at;
            cells << cell();
        }
        skipLineEnd();
        const bool empty = std::all_of(cells.cbegin(), cells.cend(), [](const QString &one) {
            return QStringView(one).trimmed().isEmpty();
        });
        if (!empty)
            return true;
    }
    cells.clear();
    return false;
}

QChar listSeparator(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? u';' : u',';
}

QString CsvWriter::cell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()))
        cell.prepend(u'\'');
    if (std::none_of(cell.cbegin(), cell.cend(),
                     [](QChar c) { return c == u'"' || c == u',' || c == u';' || c == u'\r' || c == u'\n'; }))
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

void CsvWriter::add(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_text += m_delimiter;
        m_text += cell(cells.at(i));
    }
    m_text += QStringLiteral("\r\n");
}

} // namespace inbox::domain
