// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/routes.h"

namespace inbox::demo {

// The one operation Zild documents, with what its documentation leaves open decided one way: who is written
// to is remembered only as long as the program runs. The last digits of a number decide what becomes of its
// message: 404 is no WhatsApp number (an error in the answer), 000 is sent and missing in the answer, 111
// comes back without its messages. Not thread-safe, like the world.
class ZildRoutes {
public:
    explicit ZildRoutes(World &world)
        : m_world(world)
    {
    }

    // Whether a bearer token is one of ours: a JSON Web Token that ends in our token and has not ended, or
    // our token itself. `problem` says what a 401 says.
    bool allows(const QString &bearer, const QString &token, QString *problem) const;
    // `call.path` begins with /api/.
    Answer answer(Call &call);

private:
    QJsonObject begun(const QJsonObject &body, const QString &phone, const QString &text);
    QString time() const;

    World &m_world;
    int m_nextId = 70001;
    int m_nextMessage = 900001;
};

} // namespace inbox::demo
