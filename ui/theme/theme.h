// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QAbstractButton;
class QApplication;

namespace inbox::ui {

using models::Density;
using models::ThemeMode;

// Sizes in logical pixels on the 4-px grid.
namespace metrics {
constexpr int kGrid = 4;
constexpr int kSmall = 8;
constexpr int kMedium = 12;
constexpr int kLarge = 16;
constexpr int kControlRadius = 6;
constexpr int kBubbleRadius = 10;
constexpr int kFocusWidth = 2;
constexpr int kIcon = 20; // in buttons and menus
constexpr int kSmallIcon = 16; // in lines of text
constexpr int kAnimationMs = 120;
} // namespace metrics

// How the program looks: colours, fonts, density. One for the application, made on first use, lives in the
// GUI thread. Follows the system's light or dark until told otherwise. Never reads or writes settings.
class Theme final : public QObject {
    Q_OBJECT

public:
    static Theme &instance();
    // Short for instance().tokens(): what delegates ask while painting.
    static const Tokens &colors() { return *instance().m_tokens; }

    // Sets style, palette and the rest on the application and goes on following the system. Call once, after
    // the QApplication is made and before the first window.
    void install(QApplication &application);

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    Density density() const { return m_density; }
    void setDensity(Density density);
    int fontPercent() const { return m_fontPercent; }
    // The application's font, in percent of the system's.
    void setFontPercent(int percent);
    bool isDark() const { return m_tokens->dark; }
    const Tokens &tokens() const { return *m_tokens; }
    // Grows by one whenever anything visible changed: the key of caches that hold painted things.
    int revision() const { return m_revision; }

    QPalette palette() const { return paletteFor(*m_tokens); }
    static QPalette paletteFor(const Tokens &tokens);

    // Fonts derived from a widget's own, so that the system's size is respected.
    static QFont small(const QFont &base); // 0.87
    static QFont title(const QFont &base); // 1.2, semibold
    static QFont semibold(const QFont &base);
    // Emoji in colour before anything else, for places that hold nothing but an emoji; `scale` times the
    // size.
    static QFont emoji(const QFont &base, double scale = 1);
    // Fixed width, for ```mono```.
    static QFont mono(const QFont &base);

    // False when the system asks for less movement.
    static bool animationsEnabled();

Q_SIGNALS:
    void changed(); // colours, density or size of text; everything visible has to be painted anew

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    Theme();
    void apply();
    void readSystemPalette();
    bool systemIsDark() const;

    QApplication *m_application = nullptr;
    ThemeMode m_mode = ThemeMode::System;
    Density m_density = Density::Comfortable;
    int m_fontPercent = 100;
    QFont m_systemFont;
    QPalette m_systemPalette;
    const Tokens *m_tokens = nullptr;
    int m_revision = 0;
    bool m_applying = false;
    bool m_readPending = false;
};

// What a button is for. Secondary is the default; Quiet has no outline until pointed at.
enum class ButtonKind { Secondary, Primary, Quiet, Danger };
void setButtonKind(QAbstractButton *button, ButtonKind kind);
// What goes away with the keyboard in it would hand that to just anybody: `heir` gets it first.
void giveUpFocus(QWidget *going, QWidget *heir);
ButtonKind buttonKind(const QObject *button);

} // namespace inbox::ui
