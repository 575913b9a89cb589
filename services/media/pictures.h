// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/filetype.h"

#include <QImage>
#include <QSize>

namespace inbox::media {

// What strangers' pictures are read with: the decoder that the bytes ask for and no other, within bounds that
// a picture bomb runs into before memory is touched. For the thread pool; none of these knows the file's
// name.

// The picture's size in pixels, after the rotation its camera noted; empty when this is no picture that can
// be shown. Reads the header only.
QSize pictureSize(const QString &path, domain::FileType type);

// The picture within `box`, never enlarged, upright; null when it cannot be decoded.
QImage decodePicture(const QString &path, domain::FileType type, const QSize &box);

} // namespace inbox::media
