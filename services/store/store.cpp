// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/store.h"

#include "services/domain/account.h"

#include <QDir>
#include <QSet>

#include <future>
#include <map>

namespace inbox::store {

using namespace domain;

// Lives on the store's thread.
class Store::Worker : public threads::TaskQueue {
public:
    explicit Worker(Store &store)
        : m_store(store)
    {
    }

    void run(const AccountId &account, const Job &job)
    {
        Report report = job(open(account));
        if (report.problem) {
            tell(account, *report.problem);
            // Found while it was used: the next one looks through all of it, and puts it aside.
            if (report.problem->kind == Problem::Kind::Damaged) {
                m_open.erase(account);
                m_damaged.insert(account);
            }
        }
        answer([tell = std::move(report.tell)](Store &) { tell(); });
    }
    void wipe(const AccountId &account)
    {
        m_open.erase(account);
        m_told.remove(account);
        const QFileInfo file(m_store.pathOf(account));
        // The journal, copies and damaged ones put aside begin with the same name.
        const QStringList all = file.dir().entryList({file.fileName() + u'*'}, QDir::Files | QDir::Hidden);
        for (const QString &name : all)
            file.dir().remove(name);
    }
    void close() { m_open.clear(); }

private:
    Result<AccountDatabase *> open(const AccountId &account)
    {
        if (const auto known = m_open.find(account); known != m_open.end())
            return known->second.get();
        const QString path = m_store.pathOf(account);
        QDir().mkpath(QFileInfo(path).path());
        auto opened = AccountDatabase::open(path, m_damaged.contains(account));
        if (!opened)
            return Failure(opened.error()); // tried again at the next wish: a full disk may have room then
        m_damaged.remove(account);
        if ((*opened)->problem())
            tell(account, *(*opened)->problem());
        return m_open.emplace(account, std::move(*opened)).first->second.get();
    }
    void tell(const AccountId &account, const Problem &problem)
    {
        if (m_told[account].contains(int(problem.kind)))
            return;
        m_told[account].insert(int(problem.kind));
        answer([account, problem](Store &store) { Q_EMIT store.troubled(account, problem); });
    }
    // Back on the GUI thread.
    void answer(std::function<void(Store &)> tell)
    {
        m_store.m_answers.enqueue([store = &m_store, tell = std::move(tell)] { tell(*store); });
    }

    Store &m_store;
    std::map<AccountId, std::unique_ptr<AccountDatabase>> m_open;
    QSet<AccountId> m_damaged; // and not opened since
    QHash<AccountId, QSet<int>> m_told;
};

Store::Store(const QString &profileDir, QObject *parent)
    : QObject(parent)
    , m_folder(profileDir.isEmpty() ? QString() : QDir(profileDir).filePath(QStringLiteral("accounts")))
{
    if (m_folder.isEmpty())
        return;
    m_worker = std::make_unique<Worker>(*this);
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

Store::~Store()
{
    if (!m_worker)
        return;
    // Behind everything that was asked before.
    std::promise<void> closed;
    post([&closed](Worker &worker) {
        worker.close();
        QThread::currentThread()->quit();
        closed.set_value();
    });
    closed.get_future().wait();
    m_thread.wait();
}

void Store::run(const AccountId &account, Job job)
{
    Q_ASSERT(keeps());
    post([account, job = std::move(job)](Worker &worker) { worker.run(account, job); });
}

void Store::wipe(const AccountId &account)
{
    if (m_worker)
        post([account](Worker &worker) { worker.wipe(account); });
}

QString Store::pathOf(const AccountId &account) const
{
    return QDir(m_folder).filePath(fileNameOf(account) + QStringLiteral(".sqlite"));
}

void Store::post(std::function<void(Worker &)> task)
{
    m_worker->enqueue([worker = m_worker.get(), task = std::move(task)] { task(*worker); });
}

} // namespace inbox::store
