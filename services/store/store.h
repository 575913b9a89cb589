// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/store/accountdatabase.h"
#include "services/threads/taskqueue.h"

#include <QPointer>
#include <QThread>

namespace inbox::store {

// Everything of a profile that outlives the program, one database an account. Owned by sync::Inbox; called
// from the GUI thread, works on one thread of its own in the order it was asked. Never blocks but in its
// destructor.
class Store : public QObject {
    Q_OBJECT
public:
    // `profileDir` holds accounts/<account>.sqlite. Empty: nothing is kept.
    explicit Store(const QString &profileDir, QObject *parent = nullptr);
    // What was asked for is on disk when this returns.
    ~Store() override;

    bool keeps() const { return m_worker != nullptr; }

    // Runs `task(AccountDatabase &)`, which returns a Result, and then `done` with that result on the GUI
    // thread, unless `context` died first. A database that cannot be opened is a failure, too; of each
    // failure the person is told by troubled(). Only while keeps().
    template <typename Task, typename Done>
    void ask(const domain::AccountId &account, Task task, QObject *context, Done done)
    {
        run(account,
            [task = std::move(task), context = QPointer<QObject>(context),
             done = std::move(done)](const Result<AccountDatabase *> &database) mutable {
                using Answer = std::invoke_result_t<Task &, AccountDatabase &>;
                auto answer =
                    std::make_shared<Answer>(database ? task(**database) : Answer(Failure(database.error())));
                Report report;
                if (!*answer)
                    report.problem = answer->error();
                report.tell = [context = std::move(context), done = std::move(done), answer]() mutable {
                    if (context)
                        done(*answer);
                };
                return report;
            });
    }
    // The same for what nobody waits for.
    template <typename Task> void ask(const domain::AccountId &account, Task task)
    {
        ask(account, std::move(task), this, [](const auto &) {});
    }

    // Takes the account's files off the disk; works whatever state they are in.
    void wipe(const domain::AccountId &account);

    QString pathOf(const domain::AccountId &account) const;

Q_SIGNALS:
    // Once for each account and kind of problem.
    void troubled(const inbox::domain::AccountId &account, const inbox::domain::StoreProblem &problem);

private:
    class Worker;
    struct Report {
        std::optional<Problem> problem;
        std::function<void()> tell; // on the GUI thread
    };
    using Job = std::function<Report(const Result<AccountDatabase *> &)>;
    void run(const domain::AccountId &account, Job job);
    void post(std::function<void(Worker &)> task);

    const QString m_folder; // empty: nothing is kept
    threads::TaskQueue m_answers;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace inbox::store
