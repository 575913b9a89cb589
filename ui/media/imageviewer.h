// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"

#include <QImage>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace inbox::ui {

// A picture over the whole window, on a dark ground in either theme, with its neighbours a key away. A layer
// of the window, owned by it; GUI thread. Fetches, decodes and saves nothing itself: it asks by signals.
class ImageViewer : public QWidget {
    Q_OBJECT
public:
    struct Item {
        models::MediaRef ref;
        QString name; // as it may be shown
    };

    explicit ImageViewer(QWidget *window);

    // Shows `items[index]`; the focus goes back to where it was when the viewer closes.
    void open(const QList<Item> &items, int index);
    void close();
    // More pictures, or fewer, of the same conversation: what is shown stays.
    void setItems(const QList<Item> &items);
    std::optional<models::MediaRef> current() const;
    // How the current picture's file stands; others are ignored.
    void setState(const models::MediaRef &ref, const models::MediaState &state);
    // The decoded picture; a null one cannot be shown. Others than the current are ignored.
    void setPicture(const models::MediaRef &ref, const QImage &picture);

    // Device pixels for one of the picture's: 1 is its true size.
    qreal zoom() const;
    bool isFitted() const { return m_fitted; }
    // Where the picture stands, in logical pixels.
    QRectF pictureRect() const;

Q_SIGNALS:
    void opened();
    void closed();
    void shown(const inbox::models::MediaRef &ref); // its picture is wanted
    void loadWanted(const inbox::models::MediaRef &ref);
    void saveWanted(const inbox::models::MediaRef &ref);
    void copied();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const char *icon, const QString &name, void (ImageViewer::*pressed)());
    void place();
    void go(int to);
    void next();
    void previous();
    void zoomIn();
    void zoomOut();
    void fit();
    void trueSize();
    // Keeps what is under `fixed` (logical pixels) where it is.
    void zoomTo(qreal zoom, const QPointF &fixed);
    qreal fittingZoom() const;
    QRectF stage() const; // where a fitted picture may be
    void keepInSight();
    void copy();
    void save();
    void load();
    void update();
    QString facts() const; // position, measures

    QList<Item> m_items;
    int m_index = -1;
    models::MediaState m_state;
    QImage m_picture;
    QPixmap m_scaled; // for the present zoom, when it is below 1
    qreal m_scaledZoom = 0;
    QTimer m_sharpen;
    bool m_broken = false; // there is a file, but no picture in it
    bool m_fitted = true;
    qreal m_zoom = 1; // while not fitted
    QPointF m_centre; // of the picture, from the middle of the stage, logical pixels
    QPointF m_grabbed;
    bool m_dragging = false;
    bool m_dragged = false;
    QList<QToolButton *> m_buttons; // in the order of Tab
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_zoomOut;
    QToolButton *m_zoomIn;
    QToolButton *m_fit;
    QToolButton *m_copy;
    QToolButton *m_save;
    QToolButton *m_close;
    QToolButton *m_load;
    QPointer<QWidget> m_focusBefore;
};

} // namespace inbox::ui
