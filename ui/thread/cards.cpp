// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/cards.h"

#include "services/domain/text.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/thread/bubblelayout.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextLayout>
#include <QUrlQuery>

#include <algorithm>

namespace inbox::ui {

using namespace domain;
using models::MediaPhase;

namespace {

constexpr int kPictureHeight = 216; // 4:3 lying fills it, 3:4 upright keeps a good size
constexpr int kIconBox = 40;
constexpr int kSymbol = 44; // the round sign in a picture's place
constexpr int kGap = metrics::kSmall;
constexpr int kLineGap = metrics::kGrid;
constexpr int kGroove = 4; // height of the seek bar's line
constexpr int kKnob = 12;
constexpr int kSeekHeight = 20; // what can be hit
constexpr int kShortText = 200;
constexpr int kContactLines = 8;
constexpr int kLabelShare = 3; // a label takes at most a third of its line
constexpr int kRing = 3;
constexpr int kFullCircle = 360 * 16; // in the sixteenths QPainter counts
constexpr int kQuarter = kFullCircle / 4;
constexpr qreal kTint = 0.16;
constexpr qreal kButtonTint = 0.12;
constexpr int kMapZoom = 17;
constexpr int kMapDigits = 6;

const MediaContent *mediaOf(const MessageContent &content)
{
    return std::get_if<MediaContent>(&content);
}

const char *iconOf(const MessageContent &content)
{
    if (const MediaContent *media = mediaOf(content)) {
        switch (media->kind) {
        case MediaKind::Image:
            return "image";
        case MediaKind::Video:
            return "video";
        case MediaKind::Audio:
            return media->voice ? "mic" : "audio";
        case MediaKind::Document:
            return "document";
        }
    }
    if (std::holds_alternative<LocationContent>(content))
        return "location";
    if (std::holds_alternative<ContactContent>(content))
        return "contact";
    return "unknown";
}

int buttonHeight(const QFontMetrics &small)
{
    return small.height() + 2 * metrics::kGrid;
}

// As wide as the widest word that may stand on it, so that no word moves another.
int buttonWidth(const QFontMetrics &small, std::initializer_list<CardAct> acts)
{
    int width = 0;
    for (const CardAct act : acts)
        width = qMax(width, small.horizontalAdvance(MediaWords::act(act)));
    return width + 2 * metrics::kMedium;
}

// Icon, and two or three lines beside it.
void layoutHead(CardLayout &c, const BubbleFonts &fonts, const QString &title, const QString &subtitle,
                const QString &detail = {})
{
    const QFontMetrics bold(fonts.bold);
    const QFontMetrics small(fonts.small);
    const int extra = (subtitle.isEmpty() ? 0 : 1) + (detail.isEmpty() ? 0 : 1);
    const int words = bold.height() + extra * (small.height() + 2);
    const int height = qMax(kIconBox, words);
    c.rect.setHeight(height);
    c.iconBox =
        QRect(c.rect.left(), c.rect.top() + (extra > 1 ? 2 : (height - kIconBox) / 2), kIconBox, kIconBox);
    const int left = c.iconBox.right() + 1 + metrics::kSmall + 2;
    const int room = c.rect.right() + 1 - left;
    int y = c.rect.top() + (height - words) / 2;
    c.title = QRect(left, y, room, bold.height());
    c.titleText = bold.elidedText(title, Qt::ElideMiddle, room);
    y += bold.height() + 2;
    if (!subtitle.isEmpty()) {
        c.subtitle = QRect(left, y, room, small.height());
        c.subtitleText = small.elidedText(subtitle, Qt::ElideRight, room);
        y += small.height() + 2;
    }
    if (!detail.isEmpty()) {
        c.detail = QRect(left, y, room, small.height());
        c.detailText = small.elidedText(detail, Qt::ElideRight, room);
    }
}

void layoutButtons(CardLayout &c, const BubbleFonts &fonts, std::initializer_list<CardAct> first,
                   std::initializer_list<CardAct> second)
{
    const QFontMetrics small(fonts.smallBold);
    const int height = buttonHeight(small);
    int x = c.rect.left();
    const int y = c.rect.bottom() + 1 + kGap;
    // Where they do not fit side by side, as with a large font, both give way.
    const int room = c.rect.width() - (second.size() > 0 ? kGap : 0);
    int one = first.size() > 0 ? buttonWidth(small, first) : 0;
    int two = second.size() > 0 ? buttonWidth(small, second) : 0;
    if (one + two > room) {
        one = one * room / (one + two);
        two = room - one;
    }
    if (one > 0) {
        c.first = QRect(x, y, one, height);
        x += one + kGap;
    }
    if (two > 0)
        c.second = QRect(x, y, two, height);
    c.rect.setBottom(y + height - 1);
}

void layoutSound(CardLayout &c, const MediaContent &media, const BubbleFonts &fonts)
{
    const QFontMetrics small(fonts.small);
    const QFontMetrics smallBold(fonts.smallBold);
    const int height = qMax(kIconBox, kSeekHeight + small.height());
    c.rect.setHeight(height);
    c.iconBox = QRect(c.rect.left(), c.rect.top() + (height - kIconBox) / 2, kIconBox, kIconBox);
    const int left = c.iconBox.right() + 1 + metrics::kSmall + 2;
    const int room = c.rect.right() + 1 - left;
    const int speed = smallBold.horizontalAdvance(MediaWords::speed(1.5)) + 2 * metrics::kSmall;
    const int speedHeight = smallBold.height() + 2;
    c.seek = QRect(left, c.rect.top(), room - speed - metrics::kSmall, kSeekHeight);
    c.speed =
        QRect(c.rect.right() + 1 - speed, c.rect.top() + (kSeekHeight - speedHeight) / 2, speed, speedHeight);
    c.subtitle = QRect(left, c.seek.bottom() + 1, room, small.height());
    const QString kind =
        media.name.isEmpty() || media.voice ? QString() : Words::safeLine(media.name, kShortText);
    QStringList about{kind.isEmpty() ? Words::messageKind(media) : kind};
    if (media.size)
        about << Words::fileSize(*media.size);
    const int clock = small.horizontalAdvance(QStringLiteral("00:00 / 00:00"));
    c.clock = QRect(c.rect.right() + 1 - clock, c.subtitle.top(), clock, small.height());
    c.subtitle.setWidth(room - clock - metrics::kSmall);
    // The name may be cut, the size not.
    const QString tail = about.size() > 1 ? QString(QStringLiteral(" · ") + about.last()) : QString();
    c.subtitleText =
        small.elidedText(about.first(), Qt::ElideMiddle, c.subtitle.width() - small.horizontalAdvance(tail))
        + tail;
}

QUrl callLink(const QString &number)
{
    const bool international = number.startsWith(u'+') || number.startsWith(QLatin1String("00"));
    const QString digits = domain::phoneDigits(number);
    return domain::safeLink(QString(QLatin1String(international ? "tel:+" : "tel:") + digits))
        .value_or(QUrl());
}

QUrl mailLink(const QString &address)
{
    return domain::safeLink(QString(QLatin1String("mailto:") + address)).value_or(QUrl());
}

QUrl noLink(const QString &)
{
    return {};
}

void layoutPerson(CardLayout &c, const ContactContent &contact, const BubbleFonts &fonts)
{
    const QFontMetrics text(fonts.text);
    const QFontMetrics small(fonts.small);
    QStringList about;
    for (const QString &part : {contact.title, contact.department, contact.company}) {
        if (!part.isEmpty())
            about << Words::safeLine(part, kShortText);
    }
    layoutHead(c, fonts,
               contact.formattedName.isEmpty() ? Words::messageKind(contact)
                                               : Words::safeLine(contact.formattedName, kShortText),
               about.isEmpty() ? Words::messageKind(contact) : about.join(QStringLiteral(" · ")));
    int y = c.rect.bottom() + 1 + metrics::kGrid;
    struct Group {
        const QList<LabelledValue> &values;
        QUrl (*link)(const QString &value);
    };
    for (const Group &group : {Group{contact.phones, callLink}, Group{contact.emails, mailLink},
                               Group{contact.addresses, noLink}}) {
        for (const LabelledValue &value : group.values) {
            if (value.value.trimmed().isEmpty() || c.lines.size() >= kContactLines)
                continue;
            CardLayout::Line line;
            line.value = value.value.trimmed();
            line.rect =
                QRect(c.rect.left(), y, c.rect.width(), qMax(text.height(), metrics::kIcon) + kLineGap);
            const auto middle = [&line](int height) {
                return line.rect.top() + (line.rect.height() - height) / 2;
            };
            line.copy = QRect(line.rect.right() + 1 - line.rect.height(), line.rect.top(), line.rect.height(),
                              line.rect.height());
            int right = line.copy.left() - metrics::kGrid;
            line.labelText = small.elidedText(MediaWords::label(value.label), Qt::ElideRight,
                                              c.rect.width() / kLabelShare);
            if (!line.labelText.isEmpty()) {
                const int w = small.horizontalAdvance(line.labelText) + 2;
                line.label = QRect(right - w, middle(small.height()), w, small.height());
                right = line.label.left() - metrics::kSmall;
            }
            line.text =
                QRect(line.rect.left(), middle(text.height()), right - line.rect.left(), text.height());
            line.textText =
                text.elidedText(Words::safeLine(line.value, kShortText), Qt::ElideMiddle, line.text.width());
            line.target = group.link(line.value);
            y = line.rect.bottom() + 1;
            c.lines.push_back(line);
        }
    }
    c.rect.setBottom(y - 1);
    layoutButtons(c, fonts, {CardAct::SaveContact}, {});
}

void paintButton(QPainter *p, const QRect &rect, const QString &text, const BubbleFonts &fonts,
                 const QColor &ground, bool strong)
{
    if (rect.isEmpty() || text.isEmpty())
        return;
    const Tokens &t = Theme::colors();
    p->setPen(strong ? QPen(Qt::NoPen) : QPen(mixed(ground, t.accent, 0.45), 1));
    p->setBrush(strong ? QBrush(mixed(ground, t.accent, kButtonTint)) : QBrush(Qt::NoBrush));
    p->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kControlRadius,
                       metrics::kControlRadius);
    const QFontMetrics words(fonts.smallBold);
    drawTextLine(p, rect, words.elidedText(text, Qt::ElideRight, rect.width() - metrics::kSmall),
                 fonts.smallBold, t.accent, Qt::LeftToRight, true);
}

// How much of a download has come: a part of a ring; a quarter while nobody knows of how much.
void paintRing(QPainter *p, const QRectF &box, const models::MediaState &state, const QColor &track)
{
    const QRectF ring = box.adjusted(kRing / 2.0, kRing / 2.0, -kRing / 2.0, -kRing / 2.0);
    p->setBrush(Qt::NoBrush);
    p->setPen(QPen(track, kRing));
    p->drawEllipse(ring);
    int span = kQuarter;
    if (state.phase == MediaPhase::Waiting)
        span = 0;
    else if (state.total && *state.total > 0)
        span = int(qBound(0.0, double(state.received) / double(*state.total), 1.0) * kFullCircle);
    if (span > 0) {
        p->setPen(QPen(Theme::colors().accent, kRing, Qt::SolidLine, Qt::RoundCap));
        p->drawArc(ring, kQuarter, -span);
    }
}

QRect centred(const QRect &in, int side)
{
    return QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(side, side), in);
}

// Lines in the middle of a narrow place, at most two.
void drawCentredWords(QPainter *p, const QRect &rect, const QString &text, const QFont &font,
                      const QColor &color)
{
    p->setFont(font);
    p->setPen(color);
    QString shown = text;
    const QFontMetrics words(font);
    if (words.boundingRect(QRect(0, 0, rect.width(), 1000), Qt::TextWordWrap, text).height() > rect.height())
        shown = words.elidedText(text, Qt::ElideRight, rect.width() * 2 - 2 * metrics::kLarge);
    p->setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    p->drawText(rect, int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, shown);
}

void paintPicture(QPainter *p, const CardLayout &c, const MediaContent &media, const CardFace &face,
                  const BubbleFonts &fonts, const QColor &ground)
{
    const Tokens &t = Theme::colors();
    const QColor bed = mixed(ground, t.muted, kTint);
    p->setPen(Qt::NoPen);
    p->setBrush(bed);
    p->drawRoundedRect(c.picture, metrics::kControlRadius, metrics::kControlRadius);
    const MediaPhase phase = face.media.phase;
    if (!face.thumbnail.isNull()) {
        const QSizeF size = QSizeF(face.thumbnail.size()).scaled(c.picture.size(), Qt::KeepAspectRatio);
        // Small pictures are not blown up.
        const QSizeF own = QSizeF(face.thumbnail.size()) / p->device()->devicePixelRatioF();
        const QSizeF shown = own.width() < size.width() ? own : size;
        const QRectF at(c.picture.left() + (c.picture.width() - shown.width()) / 2,
                        c.picture.top() + (c.picture.height() - shown.height()) / 2, shown.width(),
                        shown.height());
        // A texture, for its round corners are smooth where those of a clipped picture are not.
        QBrush brush(face.thumbnail);
        QTransform fit;
        fit.translate(at.left(), at.top());
        fit.scale(at.width() / face.thumbnail.width(), at.height() / face.thumbnail.height());
        brush.setTransform(fit);
        p->setRenderHint(QPainter::SmoothPixmapTransform);
        p->setBrush(brush);
        p->drawRoundedRect(at, metrics::kControlRadius, metrics::kControlRadius);
        return;
    }
    if (phase == MediaPhase::Ready && face.media.picture)
        return; // is being decoded: a blink
    const QFontMetrics small(fonts.small);
    const int words = 2 * small.height();
    QRect symbol = centred(c.picture, kSymbol);
    symbol.moveTop(c.picture.top() + (c.picture.height() - kSymbol - metrics::kSmall - words) / 2
                   + small.height() / 2);
    const QRect text(c.picture.left() + metrics::kLarge, symbol.bottom() + 1 + metrics::kSmall,
                     c.picture.width() - 2 * metrics::kLarge, words);
    const char *icon = "download";
    QString say = MediaWords::toLoad(media);
    QColor color = t.text;
    switch (phase) {
    case MediaPhase::Remote:
        break;
    case MediaPhase::Waiting:
    case MediaPhase::Loading: {
        icon = "close";
        say = MediaWords::progress(face.media);
        const QString percent = MediaWords::percent(face.media);
        if (phase == MediaPhase::Loading && !percent.isEmpty())
            say = percent + QStringLiteral(" · ") + say;
        break;
    }
    case MediaPhase::Ready:
        icon = "image";
        say = MediaWords::notShown();
        break;
    case MediaPhase::Failed:
        icon = "retry";
        say = MediaWords::trouble(face.media);
        color = t.danger;
        break;
    case MediaPhase::TooLarge:
    case MediaPhase::Refused:
        icon = "blocked";
        say = MediaWords::trouble(face.media);
        break;
    }
    p->setPen(Qt::NoPen);
    p->setBrush(ground);
    p->drawEllipse(symbol);
    if (phase == MediaPhase::Loading || phase == MediaPhase::Waiting)
        paintRing(p, symbol, face.media, mixed(ground, t.muted, 2 * kTint));
    const bool can = cardAct(c, CardZone::Body, face) != CardAct::None;
    Icons::paint(p, QLatin1String(icon), can ? t.accent : t.muted, centred(symbol, metrics::kIcon));
    drawCentredWords(p, text, say, fonts.small, color);
}

void paintSound(QPainter *p, const CardLayout &c, const CardFace &face, const BubbleFonts &fonts,
                const QColor &ground, Qt::LayoutDirection direction)
{
    const Tokens &t = Theme::colors();
    const MediaPhase phase = face.media.phase;
    const bool loading = phase == MediaPhase::Loading || phase == MediaPhase::Waiting;
    const CardAct act = cardAct(c, CardZone::Body, face);
    p->setPen(Qt::NoPen);
    p->setBrush(act == CardAct::None ? mixed(ground, t.muted, kTint) : loading ? ground : t.accent);
    p->drawEllipse(c.iconBox);
    const char *icon = "play";
    if (loading)
        icon = "close";
    else if (phase == MediaPhase::Failed)
        icon = "retry";
    else if (act == CardAct::None)
        icon = "blocked";
    else if (face.playing)
        icon = "pause";
    if (loading)
        paintRing(p, c.iconBox, face.media, mixed(ground, t.muted, 2 * kTint));
    Icons::paint(p, QLatin1String(icon),
                 act == CardAct::None ? t.muted
                     : loading        ? t.accent
                                      : t.onAccent,
                 centred(c.iconBox, metrics::kIcon));

    QRectF groove(c.seek.left(), c.seek.center().y() - kGroove / 2.0 + 0.5, c.seek.width(), kGroove);
    p->setPen(Qt::NoPen);
    p->setBrush(mixed(ground, t.muted, 2 * kTint + 0.1));
    p->drawRoundedRect(groove, kGroove / 2.0, kGroove / 2.0);
    if (face.sounding && face.duration > 0) {
        const qreal share = qBound(0.0, qreal(face.position) / qreal(face.duration), 1.0);
        const qreal travel = (c.seek.width() - kKnob) * share;
        const qreal x =
            direction == Qt::RightToLeft ? c.seek.right() + 1 - kKnob - travel : c.seek.left() + travel;
        if (direction == Qt::RightToLeft)
            groove.setLeft(x + kKnob / 2.0);
        else
            groove.setRight(x + kKnob / 2.0);
        p->setBrush(t.accent);
        p->drawRoundedRect(groove, kGroove / 2.0, kGroove / 2.0);
        p->drawEllipse(QRectF(x, c.seek.center().y() - kKnob / 2.0 + 0.5, kKnob, kKnob));
    }
    if (cardAct(c, CardZone::Speed, face) != CardAct::None) {
        p->setPen(QPen(mixed(ground, t.accent, 0.45), 1));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(c.speed).adjusted(0.5, 0.5, -0.5, -0.5), c.speed.height() / 2.0,
                           c.speed.height() / 2.0);
        drawTextLine(p, c.speed, MediaWords::speed(face.speed), fonts.smallBold, t.accent, direction, true);
    }

    const QFontMetrics small(fonts.small);
    QString trouble = face.soundTrouble.isEmpty() ? MediaWords::trouble(face.media) : face.soundTrouble;
    if (!trouble.isEmpty()) {
        // A sentence takes the place of the time, too.
        const QRect whole = c.subtitle | c.clock;
        drawTextLine(p, whole, small.elidedText(trouble, Qt::ElideRight, whole.width()), fonts.small,
                     t.danger, direction);
        return;
    }
    const QString progress = MediaWords::progress(face.media);
    drawTextLine(p, c.subtitle,
                 progress.isEmpty() ? c.subtitleText
                                    : small.elidedText(progress, Qt::ElideRight, c.subtitle.width()),
                 fonts.small, t.muted, direction);
    if (face.sounding && face.duration > 0) {
        const QString time = MediaWords::soundTime(face.position) + QStringLiteral(" / ")
            + MediaWords::soundTime(face.duration);
        p->setFont(fonts.small);
        p->setPen(t.muted);
        p->setLayoutDirection(Qt::LeftToRight); // a time reads so everywhere
        p->drawText(c.clock,
                    int((direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute
                        | Qt::AlignVCenter)
                        | Qt::TextSingleLine | Qt::TextDontClip,
                    time);
    }
}

} // namespace

std::vector<QRect *> CardLayout::rects()
{
    std::vector<QRect *> all{&rect, &iconBox, &title, &subtitle, &detail, &picture,
                             &seek, &clock,   &speed, &first,    &second};
    for (Line &line : lines)
        all.insert(all.end(), {&line.rect, &line.label, &line.text, &line.copy});
    all.erase(std::remove_if(all.begin(), all.end(), [](const QRect *r) { return r->isEmpty(); }), all.end());
    return all;
}

QUrl mapOf(const LocationContent &place)
{
    if (place.latitude && place.longitude) {
        const QString latitude = QString::number(*place.latitude, 'f', kMapDigits);
        const QString longitude = QString::number(*place.longitude, 'f', kMapDigits);
        QUrl url(QStringLiteral("https://www.openstreetmap.org/"));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("mlat"), latitude);
        query.addQueryItem(QStringLiteral("mlon"), longitude);
        url.setQuery(query);
        url.setFragment(QStringLiteral("map=%1/%2/%3").arg(QString::number(kMapZoom), latitude, longitude));
        return url;
    }
    return domain::safeLink(place.url).value_or(QUrl());
}

CardKind cardKind(const MessageContent &content)
{
    if (const MediaContent *media = mediaOf(content)) {
        switch (media->kind) {
        case MediaKind::Image:
            return CardKind::Picture;
        case MediaKind::Audio:
            return CardKind::Sound;
        case MediaKind::Video:
        case MediaKind::Document:
            return CardKind::File;
        }
    }
    if (std::holds_alternative<LocationContent>(content))
        return CardKind::Place;
    if (std::holds_alternative<ContactContent>(content))
        return CardKind::Person;
    return CardKind::Unknown;
}

CardLayout layoutCard(const MessageContent &content, int index, const BubbleFonts &fonts,
                      const QPoint &topLeft, int maximum, bool onItsWay)
{
    CardLayout c;
    c.kind = onItsWay ? CardKind::File : cardKind(content);
    c.content = index;
    c.iconName = iconOf(content);
    c.rect = QRect(topLeft, QSize(qMin(maximum, kWidestCard), 0));
    switch (c.kind) {
    case CardKind::Picture:
        // The server says nothing about a picture's size: every picture has the same box, whatever comes.
        c.rect.setHeight(c.rect.width() * kPictureHeight / kWidestCard);
        c.picture = c.rect;
        break;
    case CardKind::File: {
        const MediaContent &media = *mediaOf(content);
        layoutHead(c, fonts,
                   media.name.isEmpty() ? Words::messageKind(content)
                                        : Words::safeLine(media.name, kShortText),
                   MediaWords::about(media));
        if (!onItsWay)
            layoutButtons(c, fonts,
                          {CardAct::Load, CardAct::Cancel, CardAct::LoadAgain, CardAct::Open, CardAct::Save},
                          {CardAct::Save});
        break;
    }
    case CardKind::Sound:
        layoutSound(c, *mediaOf(content), fonts);
        break;
    case CardKind::Place: {
        const LocationContent &place = std::get<LocationContent>(content);
        const QString coordinates = MediaWords::coordinates(place);
        const QString address = Words::safeLine(place.address, kShortText);
        c.target = mapOf(place);
        layoutHead(c, fonts,
                   place.name.isEmpty() ? Words::messageKind(content)
                                        : Words::safeLine(place.name, kShortText),
                   address.isEmpty() ? coordinates : address, address.isEmpty() ? QString() : coordinates);
        const bool something = !coordinates.isEmpty() || !address.isEmpty() || !place.name.isEmpty();
        if (!c.target.isEmpty() && something)
            layoutButtons(c, fonts, {CardAct::OpenMap}, {CardAct::CopyPlace});
        else if (!c.target.isEmpty())
            layoutButtons(c, fonts, {CardAct::OpenMap}, {});
        else if (something)
            layoutButtons(c, fonts, {}, {CardAct::CopyPlace});
        break;
    }
    case CardKind::Person:
        layoutPerson(c, std::get<ContactContent>(content), fonts);
        break;
    case CardKind::Unknown:
        layoutHead(c, fonts, Words::messageKind(content), Words::cannotBeShown());
        break;
    }
    return c;
}

CardZone cardZoneAt(const CardLayout &card, const QPoint &point, int *line)
{
    if (!card.rect.contains(point))
        return CardZone::None;
    if (card.first.contains(point))
        return CardZone::First;
    if (card.second.contains(point))
        return CardZone::Second;
    if (card.seek.contains(point))
        return CardZone::Seek;
    if (card.speed.contains(point))
        return CardZone::Speed;
    for (size_t i = 0; i < card.lines.size(); ++i) {
        if (!card.lines[i].rect.contains(point))
            continue;
        *line = int(i);
        return card.lines[i].copy.contains(point) ? CardZone::CopyLine : CardZone::Line;
    }
    return CardZone::Body;
}

CardAct mainCardAct(CardKind kind, const CardFace &face)
{
    switch (kind) {
    case CardKind::Place:
        return CardAct::OpenMap;
    case CardKind::Person:
        return CardAct::SaveContact;
    case CardKind::Unknown:
        return CardAct::None;
    case CardKind::Picture:
    case CardKind::File:
    case CardKind::Sound:
        break;
    }
    switch (face.media.phase) {
    case MediaPhase::Remote:
        return kind == CardKind::Sound ? CardAct::Play : CardAct::Load;
    case MediaPhase::Waiting:
    case MediaPhase::Loading:
        return CardAct::Cancel;
    case MediaPhase::Failed:
        return CardAct::LoadAgain;
    case MediaPhase::TooLarge:
    case MediaPhase::Refused:
        return CardAct::None;
    case MediaPhase::Ready:
        break;
    }
    if (kind == CardKind::Picture)
        return face.media.picture ? CardAct::View : CardAct::Save;
    if (kind == CardKind::Sound)
        return face.playing ? CardAct::Pause : CardAct::Play;
    return face.media.openable ? CardAct::Open : CardAct::Save;
}

CardAct cardAct(const CardLayout &card, CardZone zone, const CardFace &face)
{
    const CardAct main = mainCardAct(card.kind, face);
    switch (zone) {
    case CardZone::None:
        return CardAct::None;
    case CardZone::Body:
        switch (card.kind) {
        case CardKind::Picture:
        case CardKind::Sound:
            return main;
        case CardKind::Place:
            return card.target.isEmpty() ? CardAct::None : CardAct::OpenMap;
        default:
            return CardAct::None;
        }
    case CardZone::First:
        return main;
    case CardZone::Second:
        if (card.kind == CardKind::Place)
            return CardAct::CopyPlace;
        // Once is enough; and what cannot be had cannot be saved.
        return main == CardAct::Save || main == CardAct::None ? CardAct::None : CardAct::Save;
    case CardZone::Seek:
        return face.sounding && face.duration > 0 ? CardAct::Seek : main;
    case CardZone::Speed:
        return face.media.phase == MediaPhase::Ready && face.soundTrouble.isEmpty() ? CardAct::Speed
                                                                                    : CardAct::None;
    case CardZone::Line:
        return CardAct::None;
    case CardZone::CopyLine:
        return CardAct::CopyValue;
    }
    return CardAct::None;
}

qreal seekFraction(const CardLayout &card, const QPoint &point, Qt::LayoutDirection direction)
{
    const qreal travel = card.seek.width() - kKnob;
    const qreal at =
        direction == Qt::RightToLeft ? card.seek.right() + 1 - point.x() : point.x() - card.seek.left();
    return travel > 0 ? qBound(0.0, (at - kKnob / 2.0) / travel, 1.0) : 0;
}

QSize thumbnailBox(const CardLayout &card, qreal devicePixelRatio)
{
    return (QSizeF(card.picture.size()) * devicePixelRatio).toSize();
}

void paintCard(QPainter *p, const CardLayout &c, const MessageContent &content, const CardFace &face,
               const BubbleFonts &fonts, const QColor &ground, Qt::LayoutDirection direction)
{
    if (c.kind == CardKind::Picture) {
        paintPicture(p, c, *mediaOf(content), face, fonts, ground);
        return;
    }
    if (c.kind == CardKind::Sound) {
        paintSound(p, c, face, fonts, ground, direction);
        return;
    }
    const Tokens &t = Theme::colors();
    p->setPen(Qt::NoPen);
    p->setBrush(mixed(ground, t.accent, kTint));
    p->drawRoundedRect(c.iconBox, metrics::kControlRadius, metrics::kControlRadius);
    const bool loading = face.media.phase == MediaPhase::Loading || face.media.phase == MediaPhase::Waiting;
    if (c.kind == CardKind::File && loading) {
        const QRect ring =
            c.iconBox.adjusted(metrics::kGrid, metrics::kGrid, -metrics::kGrid, -metrics::kGrid);
        paintRing(p, ring, face.media, mixed(ground, t.muted, 2 * kTint));
        Icons::paint(p, QLatin1String("download"), t.accent, centred(c.iconBox, metrics::kSmallIcon));
    } else {
        Icons::paint(p, QLatin1String(c.iconName), t.accent, centred(c.iconBox, metrics::kIcon + 2));
    }
    drawTextLine(p, c.title, c.titleText, fonts.bold, c.target.isEmpty() ? t.text : t.accent, direction);
    const QFontMetrics small(fonts.small);
    const QString trouble = c.kind == CardKind::File ? MediaWords::trouble(face.media) : QString();
    const QString progress = c.kind == CardKind::File ? MediaWords::progress(face.media) : QString();
    if (!trouble.isEmpty()) {
        drawTextLine(p, c.subtitle, small.elidedText(trouble, Qt::ElideRight, c.subtitle.width()),
                     fonts.small, t.danger, direction);
    } else if (!progress.isEmpty()) {
        drawTextLine(p, c.subtitle, small.elidedText(progress, Qt::ElideRight, c.subtitle.width()),
                     fonts.small, t.muted, direction);
    } else {
        drawTextLine(p, c.subtitle, c.subtitleText, fonts.small, t.muted, direction);
    }
    drawTextLine(p, c.detail, c.detailText, fonts.small, t.muted, direction);
    for (const CardLayout::Line &line : c.lines) {
        drawTextLine(p, line.text, line.textText, fonts.text, line.target.isEmpty() ? t.text : t.accent,
                     direction);
        drawTextLine(p, line.label, line.labelText, fonts.small, t.muted, direction);
        Icons::paint(p, QLatin1String("copy"), t.muted, centred(line.copy, metrics::kSmallIcon));
    }
    paintButton(p, c.first, MediaWords::act(cardAct(c, CardZone::First, face)), fonts, ground, true);
    paintButton(p, c.second, MediaWords::act(cardAct(c, CardZone::Second, face)), fonts, ground, false);
}

} // namespace inbox::ui
