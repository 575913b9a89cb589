// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/style.h"

#include "ui/icons/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

namespace inbox::ui {

namespace {

constexpr int kScrollBarExtent = 10;
constexpr int kScrollBarHandle = 6;
constexpr int kScrollBarMinimum = 32;
constexpr int kMenuItemPadding = 6;
constexpr int kMenuMargin = 4;
constexpr auto kToolButtonMenu = QStyleOptionToolButton::HasMenu;
constexpr int kShortcutGap = 24;
constexpr int kCheckSize = 16;
constexpr int kButtonMinimumWidth = 32;
constexpr int kSpinIcon = 12;
constexpr int kSpinButton = 22;
constexpr qreal kHairline = 1.0;
constexpr int kInnerRing = 2; // between the edge of a filled button and its focus ring
constexpr qreal kPressedShade = 0.12;
constexpr qreal kHoverShade = 0.06;
constexpr qreal kOutlineShare = 0.4;

// A hairline that falls on whole device pixels: half a pixel in from the edge.
void roundedBox(QPainter *p, const QRectF &rect, const QColor &fill, const QColor &line, qreal radius,
                qreal width = kHairline)
{
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (line.isValid()) {
        p->setPen(QPen(line, width));
        const qreal inset = width / 2;
        p->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    } else {
        p->setPen(Qt::NoPen);
        p->drawRoundedRect(rect, radius, radius);
    }
    p->restore();
}

struct ButtonLook {
    QColor fill;
    QColor line;
    QColor text;
};

ButtonLook buttonLook(ButtonKind kind, QStyle::State state)
{
    const Tokens &t = Theme::colors();
    const bool enabled = state & QStyle::State_Enabled;
    const bool pressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (state & QStyle::State_MouseOver);
    const qreal shade = pressed ? kPressedShade : hover ? kHoverShade : 0;
    ButtonLook look;
    switch (kind) {
    case ButtonKind::Primary:
        look.fill = mixed(t.accent, t.text, shade);
        look.text = t.onAccent;
        if (!enabled) {
            look.fill = t.border;
            look.text = t.muted;
        }
        break;
    case ButtonKind::Danger:
        look.fill = mixed(t.danger, t.text, shade);
        look.text = t.onDanger;
        if (!enabled) {
            look.fill = t.border;
            look.text = t.muted;
        }
        break;
    case ButtonKind::Quiet:
        look.text = enabled ? t.text : t.muted;
        if (state & QStyle::State_On) {
            look.fill = t.selection;
            look.text = t.accent;
        } else if (shade > 0) {
            look.fill = mixed(t.surface, t.text, shade);
        }
        break;
    case ButtonKind::Secondary:
        look.fill = mixed(t.raised, t.text, shade);
        // Its words make it known; the outline may be calmer than a field's.
        look.line = enabled ? mixed(t.border, t.control, kOutlineShare) : t.border;
        look.text = enabled ? t.text : t.muted;
        break;
    }
    return look;
}

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Danger;
}

bool keyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

// What is being typed into shows its focus however it got it.
void drawField(QPainter *p, const QStyleOption *option, const QRect &rect)
{
    const Tokens &t = Theme::colors();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = option->state & QStyle::State_HasFocus;
    roundedBox(p, rect, enabled ? t.surface : t.window,
               focus         ? t.focus
                   : enabled ? t.control
                             : t.border,
               metrics::kControlRadius, focus ? metrics::kFocusWidth : kHairline);
}

void drawIcon(QPainter *p, const char *name, const QColor &color, const QRect &rect, int size)
{
    const QRect target = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(size, size), rect);
    Icons::paint(p, QLatin1String(name), color, target);
}

// Of a tool button's picture and words.
int besideIcon(const QStyleOptionToolButton &tool)
{
    constexpr int kQtsGap = 4;
    return (tool.icon.isNull() ? 0 : tool.iconSize.width() + kQtsGap)
        + tool.fontMetrics.horizontalAdvance(tool.text) + 2;
}

} // namespace

QRegion roundedRegion(const QRect &rect, int radius)
{
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    return QRegion(shape.toFillPolygon().toPolygon());
}

void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    roundedBox(painter, rect, QColor(), Theme::colors().focus, radius, metrics::kFocusWidth);
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || widget->inherits("QScrollBar") || widget->inherits("QSplitterHandle"))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *p,
                          const QWidget *widget) const
{
    const Tokens &t = Theme::colors();
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            drawFocusRing(p, option->rect, metrics::kControlRadius);
        return;
    case PE_PanelButtonCommand: {
        const ButtonLook look = buttonLook(buttonKind(widget), option->state);
        roundedBox(p, option->rect, look.fill, look.line, metrics::kControlRadius);
        if (!keyboardFocus(option))
            return;
        // On a filled button a ring would have the button's own colour: it goes inside, in the text's.
        if (isFilled(buttonKind(widget)))
            roundedBox(p, QRectF(option->rect).adjusted(kInnerRing, kInnerRing, -kInnerRing, -kInnerRing),
                       QColor(), look.text, metrics::kControlRadius - kInnerRing, metrics::kFocusWidth);
        else
            drawFocusRing(p, option->rect, metrics::kControlRadius);
        return;
    }
    case PE_PanelButtonTool: {
        // Tool buttons are quiet unless they say otherwise.
        const ButtonKind kind = buttonKind(widget);
        const ButtonLook look =
            buttonLook(kind == ButtonKind::Secondary ? ButtonKind::Quiet : kind, option->state);
        if (look.fill.isValid())
            roundedBox(p, option->rect, look.fill, look.line, metrics::kControlRadius);
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(p, option, option->rect);
        else
            p->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) || (widget && widget->inherits("QPlainTextEdit"))) {
            p->save();
            const bool focus = option->state & State_HasFocus;
            roundedBox(p, option->rect, QColor(), focus ? t.focus : t.control, metrics::kControlRadius,
                       focus ? metrics::kFocusWidth : kHairline);
            p->restore();
        } else {
            roundedBox(p, option->rect, QColor(), t.border, metrics::kControlRadius);
        }
        return;
    case PE_PanelMenu:
        roundedBox(p, option->rect, t.raised, t.border, metrics::kControlRadius + kMenuMargin / 2);
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        roundedBox(p, option->rect, t.raised, t.border, metrics::kControlRadius);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton: {
        const bool round = element == PE_IndicatorRadioButton;
        const bool on = option->state & State_On;
        const bool partly = option->state & State_NoChange;
        const QRectF box =
            alignedRect(option->direction, Qt::AlignCenter, QSize(kCheckSize, kCheckSize), option->rect);
        const QColor fill = !enabled ? t.border : (on || partly) ? t.accent : t.surface;
        roundedBox(p, box, fill,
                   (on || partly) ? QColor()
                       : enabled  ? t.control
                                  : t.border,
                   round ? kCheckSize / 2.0 : metrics::kGrid);
        if (round && on)
            roundedBox(p, box.adjusted(5, 5, -5, -5), t.onAccent, QColor(), 3);
        else if (on)
            drawIcon(p, "check", enabled ? t.onAccent : t.muted, box.toRect(), kCheckSize - 2);
        else if (partly)
            roundedBox(p, QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), t.onAccent,
                       QColor(), 1);
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        drawIcon(p, "chevron-down", enabled ? t.muted : t.border, option->rect, metrics::kSmallIcon);
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawIcon(p, "chevron-up", enabled ? t.muted : t.border, option->rect, metrics::kSmallIcon);
        return;
    case PE_IndicatorArrowLeft:
        drawIcon(p, "chevron-left", enabled ? t.muted : t.border, option->rect, metrics::kSmallIcon);
        return;
    case PE_IndicatorArrowRight:
        drawIcon(p, "chevron-right", enabled ? t.muted : t.border, option->rect, metrics::kSmallIcon);
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: {
        const bool selected = option->state & State_Selected;
        const bool hover = enabled && (option->state & State_MouseOver);
        if (element == PE_PanelItemViewRow && !selected)
            return;
        if (selected)
            p->fillRect(option->rect, t.selection);
        else if (hover)
            p->fillRect(option->rect, t.hover);
        return;
    }
    case PE_IndicatorToolBarSeparator:
        p->fillRect(QRect(option->rect.center().x(), option->rect.top() + metrics::kGrid, 1,
                          option->rect.height() - metrics::kSmall),
                    t.border);
        return;
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, p, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *p,
                        const QWidget *widget) const
{
    const Tokens &t = Theme::colors();
    switch (element) {
    case CE_PushButton:
        QProxyStyle::drawControl(element, option, p, widget);
        return;
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, p, widget);
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && (button->features & QStyleOptionButton::HasMenu)) {
            const QRect arrow =
                visualRect(option->direction, option->rect,
                           QRect(option->rect.right() - metrics::kSmall - metrics::kSmallIcon,
                                 option->rect.top(), metrics::kSmallIcon, option->rect.height()));
            drawIcon(p, "chevron-down", buttonLook(buttonKind(widget), option->state).text, arrow,
                     metrics::kSmallIcon);
        }
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            return;
        const ButtonLook look = buttonLook(buttonKind(widget), option->state);
        QRect rect = option->rect;
        if (button->features & QStyleOptionButton::HasMenu) {
            const int arrow = metrics::kSmallIcon + metrics::kGrid;
            rect = visualRect(option->direction, option->rect, option->rect.adjusted(0, 0, -arrow, 0));
        }
        const int flags = Qt::AlignVCenter | Qt::TextSingleLine
            | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                        : Qt::TextHideMnemonic);
        int textWidth = button->text.isEmpty()
            ? 0
            : option->fontMetrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, button->text).width();
        const QSize icon = button->icon.isNull() ? QSize() : button->iconSize;
        const int gap = icon.isEmpty() || textWidth == 0 ? 0 : metrics::kGrid + 2;
        const int iconWidth = icon.isEmpty() ? 0 : icon.width();
        textWidth = qMin(textWidth, rect.width() - iconWidth - gap);
        const int total = iconWidth + gap + textWidth;
        int x = rect.left() + (rect.width() - total) / 2;
        p->save();
        if (iconWidth > 0) {
            const QRect where(x, rect.top() + (rect.height() - icon.height()) / 2, icon.width(),
                              icon.height());
            // An icon made by Icons follows the button's text colour.
            Icons::paintIcon(p, button->icon, look.text, visualRect(option->direction, rect, where),
                             option->state & State_Enabled);
            x += iconWidth + gap;
        }
        p->setPen(look.text);
        p->drawText(
            visualRect(option->direction, rect, QRect(x, rect.top(), textWidth, rect.height())),
            flags | Qt::AlignHCenter,
            option->fontMetrics.elidedText(button->text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic));
        p->restore();
        return;
    }
    case CE_ToolButtonLabel: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!tool)
            return;
        const ButtonKind kind = buttonKind(widget);
        const ButtonLook look =
            buttonLook(kind == ButtonKind::Secondary ? ButtonKind::Quiet : kind, option->state);
        const bool iconOnly = tool->toolButtonStyle == Qt::ToolButtonIconOnly || tool->text.isEmpty();
        if (!tool->icon.isNull() && iconOnly && tool->toolButtonStyle != Qt::ToolButtonTextOnly) {
            Icons::paintIcon(p, tool->icon, look.text,
                             alignedRect(option->direction, Qt::AlignCenter, tool->iconSize, option->rect),
                             option->state & State_Enabled);
            return;
        }
        QStyleOptionToolButton copy(*tool);
        copy.palette.setColor(QPalette::ButtonText, look.text);
        // Qt puts picture and words at the leading edge and all that is left behind them.
        if (tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !(tool->features & kToolButtonMenu))
            copy.rect = alignedRect(option->direction, Qt::AlignCenter,
                                    {qMin(option->rect.width(), besideIcon(*tool)), option->rect.height()},
                                    option->rect);
        QProxyStyle::drawControl(element, &copy, p, widget);
        return;
    }
    case CE_Splitter: {
        const bool active = option->state & (State_MouseOver | State_Sunken);
        p->fillRect(option->rect, active ? t.control : t.border);
        return;
    }
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            return;
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            p->fillRect(QRect(option->rect.left() + metrics::kSmall, option->rect.center().y(),
                              option->rect.width() - 2 * metrics::kSmall, 1),
                        t.border);
            return;
        }
        const bool enabled = option->state & State_Enabled;
        const bool selected = enabled && (option->state & State_Selected);
        if (selected)
            roundedBox(p, option->rect.adjusted(kMenuMargin, 0, -kMenuMargin, 0), t.selection, QColor(),
                       metrics::kControlRadius - 2);
        const QRect inside = option->rect.adjusted(metrics::kMedium, 0, -metrics::kMedium, 0);
        const int lead = metrics::kSmallIcon + metrics::kSmall;
        const bool hasLead = item->menuHasCheckableItems || item->maxIconWidth > 0;
        const QColor color = enabled ? t.text : t.muted;
        const QRect leadRect(inside.left(), inside.top(), metrics::kSmallIcon, inside.height());
        if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
            drawIcon(p, "check", t.accent, visualRect(option->direction, inside, leadRect),
                     metrics::kSmallIcon);
        else if (!item->icon.isNull())
            Icons::paintIcon(p, item->icon, color,
                             alignedRect(option->direction, Qt::AlignCenter,
                                         QSize(metrics::kSmallIcon, metrics::kSmallIcon),
                                         visualRect(option->direction, inside, leadRect)),
                             enabled);
        QRect textRect = inside.adjusted(hasLead ? lead : 0, 0, 0, 0);
        const qsizetype tab = item->text.indexOf(u'\t');
        p->save();
        p->setFont(item->font);
        if (tab >= 0) {
            p->setPen(t.muted);
            p->drawText(visualRect(option->direction, inside, textRect),
                        int(QStyle::visualAlignment(option->direction, Qt::AlignRight)) | Qt::AlignVCenter
                            | Qt::TextSingleLine,
                        item->text.mid(tab + 1));
        }
        p->setPen(color);
        p->drawText(visualRect(option->direction, inside, textRect),
                    int(QStyle::visualAlignment(option->direction, Qt::AlignLeft)) | Qt::AlignVCenter
                        | Qt::TextSingleLine | Qt::TextHideMnemonic,
                    tab >= 0 ? item->text.left(tab) : item->text);
        p->restore();
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
            const QRect arrow(inside.right() - metrics::kSmallIcon, inside.top(), metrics::kSmallIcon,
                              inside.height());
            drawIcon(p, option->direction == Qt::RightToLeft ? "chevron-left" : "chevron-right", t.muted,
                     visualRect(option->direction, inside, arrow), metrics::kSmallIcon);
        }
        return;
    }
    case CE_ProgressBarGroove:
        roundedBox(p, option->rect, t.border, QColor(), option->rect.height() / 2.0);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            break;
        const double share = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
        QRect filled = option->rect;
        filled.setWidth(qMax(filled.height(), int(filled.width() * share)));
        roundedBox(p, visualRect(option->direction, option->rect, filled), t.accent, QColor(),
                   filled.height() / 2.0);
        return;
    }
    case CE_TabBarTabShape: {
        // A word with a line under it; the line says which one, the colour only helps.
        if (option->state & State_Selected)
            p->fillRect(QRect(option->rect.left() + metrics::kSmall, option->rect.bottom() - 1,
                              option->rect.width() - 2 * metrics::kSmall, metrics::kFocusWidth),
                        t.accent);
        else if (option->state & State_MouseOver)
            roundedBox(p, option->rect.adjusted(2, 2, -2, -4), t.hover, QColor(), metrics::kControlRadius);
        return;
    }
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->frameShape == QFrame::HLine) {
                p->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                            t.border);
                return;
            }
            if (frame->frameShape == QFrame::VLine) {
                p->fillRect(QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                            t.border);
                return;
            }
        }
        break;
    case CE_HeaderSection:
        p->fillRect(option->rect, t.window);
        p->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, p, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *p,
                               const QWidget *widget) const
{
    const Tokens &t = Theme::colors();
    switch (control) {
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            return;
        const QRect handle = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
        const bool active = option->state & State_MouseOver || option->activeSubControls & SC_ScrollBarSlider;
        const bool pressed = option->state & State_Sunken;
        const int inset = (kScrollBarExtent - kScrollBarHandle) / 2;
        const QRectF shape = bar->orientation == Qt::Vertical
            ? QRectF(handle).adjusted(inset, inset / 2.0, -inset, -inset / 2.0)
            : QRectF(handle).adjusted(inset / 2.0, inset, -inset / 2.0, -inset);
        roundedBox(p, shape, pressed || active ? t.muted : t.control, QColor(), kScrollBarHandle / 2.0);
        return;
    }
    case CC_ComboBox: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!combo)
            return;
        if (combo->editable) {
            drawField(p, option, option->rect);
        } else if (combo->frame) {
            const ButtonLook look = buttonLook(ButtonKind::Secondary, option->state & ~State_On);
            roundedBox(p, option->rect, look.fill, look.line, metrics::kControlRadius);
            if (keyboardFocus(option))
                drawFocusRing(p, option->rect, metrics::kControlRadius);
        }
        const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
        drawIcon(p, "chevron-down", option->state & State_Enabled ? t.muted : t.border, arrow,
                 metrics::kSmallIcon);
        return;
    }
    case CC_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (!spin)
            return;
        drawField(p, option, option->rect);
        const auto arrow = [&](SubControl which, const char *icon, QAbstractSpinBox::StepEnabledFlag step) {
            const QRect rect = proxy()->subControlRect(control, option, which, widget);
            const bool possible = (option->state & State_Enabled) && (spin->stepEnabled & step);
            if (possible && (option->state & State_MouseOver) && (option->activeSubControls & which))
                roundedBox(p, rect, t.hover, QColor(), metrics::kGrid);
            drawIcon(p, icon, possible ? t.muted : t.border, rect, kSpinIcon);
        };
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            arrow(SC_SpinBoxUp, "chevron-up", QAbstractSpinBox::StepUpEnabled);
            arrow(SC_SpinBoxDown, "chevron-down", QAbstractSpinBox::StepDownEnabled);
        }
        return;
    }
    case CC_ToolButton: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!tool)
            return;
        QStyleOptionToolButton copy(*tool);
        // Raised only while pointed at or pressed, as all our tool buttons.
        proxy()->drawPrimitive(PE_PanelButtonTool, &copy, p, widget);
        const bool arrow = tool->features & QStyleOptionToolButton::HasMenu
            && tool->toolButtonStyle != Qt::ToolButtonIconOnly;
        copy.rect = arrow
            ? visualRect(option->direction, option->rect,
                         option->rect.adjusted(metrics::kGrid, 0, -metrics::kSmallIcon - metrics::kGrid, 0))
            : option->rect;
        proxy()->drawControl(CE_ToolButtonLabel, &copy, p, widget);
        if (arrow)
            drawIcon(p, "chevron-down", t.muted,
                     visualRect(option->direction, option->rect,
                                QRect(option->rect.right() - metrics::kSmallIcon - 2, option->rect.top(),
                                      metrics::kSmallIcon, option->rect.height())),
                     metrics::kSmallIcon);
        if (keyboardFocus(option))
            drawFocusRing(p, option->rect, metrics::kControlRadius);
        return;
    }
    default:
        QProxyStyle::drawComplexControl(control, option, p, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return kScrollBarMinimum;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
        return metrics::kSmallIcon;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return metrics::kIcon;
    case PM_MenuVMargin:
    case PM_MenuPanelWidth:
        return metric == PM_MenuVMargin ? kMenuMargin : 1;
    case PM_MenuHMargin:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kCheckSize;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::kSmall;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? metrics::kLarge : metrics::kSmall;
    case PM_ToolTipLabelFrameWidth:
        return metrics::kGrid + 2;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QTextEdit *>(widget) || (widget && widget->inherits("QPlainTextEdit")))
            return metrics::kFocusWidth;
        return QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut: // no Alt+letter anywhere, so nothing to underline
        return 0;
    case SH_DialogButtonLayout: // as ButtonRow: what goes on stands last, whatever the desktop
        return QDialogButtonBox::GnomeLayout;
    case SH_ComboBox_Popup: // a list below the field, not over it
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask: {
        // Cut to shape rather than translucent: without a compositor the corners would be black.
        auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(data);
        if (mask && option)
            mask->region = roundedRegion(option->rect,
                                         hint == SH_Menu_Mask ? metrics::kControlRadius + kMenuMargin / 2
                                                              : metrics::kControlRadius);
        return 1;
    }
    case SH_ToolTip_WakeUpDelay: {
        constexpr int kWakeUpMs = 500;
        return kWakeUpMs;
    }
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int height = option->fontMetrics.height() + 2 * metrics::kSmall - 2;
        const bool iconOnly = button && button->text.isEmpty();
        int width = size.width() + 2 * (iconOnly ? 6 : metrics::kMedium);
        if (button && !button->icon.isNull() && !iconOnly)
            width += 2; // our gap is wider than Qt's
        return QSize(qMax(width, kButtonMinimumWidth), qMax(height, size.height() + metrics::kSmall));
    }
    case CT_ToolButton: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        QSize s = size + QSize(metrics::kSmall + 2, metrics::kSmall + 2);
        if (tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon
            && !(tool->features & kToolButtonMenu))
            s.setWidth(besideIcon(*tool) + 2 * metrics::kSmall);
        else if (tool && tool->toolButtonStyle != Qt::ToolButtonIconOnly)
            s += QSize(metrics::kSmall, 0);
        if (tool && (tool->features & QStyleOptionToolButton::HasMenu)
            && tool->toolButtonStyle != Qt::ToolButtonIconOnly)
            s += QSize(metrics::kSmallIcon, 0);
        return s;
    }
    case CT_LineEdit:
        return QSize(size.width() + metrics::kSmall, option->fontMetrics.height() + 2 * metrics::kSmall - 2);
    case CT_SpinBox:
        return QSize(size.width() + kSpinButton + metrics::kSmall,
                     option->fontMetrics.height() + 2 * metrics::kSmall - 2);
    case CT_ComboBox:
        return QSize(size.width() + metrics::kSmallIcon + 3 * metrics::kSmall,
                     option->fontMetrics.height() + 2 * metrics::kSmall - 2);
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return QSize(size.width(), 2 * metrics::kGrid + 1);
        int width = size.width() + 2 * metrics::kMedium + metrics::kSmallIcon + metrics::kSmall;
        if (item->text.contains(u'\t'))
            width += kShortcutGap;
        return QSize(width, qMax(item->fontMetrics.height(), metrics::kSmallIcon) + 2 * kMenuItemPadding);
    }
    case CT_ItemViewItem: {
        QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
        s.setHeight(qMax(s.height(), option->fontMetrics.height() + metrics::kSmall));
        return s;
    }
    case CT_TabBarTab:
        return size + QSize(metrics::kSmall, metrics::kGrid);
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        // No arrow buttons: the whole length is groove.
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? option->rect.height() : option->rect.width();
        int handle = length;
        if (bar->maximum > bar->minimum) {
            const qint64 range = qint64(bar->maximum) - bar->minimum + bar->pageStep;
            handle = qBound(qMin(kScrollBarMinimum, length),
                            int(qint64(bar->pageStep) * length / qMax<qint64>(range, 1)), length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - handle, bar->upsideDown);
        QRect rect;
        switch (sub) {
        case SC_ScrollBarGroove:
            return option->rect;
        case SC_ScrollBarSlider:
            rect = vertical ? QRect(0, start, option->rect.width(), handle)
                            : QRect(start, 0, handle, option->rect.height());
            break;
        case SC_ScrollBarSubPage:
            rect = vertical ? QRect(0, 0, option->rect.width(), start)
                            : QRect(0, 0, start, option->rect.height());
            break;
        case SC_ScrollBarAddPage:
            rect = vertical ? QRect(0, start + handle, option->rect.width(), length - start - handle)
                            : QRect(start + handle, 0, length - start - handle, option->rect.height());
            break;
        default:
            return {};
        }
        return visualRect(option->direction, option->rect, rect.translated(option->rect.topLeft()));
    }
    if (control == CC_SpinBox) {
        const int half = option->rect.height() / 2;
        const QRect buttons(option->rect.right() + 1 - kSpinButton, option->rect.top(), kSpinButton - 2,
                            option->rect.height());
        switch (sub) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, option->rect,
                              QRect(buttons.left(), buttons.top() + 2, buttons.width(), half - 2));
        case SC_SpinBoxDown:
            return visualRect(option->direction, option->rect,
                              QRect(buttons.left(), buttons.top() + half, buttons.width(), half - 2));
        case SC_SpinBoxEditField:
            return visualRect(option->direction, option->rect,
                              option->rect.adjusted(metrics::kGrid, 2, -kSpinButton, -2));
        default:
            return option->rect;
        }
    }
    if (control == CC_ComboBox) {
        const int arrow = metrics::kSmallIcon + metrics::kSmall;
        switch (sub) {
        case SC_ComboBoxArrow:
            return visualRect(
                option->direction, option->rect,
                QRect(option->rect.right() - arrow - 2, option->rect.top(), arrow, option->rect.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, option->rect,
                              option->rect.adjusted(metrics::kSmall, 2, -arrow - 2, -2));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_PushButtonContents:
        return option->rect.adjusted(metrics::kGrid, 2, -metrics::kGrid, -2);
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return option->rect.adjusted(metrics::kGrid + 1, 1, -metrics::kGrid - 1, -1);
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace inbox::ui
