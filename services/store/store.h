// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/store/accountdatabase.h"

#include <QObject>
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

    // Ends with draftsRead(), empty when it cannot be read. Nothing is told when nothing is kept.
    void readDrafts(const domain::AccountId &account);
    void saveDraft(const domain::ConversationKey &key, const domain::Draft &draft);
    // Takes the account's files off the disk; works whatever state they are in.
    void wipe(const domain::AccountId &account);

    QString pathOf(const domain::AccountId &account) const;

Q_SIGNALS:
    void draftsRead(const inbox::domain::AccountId &account, const inbox::store::Drafts &drafts);
    // Once for each account and kind of problem.
    void troubled(const inbox::domain::AccountId &account, const inbox::domain::StoreProblem &problem);

private:
    class Worker;
    void ask(std::function<void(Worker &)> task);

    const QString m_folder; // empty: nothing is kept
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace inbox::store
