// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/notificationspage.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/settings/preferencerow.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QTimeEdit>

namespace inbox::ui {

using models::NotificationPrivacy;
using models::PreferenceValues;

namespace {

QString shownSentence(NotificationPrivacy privacy)
{
    switch (privacy) {
    case NotificationPrivacy::Nothing:
        return NotificationsPage::tr("Says only that something came: “New message”.");
    case NotificationPrivacy::Name:
        return NotificationsPage::tr("Says who wrote, not what: “New message from Maria Keller”.");
    case NotificationPrivacy::Everything:
        return NotificationsPage::tr("Shows who wrote and the words, also where others can see the screen.");
    }
    return {};
}

} // namespace

NotificationsPage::NotificationsPage(models::Preferences &preferences)
    : SettingsPage(tr("Notifications"), "bell", preferences)
{
    addSwitch(
        "notifyNewMessages", said("New messages"), said("When a customer writes in a conversation of mine."),
        said("alert incoming customer", "keywords of the search"), &PreferenceValues::notifyNewMessages);
    addSwitch("notifyClosingWindows", said("Windows about to close"),
              said("When the time to answer a conversation of mine is nearly over."),
              said("alert reply window deadline expire 24 hours", "keywords of the search"),
              &PreferenceValues::notifyClosingWindows);
    addSwitch("notifyFailedSends", said("Messages that were not sent"),
              said("When something I have sent did not go out."),
              said("alert failed error send", "keywords of the search"),
              &PreferenceValues::notifyFailedSends);
    addSwitch("notifyMentions", said("Mentions of me"),
              said("When a colleague wants me to look at a conversation."),
              said("alert mention colleague team", "keywords of the search"),
              &PreferenceValues::notifyMentions);
    PreferenceRow *privacy =
        addChoice("notificationPrivacy", said("What a notification shows"), {},
                  said("privacy preview content name lock screen", "keywords of the search"),
                  &PreferenceValues::notificationPrivacy,
                  {{NotificationPrivacy::Nothing, tr("No name, no words")},
                   {NotificationPrivacy::Name, tr("The name")},
                   {NotificationPrivacy::Everything, tr("The name and the words")}});
    follow(&PreferenceValues::notificationPrivacy,
           [privacy](NotificationPrivacy now) { privacy->setHelp(shownSentence(now)); });

    const Text quietWords = said("do not disturb night evening silence time", "keywords of the search");
    addSwitch("quietHours", said("Quiet hours"), said("Nothing is announced in this time, every day."),
              quietWords, &PreferenceValues::quietHours);
    auto *times = new QWidget;
    auto *line = new QHBoxLayout(times);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kSmall);
    const auto addTime = [&](const char *name, const QString &word, const QString &accessible,
                             QTime PreferenceValues::*field) {
        auto *edit = new QTimeEdit;
        edit->setObjectName(QLatin1String(name));
        edit->setLayoutDirection(Qt::LeftToRight); // Qt would write minutes before hours
        edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
        edit->setAccessibleName(accessible);
        line->addWidget(new PlainLabel(word));
        line->addWidget(edit);
        follow(field, [edit](QTime time) {
            const QSignalBlocker quiet(edit);
            edit->setTime(time);
        });
        connect(edit, &QTimeEdit::timeChanged, this, [this, field](QTime time) { set(field, time); });
    };
    addTime("quietFrom", tr("from", "quiet hours from 20:00 until 8:00"), tr("Quiet hours from"),
            &PreferenceValues::quietFrom);
    addTime("quietUntil", tr("until", "quiet hours from 20:00 until 8:00"), tr("Quiet hours until"),
            &PreferenceValues::quietUntil);
    PreferenceRow *row = addRow(said("Time of the quiet hours"), {}, quietWords, times);
    follow(&PreferenceValues::quietHours, [row](bool on) { row->setEnabled(on); });
    const auto describe = [this, row] {
        const PreferenceValues &now = this->preferences().values();
        row->setHelp(now.quietFrom > now.quietUntil        ? tr("Through the night, into the next day.")
                         : now.quietFrom == now.quietUntil ? tr("The whole day: nothing is ever announced.")
                                                           : tr("Within the day."));
    };
    connect(&preferences, &models::Preferences::changed, this, describe);
    describe();
}

} // namespace inbox::ui
