// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/message.h"

#include <QByteArray>

namespace inbox::domain {

// 3.0 is what phones and older address books read, 4.0 the present standard.
enum class VCardVersion { V3, V4 };

// A contact as a vCard file: RFC 2426 or RFC 6350, UTF-8, lines ended by CR LF and folded at 75 bytes, never
// inside a character. What the contact does not say is left out; the name falls back to what else is known of
// them, for both versions demand one. Pure.
QByteArray vCard(const ContactContent &contact, VCardVersion version);

} // namespace inbox::domain
