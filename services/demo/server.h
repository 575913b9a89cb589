// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/world.h"

#include <QFile>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace httplib {
class ContentReader;
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace inbox::demo {

class CaptainRoutes;
class Routes;
class ZildRoutes;
struct Answer;
struct Call;

struct ServerOptions {
    WorldSettings world;
    int port = 0; // 0: any free one
    QString token;
    QString stateFile; // empty: the world is forgotten at the end
    QString logFile; // empty: no log
};

// The world behind HTTP on 127.0.0.1, in three APIs: the Client API below /third-party/v1, ChatCaptain below
// /v1, Zild below /api. Owned by main() or a test; start() returns once the port is open, stop() (or the
// destructor) saves the world and closes it. Many threads answer, one mutex guards the world. The token is
// never written anywhere.
//
// Test hooks, below /demo-control/ and with the same token, each a POST with a JSON object:
//   advance        {"seconds": N}                       moves the world's clock (and the Date header) ahead
//   customer-says  {"conversation_id": N, "text": "…"}  a customer writes now; answers {"data": Message}
//   expire         {"conversation_id": N}               the reply window has just ended
//   fault          {"match": "POST .*/restart", "kind": "…", "times": N, "ms": N}
//                  the next N requests (default 1) whose "METHOD /path" the pattern finds are spoilt:
//                  no-answer  not processed; held for ms (default 30000), then dropped
//                  close      processed, then dropped without an answer
//                  slow       processed after ms (default 2000)
//                  403, 500, 503, 429, html  not processed, answered with that (429 and 503: Retry-After from ms)
class Server {
public:
    explicit Server(const ServerOptions &options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    bool start(QString *error); // false: error says why
    void stop();

    int port() const { return m_port; }
    QString baseUrl() const;
    // Where the same world speaks ChatCaptain: base_url, chatbot, workspace and user_id. Its key is the
    // token.
    QJsonObject captain() const;
    // Where it speaks Zild: base_url. Its JSON Web Token ends in the token: "….….<token>".
    QJsonObject zild() const;
    qint64 userId() const; // the colleague whose token it is; after start()

    // Call every now and then: lets the world go on and saves what changed.
    void tick();
    bool save(); // at once; true when there is no state file
    void clearFaults(); // those that were asked for and have not come yet

private:
    struct Fault {
        QString pattern;
        QString kind;
        int times = 1;
        int ms = 0;
    };

    void configure();
    struct Body;
    static Body readBody(const httplib::Request &request, const httplib::ContentReader &reader);
    void handle(const httplib::Request &request, const Body &body, httplib::Response &response);
    void respond(const httplib::Request &request, const Body &body, httplib::Response &response,
                 QString *fault);
    Answer answerTo(Call &call);
    Answer control(const Call &call);
    bool spoil(const httplib::Request &request, httplib::Response &response, QString *name);
    void pause(int ms);
    void write(httplib::Response &response, const Answer &answer);
    void log(const httplib::Request &request, const Body &body, int status, const QString &fault);
    bool saveLocked();

    ServerOptions m_options;
    int m_port = 0;
    std::unique_ptr<httplib::Server> m_http;
    std::thread m_thread;

    std::mutex m_worldMutex; // guards the five below
    std::unique_ptr<World> m_world;
    std::unique_ptr<Routes> m_routes;
    std::unique_ptr<CaptainRoutes> m_captain;
    std::unique_ptr<ZildRoutes> m_zild;
    std::vector<Fault> m_faults;
    bool m_saveFailed = false; // said once
    quint64 m_savedRevision = 0;
    std::chrono::steady_clock::time_point m_savedAt;

    std::mutex m_logMutex;
    QFile m_log;

    std::mutex m_stopMutex;
    std::condition_variable m_stopSignal;
    bool m_stopping = false;
};

} // namespace inbox::demo
