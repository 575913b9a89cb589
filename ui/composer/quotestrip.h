// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace inbox::ui {

class PlainLabel;

// The message a reply refers to, above the field, with a button that drops the reference. GUI thread.
class QuoteStrip : public QWidget {
    Q_OBJECT
public:
    explicit QuoteStrip(QWidget *parent = nullptr);

    // Words from outside: made safe here.
    void setQuote(const QString &author, const QString &words);

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_author;
    PlainLabel *m_words;
    QToolButton *m_remove;
};

} // namespace inbox::ui
