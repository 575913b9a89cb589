// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace inbox::ui {

// A label for words from anywhere: always plain text, in one of the theme's colours and sizes, which it keeps
// when the theme changes. GUI thread; never reads HTML.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    enum class Tone { Normal, Muted, Warning, Danger, Success };
    enum class Size { Base, Small, Semibold, Title };

    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    explicit PlainLabel(Tone tone, Size size, QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setSize(Size size);

    // Sets the text only when it differs, and hides the label while there is none.
    void setTextOrHide(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignToLayout();
    void applyTheme();

    Tone m_tone = Tone::Normal;
    Size m_size = Size::Base;
    Qt::Alignment m_layoutAlignment; // what alignToLayout() has set
};

} // namespace inbox::ui
