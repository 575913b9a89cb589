// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

#include <QAbstractListModel>
#include <QTimer>

namespace inbox::models {

class InboxActions;

// The recipients of one opening with what became of each, narrowed to one state and to words. Follows the
// opening by exact steps. Owned by who shows it; GUI thread.
class OpeningRowsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using State = domain::RecipientResult::State;

    // `actions` outlive the model.
    OpeningRowsModel(InboxActions &actions, domain::AccountId account, domain::OpeningId id,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }
    QVariant data(const QModelIndex &, int) const override { return {}; } // who shows it finds the words

    const domain::Opening &opening() const { return m_opening; } // as it was when last looked at
    bool isGone() const { return m_gone; }
    qsizetype placeOf(int row) const { return m_shown.at(row); } // in the opening's lists
    const domain::Recipient &recipient(int row) const { return m_opening.recipients.at(placeOf(row)); }
    const domain::RecipientResult &result(int row) const { return m_opening.results.at(placeOf(row)); }

    const std::optional<State> &state() const { return m_state; }
    void setState(const std::optional<State> &state); // nullopt: all
    void setSearch(const QString &text);

Q_SIGNALS:
    void openingChanged();

private:
    void update();
    bool fits(qsizetype place) const;
    void show(const QList<qsizetype> &wanted);
    QList<qsizetype> wanted() const;

    InboxActions &m_actions;
    const domain::AccountId m_account;
    const domain::OpeningId m_id;
    domain::Opening m_opening;
    bool m_gone = false;
    std::optional<State> m_state;
    QStringList m_words; // folded
    QString m_digits;
    QList<qsizetype> m_shown; // ascending
    QTimer m_update;
};

} // namespace inbox::models
