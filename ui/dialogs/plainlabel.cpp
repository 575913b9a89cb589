// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/plainlabel.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace inbox::ui {

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    // Said explicitly: on a background of another role a label would take its text colour from there.
    setForegroundRole(QPalette::WindowText);
    setText(text);
    m_layoutAlignment = alignment();
    alignToLayout();
    connect(&Theme::instance(), &Theme::changed, this, &PlainLabel::applyTheme);
    applyTheme();
}

PlainLabel::PlainLabel(Tone tone, Size size, QWidget *parent)
    : PlainLabel(QString(), parent)
{
    m_tone = tone;
    m_size = size;
    applyTheme();
}

void PlainLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    applyTheme();
}

void PlainLabel::setSize(Size size)
{
    if (m_size == size)
        return;
    m_size = size;
    applyTheme();
}

void PlainLabel::setTextOrHide(const QString &text)
{
    if (text != QLabel::text())
        setText(text);
    setVisible(!text.isEmpty());
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLayout();
}

void PlainLabel::alignToLayout()
{
    // A label aligns by its words: a Latin name would stand alone on the left of a right-to-left pane.
    if (alignment() != m_layoutAlignment)
        return; // somebody wants it otherwise
    m_layoutAlignment =
        Qt::AlignAbsolute | Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    setAlignment(m_layoutAlignment);
}

void PlainLabel::applyTheme()
{
    const Tokens &colors = Theme::colors();
    QPalette p;
    switch (m_tone) {
    case Tone::Normal:
        p.setColor(QPalette::WindowText, colors.text);
        break;
    case Tone::Muted:
        p.setColor(QPalette::WindowText, colors.muted);
        break;
    case Tone::Warning:
        p.setColor(QPalette::WindowText, colors.warning);
        break;
    case Tone::Danger:
        p.setColor(QPalette::WindowText, colors.danger);
        break;
    case Tone::Success:
        p.setColor(QPalette::WindowText, colors.success);
        break;
    }
    setPalette(p);

    const QFont base = QApplication::font();
    switch (m_size) {
    case Size::Base:
        setFont(base);
        break;
    case Size::Small:
        setFont(Theme::small(base));
        break;
    case Size::Semibold:
        setFont(Theme::semibold(base));
        break;
    case Size::Title:
        setFont(Theme::title(base));
        break;
    }
}

} // namespace inbox::ui
