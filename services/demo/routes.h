// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/wire.h"

#include <QUrlQuery>

#include <functional>
#include <map>

namespace inbox::demo {

// One request as the routes see it.
struct Call {
    QString method;
    QString path; // below the prefix, "/conversations/7"
    std::vector<qint64> ids; // the numbers in the path, in order
    QString word; // the one part of the path that is text (a file's UUID), if any
    QUrlQuery query;
    QByteArray body;
    std::map<std::string, std::pair<MediaFile, bool>> parts; // multipart: name → content; true: it is a file
    QJsonObject json() const; // throws a Refusal (422) when the body is no JSON object
};

struct Answer {
    int status = 200;
    QByteArray body;
    QString type = QStringLiteral("application/json");
    QString fileName; // for downloads
    int retryAfter = 0; // seconds; 0: not said
};

// The Client API's table of paths: finds who answers a call, and tells 404 from 405. Not thread-safe; the
// server calls it with the world's mutex held.
class Routes {
public:
    Routes(World &world, const QString &baseUrl);

    Answer answer(Call &call) const;

private:
    using Handler = std::function<Answer(const Call &)>;
    struct Route {
        QString method;
        QStringList parts; // "{}" stands for a number, "*" for a word
        Handler handler;
    };

    void add(const char *method, const char *path, Handler handler);
    void addConversations();
    void addMessages();
    void addPeople();
    void addOthers();
    QJsonObject contentToSend(const QJsonObject &body) const;

    World &m_world;
    Wire m_wire;
    std::vector<Route> m_routes;
};

Answer jsonAnswer(const QJsonObject &object, int status = 200);
Answer refusalAnswer(const Refusal &refusal);

} // namespace inbox::demo
