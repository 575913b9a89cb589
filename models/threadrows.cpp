// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/threadrows.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace inbox::models {

using namespace domain;

namespace {

constexpr qint64 kGroupMilliseconds = 5 * 60'000;

DeliveryMark markOf(const Message &message)
{
    if (message.author != MessageAuthor::Agent)
        return DeliveryMark::None;
    switch (message.status.value) {
    case DeliveryStatus::Unknown: // the server has it, and says no more
    case DeliveryStatus::Created:
        return DeliveryMark::HandedOver;
    case DeliveryStatus::Sent:
        return DeliveryMark::Sent;
    case DeliveryStatus::Delivered:
        return DeliveryMark::Delivered;
    case DeliveryStatus::Read:
        return DeliveryMark::Read;
    case DeliveryStatus::Error:
        return DeliveryMark::Failed;
    }
    return DeliveryMark::HandedOver;
}

DeliveryMark markOf(Intent::State state)
{
    switch (state) {
    case Intent::State::Queued:
    case Intent::State::Sending:
        return DeliveryMark::Waiting;
    case Intent::State::Checking:
        return DeliveryMark::Checking;
    case Intent::State::Unknown:
        return DeliveryMark::Unknown;
    case Intent::State::Failed:
    case Intent::State::Withdrawn:
        return DeliveryMark::NotSent;
    case Intent::State::Accepted:
        return DeliveryMark::HandedOver;
    }
    return DeliveryMark::Waiting;
}

// Gives the local day of times in rising order; asks the time zone once a day, not once a message.
class Days {
public:
    QDate of(const QDateTime &time)
    {
        const qint64 ms = time.toMSecsSinceEpoch();
        if (!m_day.isValid() || ms < m_begin || ms >= m_end) {
            m_day = time.toLocalTime().date();
            m_begin = m_day.startOfDay().toMSecsSinceEpoch();
            m_end = m_day.addDays(1).startOfDay().toMSecsSinceEpoch();
        }
        return m_day;
    }

private:
    QDate m_day;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

class Builder {
public:
    Builder(const sync::Thread &thread, const ThreadContext &context)
        : m_thread(thread)
        , m_context(context)
    {
        m_rows.reserve(thread.messages.size() + thread.outgoing.size() + 8);
    }

    QList<ThreadRow> build()
    {
        if (m_thread.hasOlder) {
            ThreadRow row;
            row.kind = ThreadRow::Kind::Older;
            row.loading = m_thread.loadingOlder;
            m_rows << row;
        }
        // A note that is older than what was read belongs among the messages that are not here yet.
        bool noteIsDue = m_context.note.has_value()
            && !(m_thread.hasOlder && isBefore(m_context.note->createdAt, oldest()));
        for (const Message &message : m_thread.messages) {
            if (noteIsDue && isBefore(m_context.note->createdAt, message.sentAt)) {
                addNote();
                noteIsDue = false;
            }
            addMessage(message);
        }
        if (noteIsDue)
            addNote();
        for (const Intent &outgoing : m_thread.outgoing)
            addOutgoing(outgoing);
        return m_rows;
    }

private:
    static bool isBefore(const OptionalTime &a, const OptionalTime &b) { return a && b && *a < *b; }

    OptionalTime oldest() const
    {
        for (const Message &message : m_thread.messages) {
            if (message.sentAt)
                return message.sentAt;
        }
        return std::nullopt;
    }

    void addDay(const OptionalTime &time)
    {
        if (!time)
            return;
        const QDate day = m_days.of(*time);
        // Clocks differ a little: a message from before midnight after one from after it makes no new line.
        if (m_day.isValid() && day <= m_day)
            return;
        m_day = day;
        ThreadRow row;
        row.kind = ThreadRow::Kind::Day;
        row.day = day;
        m_rows << row;
    }

    void addNote()
    {
        addDay(m_context.note->createdAt);
        ThreadRow row;
        row.kind = ThreadRow::Kind::Note;
        row.note = *m_context.note;
        m_rows << row;
    }

    void addMessage(const Message &message)
    {
        addDay(message.sentAt);
        if (!m_context.firstUnread.isEmpty() && message.id == m_context.firstUnread) {
            ThreadRow line;
            line.kind = ThreadRow::Kind::NewMessages;
            line.newCount = m_context.newCount;
            m_rows << line;
        }
        ThreadRow row;
        row.kind =
            message.author == MessageAuthor::System ? ThreadRow::Kind::System : ThreadRow::Kind::Message;
        row.message = message;
        if (const auto asked = m_thread.reacting.constFind(message.id); asked != m_thread.reacting.cend()) {
            row.message.agentReaction = *asked;
            row.reactionPending = true;
        }
        row.sentAs = m_thread.sentAs.value(message.id);
        row.fromUs = message.author == MessageAuthor::Agent;
        row.authorName = authorOf(message);
        row.mark = markOf(message);
        row.canRetry = row.mark == DeliveryMark::Failed && m_context.canRetry && m_context.canRetry(message);
        row.canReact =
            m_context.canReact && row.kind == ThreadRow::Kind::Message && row.mark != DeliveryMark::Failed;
        if (message.reference)
            row.quotedAuthor = authorOf(*message.reference);
        append(row);
    }

    void addOutgoing(const Intent &outgoing)
    {
        addDay(outgoing.createdAt);
        ThreadRow row;
        row.outgoing = outgoing.id;
        row.outgoingError = outgoing.error;
        row.fromUs = true;
        row.message.conversationId = outgoing.conversation;
        row.message.author.value = MessageAuthor::Agent;
        row.message.userId = m_context.me;
        row.message.contents = {contentOf(outgoing)};
        row.message.sentAt = outgoing.createdAt;
        row.authorName = colleague(m_context.me);
        row.mark = markOf(outgoing.state);
        if (!outgoing.quoted.isEmpty()) {
            const auto quoted =
                std::find_if(m_thread.messages.crbegin(), m_thread.messages.crend(),
                             [&](const Message &message) { return message.id == outgoing.quoted; });
            if (quoted != m_thread.messages.crend()) {
                Message reference = *quoted;
                reference.reference = {};
                row.message.reference = reference;
                row.quotedAuthor = authorOf(reference);
            }
        }
        append(row);
    }

    static MessageContent contentOf(const Intent &outgoing)
    {
        if (!outgoing.file)
            return TextContent{outgoing.text};
        MediaContent media;
        media.kind = outgoing.file->kind;
        media.name = outgoing.file->name;
        media.mimeType = outgoing.file->mimeType;
        media.size = outgoing.file->size;
        media.caption = outgoing.text;
        return media;
    }

    void append(ThreadRow &row)
    {
        if (!m_rows.isEmpty() && continuesGroup(m_rows.constLast(), row)) {
            m_rows.last().lastOfGroup = false;
            row.firstOfGroup = false;
        }
        m_rows << std::move(row);
    }

    static bool continuesGroup(const ThreadRow &before, const ThreadRow &row)
    {
        return before.kind == ThreadRow::Kind::Message && row.kind == ThreadRow::Kind::Message
            && before.message.author.value == row.message.author.value
            && before.message.userId == row.message.userId && before.message.sentAt && row.message.sentAt
            && qAbs(before.message.sentAt->msecsTo(*row.message.sentAt)) <= kGroupMilliseconds;
    }

    QString authorOf(const Message &message)
    {
        if (message.author == MessageAuthor::Agent)
            return message.userId.isEmpty() ? message.authorName : colleague(message.userId);
        return message.author == MessageAuthor::Customer ? m_context.customerName : QString();
    }

    QString colleague(const UserId &id)
    {
        if (id.isEmpty() || !m_context.colleagueName)
            return {};
        const auto known = m_names.constFind(id);
        if (known != m_names.cend())
            return *known;
        return *m_names.insert(id, m_context.colleagueName(id));
    }

    const sync::Thread &m_thread;
    const ThreadContext &m_context;
    QList<ThreadRow> m_rows;
    QHash<UserId, QString> m_names;
    Days m_days;
    QDate m_day;
};

auto shown(const ThreadRow &r)
{
    return std::tie(r.kind, r.day, r.newCount, r.loading, r.message, r.note, r.outgoing, r.outgoingError,
                    r.fromUs, r.authorName, r.firstOfGroup, r.lastOfGroup, r.mark, r.canRetry, r.canReact,
                    r.reactionPending, r.quotedAuthor);
}

const IntentId &intentOf(const ThreadRow &row)
{
    return row.outgoing.isEmpty() ? row.sentAs : row.outgoing;
}

// Adds to the last step when it continues it.
void addStep(QList<RowStep> &steps, RowStep::Kind kind, int row)
{
    if (!steps.isEmpty() && steps.constLast().kind == kind && steps.constLast().last == row - 1)
        steps.last().last = row;
    else
        steps << RowStep{kind, row, row, 0};
}

// Positions in `values` (all different) of a longest rising run, as flags: these rows can stay, only the
// others have to move.
QList<bool> longestRising(const QList<int> &values)
{
    QList<int> tails; // tails[n]: position of the smallest end of a run of length n + 1
    QList<int> previous(values.size(), -1);
    for (int i = 0; i < int(values.size()); ++i) {
        const auto it =
            std::lower_bound(tails.cbegin(), tails.cend(), values.at(i),
                             [&](int position, int value) { return values.at(position) < value; });
        const auto length = it - tails.cbegin();
        if (length > 0)
            previous[i] = tails.at(length - 1);
        if (length == tails.size())
            tails << i;
        else
            tails[length] = i;
    }
    QList<bool> rising(values.size(), false);
    for (int i = tails.isEmpty() ? -1 : tails.constLast(); i >= 0; i = previous.at(i))
        rising[i] = true;
    return rising;
}

} // namespace

bool operator==(const ThreadRow &a, const ThreadRow &b)
{
    return shown(a) == shown(b);
}

bool sameThing(const ThreadRow &a, const ThreadRow &b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case ThreadRow::Kind::Day:
        return a.day == b.day;
    case ThreadRow::Kind::NewMessages:
    case ThreadRow::Kind::Older:
        return true;
    case ThreadRow::Kind::Note:
        return a.note.id == b.note.id;
    case ThreadRow::Kind::Message:
    case ThreadRow::Kind::System:
        // On its way and arrived: the same row.
        if (a.message.id.isEmpty() || b.message.id.isEmpty())
            return !intentOf(a).isEmpty() && intentOf(a) == intentOf(b);
        return a.message.id == b.message.id;
    }
    return false;
}

QList<ThreadRow> threadRows(const sync::Thread &thread, const ThreadContext &context)
{
    return Builder(thread, context).build();
}

MessageId firstUnread(const QList<Message> &messages, int unread, int *found)
{
    MessageId first;
    *found = 0;
    for (auto it = messages.crbegin(); it != messages.crend() && *found < unread; ++it) {
        if (it->author != MessageAuthor::Customer)
            continue;
        if (it->status == DeliveryStatus::Read)
            break;
        first = it->id;
        ++*found;
    }
    return first;
}

QList<RowStep> rowSteps(const QList<ThreadRow> &before, const QList<ThreadRow> &after)
{
    // Nearly always only the end or the beginning differs.
    int head = 0;
    const int shorter = int(std::min(before.size(), after.size()));
    while (head < shorter && sameThing(before.at(head), after.at(head)))
        ++head;
    int tail = 0;
    while (tail < shorter - head
           && sameThing(before.at(before.size() - 1 - tail), after.at(after.size() - 1 - tail)))
        ++tail;
    const int oldEnd = int(before.size()) - tail;
    const int newEnd = int(after.size()) - tail;

    // Where each row of the middle goes; -1: it leaves. Both middles are short unless all is new, and a new
    // list has no counterparts to look for.
    QHash<QString, int> places; // of rows in `after`, by what they are
    const auto name = [](const ThreadRow &row) {
        QString text = QString::number(int(row.kind));
        text += u':';
        switch (row.kind) {
        case ThreadRow::Kind::Day:
            text += row.day.toString(Qt::ISODate);
            break;
        case ThreadRow::Kind::Note:
            text += row.note.id.value();
            break;
        case ThreadRow::Kind::Message:
        case ThreadRow::Kind::System:
            text += row.message.id.value();
            break;
        case ThreadRow::Kind::NewMessages:
        case ThreadRow::Kind::Older:
            break;
        }
        return text;
    };
    const auto intentName = [](const ThreadRow &row) {
        QString text = QStringLiteral("intent:");
        text += intentOf(row).value();
        return text;
    };
    for (int i = head; i < newEnd; ++i) {
        const ThreadRow &row = after.at(i);
        if (!intentOf(row).isEmpty())
            places.insert(intentName(row), i);
        if (row.kind != ThreadRow::Kind::Message || !row.message.id.isEmpty())
            places.insert(name(row), i);
    }
    QList<int> target; // of the rows of before's middle that stay, in their present order
    QList<RowStep> steps;
    QList<bool> stays(oldEnd - head, false);
    QList<int> source(after.size(), -1); // for each row of `after`: where it was
    for (int i = 0; i < head; ++i)
        source[i] = i;
    for (int i = 1; i <= tail; ++i)
        source[after.size() - i] = int(before.size()) - i;
    for (int i = head; i < oldEnd; ++i) {
        const ThreadRow &row = before.at(i);
        int place = -1;
        if (row.kind != ThreadRow::Kind::Message || !row.message.id.isEmpty())
            place = places.value(name(row), -1);
        if (place < 0 && !intentOf(row).isEmpty())
            place = places.value(intentName(row), -1);
        if (place >= 0 && !sameThing(row, after.at(place)))
            place = -1;
        if (place >= 0) {
            target << place;
            source[place] = i;
            stays[i - head] = true;
        }
    }

    // Removals, from the end.
    for (int i = oldEnd - 1; i >= head; --i) {
        if (stays.at(i - head))
            continue;
        int first = i;
        while (first > head && !stays.at(first - 1 - head))
            --first;
        steps << RowStep{RowStep::Kind::Remove, first, i, 0};
        i = first;
    }

    // Moves: each row outside the longest rising run goes right behind its predecessor.
    const QList<bool> rising = longestRising(target);
    QList<int> moving;
    for (int i = 0; i < int(target.size()); ++i) {
        if (!rising.at(i))
            moving << target.at(i);
    }
    std::sort(moving.begin(), moving.end());
    QList<int> present = target;
    for (const int place : std::as_const(moving)) {
        const int from = int(present.indexOf(place));
        present.removeAt(from);
        // Behind the nearest smaller one; those still waiting to move do not count as placed, but being
        // larger they are never taken for a predecessor.
        int to = 0;
        int best = -1;
        for (int i = 0; i < int(present.size()); ++i) {
            if (present.at(i) < place && present.at(i) > best) {
                best = present.at(i);
                to = i + 1;
            }
        }
        present.insert(to, place);
        if (from != to)
            steps << RowStep{RowStep::Kind::Move, head + from, head + from, head + to};
    }

    // Insertions, from the beginning.
    std::sort(target.begin(), target.end());
    auto kept = target.cbegin();
    for (int i = head; i < newEnd; ++i) {
        if (kept != target.cend() && *kept == i)
            ++kept;
        else
            addStep(steps, RowStep::Kind::Insert, i);
    }

    for (int i = 0; i < int(after.size()); ++i) {
        if (source.at(i) >= 0 && !(before.at(source.at(i)) == after.at(i)))
            addStep(steps, RowStep::Kind::Change, i);
    }
    return steps;
}

} // namespace inbox::models
