// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/records/recordspage.h"

namespace inbox::models {
struct Workspace;
} // namespace inbox::models

namespace inbox::ui {

// Conversations begun from our side: how far each opening is, and what can be done with it. GUI thread.
class OpeningsPage : public RecordsPage {
    Q_OBJECT
public:
    explicit OpeningsPage(models::Workspace &workspace);
    int count() const override;
    // The recipients of one opening, in a dialog of their own.
    void showOpening(const domain::AccountId &account, const domain::OpeningId &id);

protected:
    RecordLine line(int row) const override;
    QList<Step> steps(int row) override;

private:
    models::Workspace &m_workspace;
};

} // namespace inbox::ui
