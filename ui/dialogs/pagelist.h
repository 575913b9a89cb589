// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListWidget>

namespace inbox::ui {

// The pages of a window, at its side: an icon and a name each, or the icons alone where there is little room.
// GUI thread.
class PageList : public QListWidget {
    Q_OBJECT
public:
    explicit PageList(QWidget *parent = nullptr);

    void addPage(const QString &name, const QString &icon);
    void setPageName(int page, const QString &name);
    // Takes the width that suits a window of `width`.
    void fit(int width);
};

} // namespace inbox::ui
