// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/plainlabel.h"

namespace inbox::ui {

// A label that marks the words somebody searches for. Plain text all the same. GUI thread.
class HighlightLabel : public PlainLabel {
    Q_OBJECT
public:
    using PlainLabel::PlainLabel;

    // As domain::searchWords() gives them; none: nothing is marked.
    void setHighlight(const QStringList &words);
    // Where `words` stand in `text`, in UTF-16 code units; case and accents do not count.
    struct Range {
        int start = 0;
        int length = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };
    static QList<Range> ranges(const QString &text, const QStringList &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_words;
};

} // namespace inbox::ui
