// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace inbox::domain {

// What the bytes of a file are. Only what this program shows, plays or hands on is told apart.
enum class FileType {
    Other, // everything else, whatever its name: kept and saved, never opened
    Png,
    Jpeg,
    Gif,
    WebP,
    Pdf,
    Wav,
    Ogg,
    Mp3,
    Aac,
    Amr,
    Flac,
    Mp4, // film or sound: MP4, M4A, QuickTime, 3GP
    WebM,
    Word, // the macro-free office formats, told apart by their names
    Excel,
    PowerPoint,
    OpenText,
    OpenSheet,
    OpenSlides,
    Text,
};

// How many of a file's first bytes fileType() wants to see.
constexpr qsizetype fileTypeBytes = 4096;

// Judges by the bytes. `name` only chooses between formats whose bytes look alike (office documents, which
// are all zip archives, and plain text): it never makes a program a document.
FileType fileType(const QByteArray &firstBytes, const QString &name);

// Shown in the window.
bool isPicture(FileType type);
// May be handed to the program the person uses for such files. An allow-list: SVG, HTML, archives, scripts
// and programs are not on it.
bool isOpenable(FileType type);
// The file name extension for this type, without a dot; "bin" for Other.
QString extensionOf(FileType type);
FileType typeOfExtension(const QString &extension);

} // namespace inbox::domain
