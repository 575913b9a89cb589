// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/attachment.h"
#include "services/domain/ids.h"

#include <QImage>
#include <QSet>
#include <QStringList>

namespace inbox::sync {
class Inbox;
}

namespace inbox::models {

class Drafts;

// The paths of all files that wait in drafts, in discarded ones or to be sent. nullopt: not all of what an
// earlier run left is known.
std::optional<QSet<QString>> filesInUse(const sync::Inbox &inbox, const Drafts &drafts);

// Makes what a person chooses, drops or pastes into files that can be sent. GUI thread; looks at names, sizes
// and first bytes only, and never changes a file of the person's.
class Attachments {
public:
    // Pasted pictures are kept below `profileDir`, a folder an account; empty: they cannot be kept, so none
    // is taken.
    explicit Attachments(const QString &profileDir);

    struct Chosen {
        QList<domain::Attachment> files;
        QStringList tooLarge; // names; over domain::largestAttachment
        QStringList unreadable; // names; also folders and whatever is no ordinary file
    };
    static Chosen choose(const QStringList &paths);
    // A picture pasted into a reply of this account. nullopt: it could not be written.
    std::optional<domain::Attachment> keep(const domain::AccountId &account, const QImage &picture) const;
    // Removes the pictures that nothing has used for a month. `inUse`: paths, see filesInUse().
    void tidy(const QSet<QString> &inUse) const;
    // The account was removed, and with it every picture that was pasted in it.
    void forgetAccount(const domain::AccountId &account) const;

private:
    QString folderOf(const domain::AccountId &account) const;

    const QString m_folder; // empty: none
};

} // namespace inbox::models
