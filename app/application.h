// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "services/domain/account.h"

#include <QObject>

#include <memory>

namespace inbox::app {

// The running program: makes every part once and introduces them to each other. Owned by main(); lives on the
// GUI thread. Knows no conversation and draws nothing.
class Application : public QObject {
    Q_OBJECT
public:
    // `token` belongs to the account of --connect and is empty without one.
    Application(const CommandLine &line, const QString &profileDir, QString token, QObject *parent = nullptr);
    ~Application() override;

    // Shows the window, then opens what the command line asked for.
    void start();
    // Ends the program in good order: the demo workspace may save its world first.
    void leave();

private:
    void openDemo(const QUrl &baseUrl, const QString &token, const domain::UserId &me);
    void openDemoCaptain(const QMap<QString, QString> &settings, const QString &key,
                         const domain::UserId &me);
    void openDemoZild(const QMap<QString, QString> &settings, const QString &jwt);
    void openConnected();
    void open(const domain::AccountConfig &config, const QString &secret);

    struct Parts;
    const CommandLine m_line;
    QString m_token;
    bool m_leaving = false;
    std::unique_ptr<Parts> m_parts;
};

} // namespace inbox::app
