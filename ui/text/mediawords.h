// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"
#include "services/domain/message.h"

#include <QCoreApplication>

namespace inbox::ui {

// What can be done with one part of a card.
enum class CardAct {
    None,
    Load,
    Cancel, // a download
    LoadAgain,
    Open, // with another program
    View, // a picture, in the viewer
    Save,
    Play,
    Pause,
    Seek,
    Speed,
    OpenMap,
    CopyPlace,
    CopyValue, // one line of a contact
    SaveContact,
};

// The words around files, pictures, sounds, places and contacts: beside Words, and made as those are.
class MediaWords {
    Q_DECLARE_TR_FUNCTIONS(MediaWords)

public:
    static QString act(CardAct act); // on a button
    // What a file, as a rule, is and how large: "Document · PDF · 91 kB".
    static QString about(const domain::MediaContent &media);
    // How its download stands, when that is worth a line; else empty.
    static QString progress(const models::MediaState &state);
    static QString percent(const models::MediaState &state); // "34 %"; empty while the size is not known
    // Why there is nothing to see although everything has been tried; empty otherwise.
    static QString trouble(const models::MediaState &state);
    static QString toLoad(const domain::MediaContent &media); // in a picture's place: "Load · 482 kB"
    static QString notShown(); // a picture that is none
    static QString soundTime(qint64 ms); // "0:07", "1:02:03"
    static QString speed(qreal rate); // "1.5×"
    static QString coordinates(const domain::LocationContent &place); // empty when not given
    static QString label(const QString &vendorLabel); // of a number or address: "Work"
    static QString position(int index, int count); // "2 of 5"
    static QString saved(const QString &fileName);
    static QString notSaved(const QString &reason);
};

} // namespace inbox::ui
