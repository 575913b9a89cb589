// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/conversationrowlayout.h"

#include "ui/text/messageformat.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QStyle>

namespace inbox::ui {

using namespace domain;
using models::ConversationRow;
using models::PreviewKind;

namespace {

constexpr int kAvatarComfortable = 40;
constexpr int kAvatarCompact = 32;
constexpr int kChannelBadge = 18;
constexpr int kChannelBadgeCompact = 16;
constexpr int kSlack = 2; // widths are rounded: without it a text that fits would be elided
constexpr int kMark = 16;
constexpr int kPaddingComfortable = 12;
constexpr int kPaddingCompact = 6;
constexpr int kGap = 6;
constexpr int kTextGap = 10; // avatar to text
constexpr int kLineGap = 3;
constexpr int kBadgePadding = 6;
constexpr int kChipPadding = 6;
constexpr int kChipIcon = 12;
constexpr int kMinimumPreview = 72; // what gives way first when there is less: assignee, then chip
constexpr int kMinimumName = 56;
constexpr int kMinimumAccount = 28;
constexpr int kAccountBar = 4;
constexpr int kAccountBarLeft = 5; // beside the bar of the selected row
constexpr qsizetype kShownTags = 2;
constexpr int kTagDot = 8;
constexpr int kMinimumTag = 28; // of its name: with less to read it says nothing
constexpr int kLongestTag = 88;
constexpr int kLargestCount = 99;
constexpr int kTextCap = 200;

// What is said of a row and nowhere else.
struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(ConversationRow)

public:
    static QString bot() { return tr("Bot", "instead of the name of who wrote a message"); }
    static QString mentionsYou() { return tr("mentions you"); }
    static QString tagged(const QList<models::RowTag> &tags)
    {
        QStringList names;
        for (const models::RowTag &tag : tags)
            names << Words::isolated(Words::safeLine(tag.name, kTextCap));
        return tr("tags: %1", "what a conversation is tagged with, by name").arg(Words::list(names));
    }
};

MessageContent contentFor(PreviewKind kind)
{
    MediaContent media;
    switch (kind) {
    case PreviewKind::Image:
        media.kind = MediaKind::Image;
        return media;
    case PreviewKind::Video:
        media.kind = MediaKind::Video;
        return media;
    case PreviewKind::Audio:
        media.kind = MediaKind::Audio;
        return media;
    case PreviewKind::Voice:
        media.kind = MediaKind::Audio;
        media.voice = true;
        return media;
    case PreviewKind::Document:
        return media;
    case PreviewKind::Location:
        return LocationContent();
    case PreviewKind::Contact:
        return ContactContent();
    default:
        return UnknownContent();
    }
}

const char *iconFor(PreviewKind kind)
{
    switch (kind) {
    case PreviewKind::Draft:
        return "edit";
    case PreviewKind::OfferedDraft:
        return "send";
    case PreviewKind::Image:
        return "image";
    case PreviewKind::Video:
        return "video";
    case PreviewKind::Audio:
        return "audio";
    case PreviewKind::Voice:
        return "mic";
    case PreviewKind::Document:
        return "document";
    case PreviewKind::Location:
        return "location";
    case PreviewKind::Contact:
        return "contact";
    case PreviewKind::Sensitive:
        return "lock";
    case PreviewKind::Unknown:
        return "unknown";
    case PreviewKind::Nothing:
    case PreviewKind::Text:
        break;
    }
    return "";
}

const char *iconFor(const ReplyState &state)
{
    switch (state.kind) {
    case ReplyStateKind::NotConnected:
        return "offline";
    case ReplyStateKind::Restarting:
    case ReplyStateKind::RestartUnknown:
    case ReplyStateKind::ClosingRace:
        return "refresh";
    case ReplyStateKind::ClosedByProvider:
    case ReplyStateKind::ExpiredRestartable:
    case ReplyStateKind::Expired:
        return "lock";
    default:
        return "clock";
    }
}

} // namespace

ConversationRowFonts::ConversationRowFonts(const QFont &base)
    : name(base)
    , unreadName(Theme::semibold(base))
    , preview(base)
    , small(Theme::small(base))
    , badge(Theme::semibold(small))
    , initials(Theme::semibold(base))
    , assignee(Theme::semibold(Theme::small(small)))
{
}

namespace {

// Grows with large text, so that the initials stay inside; two lines of text are as high.
int avatarSide(const ConversationRowFonts &fonts, bool compact)
{
    const int line = QFontMetrics(fonts.preview).height();
    return compact ? qMax(kAvatarCompact, line * 9 / 5) : qMax(kAvatarComfortable, line * 2);
}

} // namespace

int conversationRowHeight(const ConversationRowFonts &fonts, Density density)
{
    const bool compact = density == Density::Compact;
    const int lines =
        QFontMetrics(fonts.unreadName).height() + kLineGap + QFontMetrics(fonts.preview).height();
    const int content = qMax(lines, avatarSide(fonts, compact));
    const int height = content + 2 * (compact ? kPaddingCompact : kPaddingComfortable);
    return (height + metrics::kGrid - 1) / metrics::kGrid * metrics::kGrid;
}

QString previewLine(const ConversationRow &row)
{
    const QString words = Words::safeLine(withoutFormatMarks(row.previewText.left(2 * kTextCap)), kTextCap);
    QString line;
    switch (row.preview) {
    case PreviewKind::Nothing:
        return {};
    case PreviewKind::Draft:
        return Words::draftPreview(row.previewText);
    case PreviewKind::OfferedDraft:
        return RecordWords::offeredPreview(row.previewText);
    case PreviewKind::Text:
        line = words;
        break;
    case PreviewKind::Sensitive:
        line = Words::hiddenText();
        break;
    default:
        line = Words::captioned(Words::messageKind(contentFor(row.preview)), words);
    }
    if (!row.previewFromUs)
        return line;
    if (row.previewFromBot)
        return Words::previewBy(RowWords::bot(), line);
    if (row.previewBy.isEmpty())
        return Words::previewByYou(line);
    User colleague;
    colleague.id = row.previewBy;
    colleague.name = row.previewByName;
    return Words::previewBy(Words::userName(colleague), line);
}

namespace {

// At the end of what the name and the account leave of the first line, in the order they have.
QList<ConversationRowLayout::TagMark> tagMarks(const QList<models::RowTag> &tags, const QRect &room,
                                               const QFontMetrics &metrics)
{
    QList<ConversationRowLayout::TagMark> marks;
    constexpr int kBeforeName = kTagDot + metrics::kGrid;
    int used = 0;
    for (const models::RowTag &tag : tags.first(qMin(tags.size(), kShownTags))) {
        ConversationRowLayout::TagMark mark;
        const QString name = Words::safeLine(tag.name, kTextCap);
        const int wanted = qMin(metrics.horizontalAdvance(name) + kSlack, kLongestTag);
        const int width = qMin(wanted, room.width() - used - kBeforeName);
        if (width < qMin(wanted, kMinimumTag))
            break;
        mark.dot = QRect(used, room.top() + (room.height() - kTagDot) / 2, kTagDot, kTagDot);
        mark.label = QRect(used + kBeforeName, room.top(), width, room.height());
        mark.text = metrics.elidedText(name, Qt::ElideRight, width);
        mark.color = tag.color;
        used += kBeforeName + width + kGap;
        marks << mark;
    }
    const int left = room.right() + 1 - (used - kGap);
    for (ConversationRowLayout::TagMark &mark : marks) {
        mark.dot.translate(left, 0);
        mark.label.translate(left, 0);
    }
    return marks;
}

} // namespace

ConversationRowLayout layoutConversationRow(const ConversationRow &row, const ConversationRowFonts &fonts,
                                            int width, Density density, Qt::LayoutDirection direction)
{
    ConversationRowLayout l;
    const bool compact = density == Density::Compact;
    const int height = conversationRowHeight(fonts, density);
    l.size = QSize(width, height);
    l.direction = direction;

    const QFontMetrics nameMetrics(row.unread > 0 ? fonts.unreadName : fonts.name);
    const QFontMetrics previewMetrics(fonts.preview);
    const QFontMetrics smallMetrics(fonts.small);
    const QFontMetrics badgeMetrics(fonts.badge);

    const int side = avatarSide(fonts, compact);
    const int margin = metrics::kMedium;
    l.avatar = QRect(margin, (height - side) / 2, side, side);
    if (row.accountColor != noAccountColor)
        l.accountBar = QRect(kAccountBarLeft, l.avatar.top(), kAccountBar, side);
    const int badge = compact ? kChannelBadgeCompact : kChannelBadge;
    const int overhang = compact ? metrics::kGrid + 2 : metrics::kGrid;
    l.channel = QRect(l.avatar.right() + 1 - badge + overhang, l.avatar.bottom() + 1 - badge + overhang - 1,
                      badge, badge);
    l.initials = Words::initials(row.name);

    const int left = l.avatar.right() + 1 + kTextGap;
    const int right = width - margin;
    const int lines = nameMetrics.height() + kLineGap + previewMetrics.height();
    const int top = (height - lines) / 2;
    const int secondTop = top + nameMetrics.height() + kLineGap;
    const auto centred = [](int lineTop, int lineHeight, int x, int w, int h) {
        return QRect(x, lineTop + (lineHeight - h) / 2, w, h);
    };

    // First line, from its end: time, marks; what is left is the name's and the account's.
    int end = right;
    if (row.lastActivity) {
        const QString time = Words::listTime(*row.lastActivity, row.now);
        const int w = smallMetrics.horizontalAdvance(time);
        if (end - w - kGap >= left + kMinimumName) {
            l.timeText = time;
            l.time = centred(top, nameMetrics.height(), end - w, w, smallMetrics.height());
            end = l.time.left() - kGap;
        }
    }
    const auto mark = [&](QRect &rect) {
        rect = centred(top, nameMetrics.height(), end - kMark, kMark, kMark);
        end = rect.left() - metrics::kGrid;
    };
    if (row.failedSend)
        mark(l.failed);
    else if (row.pending)
        mark(l.pending);
    if (row.blocked)
        mark(l.blocked);
    const auto hasRoomForMark = [&] { return end - kMark >= left + kMinimumName; };
    if (row.mentionsMe && !row.mentionSeen && hasRoomForMark())
        mark(l.mention);
    if (row.status == ConversationStatus::Bot && hasRoomForMark())
        mark(l.bot);
    const QString name = Words::customerNameOr(Words::safeLine(row.name, kTextCap));
    const int room = qMax(0, end - left);
    const int nameWidth = qMin(nameMetrics.horizontalAdvance(name) + kSlack, room);
    if (!row.accountName.isEmpty()) {
        const QString account = Words::safeLine(row.accountName, kTextCap);
        const int wanted = smallMetrics.horizontalAdvance(account) + kSlack;
        const int free = room - nameWidth - kGap;
        if (free >= qMin(wanted, kMinimumAccount)) {
            const int w = qMin(wanted, free);
            l.account = centred(top, nameMetrics.height(), left + nameWidth + kGap, w, smallMetrics.height());
            l.accountText = smallMetrics.elidedText(account, Qt::ElideRight, w);
        }
    }
    if (!row.tags.isEmpty()) {
        const int taken = l.account.isEmpty() ? left + nameWidth : l.account.right() + 1;
        const QRect place(taken + 2 * kGap, top, end - kGap - taken - 2 * kGap, nameMetrics.height());
        l.tags = tagMarks(row.tags, place, smallMetrics);
    }
    l.name = QRect(left, top, nameWidth, nameMetrics.height());
    l.nameText = nameMetrics.elidedText(name, Qt::ElideRight, nameWidth);

    // Second line, from its end: unread, assignee, chip; what is left is the preview's.
    end = right;
    const int secondHeight = previewMetrics.height();
    if (row.unread > 0) {
        l.unreadText = row.unread > kLargestCount ? QString(QString::number(kLargestCount) + u'+')
                                                  : QString::number(row.unread);
        const int h = badgeMetrics.height() + 2;
        const int w = qMax(h, badgeMetrics.horizontalAdvance(l.unreadText) + 2 * kBadgePadding);
        l.unread = centred(secondTop, secondHeight, end - w, w, h);
        end = l.unread.left() - kGap;
    }

    QString chip;
    if (row.snoozedUntil) {
        chip = Words::listTimeAhead(*row.snoozedUntil, row.now);
        l.chipIconName = "snooze";
    } else {
        chip = Words::reply(row.reply, row.now).chip;
        l.chipIconName = iconFor(row.reply);
    }
    // A coloured chip has a ground and so a margin; a quiet one is only icon and text.
    const bool hasGround =
        !row.snoozedUntil && (row.reply.urgency == Urgency::Amber || row.reply.urgency == Urgency::Red);
    const int chipPadding = hasGround ? kChipPadding : 0;
    const int chipHeight = smallMetrics.height() + 2;
    const int chipWidth = chip.isEmpty()
        ? 0
        : kChipIcon + metrics::kGrid + smallMetrics.horizontalAdvance(chip) + 2 * chipPadding;
    const int assigneeSide = chipHeight + 2;

    int free = end - left - kMinimumPreview;
    // The window decides what an agent does next, so it outlasts the assignee.
    const bool chipFits = chipWidth > 0 && free >= chipWidth + kGap;
    if (chipFits)
        free -= chipWidth + kGap;
    if (!row.assigneeName.isEmpty() && (chip.isEmpty() || chipFits) && free >= assigneeSide + kGap) {
        l.assignee = centred(secondTop, secondHeight, end - assigneeSide, assigneeSide, assigneeSide);
        l.assigneeText = Words::initials(row.assigneeName);
        end = l.assignee.left() - kGap;
    }
    if (chipFits) {
        l.chip = centred(secondTop, secondHeight, end - chipWidth, chipWidth, chipHeight);
        l.chipIcon = QRect(l.chip.left() + chipPadding, l.chip.top() + (chipHeight - kChipIcon) / 2,
                           kChipIcon, kChipIcon);
        const int textLeft = l.chipIcon.right() + 1 + metrics::kGrid;
        l.chipLabel = QRect(textLeft, l.chip.top(), l.chip.right() + 1 - chipPadding - textLeft, chipHeight);
        l.chipText = chip;
        end = l.chip.left() - kGap;
    }

    int previewLeft = left;
    l.previewIconName = iconFor(row.preview);
    if (*l.previewIconName && end - previewLeft > kMark + kGap) {
        l.previewIcon = centred(secondTop, secondHeight, previewLeft, kMark, kMark);
        previewLeft = l.previewIcon.right() + 1 + metrics::kGrid;
    }
    const QString preview = previewLine(row);
    const int previewWidth = qMax(0, end - previewLeft);
    if (!preview.isEmpty()) {
        l.preview = QRect(previewLeft, secondTop, previewWidth, secondHeight);
        l.previewText = previewMetrics.elidedText(preview, Qt::ElideRight, previewWidth);
    }

    if (direction == Qt::RightToLeft) {
        const QRect whole(QPoint(0, 0), l.size);
        for (QRect *rect : {&l.accountBar, &l.avatar, &l.channel, &l.name, &l.account, &l.blocked, &l.failed,
                            &l.pending, &l.bot, &l.mention, &l.time, &l.previewIcon, &l.preview, &l.chip,
                            &l.chipIcon, &l.chipLabel, &l.assignee, &l.unread}) {
            if (!rect->isEmpty())
                *rect = QStyle::visualRect(direction, whole, *rect);
        }
        for (ConversationRowLayout::TagMark &mark : l.tags) {
            mark.dot = QStyle::visualRect(direction, whole, mark.dot);
            mark.label = QStyle::visualRect(direction, whole, mark.label);
        }
    }
    return l;
}

QRect ConversationRowLayout::rectOf(Part part) const
{
    switch (part) {
    case Part::Avatar:
        return avatar;
    case Part::Channel:
        return channel;
    case Part::Name:
        return name;
    case Part::Account:
        return account;
    case Part::AccountBar:
        return accountBar;
    case Part::Time:
        return time;
    case Part::Failed:
        return failed;
    case Part::Pending:
        return pending;
    case Part::Blocked:
        return blocked;
    case Part::Bot:
        return bot;
    case Part::Mention:
        return mention;
    case Part::Tags: {
        QRect all;
        for (const TagMark &mark : tags)
            all |= mark.dot | mark.label;
        return all;
    }
    case Part::Preview:
        return preview;
    case Part::Chip:
        return chip;
    case Part::Assignee:
        return assignee;
    case Part::Unread:
        return unread;
    case Part::None:
        break;
    }
    return {};
}

ConversationRowLayout::Part ConversationRowLayout::partAt(const QPoint &position) const
{
    // The channel lies on the avatar, so it is asked first.
    for (const Part part : {Part::Channel, Part::Avatar, Part::Name, Part::Account, Part::Time, Part::Failed,
                            Part::Pending, Part::Blocked, Part::Bot, Part::Mention, Part::Tags, Part::Preview,
                            Part::Chip, Part::Assignee, Part::Unread, Part::AccountBar}) {
        if (rectOf(part).contains(position))
            return part;
    }
    return Part::None;
}

QString spokenConversationRow(const ConversationRow &row)
{
    QStringList parts;
    parts << Words::customerNameOr(Words::safeLine(row.name, kTextCap)) << Words::channel(row.channel);
    if (!row.accountName.isEmpty())
        parts << Words::safeLine(row.accountName, kTextCap);
    if (row.failedSend)
        parts << Words::failedSend();
    if (row.unread > 0)
        parts << Words::unread(row.unread);
    if (row.pending)
        parts << Words::pendingChange();
    if (row.blocked)
        parts << Words::blockedCustomer();
    if (row.status == ConversationStatus::Bot)
        parts << Words::status(row.status);
    if (row.mentionsMe && !row.mentionSeen)
        parts << RowWords::mentionsYou();
    if (row.snoozedUntil)
        parts << Words::snoozedUntil(*row.snoozedUntil, row.now);
    else
        parts << Words::reply(row.reply, row.now).spoken;
    if (!row.assigneeName.isEmpty())
        parts << (row.assignedToMe ? Words::assignedToYou() : Words::assignedTo(row.assigneeName));
    if (!row.tags.isEmpty())
        parts << RowWords::tagged(row.tags);
    parts << previewLine(row);
    if (row.lastActivity)
        parts << Words::listTime(*row.lastActivity, row.now);
    parts.removeAll(QString());
    return Words::list(parts);
}

QString conversationPartToolTip(const ConversationRow &row, ConversationRowLayout::Part part)
{
    using Part = ConversationRowLayout::Part;
    switch (part) {
    case Part::Channel:
        return Words::channel(row.channel);
    case Part::Avatar:
    case Part::Name: {
        const QString name = Words::customerNameOr(Words::safeLine(row.name, kTextCap));
        // A narrow row has no room for the account's name.
        return row.accountName.isEmpty() ? name
                                         : Words::list({name, Words::safeLine(row.accountName, kTextCap)});
    }
    case Part::Account:
    case Part::AccountBar:
        return Words::safeLine(row.accountName, kTextCap);
    case Part::Time:
        return row.lastActivity ? Words::exactTime(*row.lastActivity) : QString();
    case Part::Failed:
        return Words::failedSend();
    case Part::Pending:
        return Words::pendingChange();
    case Part::Blocked:
        return Words::blockedCustomer();
    case Part::Bot:
        return Words::status(row.status);
    case Part::Mention:
        return RowWords::mentionsYou();
    case Part::Tags:
        return RowWords::tagged(row.tags);
    case Part::Preview:
        return previewLine(row);
    case Part::Chip: {
        if (row.snoozedUntil)
            return Words::snoozedUntil(*row.snoozedUntil, row.now);
        const ReplyText text = Words::reply(row.reply, row.now);
        return text.toolTip.isEmpty() ? text.headline : text.toolTip;
    }
    case Part::Assignee:
        return row.assignedToMe ? Words::assignedToYou() : Words::assignedTo(row.assigneeName);
    case Part::Unread:
        return Words::unread(row.unread);
    case Part::None:
        break;
    }
    return {};
}

} // namespace inbox::ui
