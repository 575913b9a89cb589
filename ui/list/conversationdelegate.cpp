// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/conversationdelegate.h"

#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/tagcolors.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace inbox::ui {

using namespace domain;
using models::ConversationRow;
using models::PreviewKind;

namespace {

constexpr int kCachedRows = 400;
constexpr qint64 kMinuteSeconds = 60;
constexpr int kSelectionBar = 3;

void drawPill(QPainter *p, const QRect &rect, const QColor &fill, const QColor &line = QColor())
{
    const qreal radius = rect.height() / 2.0;
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? 0.5 : 0;
    p->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

// The middle of the picture, as large as the disc.
void paintDisc(QPainter *p, const QRect &disc, const QImage &picture)
{
    const qreal scale = qreal(disc.width()) / qMax(1, qMin(picture.width(), picture.height()));
    QBrush brush(picture);
    brush.setTransform(QTransform::fromTranslate(disc.left() - (picture.width() * scale - disc.width()) / 2,
                                                 disc.top() - (picture.height() * scale - disc.height()) / 2)
                           .scale(scale, scale));
    p->save();
    p->setRenderHint(QPainter::SmoothPixmapTransform);
    p->setPen(Qt::NoPen);
    p->setBrush(brush);
    p->drawEllipse(disc);
    p->restore();
}

} // namespace

void paintConversationRow(QPainter *p, const QRect &rect, const ConversationRow &row,
                          const ConversationRowLayout &l, const ConversationRowFonts &fonts,
                          QStyle::State state, const QImage &photo)
{
    const Tokens &t = Theme::colors();
    const bool selected = state & QStyle::State_Selected;
    const bool checked = state & QStyle::State_On;
    const bool hover = state & QStyle::State_MouseOver;
    const bool unread = row.unread > 0;
    const QColor ground = selected || checked ? t.selection : hover ? t.hover : t.surface;

    p->save();
    p->setClipRect(rect, Qt::IntersectClip);
    p->translate(rect.topLeft());
    const QRect whole(QPoint(0, 0), l.size);
    p->fillRect(whole, ground);
    p->setRenderHint(QPainter::Antialiasing);

    if (selected) {
        const QRect bar(0, 0, kSelectionBar, l.size.height());
        p->fillRect(QStyle::visualRect(l.direction, whole, bar), t.accent);
    } else {
        const bool mirrored = l.direction == Qt::RightToLeft;
        const int left = mirrored ? 0 : l.name.left();
        const int right = mirrored ? l.name.right() + 1 : l.size.width();
        p->fillRect(QRect(left, l.size.height() - 1, right - left, 1), t.border);
    }

    if (!l.accountBar.isEmpty()) {
        const qreal radius = l.accountBar.width() / 2.0;
        p->setPen(Qt::NoPen);
        p->setBrush(accountColor(row.accountColor, t.dark));
        p->drawRoundedRect(l.accountBar, radius, radius);
    }

    const AvatarColors avatar = avatarColors(row.customer.value(), t.dark);
    p->setPen(Qt::NoPen);
    p->setBrush(checked ? t.accent : avatar.background);
    p->drawEllipse(l.avatar);
    if (checked) {
        const int side = l.avatar.width() * 2 / 3;
        Icons::paint(p, QLatin1String("check"), t.onAccent,
                     QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(side, side), l.avatar));
    } else if (!photo.isNull()) {
        paintDisc(p, l.avatar, photo);
    } else if (l.initials.isEmpty()) {
        const int side = l.avatar.width() / 2;
        Icons::paint(p, QLatin1String("user"), avatar.text,
                     QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(side, side), l.avatar));
    } else {
        drawTextLine(p, l.avatar, l.initials, fonts.initials, avatar.text, l.direction, true);
    }

    // The glyph stands in a disc of the row's ground, so it reads on any avatar.
    p->setPen(Qt::NoPen);
    p->setBrush(ground);
    p->drawEllipse(l.channel);
    constexpr int kDiscMargin = 2;
    Icons::paint(p, Icons::channel(row.channel.value), t.muted,
                 l.channel.adjusted(kDiscMargin, kDiscMargin, -kDiscMargin, -kDiscMargin));

    drawTextLine(p, l.name, l.nameText, unread ? fonts.unreadName : fonts.name, t.text, l.direction);
    drawTextLine(p, l.account, l.accountText, fonts.small, t.muted, l.direction);
    drawTextLine(p, l.time, l.timeText, fonts.small, unread ? t.text : t.muted, l.direction);
    if (!l.failed.isEmpty())
        Icons::paint(p, QLatin1String("error"), t.danger, l.failed);
    if (!l.pending.isEmpty())
        Icons::paint(p, QLatin1String("refresh"), t.muted, l.pending);
    if (!l.blocked.isEmpty())
        Icons::paint(p, QLatin1String("blocked"), t.muted, l.blocked);
    if (!l.bot.isEmpty())
        Icons::paint(p, QLatin1String("bot"), t.muted, l.bot);
    if (!l.mention.isEmpty())
        drawTextLine(p, l.mention, QStringLiteral("@"), fonts.badge, t.accent, l.direction, true);
    for (const ConversationRowLayout::TagMark &tag : l.tags) {
        const QColor color = tagColor(tag.color, t.dark);
        if (color.isValid()) {
            p->setPen(Qt::NoPen);
            p->setBrush(color);
            p->drawEllipse(tag.dot);
        } else {
            Icons::paint(p, QLatin1String("tag"), t.muted, tag.dot.adjusted(-2, -2, 2, 2));
        }
        drawTextLine(p, tag.label, tag.text, fonts.small, t.muted, l.direction);
    }

    const bool draft = row.preview == PreviewKind::Draft;
    const bool offered = row.preview == PreviewKind::OfferedDraft;
    const QColor previewColor = draft ? t.accent : offered ? t.success : unread ? t.text : t.muted;
    if (!l.previewIcon.isEmpty())
        Icons::paint(p, QLatin1String(l.previewIconName),
                     draft         ? t.accent
                         : offered ? t.success
                                   : t.muted,
                     l.previewIcon);
    drawTextLine(p, l.preview, l.previewText, fonts.preview, previewColor, l.direction);

    if (!l.chip.isEmpty()) {
        QColor color = t.muted;
        const Urgency urgency = row.snoozedUntil ? Urgency::None : row.reply.urgency;
        if (urgency == Urgency::Amber) {
            color = t.warning;
            drawPill(p, l.chip, t.warningSurface);
        } else if (urgency == Urgency::Red) {
            color = t.danger;
            drawPill(p, l.chip, t.dangerSurface);
        }
        Icons::paint(p, QLatin1String(l.chipIconName), color, l.chipIcon);
        drawTextLine(p, l.chipLabel, l.chipText, fonts.small, color, l.direction);
    }
    if (!l.assignee.isEmpty()) {
        const QColor color = row.assignedToMe ? t.accent : t.muted;
        drawPill(p, l.assignee, QColor(), color);
        if (l.assigneeText.isEmpty())
            Icons::paint(p, QLatin1String("user"), color, l.assignee.adjusted(3, 3, -3, -3));
        else
            drawTextLine(p, l.assignee, l.assigneeText, fonts.assignee, color, l.direction, true);
    }
    if (!l.unread.isEmpty()) {
        drawPill(p, l.unread, t.accent);
        drawTextLine(p, l.unread, l.unreadText, fonts.badge, t.onAccent, l.direction, true);
    }

    if ((state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(p, QRectF(whole).adjusted(1, 1, -1, -1), metrics::kGrid);
    p->restore();
}

struct ConversationDelegate::Cached {
    quint64 revision = 0;
    int width = 0;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Density density = Density::Comfortable;
    qint64 minute = 0; // times and countdowns are written by the minute
    qint64 minutesLeft = 0;
    ConversationRowLayout layout;

    bool sameAs(const Cached &o) const
    {
        return revision == o.revision && width == o.width && direction == o.direction && density == o.density
            && minute == o.minute && minutesLeft == o.minutesLeft;
    }
};

ConversationDelegate::ConversationDelegate(QObject *parent, int rowRole)
    : QStyledItemDelegate(parent)
    , m_rowRole(rowRole)
    , m_cache(kCachedRows)
{
}

ConversationDelegate::~ConversationDelegate() = default;

const ConversationRowFonts &ConversationDelegate::fonts(const QFont &base) const
{
    if (!m_fonts || m_base != base) {
        m_fonts = std::make_unique<ConversationRowFonts>(base);
        m_base = base;
        m_cache.clear();
    }
    return *m_fonts;
}

const ConversationRowLayout &ConversationDelegate::layout(const ConversationRow &row,
                                                          const QStyleOptionViewItem &option) const
{
    const ConversationRowFonts &rowFonts = fonts(option.font);
    Cached wanted;
    wanted.revision = row.revision;
    wanted.width = option.rect.width();
    wanted.direction = option.direction;
    wanted.density = Theme::instance().density();
    wanted.minute = row.now.toSecsSinceEpoch() / kMinuteSeconds;
    if (row.reply.deadline)
        wanted.minutesLeft = row.now.secsTo(*row.reply.deadline) / kMinuteSeconds;
    if (const Cached *cached = m_cache.object(row.key); cached && cached->sameAs(wanted))
        return cached->layout;
    ++m_layoutsMade;
    wanted.layout = layoutConversationRow(row, rowFonts, wanted.width, wanted.density, wanted.direction);
    auto *kept = new Cached(std::move(wanted));
    m_cache.insert(row.key, kept);
    return kept->layout;
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto row = index.data(m_rowRole).value<ConversationRow>();
    QStyle::State state = option.state;
    if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
        state |= QStyle::State_On;
    // The ring belongs to the keyboard; the window knows whether the last move came from there.
    if (option.widget && option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        state |= QStyle::State_KeyboardFocusChange;
    const ConversationRowLayout &l = layout(row, option);
    const QImage photo = m_photos
        ? m_photos->photo(row.key, qCeil(l.avatar.width() * painter->device()->devicePixelRatioF()))
        : QImage();
    paintConversationRow(painter, option.rect, row, l, fonts(option.font), state, photo);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    constexpr int kUsualWidth = 340;
    return QSize(option.rect.width() > 0 ? option.rect.width() : kUsualWidth,
                 conversationRowHeight(fonts(option.font), Theme::instance().density()));
}

bool ConversationDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !view || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto row = index.data(m_rowRole).value<ConversationRow>();
    const ConversationRowLayout &l = layout(row, option);
    const ConversationRowLayout::Part part = l.partAt(event->pos() - option.rect.topLeft());
    const QString text = Words::safeToolTip(conversationPartToolTip(row, part));
    QToolTip::showText(event->globalPos(), text, view->viewport(),
                       l.rectOf(part).translated(option.rect.topLeft()));
    return true;
}

} // namespace inbox::ui
