// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/mediawords.h"

#include "ui/text/words.h"

#include <QLocale>

namespace inbox::ui {

using models::MediaPhase;
using models::MediaState;

namespace {
constexpr int kCoordinateDigits = 5; // about a metre
constexpr int kLabelLength = 40;
} // namespace

QString MediaWords::act(CardAct act)
{
    switch (act) {
    case CardAct::None:
        return {};
    case CardAct::Load:
        return tr("Load");
    case CardAct::Cancel:
        return tr("Cancel");
    case CardAct::LoadAgain:
        return tr("Try again");
    case CardAct::Open:
        return tr("Open");
    case CardAct::View:
        return tr("View");
    case CardAct::Save:
        return tr("Save…");
    case CardAct::Play:
        return tr("Play");
    case CardAct::Pause:
        return tr("Pause");
    case CardAct::Seek:
        return tr("Go to this place");
    case CardAct::Speed:
        return tr("Speed");
    case CardAct::OpenMap:
        return tr("Open map");
    case CardAct::CopyPlace:
    case CardAct::CopyValue:
        return tr("Copy");
    case CardAct::SaveContact:
        return tr("Save contact…");
    }
    return {};
}

QString MediaWords::about(const domain::MediaContent &media)
{
    QStringList about{Words::messageKind(media)};
    // "application/pdf" says little to people; "PDF" does.
    about << Words::fileType(media.mimeType);
    if (media.size)
        about << Words::fileSize(*media.size);
    about.removeAll(QString());
    return about.join(QStringLiteral(" · "));
}

QString MediaWords::progress(const MediaState &state)
{
    if (state.phase == MediaPhase::Waiting)
        return tr("Waiting for other downloads");
    if (state.phase != MediaPhase::Loading)
        return {};
    return state.total ? tr("%1 of %2", "bytes received, of all")
                             .arg(Words::fileSize(state.received), Words::fileSize(*state.total))
                       : Words::fileSize(state.received);
}

QString MediaWords::percent(const MediaState &state)
{
    if (!state.total || *state.total <= 0)
        return {};
    constexpr qint64 kWhole = 100;
    const auto share = qBound<qint64>(0, state.received * kWhole / *state.total, kWhole);
    return tr("%1 %", "share of a download").arg(QLocale().toString(share));
}

QString MediaWords::trouble(const MediaState &state)
{
    switch (state.phase) {
    case MediaPhase::Failed:
        return state.error ? Words::errorReason(*state.error) : tr("It could not be loaded.");
    case MediaPhase::TooLarge:
        return state.total ? tr("%1: over your limit for files").arg(Words::fileSize(*state.total))
                           : tr("Over your limit for files");
    case MediaPhase::Refused:
        return tr("There is no safe address to load it from.");
    default:
        return {};
    }
}

QString MediaWords::toLoad(const domain::MediaContent &media)
{
    return media.size ? tr("Load · %1", "size of a picture").arg(Words::fileSize(*media.size))
                      : act(CardAct::Load);
}

QString MediaWords::notShown()
{
    return tr("It cannot be shown as a picture.");
}

QString MediaWords::soundTime(qint64 ms)
{
    constexpr qint64 kSecond = 1000;
    constexpr qint64 kMinute = 60;
    constexpr int kDecimal = 10;
    const qint64 seconds = qMax<qint64>(0, ms) / kSecond;
    const qint64 hours = seconds / (kMinute * kMinute);
    const qint64 minutes = seconds / kMinute % kMinute;
    const QString tail = QStringLiteral(":%1").arg(seconds % kMinute, 2, kDecimal, QLatin1Char('0'));
    return hours > 0 ? QString(QString::number(hours)
                               + QStringLiteral(":%1").arg(minutes, 2, kDecimal, QLatin1Char('0')) + tail)
                     : QString(QString::number(minutes) + tail);
}

QString MediaWords::speed(qreal rate)
{
    return tr("%1×", "speed of a sound").arg(QLocale().toString(rate, 'g', 2));
}

QString MediaWords::coordinates(const domain::LocationContent &place)
{
    if (!place.latitude || !place.longitude)
        return {};
    return Words::isolated(QLocale().toString(*place.latitude, 'f', kCoordinateDigits) + QStringLiteral(" · ")
                           + QLocale().toString(*place.longitude, 'f', kCoordinateDigits));
}

QString MediaWords::label(const QString &vendorLabel)
{
    const QString label = vendorLabel.trimmed().toUpper();
    if (label == QLatin1String("WORK"))
        return tr("Work");
    if (label == QLatin1String("HOME"))
        return tr("Home");
    if (label == QLatin1String("CELL") || label == QLatin1String("MOBILE"))
        return tr("Mobile");
    if (label == QLatin1String("MAIN"))
        return tr("Main");
    return Words::safeLine(vendorLabel.trimmed(), kLabelLength);
}

QString MediaWords::position(int index, int count)
{
    return tr("%1 of %2", "number of a picture, of all")
        .arg(QLocale().toString(index + 1), QLocale().toString(count));
}

QString MediaWords::saved(const QString &fileName)
{
    return tr("%1 has been saved.").arg(Words::isolated(Words::safeLine(fileName)));
}

QString MediaWords::notSaved(const QString &reason)
{
    return tr("The file was not saved: %1").arg(Words::safeLine(reason));
}

} // namespace inbox::ui
