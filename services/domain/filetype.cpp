// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/filetype.h"

#include <algorithm>
#include <array>

namespace inbox::domain {

namespace {

struct Extension {
    FileType type;
    const char *name;
};

// The first of a type is the one we give.
constexpr std::array kExtensions{
    Extension{FileType::Png, "png"},         Extension{FileType::Jpeg, "jpg"},
    Extension{FileType::Jpeg, "jpeg"},       Extension{FileType::Gif, "gif"},
    Extension{FileType::WebP, "webp"},       Extension{FileType::Pdf, "pdf"},
    Extension{FileType::Wav, "wav"},         Extension{FileType::Ogg, "ogg"},
    Extension{FileType::Ogg, "oga"},         Extension{FileType::Ogg, "opus"},
    Extension{FileType::Mp3, "mp3"},         Extension{FileType::Aac, "aac"},
    Extension{FileType::Amr, "amr"},         Extension{FileType::Flac, "flac"},
    Extension{FileType::Mp4, "mp4"},         Extension{FileType::Mp4, "m4a"},
    Extension{FileType::Mp4, "m4v"},         Extension{FileType::Mp4, "mov"},
    Extension{FileType::Mp4, "3gp"},         Extension{FileType::WebM, "webm"},
    Extension{FileType::Word, "docx"},       Extension{FileType::Excel, "xlsx"},
    Extension{FileType::PowerPoint, "pptx"}, Extension{FileType::OpenText, "odt"},
    Extension{FileType::OpenSheet, "ods"},   Extension{FileType::OpenSlides, "odp"},
    Extension{FileType::Text, "txt"},
};

bool isOffice(FileType type)
{
    return type >= FileType::Word && type <= FileType::OpenSlides;
}

// ISO media files: a length, "ftyp", a brand. Pictures (HEIC, AVIF) use the same frame.
bool isFilmOrSound(const QByteArray &bytes)
{
    constexpr qsizetype frame = 12;
    if (bytes.size() < frame || bytes.mid(4, 4) != "ftyp")
        return false;
    const QByteArray brand = bytes.mid(8, 4);
    for (const char *known : {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4A ", "M4V ",
                              "MSNV", "dash", "qt  ", "3gp4", "3gp5", "3gp6", "3g2a", "F4V "}) {
        if (brand == known)
            return true;
    }
    return false;
}

// MPEG audio: eleven set bits, then a version, layer and rate that exist.
FileType mpegAudio(const QByteArray &bytes)
{
    if (bytes.size() < 4 || quint8(bytes[0]) != 0xFF || (quint8(bytes[1]) & 0xE0) != 0xE0)
        return FileType::Other;
    const quint8 layer = (quint8(bytes[1]) >> 1) & 3;
    if ((quint8(bytes[1]) & 0xF6) == 0xF0) // ADTS has layer 0
        return FileType::Aac;
    const bool possible = layer != 0 && ((quint8(bytes[1]) >> 3) & 3) != 1 && (quint8(bytes[2]) >> 4) != 15
        && ((quint8(bytes[2]) >> 2) & 3) != 3;
    return possible ? FileType::Mp3 : FileType::Other;
}

bool isPlainText(const QByteArray &bytes)
{
    if (bytes.startsWith("#!") || bytes.startsWith("[Desktop Entry]"))
        return false;
    return std::none_of(bytes.cbegin(), bytes.cend(), [](char c) {
        return quint8(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
}

} // namespace

FileType fileType(const QByteArray &bytes, const QString &name)
{
    const auto begins = [&bytes](const char *magic, qsizetype size) {
        return bytes.startsWith(QByteArray::fromRawData(magic, size));
    };
    if (begins("\x89PNG\r\n\x1a\n", 8))
        return FileType::Png;
    if (begins("\xFF\xD8\xFF", 3))
        return FileType::Jpeg;
    if (begins("GIF87a", 6) || begins("GIF89a", 6))
        return FileType::Gif;
    if (begins("RIFF", 4) && bytes.mid(8, 4) == "WEBP")
        return FileType::WebP;
    if (begins("RIFF", 4) && bytes.mid(8, 4) == "WAVE")
        return FileType::Wav;
    if (begins("%PDF-", 5))
        return FileType::Pdf;
    if (begins("OggS", 4))
        return FileType::Ogg;
    if (begins("fLaC", 4))
        return FileType::Flac;
    if (begins("#!AMR", 5))
        return FileType::Amr;
    if (begins("ID3", 3))
        return FileType::Mp3;
    if (begins("\x1A\x45\xDF\xA3", 4) && bytes.left(64).contains("webm"))
        return FileType::WebM;
    if (isFilmOrSound(bytes))
        return FileType::Mp4;
    if (const FileType sound = mpegAudio(bytes); sound != FileType::Other)
        return sound;
    const qsizetype dot = name.lastIndexOf(u'.');
    const FileType named = dot < 0 ? FileType::Other : typeOfExtension(name.mid(dot + 1).toLower());
    if (isOffice(named) && begins("PK\x03\x04", 4))
        return named;
    if (named == FileType::Text && isPlainText(bytes))
        return named;
    return FileType::Other;
}

bool isPicture(FileType type)
{
    return type >= FileType::Png && type <= FileType::WebP;
}

bool isOpenable(FileType type)
{
    return type != FileType::Other;
}

QString extensionOf(FileType type)
{
    const auto *const known = std::find_if(kExtensions.cbegin(), kExtensions.cend(),
                                           [type](const Extension &e) { return e.type == type; });
    return known == kExtensions.cend() ? QStringLiteral("bin") : QString::fromLatin1(known->name);
}

FileType typeOfExtension(const QString &extension)
{
    const auto *const known = std::find_if(kExtensions.cbegin(), kExtensions.cend(), [&](const Extension &e) {
        return extension == QLatin1String(e.name);
    });
    return known == kExtensions.cend() ? FileType::Other : known->type;
}

} // namespace inbox::domain
