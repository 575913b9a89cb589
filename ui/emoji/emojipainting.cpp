// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/emoji/emojipainting.h"

#include <QPainter>
#include <QPixmapCache>

namespace inbox::ui {

namespace {

// Qt 6.4 hands no variation selector to the font, so that ❤️‍🔥 would be a heart and a fire. An emoji
// font needs none: it has nothing but the pictures.
QString withoutSelectors(const QString &emoji)
{
    constexpr QChar kEmojiStyle(0xFE0F);
    return QString(emoji).remove(kEmojiStyle);
}

} // namespace

bool paintEmoji(QPainter *painter, const QRect &rect, const QString &emoji, const QFont &font,
                const QColor &color, EmojiEffort effort)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QString key = QStringLiteral("emoji %1 %2 %3x%4 %5 %6")
                            .arg(emoji, font.key())
                            .arg(rect.width())
                            .arg(rect.height())
                            .arg(ratio)
                            .arg(color.rgba());
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        if (effort == EmojiEffort::OnlyKept)
            return false;
        picture = QPixmap((QSizeF(rect.size()) * ratio).toSize());
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inside(&picture);
        inside.setFont(font);
        inside.setPen(color);
        const QString text = withoutSelectors(emoji);
        const qreal wide = inside.fontMetrics().horizontalAdvance(text);
        const QPointF middle = QRectF(QPointF(), QSizeF(rect.size())).center();
        inside.translate(middle);
        if (wide > rect.width())
            inside.scale(rect.width() / wide, rect.width() / wide);
        const QSizeF room(qMax(wide, qreal(rect.width())), rect.height());
        inside.drawText(QRectF(QPointF(-room.width() / 2, -room.height() / 2), room), int(Qt::AlignCenter),
                        text);
        inside.end();
        QPixmapCache::insert(key, picture);
    }
    painter->drawPixmap(rect.topLeft(), picture);
    return true;
}

} // namespace inbox::ui
