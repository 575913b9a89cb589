// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace inbox::tests {

namespace {

QDir repository()
{
    return QDir(QStringLiteral(INBOX_SOURCE_DIR));
}

enum class Part { Code, Comment, Literal };

// Which part of the language each character belongs to. A literal's quotes count as code.
QList<Part> partsOf(const QString &text)
{
    QList<Part> parts(text.size(), Part::Code);
    const auto mark = [&parts](qsizetype from, qsizetype to, Part part) {
        std::fill(parts.begin() + from, parts.begin() + to, part);
    };
    const auto orEnd = [&text](qsizetype at) { return at < 0 ? text.size() : at; };
    qsizetype at = 0;
    while (at < text.size()) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith(QLatin1String("//"))) {
            const qsizetype end = orEnd(text.indexOf(u'\n', at));
            mark(at, end, Part::Comment);
            at = end;
        } else if (rest.startsWith(QLatin1String("/*"))) {
            const qsizetype close = text.indexOf(QLatin1String("*/"), at + 2);
            const qsizetype end = close < 0 ? text.size() : close + 2;
            mark(at, end, Part::Comment);
            at = end;
        } else if (rest.startsWith(QLatin1String("R\""))) {
            const qsizetype open = orEnd(text.indexOf(u'(', at));
            const QString closing = u')' + text.mid(at + 2, open - at - 2) + u'"';
            const qsizetype close = orEnd(text.indexOf(closing, open));
            mark(qMin(open + 1, close), close, Part::Literal);
            at = qMin(close + closing.size(), text.size());
        } else if (text.at(at) == u'"' || text.at(at) == u'\'') {
            const QChar quote = text.at(at);
            // 1'000'000 is a number, not the start of a character.
            if (quote == u'\'' && at > 0 && text.at(at - 1).isDigit()) {
                ++at;
                continue;
            }
            qsizetype end = at + 1;
            while (end < text.size() && text.at(end) != quote && text.at(end) != u'\n')
                end += text.at(end) == u'\\' ? 2 : 1;
            end = qMin(end, text.size());
            mark(at + 1, end, Part::Literal);
            at = end + 1;
        } else {
            ++at;
        }
    }
    return parts;
}

template <typename Keep> QString blankedExcept(const QString &text, Keep keep)
{
    const QList<Part> parts = partsOf(text);
    QString result = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!keep(parts.at(i)) && text.at(i) != u'\n')
            result[i] = u' ';
    }
    return result;
}

} // namespace

QStringList sourceFiles(const QStringList &folders, const QStringList &suffixes)
{
    const QDir root = repository();
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator walk(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = root.relativeFilePath(walk.next());
            for (const QString &suffix : suffixes) {
                if (file.endsWith(suffix)) {
                    files.append(file);
                    break;
                }
            }
        }
    }
    files.sort();
    return files;
}

QString sourceText(const QString &file)
{
    QFile source(repository().filePath(file));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QString codeOnly(const QString &text, Literals literals)
{
    return blankedExcept(text, [literals](Part part) {
        return part == Part::Code || (part == Part::Literal && literals == Literals::Kept);
    });
}

QString commentsOnly(const QString &text)
{
    return blankedExcept(text, [](Part part) { return part == Part::Comment; });
}

QList<Include> includes(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([\"<])([^\">]+)[\">]"));
    QList<Include> result;
    int number = 0;
    const QString code = codeOnly(text, Literals::Kept);
    for (const QStringView line : QStringView(code).split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = pattern.match(line);
        if (match.hasMatch())
            result.append({number, match.captured(2), match.capturedView(1) == u'"'});
    }
    return result;
}

} // namespace inbox::tests
