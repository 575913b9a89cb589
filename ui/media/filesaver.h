// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

class QWidget;

namespace inbox::ui {

// Asks where a file goes and puts it there: never over another without asking, never through a nested event
// loop. Remembers the folder. Owned by who saves; GUI thread.
class FileSaver : public QObject {
    Q_OBJECT
public:
    // Empty on success, else the reason for people.
    using Done = std::function<void(const QString &reason)>;
    // Writes to `path` and calls `done` once, at once or later; `filter` is the index of the chosen kind.
    using Write = std::function<void(const QString &path, bool replace, int filter, const Done &done)>;

    explicit FileSaver(QWidget *window);

    // `name` is what is suggested: of one folder level, fit for any file system. `kinds` are the dialog's
    // choices ("vCard 4.0 (*.vcf)"), or none.
    void save(const QString &name, const QStringList &kinds, Write write);
    const QString &folder() const { return m_folder; }
    void setFolder(const QString &folder);
    // A suggestion made of words: without what file systems or shells take amiss.
    static QString suggestion(const QString &words, const QString &fallback, const QString &suffix);
    // A file for its owner only, over another one only with `replace`. Empty on success, else the reason.
    static QString writeBytes(const QString &path, const QByteArray &bytes, bool replace);

Q_SIGNALS:
    void saved(const QString &fileName);
    void failed(const QString &reason);

private:
    void write(const QString &path, bool replace, int filter, const Write &write);
    void askToReplace(const QString &path, int filter, const Write &write);

    QPointer<QWidget> m_window;
    QString m_folder;
};

} // namespace inbox::ui
