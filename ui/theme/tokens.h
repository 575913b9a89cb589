// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace inbox::ui {

// The colours of the window by purpose. Text on a surface keeps at least 4.5:1, marks and borders that carry
// meaning 3:1; a test holds every pair to it. No colour stands alone: a word or a shape goes with it.
struct Tokens {
    bool dark = false;
    QColor window; // behind the panes, bars
    QColor surface; // panes, lists, fields
    QColor raised; // menus, cards, buttons
    QColor border; // hairlines between things
    QColor control; // outlines of fields and buttons: a mark, so 3:1
    QColor text;
    QColor muted; // secondary text
    QColor accent;
    QColor onAccent; // text on accent
    QColor selection; // selected rows
    QColor hover; // rows and quiet buttons under the pointer
    QColor bubbleCustomer;
    QColor bubbleCustomerBorder;
    QColor bubbleAgent;
    QColor note;
    QColor noteBorder;
    QColor danger;
    QColor dangerSurface;
    QColor onDanger; // text on danger
    QColor warning;
    QColor warningSurface;
    QColor success;
    QColor successSurface;
    QColor read; // the two ticks of a message the customer has read
    QColor focus; // the 2-px ring
};

const Tokens &lightTokens();
const Tokens &darkTokens();

// WCAG 2 contrast of two opaque colours: 1 (none) to 21 (black on white).
double contrastRatio(const QColor &a, const QColor &b);

// A calm colour for a person, the same on every machine and in every run, with the text colour that is
// readable on it. `seed` is the customer's id.
struct AvatarColors {
    QColor background;
    QColor text;
};
AvatarColors avatarColors(const QString &seed, bool dark);
// How many different colours avatarColors() can give; for the contrast test.
int avatarColorCount();
AvatarColors avatarColorsAt(int index, bool dark);

} // namespace inbox::ui
