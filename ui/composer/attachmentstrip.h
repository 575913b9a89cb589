// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/attachment.h"

#include <QWidget>

class QVBoxLayout;

namespace inbox::ui {

// The files that go out with a reply, above the field: each with its name, size and a button that takes it
// out; on the keyboard Tab goes from one to the next, Delete and Backspace take it out. GUI thread.
class AttachmentStrip : public QWidget {
    Q_OBJECT
public:
    explicit AttachmentStrip(QWidget *parent = nullptr);

    void setFiles(const QList<domain::Attachment> &files);

Q_SIGNALS:
    void removed(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeRow(const domain::Attachment &file, int index);

    QList<domain::Attachment> m_files;
    QVBoxLayout *m_rows;
};

} // namespace inbox::ui
