// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/storagepage.h"

#include "models/kepthistory.h"
#include "models/media.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/settings/preferencerow.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace inbox::ui {

using models::PreferenceValues;

StoragePage::StoragePage(models::Preferences &preferences, models::Media &media, models::KeptHistory &history,
                         const QString &profileDir)
    : SettingsPage(tr("Storage"), "download", preferences)
    , m_history(history)
{
    addHistory();
    const QString mib = QStringLiteral(" MiB");
    addSwitch("loadPictures", said("Load pictures by themselves"),
              said("Otherwise a picture is loaded when you click it."),
              said("images photos thumbnails download automatic", "keywords of the search"),
              &PreferenceValues::loadPictures);
    addSwitch(
        "loadPhotos", said("Show customers' photos"),
        said("They are loaded from where the customer's channel keeps them, and whoever runs that place can "
             "see that somebody looked. Otherwise their initials are shown."),
        said("avatar face portrait picture privacy download", "keywords of the search"),
        &PreferenceValues::loadPhotos);
    constexpr int kLargestFile = 2048;
    constexpr int kFileStep = 10;
    addNumber("downloadLimitMib", said("Largest file to load"), said("Anything larger is refused."),
              said("download limit size documents video", "keywords of the search"),
              &PreferenceValues::downloadLimitMib, 1, kLargestFile, kFileStep, mib);
    constexpr int kSmallestCache = 16;
    constexpr int kLargestCache = 16 * 1024;
    constexpr int kCacheStep = 64;
    addNumber("mediaCacheMib", said("Room for loaded files"),
              said("When it is full, what was not looked at for longest goes first."),
              said("cache disk space memory limit", "keywords of the search"),
              &PreferenceValues::mediaCacheMib, kSmallestCache, kLargestCache, kCacheStep, mib);

    auto *clear = new QPushButton(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearCache"));
    PreferenceRow *used =
        addRow(said("Room in use"), {},
               said("space used cache delete wipe free disk", "keywords of the search"), clear);
    clear->setAccessibleName(tr("Clear the loaded files"));
    connect(clear, &QPushButton::clicked, &media, &models::Media::clearCache);
    const auto showUsed = [used, clear, &media] {
        used->setHelp(
            tr("%1 of loaded pictures and files. What is cleared is loaded again when it is looked at.")
                .arg(QLocale().formattedDataSize(media.cacheBytes(), 1)));
        clear->setEnabled(media.cacheBytes() > 0);
    };
    connect(&media, &models::Media::cacheChanged, used, showUsed);
    showUsed();

    if (profileDir.isEmpty())
        return;
    auto *place = new QWidget;
    auto *line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kSmall);
    auto *path = new QLineEdit(QDir::toNativeSeparators(QDir(profileDir).absolutePath()));
    path->setObjectName(QStringLiteral("profilePath"));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    path->setAccessibleName(tr("Where the profile is"));
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyProfilePath"));
    copy->setAccessibleName(tr("Copy where the profile is"));
    line->addWidget(path, 1);
    line->addWidget(copy);
    connect(copy, &QPushButton::clicked, path,
            [path] { QGuiApplication::clipboard()->setText(path->text()); });
    PreferenceRow *row =
        addRow(said("Where the profile is"), said("Accounts and settings. Access tokens are not among them."),
               said("folder directory path disk backup data", "keywords of the search"), place);
    row->setControlBelow();
}

void StoragePage::addHistory()
{
    constexpr int days = 365;
    const QList<std::pair<int, QString>> times{
        {30, tr("1 month")},       {90, tr("3 months")},      {180, tr("6 months")}, {days, tr("1 year")},
        {2 * days, tr("2 years")}, {5 * days, tr("5 years")}, {0, tr("For ever")},
    };
    addChoice<int>(
        "historyDays", said("Keep what was read for"),
        said("Conversations and messages that were read are on this computer, so that they are there "
             "at once and without a network. What is older is read from the server again."),
        said("history retention offline days time delete", "keywords of the search"),
        &PreferenceValues::historyDays, times);
    constexpr int smallest = 16;
    constexpr int largest = 1024 * 1024;
    constexpr int step = 128;
    addNumber("historyMib", said("Room for each account"),
              said("When it is full, the oldest messages go first."),
              said("history disk space limit", "keywords of the search"), &PreferenceValues::historyMib,
              smallest, largest, step, QStringLiteral(" MiB"));

    auto *control = new QWidget;
    auto *lines = new QVBoxLayout(control);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::kSmall);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(metrics::kSmall);
    auto *of = new QComboBox;
    of->setObjectName(QStringLiteral("historyOf"));
    of->setAccessibleName(tr("Stored history of"));
    auto *remove = new QPushButton(tr("Delete stored history…"));
    remove->setObjectName(QStringLiteral("forgetHistory"));
    choice->addWidget(of, 1);
    choice->addWidget(remove);
    lines->addLayout(choice);
    auto *question = new QWidget;
    auto *asked = new QVBoxLayout(question);
    asked->setContentsMargins(0, 0, 0, 0);
    asked->setSpacing(metrics::kSmall);
    auto *text = new PlainLabel;
    text->setWordWrap(true);
    auto *confirm = new QPushButton(tr("Delete"));
    confirm->setObjectName(QStringLiteral("forgetHistoryConfirm"));
    auto *keep = new QPushButton(tr("Keep"));
    keep->setObjectName(QStringLiteral("forgetHistoryKeep"));
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kSmall);
    answers->addStretch();
    answers->addWidget(keep);
    answers->addWidget(confirm);
    asked->addWidget(text);
    asked->addLayout(answers);
    lines->addWidget(question);
    question->hide();

    PreferenceRow *row =
        addRow(said("Stored history"), {},
               said("history space used delete wipe forget privacy disk", "keywords of the search"), control);
    row->setControlBelow();

    const auto ask = [of, remove, question](bool asking) {
        question->setVisible(asking);
        of->setEnabled(!asking);
        remove->setEnabled(!asking && of->count() > 0);
    };
    connect(remove, &QPushButton::clicked, question, [this, ask, of, text, keep] {
        const QString account = of->currentData().toString();
        QString name;
        const auto rooms = m_history.rooms();
        for (const models::KeptHistory::Room &room : rooms) {
            if (room.account.value() == account)
                name = room.name;
        }
        text->setText(account.isEmpty()
                          ? tr("Delete the stored history of all accounts? Drafts and what waits to be sent "
                               "stay. The server keeps what it has.")
                          : tr("Delete the stored history of %1? Drafts and what waits to be sent stay. The "
                               "server keeps what it has.")
                                .arg(name));
        ask(true);
        keep->setFocus();
    });
    connect(keep, &QPushButton::clicked, question, [ask, remove] {
        ask(false);
        remove->setFocus();
    });
    connect(confirm, &QPushButton::clicked, question, [this, ask, of, remove] {
        m_history.forget(domain::AccountId(of->currentData().toString()));
        ask(false);
        remove->setFocus();
    });
    const auto show = [this, row, of, remove, question] {
        row->setHelp(tr("%1 on this computer.").arg(QLocale().formattedDataSize(m_history.bytes(), 1)));
        const QVariant chosen = of->currentData();
        const auto rooms = m_history.rooms();
        of->clear();
        if (rooms.size() > 1)
            of->addItem(tr("All accounts"), QString());
        for (const models::KeptHistory::Room &room : rooms) {
            of->addItem(tr("%1, %2", "an account and the room it takes")
                            .arg(room.name, QLocale().formattedDataSize(room.bytes, 1)),
                        room.account.value());
        }
        of->setCurrentIndex(std::max(0, of->findData(chosen)));
        of->setVisible(!rooms.isEmpty());
        remove->setEnabled(!rooms.isEmpty() && question->isHidden());
    };
    connect(&m_history, &models::KeptHistory::changed, row, show);
    show();
}

void StoragePage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    m_history.measure();
}

} // namespace inbox::ui
