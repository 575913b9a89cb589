// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/otherrow.h"

#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kPreviewLength = 120;

QString channelIcon(Channel channel)
{
    switch (channel) {
    case Channel::WhatsApp:
        return QStringLiteral("channel-whatsapp");
    case Channel::Widget:
        return QStringLiteral("channel-widget");
    case Channel::Bridge:
        return QStringLiteral("channel-bridge");
    case Channel::Voice:
        return QStringLiteral("phone");
    case Channel::Email:
        return QStringLiteral("mail");
    case Channel::Facebook:
    case Channel::Telegram:
    case Channel::Unknown:
        break;
    }
    return QStringLiteral("channel-unknown");
}

} // namespace

OtherRow::OtherRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void OtherRow::setConversation(const Conversation &conversation, const QDateTime &now)
{
    m_key = conversation.key;
    m_icon = channelIcon(conversation.channel.value);
    m_title = tr("%1 · %2", "a channel, then a status")
                  .arg(Words::channel(conversation.channel), Words::status(conversation.status));
    const OptionalTime last = lastActivity(conversation);
    m_time = last ? Words::listTime(*last, now) : QString();
    m_preview = conversation.latestMessage
        ? Words::safeLine(Words::preview(*conversation.latestMessage), kPreviewLength)
        : QString();
    const QString name = tr("Open the conversation: %1, %2, %3", "channel and status, time, last message")
                             .arg(m_title, m_time, m_preview);
    if (accessibleName() != name)
        setAccessibleName(name);
    update();
}

QSize OtherRow::sizeHint() const
{
    return {160,
            fontMetrics().height() + QFontMetrics(Theme::small(font())).height() + 2 * metrics::kGrid + 2};
}

void OtherRow::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void OtherRow::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.focus, metrics::kFocusWidth) : QPen(Qt::NoPen));
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::kControlRadius,
                                metrics::kControlRadius);
    }
    const auto place = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const auto aligned = [this](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(layoutDirection(), alignment) | Qt::AlignAbsolute);
    };
    const QFont small = Theme::small(font());
    const QFontMetrics smallMetrics(small);
    const int line = fontMetrics().height();
    Icons::paint(&painter, QLatin1String(m_icon.toLatin1()), colors.muted,
                 place(QRect(metrics::kSmall, metrics::kGrid + (line - metrics::kSmallIcon) / 2,
                             metrics::kSmallIcon, metrics::kSmallIcon)));
    const int left = metrics::kSmall + metrics::kSmallIcon + metrics::kSmall;
    const int timeWidth = smallMetrics.horizontalAdvance(m_time) + 1;
    const int right = width() - metrics::kSmall;
    painter.setFont(small);
    painter.setPen(colors.muted);
    painter.drawText(place(QRect(right - timeWidth, metrics::kGrid, timeWidth, line)),
                     aligned(Qt::AlignRight | Qt::AlignVCenter), m_time);
    painter.setLayoutDirection(m_preview.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const QRect previewRect(left, metrics::kGrid + line, right - left, smallMetrics.height());
    painter.drawText(place(previewRect), aligned(Qt::AlignLeft | Qt::AlignVCenter),
                     smallMetrics.elidedText(m_preview, Qt::ElideRight, previewRect.width()));
    const QRect titleRect(left, metrics::kGrid, right - timeWidth - metrics::kSmall - left, line);
    painter.setLayoutDirection(m_title.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.setFont(font());
    painter.setPen(colors.text);
    painter.drawText(place(titleRect), aligned(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(m_title, Qt::ElideRight, titleRect.width()));
}

} // namespace inbox::ui
