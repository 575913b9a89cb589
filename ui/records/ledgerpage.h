// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/records/recordspage.h"

namespace inbox::models {
struct Workspace;
} // namespace inbox::models

namespace inbox::ui {

class FileSaver;
class NoticeBar;
class PlainLabel;

// What was paid for, with the sums of the months, and as a file. GUI thread.
class LedgerPage : public RecordsPage {
    Q_OBJECT
public:
    // Both outlive the page.
    LedgerPage(models::Workspace &workspace, FileSaver &saver);
    int count() const override { return 0; }

protected:
    RecordLine line(int row) const override;
    QList<Step> steps(int row) override;
    void onRowsChanged() override;

private:
    void save();

    models::Workspace &m_workspace;
    FileSaver &m_saver;
    NoticeBar *m_notice;
    PlainLabel *m_sums;
    PlainLabel *m_explanation;
};

} // namespace inbox::ui
