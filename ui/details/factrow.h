// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QTimer>
#include <QUrl>

class QTextLayout;
class QToolButton;

namespace inbox::ui {

// One fact: its name small, its value below, wrapped. A click, Enter or the space bar copies the value and
// says so for a moment. Hidden while there is no value. GUI thread; the value is plain text from anywhere.
class FactRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit FactRow(const QString &name, QWidget *parent = nullptr);

    void setName(const QString &name);
    // `value` is shown, `copied` (when given) goes to the clipboard instead. Changes nothing when both are as
    // they were.
    void setValue(const QString &value, const QString &copied = {});
    // As above, for a value put together from parts that Words has made safe.
    void setSafeValue(const QString &safe, const QString &copied);
    // As setValue(), for several things in one line, each with a dot in its tag's colour before it.
    struct Colored {
        QString text;
        QString color; // as the API has it; may be none
    };
    void setColored(const QList<Colored> &things);
    // A second, smaller button that does something with the value: write to it, call it. An invalid link
    // takes the button away.
    void setLink(const QUrl &link, QLatin1String icon, const QString &what);
    QString value() const { return m_value; }
    QString name() const { return m_name; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkActivated(const QUrl &link);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Dot {
        qsizetype at; // in the value
        QString color;
        friend bool operator==(const Dot &, const Dot &) = default;
    };

    void copy();
    void setDots(const QList<Dot> &dots);
    void updateAccessibleName();
    QRect valueRect(int width) const;
    QString lines() const; // of the value, as a text layout takes them
    void colorDots(QTextLayout &layout) const;
    void placeLink();

    QString m_name;
    QString m_value; // made safe
    QString m_copied;
    QList<Dot> m_dots;
    struct Measured {
        int available;
        QString value;
        QFont font;
        int height = 0;
    };
    mutable QList<Measured> m_measured;
    QUrl m_url;
    QToolButton *m_link = nullptr; // made when first needed
    QTimer m_confirmation;
};

} // namespace inbox::ui
