// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/media/imageviewer.h"

#include "ui/icons/icons.h"
#include "ui/text/mediawords.h"
#include "ui/text/words.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace inbox::ui {

using models::MediaPhase;

namespace {

// Dark in either theme: pictures are judged on it.
constexpr QRgb kBackdrop = qRgba(12, 14, 18, 246);
constexpr QRgb kVeil = qRgba(12, 14, 18, 170);
constexpr QRgb kText = qRgb(0xF2, 0xF4, 0xF7);
constexpr QRgb kMuted = qRgb(0xB4, 0xBB, 0xC6);
constexpr QRgb kRing = qRgb(0x8C, 0xA6, 0xFF);
constexpr int kHover = 36; // of 255, white
constexpr int kButton = 36;
constexpr int kBarHeight = 56;
constexpr int kMargin = metrics::kMedium;
constexpr qreal kStep = 1.25;
constexpr qreal kNearest = 8;
constexpr qreal kFarthest = 0.02;
constexpr int kPanStep = 60;
constexpr int kPerCent = 100;
constexpr int kPercentWidth = 52;
constexpr int kSharpenMs = 80;
constexpr int kWheelNotch = 120;

// A button on the dark ground, whatever the theme.
class ViewerButton : public QToolButton {
public:
    ViewerButton(const char *icon, QWidget *parent, bool overPicture)
        : QToolButton(parent)
        , m_icon(icon)
        , m_overPicture(overPicture)
    {
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        QColor ground(Qt::white);
        const bool words = !text().isEmpty();
        ground.setAlpha(isDown()                          ? 2 * kHover
                            : underMouse() && isEnabled() ? kHover
                            : words                       ? kHover / 2
                                                          : 0);
        if (m_overPicture) {
            // Bright pictures must not swallow it.
            painter.setBrush(QColor::fromRgba(kVeil));
            painter.drawEllipse(rect());
        }
        painter.setBrush(ground);
        const qreal radius = m_overPicture ? kButton / 2.0 : metrics::kControlRadius;
        painter.drawRoundedRect(rect(), radius, radius);
        if (hasFocus()) {
            painter.setPen(QPen(QColor(kRing), metrics::kFocusWidth));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
        }
        QColor ink(kText);
        if (!isEnabled())
            ink.setAlpha(90);
        if (words)
            drawTextLine(&painter, rect(), text(), Theme::semibold(font()), ink, layoutDirection(), true);
        else
            Icons::paint(&painter, QLatin1String(m_icon), ink,
                         QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter,
                                             {metrics::kIcon, metrics::kIcon}, rect()));
    }

private:
    const char *m_icon;
    bool m_overPicture;
};

} // namespace

ImageViewer::ImageViewer(QWidget *window)
    : QWidget(window)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_sharpen.setSingleShot(true);
    m_sharpen.setInterval(kSharpenMs);
    connect(&m_sharpen, &QTimer::timeout, this, [this] { QWidget::update(); });
    const bool mirrored = isRightToLeft();
    m_previous = addButton(mirrored ? "chevron-right" : "chevron-left", tr("Previous picture"),
                           &ImageViewer::previous);
    m_next = addButton(mirrored ? "chevron-left" : "chevron-right", tr("Next picture"), &ImageViewer::next);
    m_load = addButton("", QString(), &ImageViewer::load);
    m_zoomOut = addButton("minus", tr("Zoom out (-)"), &ImageViewer::zoomOut);
    m_zoomIn = addButton("plus", tr("Zoom in (+)"), &ImageViewer::zoomIn);
    m_fit = addButton("window", tr("Fit into the window (0)"), &ImageViewer::fit);
    m_copy = addButton(
        "copy",
        tr("Copy the picture (%1)").arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)),
        &ImageViewer::copy);
    m_save = addButton(
        "download", tr("Save… (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)),
        &ImageViewer::save);
    m_close = addButton("close", tr("Close (Esc)"), &ImageViewer::close);
    window->installEventFilter(this);
    QWidget::hide();
}

QToolButton *ImageViewer::addButton(const char *icon, const QString &name, void (ImageViewer::*pressed)())
{
    // The first two, for the neighbours, stand over the picture itself.
    auto *button = new ViewerButton(icon, this, m_buttons.size() < 2);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->resize(kButton, kButton);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, pressed);
    m_buttons.append(button);
    return button;
}

void ImageViewer::open(const QList<Item> &items, int index)
{
    if (items.isEmpty())
        return;
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_items = items;
    m_index = -1;
    place();
    QWidget::show();
    raise();
    setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
    go(qBound(0, index, int(items.size()) - 1));
}

void ImageViewer::close()
{
    if (!isVisible())
        return;
    QWidget::hide();
    m_items.clear();
    m_index = -1;
    m_picture = {};
    m_scaled = {};
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void ImageViewer::setItems(const QList<Item> &items)
{
    const std::optional<models::MediaRef> ref = current();
    if (!ref)
        return;
    const auto it =
        std::find_if(items.cbegin(), items.cend(), [&](const Item &item) { return item.ref == *ref; });
    if (it == items.cend()) {
        close(); // the message is gone
        return;
    }
    m_items = items;
    m_index = int(it - items.cbegin());
    update();
}

std::optional<models::MediaRef> ImageViewer::current() const
{
    return m_index < 0 ? std::nullopt : std::optional(m_items.at(m_index).ref);
}

void ImageViewer::go(int to)
{
    if (to < 0 || to >= m_items.size() || to == m_index)
        return;
    m_index = to;
    m_state = {};
    m_picture = {};
    m_scaled = {};
    m_broken = false;
    m_fitted = true;
    m_centre = {};
    update();
    Q_EMIT shown(m_items.at(m_index).ref);
}

void ImageViewer::setState(const models::MediaRef &ref, const models::MediaState &state)
{
    if (current() != ref)
        return;
    m_state = state;
    update();
}

void ImageViewer::setPicture(const models::MediaRef &ref, const QImage &picture)
{
    if (current() != ref)
        return;
    m_picture = picture;
    m_scaled = {};
    m_broken = picture.isNull();
    update();
}

// --- where the picture is ----------------------------------------------------------------------------------

QRectF ImageViewer::stage() const
{
    return QRectF(rect()).adjusted(kMargin, kBarHeight, -kMargin, -kMargin);
}

qreal ImageViewer::fittingZoom() const
{
    if (m_picture.isNull())
        return 1;
    const QSizeF room = stage().size() * devicePixelRatioF();
    return qMin(1.0, qMin(room.width() / m_picture.width(), room.height() / m_picture.height()));
}

qreal ImageViewer::zoom() const
{
    return m_fitted ? fittingZoom() : m_zoom;
}

QRectF ImageViewer::pictureRect() const
{
    const QSizeF size = QSizeF(m_picture.size()) * (zoom() / devicePixelRatioF());
    const QPointF middle = stage().center() + (m_fitted ? QPointF() : m_centre);
    return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size);
}

void ImageViewer::zoomTo(qreal zoom, const QPointF &fixed)
{
    if (m_picture.isNull())
        return;
    const qreal before = this->zoom();
    zoom = qBound(qMin(kFarthest, fittingZoom()), zoom, kNearest);
    const QPointF from = fixed - (stage().center() + (m_fitted ? QPointF() : m_centre));
    m_centre = (m_fitted ? QPointF() : m_centre) + from * (1 - zoom / before);
    m_zoom = zoom;
    m_fitted = false;
    keepInSight();
    m_sharpen.start();
    update();
}

void ImageViewer::keepInSight()
{
    const QSizeF size = QSizeF(m_picture.size()) * (zoom() / devicePixelRatioF());
    const qreal x = qMax(0.0, (size.width() - stage().width()) / 2);
    const qreal y = qMax(0.0, (size.height() - stage().height()) / 2);
    m_centre = QPointF(qBound(-x, m_centre.x(), x), qBound(-y, m_centre.y(), y));
}

void ImageViewer::zoomIn()
{
    zoomTo(zoom() * kStep, stage().center());
}

void ImageViewer::zoomOut()
{
    zoomTo(zoom() / kStep, stage().center());
}

void ImageViewer::fit()
{
    m_fitted = true;
    m_centre = {};
    update();
}

void ImageViewer::trueSize()
{
    zoomTo(1, stage().center());
}

void ImageViewer::next()
{
    go(m_index + 1);
}

void ImageViewer::previous()
{
    go(m_index - 1);
}

// --- what can be done with it ------------------------------------------------------------------------------

void ImageViewer::copy()
{
    if (m_picture.isNull())
        return;
    QApplication::clipboard()->setImage(m_picture);
    Q_EMIT copied();
}

void ImageViewer::save()
{
    if (const auto ref = current(); ref && m_save->isEnabled())
        Q_EMIT saveWanted(*ref);
}

void ImageViewer::load()
{
    if (const auto ref = current())
        Q_EMIT loadWanted(*ref);
}

void ImageViewer::update()
{
    if (m_index < 0)
        return;
    const bool there = !m_picture.isNull();
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < m_items.size());
    m_previous->setVisible(m_items.size() > 1);
    m_next->setVisible(m_items.size() > 1);
    m_zoomIn->setEnabled(there && zoom() < kNearest);
    m_zoomOut->setEnabled(there && zoom() > qMin(kFarthest, fittingZoom()));
    m_fit->setEnabled(there && !m_fitted);
    m_copy->setEnabled(there);
    m_save->setEnabled(m_state.phase == MediaPhase::Ready);
    const bool again = m_state.phase == MediaPhase::Failed;
    m_load->setVisible(again);
    m_load->setText(again ? MediaWords::act(CardAct::LoadAgain) : QString());
    m_load->setAccessibleName(m_load->text());
    const Item &item = m_items.at(m_index);
    setAccessibleName(tr("%1, %2", "name of a picture, its number").arg(item.name, facts()));
    setAccessibleDescription(m_broken ? MediaWords::notShown() : MediaWords::trouble(m_state));
    // A focused button that has just gone grey would leave the keys nowhere.
    const QWidget *focus = window()->focusWidget();
    if (isVisible() && (!focus || !focus->isEnabled() || (focus != this && !isAncestorOf(focus))))
        setFocus();
    place();
    QWidget::update();
}

QString ImageViewer::facts() const
{
    QStringList parts;
    if (m_items.size() > 1)
        parts << MediaWords::position(m_index, int(m_items.size()));
    const QSize pixels = m_state.pixels.isEmpty() ? m_picture.size() : m_state.pixels;
    if (!pixels.isEmpty())
        parts << tr("%1 × %2", "width and height in pixels")
                     .arg(QLocale().toString(pixels.width()), QLocale().toString(pixels.height()));
    if (m_state.total)
        parts << Words::fileSize(*m_state.total);
    return parts.join(QStringLiteral(" · "));
}

void ImageViewer::place()
{
    setGeometry(parentWidget()->rect());
    const auto put = [this](QToolButton *button, const QRect &rect) {
        button->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    int x = width() - kMargin;
    const int y = (kBarHeight - kButton) / 2;
    for (QToolButton *button : {m_close, m_save, m_copy, m_fit, m_zoomIn}) {
        x -= kButton;
        put(button, QRect(x, y, kButton, kButton));
        x -= button == m_close || button == m_copy ? metrics::kSmall : 2;
    }
    x -= kPercentWidth + kButton;
    put(m_zoomOut, QRect(x, y, kButton, kButton));
    const int middle = int(stage().center().y()) - kButton / 2;
    put(m_previous, QRect(kMargin, middle, kButton, kButton));
    put(m_next, QRect(width() - kMargin - kButton, middle, kButton, kButton));
    const QFontMetrics words(Theme::semibold(font()));
    const int load = words.horizontalAdvance(m_load->text()) + 2 * metrics::kLarge;
    m_load->setGeometry((width() - load) / 2, int(stage().center().y()) + 2 * metrics::kLarge, load, kButton);
}

// --- events ------------------------------------------------------------------------------------------------

bool ImageViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) {
            place();
            keepInSight();
            update();
        }
    } else if (event->type() == QEvent::KeyPress) {
        // A focused button takes what presses it; every other key means the picture.
        auto *press = static_cast<QKeyEvent *>(event);
        const int key = press->key();
        if (key != Qt::Key_Space && key != Qt::Key_Tab && key != Qt::Key_Backtab && key != Qt::Key_Return
            && key != Qt::Key_Enter) {
            keyPressEvent(press);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<QToolButton *>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// The keys stay in this layer.
bool ImageViewer::focusNextPrevChild(bool next)
{
    QList<QWidget *> ring{this};
    for (QToolButton *button : std::as_const(m_buttons)) {
        if (button->isVisible() && button->isEnabled())
            ring.append(button);
    }
    const qsizetype now = qMax<qsizetype>(0, ring.indexOf(window()->focusWidget()));
    const qsizetype to = (now + (next ? 1 : ring.size() - 1)) % ring.size();
    ring.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::Save)) {
        save();
        return;
    }
    const bool large = !m_picture.isNull() && !m_fitted && pictureRect().height() > stage().height();
    const auto pan = [this](int by) {
        m_centre.ry() += by;
        keepInSight();
        QWidget::update();
    };
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Left:
        isRightToLeft() ? next() : previous();
        break;
    case Qt::Key_Right:
        isRightToLeft() ? previous() : next();
        break;
    case Qt::Key_PageUp:
        previous();
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        next();
        break;
    case Qt::Key_Home:
        go(0);
        break;
    case Qt::Key_End:
        go(int(m_items.size()) - 1);
        break;
    case Qt::Key_Up:
        if (large)
            pan(kPanStep);
        break;
    case Qt::Key_Down:
        if (large)
            pan(-kPanStep);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
        fit();
        break;
    case Qt::Key_1:
        trueSize();
        break;
    default:
        break; // no key reaches what lies below
    }
    event->accept();
}

void ImageViewer::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        zoomTo(zoom() * std::pow(kStep, event->angleDelta().y() / qreal(kWheelNotch)), event->position());
    event->accept();
}

void ImageViewer::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position();
    m_dragged = false;
    m_dragging =
        event->button() == Qt::LeftButton && !m_picture.isNull() && pictureRect().contains(event->position());
    if (m_dragging && !m_fitted)
        setCursor(Qt::ClosedHandCursor);
}

void ImageViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        const bool movable = !m_fitted && !m_picture.isNull()
            && (pictureRect().width() > stage().width() || pictureRect().height() > stage().height());
        setCursor(movable && pictureRect().contains(event->position()) ? Qt::OpenHandCursor
                                                                       : Qt::ArrowCursor);
        return;
    }
    const QPointF moved = event->position() - m_grabbed;
    if (!m_dragged && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragged = true;
    m_grabbed = event->position();
    if (m_fitted)
        return;
    m_centre += moved;
    keepInSight();
    QWidget::update();
}

void ImageViewer::mouseReleaseEvent(QMouseEvent *event)
{
    const bool outside = !m_dragging && event->button() == Qt::LeftButton;
    m_dragging = false;
    unsetCursor();
    // Beside the picture one means what lies below; the bar is not beside it.
    if (outside && event->position().y() > kBarHeight && !m_picture.isNull())
        close();
}

void ImageViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_picture.isNull() || !pictureRect().contains(event->position()))
        return;
    if (m_fitted)
        zoomTo(fittingZoom() < 1 ? 1 : 2, event->position());
    else
        fit();
}

void ImageViewer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        place();
}

void ImageViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor::fromRgba(kBackdrop));
    if (m_index < 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = Theme::small(font());
    const QFontMetrics smallWords(small);
    if (!m_picture.isNull()) {
        const QRectF at = pictureRect();
        const qreal now = zoom();
        if (now < 1 && !m_sharpen.isActive() && (m_scaled.isNull() || m_scaledZoom != now)) {
            // Much smaller than it is, a picture needs more than the painter's four neighbours to look
            // smooth.
            const QSize size = (QSizeF(m_picture.size()) * now).toSize().expandedTo({1, 1});
            m_scaled =
                QPixmap::fromImage(m_picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
            m_scaled.setDevicePixelRatio(devicePixelRatioF());
            m_scaledZoom = now;
        }
        painter.save();
        painter.setClipRect(QRectF(0, kBarHeight, width(), height() - kBarHeight));
        if (now < 1 && m_scaledZoom == now && !m_scaled.isNull()) {
            // On whole device pixels, so that none is smeared over two.
            const qreal ratio = devicePixelRatioF();
            painter.drawPixmap(
                QPointF(std::round(at.left() * ratio) / ratio, std::round(at.top() * ratio) / ratio),
                m_scaled);
        } else {
            painter.setRenderHint(QPainter::SmoothPixmapTransform, now != 1 && now < 3);
            painter.drawImage(at, m_picture);
        }
        painter.restore();
    } else {
        QString say = m_broken ? MediaWords::notShown() : MediaWords::trouble(m_state);
        if (say.isEmpty() && m_state.phase == MediaPhase::Ready && !m_state.picture)
            say = MediaWords::notShown();
        if (say.isEmpty()) {
            say = MediaWords::progress(m_state);
            const QString percent = MediaWords::percent(m_state);
            if (!percent.isEmpty() && m_state.phase == MediaPhase::Loading)
                say = percent + QStringLiteral(" · ") + say;
        }
        const QFontMetrics words(font());
        const QRect line(metrics::kLarge, int(stage().center().y()) - words.height() / 2,
                         width() - 2 * metrics::kLarge, words.height());
        drawTextLine(&painter, line, words.elidedText(say, Qt::ElideRight, line.width()), font(),
                     QColor(kText), layoutDirection(), true);
    }

    painter.fillRect(QRect(0, 0, width(), kBarHeight), QColor(QRgb(kBackdrop)));
    // The bar: name and facts on one side, buttons on the other, the zoom between its two.
    const Item &item = m_items.at(m_index);
    const QRect out = QStyle::visualRect(layoutDirection(), rect(), m_zoomOut->geometry());
    const QFont bold = Theme::semibold(font());
    const QFontMetrics boldWords(bold);
    const int room = qMax(0, out.left() - kMargin - metrics::kLarge);
    const int height = boldWords.height() + smallWords.height();
    const int top = (kBarHeight - height) / 2;
    const QRect name = QStyle::visualRect(layoutDirection(), rect(),
                                          QRect(kMargin + metrics::kGrid, top, room, boldWords.height()));
    const QRect about = QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(kMargin + metrics::kGrid, top + boldWords.height(), room, smallWords.height()));
    drawTextLine(&painter, name, boldWords.elidedText(item.name, Qt::ElideMiddle, room), bold, QColor(kText),
                 layoutDirection());
    drawTextLine(&painter, about, smallWords.elidedText(facts(), Qt::ElideRight, room), small, QColor(kMuted),
                 layoutDirection());
    if (!m_picture.isNull()) {
        const QRect percent = QStyle::visualRect(layoutDirection(), rect(),
                                                 QRect(out.right() + 1, 0, kPercentWidth, kBarHeight));
        drawTextLine(&painter, percent, tr("%1 %", "zoom").arg(QLocale().toString(qRound(zoom() * kPerCent))),
                     small, QColor(kMuted), layoutDirection(), true);
    }
}

} // namespace inbox::ui
