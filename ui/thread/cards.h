// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"
#include "models/threadrow.h"
#include "ui/text/mediawords.h"

#include <QImage>
#include <QRect>
#include <QUrl>

#include <vector>

class QPainter;

namespace inbox::ui {

struct BubbleFonts;

enum class CardKind { Picture, File, Sound, Place, Person, Unknown };
// Where on a card. What a press there does depends on how its file stands: cardAct().
enum class CardZone { None, Body, First, Second, Seek, Speed, Line, CopyLine };

// A picture, file, sound, place or person within a bubble. Its size and all its parts depend on the message
// alone, never on how far a download has come: nothing moves when a file arrives.
struct CardLayout {
    // One number or address of a person.
    struct Line {
        QRect rect;
        QRect label; // the vendor's word for it
        QString labelText;
        QRect text;
        QString textText;
        QRect copy;
        QString value; // whole, to be copied
        QUrl target;
    };
    CardKind kind = CardKind::Unknown;
    int content = 0; // index in Message::contents
    QRect rect;
    QRect iconBox; // Sound: the play button
    const char *iconName = "";
    QRect title;
    QString titleText;
    QRect subtitle;
    QString subtitleText;
    QRect detail; // Place: coordinates
    QString detailText;
    QRect picture; // Picture: the box it is fitted into
    QRect seek; // Sound
    QRect clock;
    QRect speed;
    QRect first; // buttons
    QRect second;
    std::vector<Line> lines; // Person
    QUrl target; // Place: where the map is; empty: nowhere

    // Every rectangle, for moving and mirroring.
    std::vector<QRect *> rects();
};

// What a card looks like at this moment.
struct CardFace {
    models::MediaState media;
    QImage thumbnail; // device pixels; null: not there yet
    bool sounding = false; // the player holds this sound
    bool playing = false;
    qint64 position = 0; // ms
    qint64 duration = 0; // ms; 0: not known yet
    qreal speed = 1;
    QString soundTrouble; // why it cannot be heard
};

// Tells how cards look now. GUI thread.
class CardFaces {
public:
    virtual ~CardFaces() = default;
    // `box` is the size of the thumbnail wanted, in device pixels; empty for cards that show none.
    virtual CardFace face(const models::ThreadRow &row, int content, const QSize &box) const = 0;
    // What the key does with a message's first card; None when it has none or nothing can be done.
    virtual CardAct mainAct(const models::ThreadRow &row) const = 0;
    virtual bool canSave(const models::ThreadRow &row) const = 0;
};

constexpr int kWidestCard = 288;

// Lays a card out at `topLeft`, at most `maximum` wide. `onItsWay`: it is a file of ours that is not sent
// yet, so there is nothing to be fetched or done.
CardLayout layoutCard(const domain::MessageContent &content, int index, const BubbleFonts &fonts,
                      const QPoint &topLeft, int maximum, bool onItsWay = false);
// Where `point` is on the card; `line` is filled in for lines.
CardZone cardZoneAt(const CardLayout &card, const QPoint &point, int *line);
// What a press there does now; None: nothing, and it should not look as if.
CardAct cardAct(const CardLayout &card, CardZone zone, const CardFace &face);
// The one thing a card is for: what the key does.
CardAct mainCardAct(CardKind kind, const CardFace &face);
CardKind cardKind(const domain::MessageContent &content);
// Where a place is on a map in the browser; empty: nobody knows. The coordinates are what the customer really
// sent: the vendor's link is followed only without them.
QUrl mapOf(const domain::LocationContent &place);
// Where in a sound `point` is, 0 to 1, from the reading direction's start.
qreal seekFraction(const CardLayout &card, const QPoint &point, Qt::LayoutDirection direction);

void paintCard(QPainter *painter, const CardLayout &card, const domain::MessageContent &content,
               const CardFace &face, const BubbleFonts &fonts, const QColor &ground,
               Qt::LayoutDirection direction);
// The size a picture's thumbnail is wanted in.
QSize thumbnailBox(const CardLayout &card, qreal devicePixelRatio);

} // namespace inbox::ui
