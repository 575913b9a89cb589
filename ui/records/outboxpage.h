// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/records/recordspage.h"

namespace inbox::models {
struct Workspace;
struct OutboxRow;
} // namespace inbox::models

namespace inbox::ui {

// What waits to be sent, or for a person who knows whether it was. GUI thread.
class OutboxPage : public RecordsPage {
    Q_OBJECT
public:
    explicit OutboxPage(models::Workspace &workspace);
    int count() const override;

protected:
    RecordLine line(int row) const override;
    QList<Step> steps(int row) override;

private:
    QList<Step> messageSteps(const models::OutboxRow &row);
    QList<Step> restartSteps(const models::OutboxRow &row);

    models::Workspace &m_workspace;
};

} // namespace inbox::ui
