// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/openingrowsmodel.h"

#include "models/inboxactions.h"
#include "services/domain/text.h"

namespace inbox::models {

using namespace domain;

namespace {
constexpr std::chrono::milliseconds kGather{50};
} // namespace

OpeningRowsModel::OpeningRowsModel(InboxActions &actions, AccountId account, OpeningId id, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
    , m_account(std::move(account))
    , m_id(std::move(id))
{
    m_update.setSingleShot(true);
    m_update.setInterval(kGather);
    connect(&m_update, &QTimer::timeout, this, &OpeningRowsModel::update);
    connect(&actions, &InboxActions::openingChanged, this,
            [this](const AccountId &of, const OpeningId &which) {
                if (of == m_account && which == m_id && !m_update.isActive())
                    m_update.start();
            });
    if (const Opening *opening = m_actions.opening(m_account, m_id))
        m_opening = *opening;
    else
        m_gone = true;
    m_shown = wanted();
}

void OpeningRowsModel::setState(const std::optional<State> &state)
{
    m_state = state;
    beginResetModel(); // the person chose another set of rows
    m_shown = wanted();
    endResetModel();
}

void OpeningRowsModel::setSearch(const QString &text)
{
    m_words = searchWords(text);
    m_digits = phoneQuery(text);
    beginResetModel(); // likewise
    m_shown = wanted();
    endResetModel();
}

bool OpeningRowsModel::fits(qsizetype place) const
{
    if (m_state) {
        const State state = m_opening.results.at(place).state;
        const bool same = state == *m_state || (*m_state == State::Waiting && state == State::Sending);
        if (!same)
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const Recipient &one = m_opening.recipients.at(place);
    if (!m_digits.isEmpty() && phoneDigits(one.phone).contains(m_digits))
        return true;
    const QString all = folded(one.name + u' ' + one.email + u' ' + m_opening.results.at(place).reason);
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return all.contains(word); });
}

QList<qsizetype> OpeningRowsModel::wanted() const
{
    QList<qsizetype> places;
    const qsizetype count = std::min(m_opening.recipients.size(), m_opening.results.size());
    for (qsizetype i = 0; i < count; ++i) {
        if (fits(i))
            places << i;
    }
    return places;
}

void OpeningRowsModel::update()
{
    const Opening *now = m_actions.opening(m_account, m_id);
    if (!now) {
        m_gone = true;
        Q_EMIT openingChanged();
        return;
    }
    const QList<RecipientResult> before = m_opening.results;
    m_opening = *now;
    show(wanted());
    // Neighbours that changed are told of together.
    int from = -1;
    for (int row = 0; row <= m_shown.size(); ++row) {
        const bool changed =
            row < m_shown.size() && !(before.value(m_shown.at(row)) == m_opening.results.at(m_shown.at(row)));
        if (changed && from < 0)
            from = row;
        if (!changed && from >= 0) {
            Q_EMIT dataChanged(index(from), index(row - 1));
            from = -1;
        }
    }
    Q_EMIT openingChanged();
}

void OpeningRowsModel::show(const QList<qsizetype> &wanted)
{
    // Both ascend: what left goes first, what came stands where its place is.
    for (int row = int(m_shown.size()) - 1; row >= 0; --row) {
        if (std::binary_search(wanted.cbegin(), wanted.cend(), m_shown.at(row)))
            continue;
        int first = row;
        while (first > 0 && !std::binary_search(wanted.cbegin(), wanted.cend(), m_shown.at(first - 1)))
            --first;
        beginRemoveRows({}, first, row);
        m_shown.remove(first, row - first + 1);
        endRemoveRows();
        row = first;
    }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_shown.size() && m_shown.at(row) == wanted.at(row))
            continue;
        beginInsertRows({}, row, row);
        m_shown.insert(row, wanted.at(row));
        endInsertRows();
    }
}

} // namespace inbox::models
