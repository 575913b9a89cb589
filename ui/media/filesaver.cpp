// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/media/filesaver.h"

#include "ui/text/words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

namespace inbox::ui {

namespace {
constexpr int kNameLength = 80;
} // namespace

FileSaver::FileSaver(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void FileSaver::setFolder(const QString &folder)
{
    m_folder = folder;
}

QString FileSaver::suggestion(const QString &words, const QString &fallback, const QString &suffix)
{
    QString name;
    for (const QChar c : words) {
        if (name.size() >= kNameLength)
            break;
        const bool kept =
            c.isLetterOrNumber() || c.isMark() || c == u' ' || c == u'-' || c == u'_' || c == u'.';
        name += kept ? c : QChar(u'_');
    }
    // No hidden file, and nothing that climbs up.
    while (name.startsWith(u'.') || name.startsWith(u' ') || name.startsWith(u'-'))
        name.remove(0, 1);
    name = name.trimmed();
    name = name.isEmpty() ? fallback : name;
    return suffix.isEmpty() ? name : QString(name + u'.' + suffix);
}

QString FileSaver::writeBytes(const QString &path, const QByteArray &bytes, bool replace)
{
    if (!replace) {
        // Made by this call or not at all: what has appeared meanwhile is not overwritten.
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return file.errorString();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return file.write(bytes) == bytes.size() && file.flush() ? QString() : file.errorString();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    return file.commit() ? QString() : file.errorString();
}

void FileSaver::save(const QString &name, const QStringList &kinds, Write write)
{
    if (m_folder.isEmpty() || !QFileInfo(m_folder).isDir())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QFileInfo(m_folder).isDir())
        m_folder = QDir::homePath();
    auto *dialog = new QFileDialog(m_window, tr("Save the file"), m_folder);
    dialog->setObjectName(QStringLiteral("saveFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    // Its own question would nest an event loop: it is asked here.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (!kinds.isEmpty())
        dialog->setNameFilters(kinds);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, kinds, write = std::move(write)](const QString &path) {
                const int filter = int(qMax<qsizetype>(0, kinds.indexOf(dialog->selectedNameFilter())));
                m_folder = QFileInfo(path).absolutePath();
                if (QFileInfo::exists(path))
                    askToReplace(path, filter, write);
                else
                    this->write(path, false, filter, write);
            });
    dialog->open();
}

void FileSaver::askToReplace(const QString &path, int filter, const Write &write)
{
    auto *question = new QMessageBox(m_window);
    question->setObjectName(QStringLiteral("replaceFile"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Replace the file?"));
    question->setText(tr("There is a file called %1 already.")
                          .arg(Words::isolated(Words::safeLine(QFileInfo(path).fileName()))));
    question->setInformativeText(tr("What is in it would be lost."));
    QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    QPushButton *cancel = question->addButton(tr("Keep it"), QMessageBox::RejectRole);
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(replace, &QPushButton::clicked, this,
            [this, path, filter, write] { this->write(path, true, filter, write); });
    question->open();
}

void FileSaver::write(const QString &path, bool replace, int filter, const Write &write)
{
    write(path, replace, filter, [saver = QPointer(this), path](const QString &reason) {
        if (!saver)
            return;
        if (reason.isEmpty())
            Q_EMIT saver->saved(QFileInfo(path).fileName());
        else
            Q_EMIT saver->failed(reason);
    });
}

} // namespace inbox::ui
