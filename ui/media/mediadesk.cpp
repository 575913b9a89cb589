// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/media/mediadesk.h"

#include "models/preferences.h"
#include "models/threadmodel.h"
#include "services/domain/vcard.h"
#include "ui/media/filesaver.h"
#include "ui/media/soundplayer.h"
#include "ui/text/words.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeDatabase>

#include <utility>

namespace inbox::ui {

using namespace domain;
using models::MediaPhase;
using models::MediaRef;
using models::ThreadRow;

namespace {

constexpr std::chrono::milliseconds kRest{120}; // a picture that only flies past is not fetched

const MediaContent *mediaOf(const MessageContent &content)
{
    return std::get_if<MediaContent>(&content);
}

QString placeText(const LocationContent &place)
{
    QStringList lines;
    for (const QString &line : {place.name, place.address}) {
        if (!line.isEmpty())
            lines << line;
    }
    constexpr int kDigits = 6;
    // As maps and navigators take it: with points, whatever the language.
    if (place.latitude && place.longitude)
        lines << QString::number(*place.latitude, 'f', kDigits) + QStringLiteral(", ")
                + QString::number(*place.longitude, 'f', kDigits);
    return lines.join(u'\n');
}

} // namespace

MediaDesk::MediaDesk(models::Media &media, models::ThreadModel &thread, models::Preferences &preferences,
                     ThreadView &view, QWidget *window)
    : QObject(window)
    , m_media(media)
    , m_thread(thread)
    , m_preferences(preferences)
    , m_view(view)
    , m_sound(new SoundPlayer(this))
    , m_saver(new FileSaver(window))
    , m_viewer(new ImageViewer(window))
{
    m_loadSeen.setSingleShot(true);
    m_loadSeen.setInterval(kRest);
    connect(&m_loadSeen, &QTimer::timeout, this, &MediaDesk::loadSeen);
    view.setFaces(this);
    connect(&view, &ThreadView::cardActivated, this, &MediaDesk::onCard);
    connect(&media, &models::Media::changed, this, &MediaDesk::onMediaChanged);
    connect(&media, &models::Media::thumbnailReady, this,
            [this](const MediaRef &ref) { m_view.repaintMessage(ref.message); });
    connect(&media, &models::Media::pictureDecoded, m_viewer, &ImageViewer::setPicture);
    connect(m_sound, &SoundPlayer::changed, this,
            [this](const MediaRef &ref) { m_view.repaintMessage(ref.message); });
    connect(&thread, &models::ThreadModel::conversationChanged, this, &MediaDesk::onConversationChanged);
    const auto follow = [this] { m_viewer->setItems(pictures()); };
    connect(&thread, &QAbstractItemModel::rowsInserted, m_viewer, follow);
    connect(&thread, &QAbstractItemModel::rowsRemoved, m_viewer, follow);
    connect(m_viewer, &ImageViewer::shown, this, &MediaDesk::showInViewer);
    connect(m_viewer, &ImageViewer::loadWanted, &media, &models::Media::want);
    connect(m_viewer, &ImageViewer::saveWanted, this, &MediaDesk::saveFile);
    connect(m_viewer, &ImageViewer::copied, this,
            [this] { Q_EMIT notice(NoticeBar::Kind::Information, tr("The picture is on the clipboard.")); });
    connect(m_saver, &FileSaver::saved, this, [this](const QString &name) {
        Q_EMIT notice(NoticeBar::Kind::Success, MediaWords::saved(name));
    });
    connect(m_saver, &FileSaver::failed, this, [this](const QString &reason) {
        Q_EMIT notice(NoticeBar::Kind::Problem, MediaWords::notSaved(reason));
    });
}

MediaDesk::~MediaDesk()
{
    m_view.setFaces(nullptr);
}

MediaRef MediaDesk::refOf(const ThreadRow &row, int content) const
{
    return {m_thread.conversation(), row.message.id, content};
}

const MessageContent *MediaDesk::contentOf(const MediaRef &ref) const
{
    const int row = ref.conversation == m_thread.conversation() ? m_thread.rowOf(ref.message) : -1;
    if (row < 0)
        return nullptr;
    const QList<MessageContent> &contents = m_thread.row(row).message.contents;
    return ref.content < contents.size() ? &contents.at(ref.content) : nullptr;
}

CardFace MediaDesk::face(const ThreadRow &row, int content, const QSize &box) const
{
    CardFace face;
    const MediaContent *media = mediaOf(row.message.contents.at(content));
    if (!media || !row.outgoing.isEmpty()) // a file of ours on its way is nowhere to be fetched from
        return face;
    const MediaRef ref = refOf(row, content);
    face.media = m_media.state(ref);
    if (media->kind == MediaKind::Image && !box.isEmpty()) {
        if (face.media.phase == MediaPhase::Ready && face.media.picture) {
            face.thumbnail = m_media.thumbnail(ref, box);
        } else if (face.media.phase == MediaPhase::Remote && m_preferences.values().loadPictures) {
            m_seen.insert(ref);
            m_loadSeen.start();
        }
    }
    if (media->kind == MediaKind::Audio) {
        face.speed = m_sound->speed();
        if (m_sound->current() == ref) {
            face.sounding = true;
            face.playing = m_sound->isPlaying();
            face.position = m_sound->position();
            face.duration = m_sound->duration();
            face.soundTrouble = m_sound->trouble();
        }
    }
    return face;
}

void MediaDesk::loadSeen()
{
    const QSet<MediaRef> seen = std::exchange(m_seen, {});
    for (const MediaRef &ref : seen) {
        // Scrolled past or left meanwhile: not now.
        const auto card = ref.conversation == m_thread.conversation()
            ? m_view.cardOf(ref.message, ref.content)
            : std::nullopt;
        if (card && card->rect.intersects(m_view.viewport()->rect()))
            m_media.want(ref);
    }
}

// --- what is asked for -------------------------------------------------------------------------------------

int MediaDesk::firstCard(const ThreadRow &row)
{
    for (int i = 0; i < row.message.contents.size(); ++i) {
        const MessageContent &content = row.message.contents.at(i);
        if (!std::holds_alternative<TextContent>(content) && cardKind(content) != CardKind::Unknown)
            return i;
    }
    return -1;
}

bool MediaDesk::isHidden(const ThreadRow &row) const
{
    return row.message.sensitive && !m_view.isExpanded(row.message.id);
}

CardAct MediaDesk::mainAct(const ThreadRow &row) const
{
    const int content = firstCard(row);
    if (content < 0 || row.message.id.isEmpty() || isHidden(row))
        return CardAct::None;
    const MessageContent &of = row.message.contents.at(content);
    const CardAct act = mainCardAct(cardKind(of), face(row, content, {}));
    const auto *place = std::get_if<LocationContent>(&of);
    return place && mapOf(*place).isEmpty() ? CardAct::CopyPlace : act;
}

void MediaDesk::doMainAct(const ThreadRow &row)
{
    if (isHidden(row)) {
        m_view.expand(row.message.id);
        return;
    }
    const CardAct wanted = mainAct(row);
    if (wanted == CardAct::None)
        return;
    const int content = firstCard(row);
    act(refOf(row, content), row.message.contents.at(content), wanted);
}

bool MediaDesk::canSave(const ThreadRow &row) const
{
    const int content = firstCard(row);
    if (content < 0 || row.message.id.isEmpty() || isHidden(row))
        return false;
    const MessageContent &of = row.message.contents.at(content);
    if (std::holds_alternative<ContactContent>(of))
        return true;
    if (!mediaOf(of))
        return false;
    const MediaPhase phase = m_media.state(refOf(row, content)).phase;
    return phase != MediaPhase::Refused && phase != MediaPhase::TooLarge;
}

void MediaDesk::save(const ThreadRow &row)
{
    const int content = firstCard(row);
    if (content < 0)
        return;
    const MessageContent &of = row.message.contents.at(content);
    if (const auto *contact = std::get_if<ContactContent>(&of))
        saveContact(*contact);
    else if (mediaOf(of))
        actOnFile(refOf(row, content), CardAct::Save);
}

void MediaDesk::onCard(const ThreadRow &row, int content, CardZone zone, int line, qreal fraction)
{
    if (!row.outgoing.isEmpty())
        return;
    const MessageContent &of = row.message.contents.at(content);
    const auto card = m_view.cardOf(row.message.id, content);
    if (!card)
        return;
    const CardAct wanted = cardAct(*card, zone, face(row, content, {}));
    if (wanted == CardAct::Seek)
        m_sound->seek(fraction);
    else if (wanted == CardAct::CopyValue)
        copy(card->lines.at(size_t(line)).value);
    else
        act(refOf(row, content), of, wanted);
}

void MediaDesk::act(const MediaRef &ref, const MessageContent &content, CardAct act)
{
    switch (act) {
    case CardAct::None:
    case CardAct::Seek:
    case CardAct::CopyValue:
        break;
    case CardAct::Load:
    case CardAct::LoadAgain:
        m_media.want(ref);
        break;
    case CardAct::Cancel:
        m_then.remove(ref);
        m_media.cancel(ref);
        break;
    case CardAct::Open:
    case CardAct::Save:
    case CardAct::View:
    case CardAct::Play:
        actOnFile(ref, act);
        break;
    case CardAct::Pause:
        m_sound->pause();
        break;
    case CardAct::Speed:
        m_sound->nextSpeed();
        m_view.viewport()->update(); // all sounds show it
        break;
    case CardAct::OpenMap:
        if (const auto *place = std::get_if<LocationContent>(&content))
            Q_EMIT linkActivated(mapOf(*place));
        break;
    case CardAct::CopyPlace:
        if (const auto *place = std::get_if<LocationContent>(&content))
            copy(placeText(*place));
        break;
    case CardAct::SaveContact:
        if (const auto *contact = std::get_if<ContactContent>(&content))
            saveContact(*contact);
        break;
    }
}

void MediaDesk::actOnFile(const MediaRef &ref, CardAct act)
{
    const models::MediaState state = m_media.state(ref);
    if (state.phase != MediaPhase::Ready) {
        m_then.insert(ref, act);
        m_media.want(ref);
        return;
    }
    switch (act) {
    case CardAct::Open:
        // Judged again here: what was asked for before it came may turn out to be something else.
        if (state.openable)
            Q_EMIT openFileWanted(state.path);
        break;
    case CardAct::Save:
        saveFile(ref);
        break;
    case CardAct::View:
        view(ref);
        break;
    case CardAct::Play:
        m_sound->play(ref, state.path);
        break;
    default:
        break;
    }
}

void MediaDesk::onMediaChanged(const MediaRef &ref)
{
    if (ref.conversation != m_thread.conversation())
        return;
    const models::MediaState state = m_media.state(ref);
    m_view.repaintMessage(ref.message);
    m_viewer->setState(ref, state);
    if (state.phase == MediaPhase::Ready) {
        if (m_viewer->current() == ref)
            m_media.decode(ref);
        if (const auto then = m_then.find(ref); then != m_then.end()) {
            const CardAct act = then.value();
            m_then.erase(then);
            actOnFile(ref, act);
        }
    } else if (state.phase != MediaPhase::Waiting && state.phase != MediaPhase::Loading) {
        m_then.remove(ref); // the card says what went wrong
    }
}

void MediaDesk::onConversationChanged()
{
    // What was wanted there must not pop up here.
    m_then.clear();
    m_seen.clear();
    m_sound->stop();
    m_viewer->close();
}

void MediaDesk::saveFile(const MediaRef &ref)
{
    QString name = m_media.state(ref).fileName;
    if (const MessageContent *content = name.isEmpty() ? contentOf(ref) : nullptr;
        content && mediaOf(*content)) {
        const QMimeType type = QMimeDatabase().mimeTypeForName(mediaOf(*content)->mimeType);
        name = FileSaver::suggestion(Words::messageKind(*content), {}, type.preferredSuffix());
    }
    m_saver->save(name, {}, [this, ref](const QString &path, bool replace, int, const FileSaver::Done &done) {
        m_media.saveAs(ref, path, replace, m_saver, done);
    });
}

void MediaDesk::saveContact(const ContactContent &contact)
{
    const QString name = FileSaver::suggestion(contact.formattedName, tr("Contact"), QStringLiteral("vcf"));
    m_saver->save(name, {tr("vCard 4.0 (*.vcf)"), tr("vCard 3.0, for older phones (*.vcf)")},
                  [contact](const QString &path, bool replace, int kind, const FileSaver::Done &done) {
                      done(FileSaver::writeBytes(
                          path, vCard(contact, kind == 0 ? VCardVersion::V4 : VCardVersion::V3), replace));
                  });
}

void MediaDesk::copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
    Q_EMIT notice(NoticeBar::Kind::Information, tr("It is on the clipboard."));
}

// --- the viewer --------------------------------------------------------------------------------------------

QList<ImageViewer::Item> MediaDesk::pictures() const
{
    QList<ImageViewer::Item> items;
    for (int i = 0; i < m_thread.rowCount(); ++i) {
        const ThreadRow &row = m_thread.row(i);
        if (row.kind != ThreadRow::Kind::Message || row.message.id.isEmpty() || isHidden(row))
            continue;
        for (int content = 0; content < row.message.contents.size(); ++content) {
            const MediaContent *media = mediaOf(row.message.contents.at(content));
            if (!media || media->kind != MediaKind::Image)
                continue;
            items.append({refOf(row, content),
                          media->name.isEmpty() ? Words::messageKind(*media) : Words::safeLine(media->name)});
        }
    }
    return items;
}

void MediaDesk::view(const MediaRef &ref)
{
    const QList<ImageViewer::Item> items = pictures();
    for (int i = 0; i < items.size(); ++i) {
        if (items.at(i).ref == ref)
            m_viewer->open(items, i);
    }
}

void MediaDesk::showInViewer(const MediaRef &ref)
{
    const models::MediaState state = m_media.state(ref);
    m_viewer->setState(ref, state);
    if (state.phase == MediaPhase::Ready)
        m_media.decode(ref);
    else
        m_media.want(ref); // looking at it is asking for it
}

} // namespace inbox::ui
