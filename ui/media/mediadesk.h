// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/media.h"
#include "ui/dialogs/noticebar.h"
#include "ui/media/imageviewer.h"
#include "ui/thread/cards.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace inbox::models {
class Preferences;
class ThreadModel;
} // namespace inbox::models

namespace inbox::ui {

class FileSaver;
class SoundPlayer;
class ThreadView;

// What people do with the pictures, files, sounds, places and contacts of the open conversation: it tells the
// thread how each looks, and carries out what is clicked or asked for by key. Owned by the window; GUI
// thread. Opens nothing outside the window itself: that leaves by signals.
class MediaDesk : public QObject, public CardFaces {
    Q_OBJECT
public:
    // All outlive the desk; `window` owns it.
    MediaDesk(models::Media &media, models::ThreadModel &thread, models::Preferences &preferences,
              ThreadView &view, QWidget *window);
    ~MediaDesk() override;

    CardFace face(const models::ThreadRow &row, int content, const QSize &box) const override;

    CardAct mainAct(const models::ThreadRow &row) const override;
    bool canSave(const models::ThreadRow &row) const override;
    // Sensitive, and not asked for yet: the first act is to show it.
    bool isHidden(const models::ThreadRow &row) const;
    void doMainAct(const models::ThreadRow &row);
    void save(const models::ThreadRow &row);

    SoundPlayer &sound() { return *m_sound; }
    const SoundPlayer &sound() const { return *m_sound; }
    FileSaver &saver() { return *m_saver; }
    ImageViewer &viewer() { return *m_viewer; }

Q_SIGNALS:
    void linkActivated(const QUrl &url); // http, https
    // A file of the cache that may be opened by another program, and is wanted there.
    void openFileWanted(const QString &path);
    void notice(inbox::ui::NoticeBar::Kind kind, const QString &text);

private:
    models::MediaRef refOf(const models::ThreadRow &row, int content) const;
    const domain::MessageContent *contentOf(const models::MediaRef &ref) const;
    // The first card a key can mean; -1 when there is none.
    static int firstCard(const models::ThreadRow &row);
    void onCard(const models::ThreadRow &row, int content, CardZone zone, int line, qreal fraction);
    void act(const models::MediaRef &ref, const domain::MessageContent &content, CardAct act);
    // After the file has come; at once when it is there.
    void actOnFile(const models::MediaRef &ref, CardAct act);
    void saveFile(const models::MediaRef &ref);
    void saveContact(const domain::ContactContent &contact);
    void copy(const QString &text);
    void view(const models::MediaRef &ref);
    QList<ImageViewer::Item> pictures() const;
    void showInViewer(const models::MediaRef &ref);
    void onMediaChanged(const models::MediaRef &ref);
    void onConversationChanged();
    void loadSeen();

    models::Media &m_media;
    models::ThreadModel &m_thread;
    models::Preferences &m_preferences;
    ThreadView &m_view;
    SoundPlayer *m_sound;
    FileSaver *m_saver;
    ImageViewer *m_viewer;
    QHash<models::MediaRef, CardAct> m_then; // what to do once a file is there
    mutable QSet<models::MediaRef> m_seen; // pictures painted before they were there
    mutable QTimer m_loadSeen;
};

} // namespace inbox::ui
