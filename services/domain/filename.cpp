// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/filename.h"

#include <QRegularExpression>

#include <algorithm>

namespace inbox::domain {

namespace {

// A name is looked at up to here: the rest of a megabyte is not.
constexpr qsizetype kLongestRead = 4096;
// Leaves room in the 255 bytes of most file systems for what a program adds.
constexpr qsizetype kLongestName = 150;
constexpr qsizetype kLongestExtension = 16;

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks among them: "gpj.exe" backwards looks like a picture
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

// What some file system gives a meaning.
bool isReserved(char32_t c)
{
    constexpr QStringView reserved = u"<>:\"|?*";
    return c < 0x80 && reserved.contains(QChar(char16_t(c)));
}

bool isDeviceName(const QString &name)
{
    static const QRegularExpression device(
        QStringLiteral(R"(^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$))"),
        QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

bool isEdge(QChar c)
{
    return c == u'.' || c == u'~' || c == u'-' || c.isSpace();
}

// Leading dots hide a file, a leading dash is an option to a program, trailing dots and blanks are lost on
// Windows.
QString trimmed(const QString &name)
{
    qsizetype first = 0;
    qsizetype end = name.size();
    while (first < end && isEdge(name.at(first)))
        ++first;
    while (end > first && isEdge(name.at(end - 1)))
        --end;
    return name.mid(first, end - first);
}

QString shortened(const QString &name)
{
    if (name.toUtf8().size() <= kLongestName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    QString extension = dot > 0 ? name.mid(dot) : QString();
    if (extension.toUtf8().size() > kLongestExtension)
        extension.clear();
    const qsizetype room = kLongestName - extension.toUtf8().size();
    QString stem = name.left(std::min(room, name.size() - extension.size()));
    while (stem.toUtf8().size() > room || (!stem.isEmpty() && stem.back().isHighSurrogate()))
        stem.chop(1);
    return trimmed(stem + extension);
}

} // namespace

QString safeFileName(const QString &offered, const QString &fallback)
{
    const qsizetype slash = std::max(offered.lastIndexOf(u'/'), offered.lastIndexOf(u'\\'));
    const QString last = offered.mid(slash + 1, kLongestRead).normalized(QString::NormalizationForm_C);
    QString kept;
    const auto characters = last.toUcs4();
    for (const char32_t c : characters) {
        if (isReserved(c))
            kept += u'_';
        else if (QChar::isSpace(c))
            kept += u' ';
        else if (!isInvisible(c) && c != QChar::ReplacementCharacter)
            kept += QString::fromUcs4(&c, 1);
    }
    // Once more: what stood between a letter and its mark may be gone.
    kept = trimmed(kept.normalized(QString::NormalizationForm_C).simplified());
    if (isDeviceName(kept))
        kept.prepend(u'_');
    kept = shortened(kept);
    return kept.isEmpty() ? fallback : kept;
}

} // namespace inbox::domain
