// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/listrules.h"

#include "models/conversationlistmodel.h"
#include "services/domain/text.h"

#include <algorithm>

namespace inbox::models {

using namespace domain;

namespace {

constexpr qint64 kMinute = 60'000; // milliseconds
constexpr qint64 kRestartMatters = 24 * 60 * kMinute; // as in domain::replyState()
// A search reads this much of each message.
constexpr int kSearchedText = 2'000; // UTF-16 code units

// It is open and has an end.
bool windowIsOpen(const ConversationRow &row)
{
    if (!row.reply.deadline)
        return false;
    if (row.reply.kind == ReplyStateKind::Open || row.reply.kind == ReplyStateKind::ClosingRace)
        return true;
    return row.reply.kind == ReplyStateKind::Unknown && *row.reply.deadline > row.now;
}

} // namespace

bool operator<(const Place &a, const Place &b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.key->account != b.key->account)
        return a.key->account < b.key->account;
    const QString &left = a.key->id.value();
    const QString &right = b.key->id.value();
    if (idLess(left, right))
        return true;
    // "7" and "07" are equal as numbers.
    return !idLess(right, left) && left < right;
}

qint64 Standing::rank(View view) const
{
    return view == View::Closing ? closes : activity;
}

Standing standingOf(const ConversationRow &row)
{
    Standing standing;
    standing.status = row.status.value;
    standing.unread = row.unread > 0;
    if (row.lastActivity)
        standing.activity = -row.lastActivity->toMSecsSinceEpoch();
    const bool done = row.status == ConversationStatus::Done || row.archived; // both are out of the way
    if (!done && windowIsOpen(row)) {
        standing.closes = row.reply.deadline->toMSecsSinceEpoch();
        standing.closesSoon = row.reply.urgency == Urgency::Amber || row.reply.urgency == Urgency::Red;
    }

    const bool waits = !done && !row.snoozedUntil;
    const auto add = [&standing](View view, bool belongs) {
        if (belongs)
            standing.views |= quint8(1u << unsigned(view));
    };
    add(View::Mine, waits && row.assignedToMe);
    add(View::Unassigned, waits && row.assignee.isEmpty());
    add(View::All, !done);
    add(View::Closing, standing.closes != kNever);
    add(View::Done, done);
    add(View::Snoozed, !done && row.snoozedUntil);
    add(View::Mentions, !done && row.mentionsMe);
    return standing;
}

bool belongs(const Conversation &c, const UserId &me, const SavedView &saved)
{
    const bool mine = c.assignee && !me.isEmpty() && c.assignee->id == me;
    if (c.archived || (saved.unreadOnly && c.unreadCount == 0) || (saved.mineOnly && !mine))
        return false;
    if (!saved.tags.isEmpty() && std::none_of(saved.tags.cbegin(), saved.tags.cend(), [&c](const TagId &tag) {
            return c.tags.contains(tag);
        }))
        return false;
    switch (c.status.value) {
    case ConversationStatus::ToDo:
    case ConversationStatus::Bot:
        return saved.open;
    case ConversationStatus::InProgress:
        return saved.inProgress;
    case ConversationStatus::Done:
        return saved.closed;
    case ConversationStatus::Unknown:
        break;
    }
    return saved.open && saved.inProgress && saved.closed; // of a state nobody has named
}

qint64 rankIn(const Conversation &c, const SavedView &saved)
{
    const OptionalTime time = saved.sorting == QLatin1String("created") ? c.createdAt : lastActivity(c);
    if (!time)
        return kNever;
    const qint64 rank = time->toMSecsSinceEpoch();
    return saved.newestFirst ? -rank : rank;
}

qint64 nextChange(const ConversationRow &row)
{
    const qint64 now = row.now.toMSecsSinceEpoch();
    qint64 next = kNever;
    const auto consider = [&](qint64 time) {
        if (time > now)
            next = std::min(next, time);
    };
    if (row.reply.deadline) {
        const qint64 left = row.reply.deadline->toMSecsSinceEpoch() - now;
        // All boundaries lie on whole minutes before the deadline: urgency changes at one, the countdown
        // just after it.
        if (left >= 0)
            consider(left % kMinute == 0 ? now + 1 : now + left % kMinute);
    }
    if (row.reply.restartedAt)
        consider(row.reply.restartedAt->toMSecsSinceEpoch() + kRestartMatters);
    if (row.snoozedUntil)
        consider(row.snoozedUntil->toMSecsSinceEpoch());
    return next;
}

Searchable searchable(const Conversation &c)
{
    Searchable result;
    QStringList texts;
    if (c.customer) {
        texts << c.customer->name << c.customer->displayId;
        result.numbers << phoneDigits(c.customer->displayId);
        if (c.customer->profile) {
            texts << c.customer->profile->name << c.customer->profile->email;
            result.numbers << phoneDigits(c.customer->profile->phoneNumber);
        }
    }
    if (c.latestMessage)
        texts << plainText(*c.latestMessage).left(kSearchedText);
    if (c.latestCustomerMessage)
        texts << plainText(*c.latestCustomerMessage).left(kSearchedText);
    if (c.latestNote)
        texts << c.latestNote->text.left(kSearchedText);
    // A break that no word contains, so that nothing is found across two fields.
    result.text = folded(texts.join(QStringLiteral(" \u241E ")));
    return result;
}

bool isFound(const Searchable &in, const QStringList &words, const QString &number)
{
    const auto hasNumber = [&in](const QString &digits) {
        return std::any_of(in.numbers.cbegin(), in.numbers.cend(),
                           [&digits](const QString &n) { return n.contains(digits); });
    };
    if (!number.isEmpty() && hasNumber(number))
        return true;
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
        if (in.text.contains(word))
            return true;
        const QString digits = phoneQuery(word);
        return !digits.isEmpty() && hasNumber(digits);
    });
}

} // namespace inbox::models
