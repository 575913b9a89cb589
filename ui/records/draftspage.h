// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/records/recordspage.h"

namespace inbox::models {
struct Workspace;
} // namespace inbox::models

namespace inbox::ui {

// What was typed and not sent: held, open and discarded. GUI thread.
class DraftsPage : public RecordsPage {
    Q_OBJECT
public:
    explicit DraftsPage(models::Workspace &workspace);
    int count() const override; // what can be sent now

protected:
    RecordLine line(int row) const override;
    QList<Step> steps(int row) override;

private:
    models::Workspace &m_workspace;
};

} // namespace inbox::ui
