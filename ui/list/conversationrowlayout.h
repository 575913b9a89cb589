// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationrow.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QRect>
#include <QString>

namespace inbox::ui {

// Everything there is to see of one row of the conversation list: where it is and what it says, worked out
// once. Painting, hit testing, tool tips and tests read the same one. Rectangles are empty for what the row
// does not have or has no room for. Coordinates start at the row's own corner, mirrored already.
struct ConversationRowLayout {
    enum class Part {
        None,
        AccountBar,
        Avatar,
        Channel,
        Name,
        Account,
        Time,
        Failed,
        Pending,
        Blocked,
        Bot,
        Mention,
        Tags,
        Preview,
        Chip,
        Assignee,
        Unread
    };

    // A dot in the tag's colour, or a small picture where it has none, and its name.
    struct TagMark {
        QRect dot;
        QRect label;
        QString text;
        QString color; // as the API has it
    };

    QSize size;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    QRect accountBar; // in the account's colour, at the row's start
    QRect avatar;
    QRect channel; // on the avatar's lower corner
    QRect name;
    QRect account;
    QRect blocked;
    QRect failed;
    QRect pending;
    QRect bot; // one is answering
    QRect mention; // of me
    QList<TagMark> tags; // two at most, and only where the name leaves room for them
    QRect time;
    QRect previewIcon;
    QRect preview;
    QRect chip; // around icon and text
    QRect chipIcon;
    QRect chipLabel;
    QRect assignee;
    QRect unread;

    QString initials; // empty: a person is drawn
    QString nameText; // elided, as all below
    QString accountText;
    QString timeText;
    QString previewText;
    QString chipText;
    QString assigneeText;
    QString unreadText;
    const char *previewIconName = "";
    const char *chipIconName = "";

    Part partAt(const QPoint &position) const;
    QRect rectOf(Part part) const;
};

// The fonts a row is set in, derived once from the view's.
struct ConversationRowFonts {
    explicit ConversationRowFonts(const QFont &base);
    QFont name;
    QFont unreadName;
    QFont preview;
    QFont small;
    QFont badge;
    QFont initials;
    QFont assignee;
};

// The height of every row, in logical pixels: two lines of text, on the 4-px grid.
int conversationRowHeight(const ConversationRowFonts &fonts, Density density);

ConversationRowLayout layoutConversationRow(const models::ConversationRow &row,
                                            const ConversationRowFonts &fonts, int width, Density density,
                                            Qt::LayoutDirection direction);

// The preview as text: "You: …", "Photo", "Draft: …".
QString previewLine(const models::ConversationRow &row);

// What the row says to a screen reader, one sentence: "Maria Keller, WhatsApp, 2 unread, window closes in
// 3 hours 12 minutes, Is my parcel on…".
QString spokenConversationRow(const models::ConversationRow &row);

// What a tool tip says over one part of the row; plain text, empty for none.
QString conversationPartToolTip(const models::ConversationRow &row, ConversationRowLayout::Part part);

} // namespace inbox::ui
