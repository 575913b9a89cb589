// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace inbox::app {

// The demo workspace's server as a child process: started with a token of this run's own, started again when
// it dies, stopped with the program. Owned by Application; lives on the GUI thread, never blocks it.
// The world it plays is kept in one file, so that it goes on the next time.
class DemoServer : public QObject {
    Q_OBJECT
public:
    // `program` is the server's executable, `stateFile` where its world is kept.
    DemoServer(QString program, QString stateFile, QObject *parent = nullptr);
    ~DemoServer() override;

    // Ends with ready() or failed(). Does nothing while it runs. `reset`: begin the world anew.
    void start(bool reset = false);
    // Lets it save its world; ends with stopped(), in two seconds at the latest. Never started again.
    void stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    // It answers. Emitted again when it had to be started anew; the address may have changed then.
    void ready(const QUrl &baseUrl, const QString &token, const inbox::domain::UserId &me);
    // The same world in another API, after ready(): the settings of an account there, by SettingField::id.
    void captainReady(const QMap<QString, QString> &settings, const QString &key,
                      const inbox::domain::UserId &me);
    // The same, of the API that only begins conversations.
    void zildReady(const QMap<QString, QString> &settings, const QString &jwt);
    void restarted(); // after it had died
    void failed(const QString &reason); // a sentence for people; nothing more is tried
    void stopped();

private:
    void launch();
    void readOutput();
    void died();
    void giveUp(const QString &reason);

    QString m_program;
    QString m_stateFile;
    QString m_token;
    quint16 m_port = 0; // the one it had before; 0: any
    QProcess m_process;
    QByteArray m_output; // until the first line is complete
    QTimer m_startDeadline;
    QTimer m_stopDeadline;
    QTimer m_restartPause;
    QList<QElapsedTimer> m_deaths;
    bool m_isReady = false;
    bool m_stopping = false;
    bool m_gaveUp = false;
};

} // namespace inbox::app
