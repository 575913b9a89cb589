// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"
#include "ui/text/messageformat.h"
#include "ui/thread/cards.h"

#include <QFont>
#include <QRect>
#include <QString>
#include <QTextLayout>
#include <QUrl>

#include <memory>
#include <vector>

namespace inbox::ui {

// The fonts of the thread, derived once from the view's.
struct BubbleFonts {
    explicit BubbleFonts(const QFont &base);
    QFont text;
    QFont small;
    QFont smallBold;
    QFont bold;
    QFont mono;
    QFont reaction;
    QFont largeEmoji; // a message of nothing but one to three emoji
};

// A text laid out line by line, each paragraph in its own direction. Positions count UTF-16 units of
// `formatted.text`.
struct TextBlock {
    struct Paragraph {
        std::shared_ptr<QTextLayout> layout;
        int start = 0;
        qreal top = 0; // below rect.top()
        qreal height = 0;
        bool quoted = false; // has a bar before it
        bool mirrored = false; // reads from the right
    };
    FormattedText formatted;
    std::vector<Paragraph> paragraphs;
    QRect rect;
    qreal lastLineWidth = 0;
    bool lastLineMirrored = false; // the last line starts on the right

    // The position nearest to `point` (in row coordinates).
    int positionAt(const QPoint &point) const;
    // The link under `point`; nullptr when there is none.
    const TextLink *linkAt(const QPoint &point) const;
};

struct ReactionLayout {
    QRect rect;
    QString text; // one emoji
    bool ours = false;
    bool pending = false; // asked for, not yet confirmed
};

// Everything there is to see of one row of the thread, worked out once for a width. Painting, hit testing and
// tests read the same one. Row coordinates, mirrored already; rectangles are empty for what is not there.
struct BubbleLayout {
    enum class Part { None, Bubble, Text, Link, Quote, Card, More, Reaction, OurReaction, Mark, Time, Older };

    // What is under the pointer.
    struct Hit {
        Part part = Part::None;
        QUrl link; // Link, Card
        int content = -1; // Card
        CardZone zone = CardZone::None; // Card
        int line = -1; // Card: of a person's
        int position = -1; // Text, Link: in the first text block that contains the point
        int block = -1;
    };

    models::ThreadRow::Kind kind = models::ThreadRow::Kind::Message;
    QSize size;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool onRight = false; // which side the bubble stands on
    bool tightTop = false; // belongs to the bubble above
    bool tightBottom = false;

    QRect bubble; // also the note's box and the label of lines
    QRect author;
    QString authorText;
    QRect campaign;
    QString campaignText;
    QRect quote;
    QRect quoteAuthor;
    QString quoteAuthorText;
    QRect quoteText;
    QString quoteTextText;
    std::vector<TextBlock> texts;
    std::vector<CardLayout> cards;
    QRect more;
    QString moreText;
    std::vector<TextBlock> trouble; // why it was not sent or delivered; none or one
    bool troubleIsDanger = false;
    QRect time;
    QString timeText;
    QRect mark;
    const char *markIcon = "";
    std::vector<ReactionLayout> reactions;

    // The width of the widest line before wrapping: wider bubbles look the same.
    int unwrappedWidth = 0;
    // Of all words: what is laid over for selecting, and what is copied.
    QRect textArea() const;
    // The corner where a bar of actions goes: above the bubble's end.
    QPoint barAnchor() const { return onRight ? bubble.topRight() : bubble.topLeft(); }
    Hit hitAt(const QPoint &point) const;
    // The card of a content; nullptr when it has none.
    const CardLayout *cardOf(int content) const;
    void moveBy(int dx);
};

struct BubbleOptions {
    int width = 0; // of the row
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool expanded = false; // "Show more" was pressed
    QDate today; // local: for "Today"
};

// The width a bubble's content may take in a row of `width`; in steps, so that dragging a window's edge does
// not lay everything out anew at every pixel.
int bubbleContentWidth(int width);

BubbleLayout layoutThreadRow(const models::ThreadRow &row, const BubbleFonts &fonts,
                             const BubbleOptions &options);

} // namespace inbox::ui
