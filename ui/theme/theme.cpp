// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPointer>
#include <QToolTip>
#include <QVariant>

namespace inbox::ui {

namespace {

constexpr double kSmallScale = 0.87;
constexpr double kTitleScale = 1.2;
constexpr const char *kKindProperty = "inboxButtonKind";

QStringList emojiFamilies()
{
    return {QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
            QStringLiteral("Segoe UI Emoji")};
}

QFont scaled(const QFont &base, double scale)
{
    QFont font(base);
    // A font has a size in points or in pixels, the other one is -1.
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * scale);
    else
        font.setPixelSize(qMax(1, qRound(base.pixelSize() * scale)));
    return font;
}

} // namespace

Theme &Theme::instance()
{
    static QPointer<Theme> theme;
    if (!theme) {
        theme = new Theme;
        if (qApp)
            theme->setParent(qApp);
    }
    return *theme;
}

Theme::Theme()
    : m_systemPalette(QGuiApplication::palette())
    , m_tokens(&lightTokens())
{
    apply();
}

void Theme::install(QApplication &application)
{
    m_application = &application;
    m_systemFont = QApplication::font();
    application.setStyle(new Style);
    readSystemPalette();
    application.installEventFilter(this);
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    ++m_revision;
    Q_EMIT changed();
}

void Theme::setFontPercent(int percent)
{
    if (m_fontPercent == percent)
        return;
    m_fontPercent = percent;
    if (m_application)
        QApplication::setFont(scaled(m_systemFont, percent / 100.0));
    ++m_revision;
    Q_EMIT changed();
}

bool Theme::systemIsDark() const
{
    // Qt 6.4 has no colour scheme to ask for; the platform theme's palette tells.
    return m_systemPalette.color(QPalette::Window).lightnessF()
        < m_systemPalette.color(QPalette::WindowText).lightnessF();
}

void Theme::apply()
{
    const bool dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && systemIsDark());
    m_tokens = dark ? &darkTokens() : &lightTokens();
    ++m_revision;
    if (m_application) {
        m_applying = true;
        m_application->setPalette(palette());
        QToolTip::setPalette(palette());
        m_applying = false;
    }
    Q_EMIT changed();
}

void Theme::readSystemPalette()
{
    // With our own palette set, Qt no longer shows the system's: take ours away for the moment of reading.
    m_applying = true;
    m_application->setPalette(QPalette());
    m_systemPalette = QGuiApplication::palette();
    m_applying = false;
}

bool Theme::eventFilter(QObject *object, QEvent *event)
{
    // Sent to every window when the desktop's theme changes; several at once become one reading.
    if (event->type() == QEvent::ThemeChange && !m_applying && !m_readPending) {
        m_readPending = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_readPending = false;
                readSystemPalette();
                apply();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(object, event);
}

QPalette Theme::paletteFor(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.border);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.control);
    p.setColor(QPalette::Shadow, t.border);
    // A window in the background keeps its colours: agents work in two windows.
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    return p;
}

QFont Theme::small(const QFont &base)
{
    return scaled(base, kSmallScale);
}

QFont Theme::title(const QFont &base)
{
    return semibold(scaled(base, kTitleScale));
}

QFont Theme::semibold(const QFont &base)
{
    QFont font(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::emoji(const QFont &base, double scale)
{
    QFont font = scaled(base, scale);
    // Not for ordinary text: an emoji font has digits of its own, and its pictures are slow to measure.
    font.setFamilies(emojiFamilies() + base.families());
    return font;
}

QFont Theme::mono(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

bool Theme::animationsEnabled()
{
    return QApplication::style()
        && QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void giveUpFocus(QWidget *going, QWidget *heir)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && (focus == going || going->isAncestorOf(focus)))
        heir->setFocus(Qt::OtherFocusReason);
}

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kKindProperty, int(kind));
    button->update();
}

ButtonKind buttonKind(const QObject *button)
{
    return button ? ButtonKind(button->property(kKindProperty).toInt()) : ButtonKind::Secondary;
}

} // namespace inbox::ui
