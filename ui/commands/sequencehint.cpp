// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/sequencehint.h"

#include "ui/commands/commands.h"
#include "ui/theme/theme.h"

namespace inbox::ui {

SequenceHint::SequenceHint(QWidget *window)
    : PlainLabel(Tone::Normal, Size::Small, window)
{
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setMargin(metrics::kSmall);
    hide();
}

void SequenceHint::showPending(const PendingKeys &pending)
{
    if (pending.isEmpty()) {
        hide();
        return;
    }
    QStringList parts;
    QStringList pressed;
    if (pending.count > 0)
        pressed.append(QString::number(pending.count));
    if (!pending.pressed.isEmpty())
        pressed.append(Commands::keyText(pending.pressed));
    parts.append(tr("%1 …", "keys pressed so far").arg(pressed.join(u' ')));
    for (const PendingKeys::Next &next : pending.next)
        parts.append(tr("%1  %2", "key and what it does")
                         .arg(Commands::keyText(next.keys), Commands::text(next.command)));
    setText(parts.join(QStringLiteral("     ")));
    // On one line where the window has room, else wrapped.
    const int room = parentWidget()->width() - 2 * metrics::kLarge;
    setWordWrap(false);
    adjustSize();
    if (width() > room) {
        setWordWrap(true);
        resize(room, heightForWidth(room));
    }
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - metrics::kLarge);
    show();
    raise();
}

} // namespace inbox::ui
