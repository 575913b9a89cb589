// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QBoxLayout;

namespace inbox::ui {

class HighlightLabel;

// One choice about the program: what it is, what it does, and the control, beside them or, without room,
// below. Found by its words and by keywords nobody sees. Owned by its page; GUI thread.
class PreferenceRow : public QWidget {
    Q_OBJECT
public:
    // Takes the control and gives it the label as its accessible name.
    PreferenceRow(const QString &label, const QString &help, const QString &keywords, QWidget *control,
                  QWidget *parent = nullptr);

    void setHelp(const QString &help);
    // For a control that needs the whole width.
    void setControlBelow();
    QString label() const;
    QWidget *control() const { return m_control; }
    // Each of the folded `words` stands in what the row says, or in `context`.
    bool matches(const QStringList &words, const QString &context) const;
    void setHighlight(const QStringList &words);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    bool m_below = false;
    HighlightLabel *m_label;
    HighlightLabel *m_help;
    const QString m_keywords;
    QWidget *m_control;
    QBoxLayout *m_layout;
};

} // namespace inbox::ui
