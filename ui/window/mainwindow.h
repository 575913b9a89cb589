// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/workspace.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/noticebar.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QSettings;
class QSplitter;
class QStackedLayout;

namespace inbox::ui {

class AccountBanners;
class CommandPalette;
class Composer;
class ConversationPane;
class DetailsPane;
class HelpOverlay;
class KeyDispatcher;
class MediaDesk;
class NewConversationWindow;
class Notices;
class Popup;
class RecordsWindow;
class SequenceHint;
class SettingsWindow;
class ThreadPane;
class TopBar;
class WelcomePage;

// The inbox's window: three panes, the bar above them, and what every command does. Owned by the application;
// GUI thread. Starts no request itself, opens nothing outside itself: that leaves by signals.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    // `workspace` outlives the window. `settingsDir` keeps the window's place and the panes' sizes; empty:
    // nothing is remembered.
    MainWindow(models::Workspace &workspace, const QString &settingsDir, QWidget *parent = nullptr);
    ~MainWindow() override;

    Commands &commands() { return *m_commands; }
    const domain::ConversationKey &openKey() const { return m_models.current.key(); }
    // An empty key closes what is open.
    void openConversation(const domain::ConversationKey &key);
    // Before the person's eyes, from wherever they are; with a conversation, that one open and in focus.
    void present(const domain::ConversationKey &key = {});
    void showNotice(NoticeBar::Kind kind, const QString &text);
    // The languages there are to choose from, as codes.
    void setLanguages(const QStringList &codes) { m_languages = codes; }
    // Not remembered: a wish from the command line.
    void setThemeMode(ThemeMode mode);
    QStringList noticeTexts() const;

Q_SIGNALS:
    void linkActivated(const QUrl &url); // already judged safe
    void openFileWanted(const QString &path); // a file of the cache that may be opened by another program
    void demoRequested();
    void quitRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Pane { List, Thread, Composer, Details };

    void build();
    void setUp();
    void rebuild();
    void buildMedia();
    void connectModels();
    void setHandlers();
    void refreshCommandsSoon();
    void closeLayers();
    static bool isTyping();

    void showView(models::View view);
    QList<domain::ConversationKey> targets(Command command) const;
    bool changed(const QList<domain::ConversationKey> &keys);
    void tellRefusals(const QString &why);
    void tellTakenBack(const QList<domain::ConversationKey> &keys, bool again);
    void popUp(Popup *popup, QWidget *anchor);
    void showSavedView(const models::AccountView &saved);
    void markDoneAndGoOn();
    void setStatus(domain::ConversationStatus status);
    void setRead(const QList<domain::ConversationKey> &keys, bool read);
    void assignToMe();
    void askWhoIAm(const domain::AccountId &account, std::function<void()> then = {});
    int accountRow(const domain::AccountId &account) const;
    void retry();
    void goBack();
    void leaveSearch();
    void goToPane(int by);
    void focusPane(Pane pane);
    Pane focusedPane() const;
    bool showsOnePane() const; // very narrow: the list, the thread or the details
    void openPalette();
    void pickEmoji();
    void writeNote();
    void pickSnippet();
    void askForName();
    void askForMetadata();
    void toggleOnline();
    void askToDelete();
    void askToAutomate(domain::Automation::Kind kind);
    void askWhatToFind();
    void onAutomationEnded(const domain::ConversationKey &key, const domain::AutomationEnd &end);
    void togglePeek();
    void toggleDetails();
    void showAccounts(bool addNew);
    SettingsWindow *showSettings();
    void showRecords(int page); // a RecordsWindow::Page
    RecordsWindow *recordsWindow();
    void showNewConversation();
    void followOpening(const domain::AccountId &account, const domain::OpeningId &id, int recipients);
    void showThreadMenu(const QPoint &globalPosition);
    void showListMenu(const QPoint &globalPosition);
    void applyPreferences(const models::PreferenceValues &before);
    void updateTitle();

    void arrange();
    void updateWorking();
    void updateAttention();
    void onFailed(const domain::ConversationKey &key, const sync::ActionFailure &failure);

    void restoreSettings();
    void saveSettings();

    models::Workspace &m_models;
    std::unique_ptr<QSettings> m_settings;
    Commands *m_commands;
    KeyDispatcher *m_keys = nullptr;
    TopBar *m_topBar = nullptr;
    AccountBanners *m_banners = nullptr;
    QStackedLayout *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    QSplitter *m_splitter = nullptr;
    ConversationPane *m_listPane = nullptr;
    ThreadPane *m_threadPane = nullptr;
    MediaDesk *m_media = nullptr;
    Composer *m_composer = nullptr;
    DetailsPane *m_details = nullptr;
    CommandPalette *m_palette = nullptr;
    HelpOverlay *m_help = nullptr;
    Notices *m_notices = nullptr;
    SequenceHint *m_sequenceHint = nullptr;
    QTimer m_refreshCommands;
    QPointer<QWidget> m_dialog;
    SettingsWindow *m_settingsWindow = nullptr; // made when first wanted
    RecordsWindow *m_recordsWindow = nullptr; // likewise
    NewConversationWindow *m_newConversation = nullptr; // likewise
    const QString m_profileDir;
    QStringList m_languages;
    QTimer m_rebuild;
    QList<int> m_wideSizes; // of the three panes, while all are shown
    bool m_wide = false; // all three panes are on screen
    bool m_detailsWanted = true;
    bool m_detailsInstead = false; // narrow: the details take another pane's place
    bool m_threadOnTop = false; // very narrow: the thread is shown instead of the list
    bool m_peeking = false;
    bool m_isActive = false; // one of our windows has the keyboard
    QSet<domain::ConversationKey> m_changedTogether; // by the last command for several
    int m_refusedTogether = 0; // of those, not told yet
};

} // namespace inbox::ui
