// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/factrow.h"

#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/tagcolors.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolButton>
#include <QtMath>

#include <algorithm>

namespace inbox::ui {

namespace {

constexpr int kValueLength = 500;
constexpr int kConfirmationMs = 1500;
constexpr int kMinimumWidth = 120;
constexpr int kLinkButton = 28;
constexpr qsizetype kMostColored = 200;
constexpr QStringView kDot = u"\u25CF\u00A0"; // a disc, and stays with what it belongs to
constexpr int kMeasured = 3; // the pane asks for its width with and without a scroll bar, several times each

// Words stay whole where they can, which QPainter::drawText() offers for a text only or for none of its
// lines. Returns the height.
qreal breakLines(QTextLayout &layout, int width, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setTextDirection(layout.text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

FactRow::FactRow(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Copy"));
    setName(name);
    m_confirmation.setSingleShot(true);
    m_confirmation.setInterval(kConfirmationMs);
    connect(&m_confirmation, &QTimer::timeout, this, [this] {
        setAccessibleDescription({});
        update();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, &FactRow::copy);
    hide();
}

void FactRow::setName(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    updateAccessibleName();
    updateGeometry();
    update();
}

void FactRow::setValue(const QString &value, const QString &copied)
{
    setDots({});
    setSafeValue(Words::safe(value, kValueLength), copied.isEmpty() ? value : copied);
}

void FactRow::setSafeValue(const QString &safe, const QString &copied)
{
    if (safe == m_value && copied == m_copied)
        return;
    m_value = safe;
    m_copied = copied;
    m_confirmation.stop();
    updateAccessibleName();
    setVisible(!m_value.isEmpty());
    updateGeometry();
    update();
}

void FactRow::setColored(const QList<Colored> &things)
{
    // Where each comes to stand in its language's list is asked with signs that no word contains.
    constexpr char16_t kFirstSign = 0xE000;
    const qsizetype count = qMin(things.size(), kMostColored);
    QStringList signs;
    QStringList copied;
    for (qsizetype i = 0; i < count; ++i) {
        signs << QString(QChar(char16_t(kFirstSign + i)));
        copied << things.at(i).text;
    }
    const QString pattern = QLocale().createSeparatedList(signs);
    QString value;
    QList<Dot> dots;
    for (const QChar c : pattern) {
        if (c.unicode() < kFirstSign || c.unicode() >= kFirstSign + count) {
            value += c;
            continue;
        }
        const Colored &thing = things.at(c.unicode() - kFirstSign);
        if (tagColor(thing.color).isValid())
            dots.append({value.size(), thing.color});
        value += Words::safeLine(thing.text, kValueLength);
    }
    setDots(dots);
    setSafeValue(value, QLocale().createSeparatedList(copied));
}

void FactRow::setDots(const QList<Dot> &dots)
{
    if (m_dots == dots)
        return;
    m_dots = dots;
    m_measured.clear();
    updateGeometry();
    update();
}

void FactRow::setLink(const QUrl &link, QLatin1String icon, const QString &what)
{
    if (link == m_url && (m_link || !link.isValid()))
        return;
    m_url = link;
    if (!m_link) {
        m_link = new QToolButton(this);
        m_link->setFixedSize(kLinkButton, kLinkButton);
        m_link->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
        m_link->setFocusPolicy(Qt::TabFocus);
        m_link->setCursor(Qt::ArrowCursor);
        setButtonKind(m_link, ButtonKind::Quiet);
        connect(m_link, &QToolButton::clicked, this, [this] { Q_EMIT linkActivated(m_url); });
    }
    m_link->setIcon(Icons::icon(icon));
    m_link->setToolTip(what);
    m_link->setAccessibleName(what);
    m_link->setVisible(link.isValid());
    placeLink();
    updateGeometry();
}

void FactRow::placeLink()
{
    if (!m_link)
        return;
    const QRect place(width() - kLinkButton - metrics::kGrid / 2, (height() - kLinkButton) / 2, kLinkButton,
                      kLinkButton);
    m_link->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void FactRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    placeLink();
}

void FactRow::updateAccessibleName()
{
    setAccessibleName(tr("%1: %2", "the name of a fact, then its value").arg(m_name, m_value));
}

QRect FactRow::valueRect(int width) const
{
    const QFontMetrics small(Theme::small(font()));
    const int link = m_link && !m_link->isHidden() ? kLinkButton : 0;
    const int available = qMax(1, width - 3 * metrics::kSmall - metrics::kSmallIcon - link);
    const auto known = std::find_if(m_measured.cbegin(), m_measured.cend(), [&](const Measured &m) {
        return m.available == available && m.value == m_value && m.font == font();
    });
    int height = 0;
    if (known != m_measured.cend()) {
        height = known->height;
    } else {
        QTextLayout layout(lines(), font());
        height = qCeil(breakLines(layout, available, Qt::AlignLeft));
        if (m_measured.size() == kMeasured)
            m_measured.removeFirst();
        m_measured.append({available, m_value, font(), height});
    }
    return {metrics::kSmall, metrics::kGrid + small.height(), available, height};
}

QString FactRow::lines() const
{
    QString text = QString(m_value).replace(u'\n', QChar::LineSeparator);
    for (auto dot = m_dots.crbegin(); dot != m_dots.crend(); ++dot)
        text.insert(dot->at, kDot);
    return text;
}

void FactRow::colorDots(QTextLayout &layout) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const Dot &dot : m_dots) {
        QTextLayout::FormatRange range;
        range.start = int(dot.at + formats.size() * kDot.size());
        range.length = 1;
        range.format.setForeground(tagColor(dot.color));
        formats << range;
    }
    layout.setFormats(formats);
}

int FactRow::heightForWidth(int width) const
{
    return valueRect(width).bottom() + 1 + metrics::kGrid;
}

QSize FactRow::sizeHint() const
{
    const int width = qMax(kMinimumWidth, this->width());
    return {width, heightForWidth(width)};
}

QSize FactRow::minimumSizeHint() const
{
    return {kMinimumWidth, heightForWidth(qMax(kMinimumWidth, width()))};
}

void FactRow::copy()
{
    QGuiApplication::clipboard()->setText(m_copied);
    m_confirmation.start();
    setAccessibleDescription(tr("Copied"));
    update();
}

void FactRow::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void FactRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FactRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FactRow::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool confirmed = m_confirmation.isActive();
    const bool active = underMouse() || hasFocus();
    if (active) {
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
    const QRect nameRect(metrics::kSmall, metrics::kGrid, width() - 2 * metrics::kSmall,
                         smallMetrics.height());
    painter.setFont(small);
    painter.setPen(colors.muted);
    painter.drawText(place(nameRect), aligned(Qt::AlignLeft | Qt::AlignVCenter),
                     smallMetrics.elidedText(m_name, Qt::ElideRight, nameRect.width()));
    if (confirmed) {
        painter.setPen(colors.success);
        painter.drawText(place(nameRect), aligned(Qt::AlignRight | Qt::AlignVCenter), tr("Copied"));
    }

    const QRect value = valueRect(width());
    painter.setPen(colors.text);
    // The words have their own direction: a phone number has none and runs from left to right.
    QTextLayout layout(lines(), font());
    colorDots(layout);
    breakLines(layout, value.width(), Qt::Alignment(aligned(Qt::AlignLeft)));
    layout.draw(&painter, place(value).topLeft());
    if (active || confirmed) {
        const QRect icon(value.right() + 1 + metrics::kSmall,
                         value.top() + (fontMetrics().height() - metrics::kSmallIcon) / 2,
                         metrics::kSmallIcon, metrics::kSmallIcon);
        Icons::paint(&painter, confirmed ? QLatin1String("check") : QLatin1String("copy"),
                     confirmed ? colors.success : colors.muted, place(icon));
    }
}

} // namespace inbox::ui
