// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

#include <QWidget>

namespace inbox::ui {

// A message as its customer will see it: heading, text with its marks, footer, buttons. Variables without a
// value keep their braces. Plain text; GUI thread.
class MessagePreview : public QWidget {
    Q_OBJECT
public:
    explicit MessagePreview(QWidget *parent = nullptr);

    void setMessage(const domain::MessageTemplate &message, const QMap<QString, QString> &values);
    // Where the words are only at the provider: the values alone, by their names.
    void setValues(const QString &heading, const QMap<QString, QString> &values);
    // What a screen reader says of it: the words.
    QString words() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Block {
        enum class Kind { Media, Heading, Text, Footer, Button };
        Kind kind = Kind::Text;
        QString text;
        QString icon; // Media, Button
        friend bool operator==(const Block &, const Block &) = default;
    };

    void setBlocks(const QList<Block> &blocks);
    // Lays out, and draws where there is a painter; answers the height.
    int layOut(int width, QPainter *painter) const;
    // One block at the top of `place`, likewise.
    int layOutMedia(const Block &block, const QRect &place, QPainter *to) const;
    int layOutButton(const Block &block, const QRect &place, QPainter *to) const;
    int layOutText(const Block &block, const QRect &place, QPainter *to) const;

    QList<Block> m_blocks;
};

} // namespace inbox::ui
