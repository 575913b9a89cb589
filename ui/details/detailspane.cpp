// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/detailspane.h"

#include "models/drafts.h"
#include "models/inboxactions.h"
#include "services/domain/text.h"
#include "ui/details/factrow.h"
#include "ui/details/otherrow.h"
#include "ui/details/windowmeter.h"
#include "ui/dialogs/disclosure.h"
#include "ui/dialogs/selectablelabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kMinimumWidth = 220;
constexpr int kMaximumOthers = 20;

QUrl link(const QString &scheme, const QString &target)
{
    const QString text = scheme + target;
    return target.isEmpty() ? QUrl() : safeLink(text).value_or(QUrl());
}

// The number as a phone dials it. A WhatsApp id is an international number without its plus.
QUrl phoneLink(const QString &number, bool international)
{
    const QString digits = phoneDigits(number);
    const QString plus =
        international || number.trimmed().startsWith(u'+') || number.trimmed().startsWith(u"00")
        ? QStringLiteral("+")
        : QString();
    return digits.isEmpty() ? QUrl() : link(QStringLiteral("tel:"), QString(plus + digits));
}

FactRow::Colored colored(const QList<Tag> &all, const TagId &id)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const Tag &tag) { return tag.id == id; });
    return found == all.cend() ? FactRow::Colored{id.value(), {}}
                               : FactRow::Colored{found->name, found->color};
}

// Its id while the account's list has not been read.
template <typename Thing, typename Id> QString nameOf(const QList<Thing> &all, const Id &id)
{
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const Thing &thing) { return thing.id == id; });
    return found == all.cend() ? id.value() : found->name;
}

QString dateText(const QDate &date)
{
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : QString();
}

} // namespace

DetailsPane::DetailsPane(models::CurrentConversation &current, models::InboxActions &actions,
                         models::Drafts &drafts, QWidget *parent)
    : QScrollArea(parent)
    , m_current(current)
    , m_actions(actions)
    , m_drafts(drafts)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
    , m_empty(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_filled(new QWidget)
    , m_sections(new QVBoxLayout(m_filled))
    , m_title(new SelectableLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title))
    , m_blocked(new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Base))
    , m_meter(new WindowMeter)
    , m_note(new NoteCard)
    , m_limitsToggle(new Disclosure({}))
    , m_limits(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
{
    setAccessibleName(tr("Details"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(kMinimumWidth);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(false);

    m_layout->setContentsMargins(metrics::kSmall, metrics::kMedium, metrics::kSmall, metrics::kLarge);
    m_layout->addWidget(m_empty);
    m_layout->addWidget(m_filled);
    m_layout->addStretch(1);
    m_empty->setText(tr("Choose a conversation to see who is writing."));
    m_empty->setWordWrap(true);
    m_empty->setMargin(metrics::kSmall);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);

    m_title->setContentsMargins(metrics::kSmall, 0, metrics::kSmall, metrics::kGrid);
    m_blocked->setWordWrap(true);
    m_blocked->setContentsMargins(metrics::kSmall, 0, metrics::kSmall, metrics::kGrid);
    m_sections->addWidget(m_title);
    m_sections->addWidget(m_blocked);
    const Section person = addSection({});
    m_number = addFact(person, tr("Number"));
    m_phone = addFact(person, tr("Phone"));
    m_email = addFact(person, tr("E-mail"));
    m_channelName = addFact(person, tr("Name in the channel"));
    m_address = addFact(person, tr("Address"));
    m_birthday = addFact(person, tr("Date of birth"));
    m_salutation = addFact(person, tr("Form of address"));
    m_gender = addFact(person, tr("Gender"));
    m_profileId = addFact(person, tr("Customer id"));
    m_profileTimes = addFact(person, tr("Profile last changed"));

    const Section facts = addSection(tr("Conversation"));
    facts.rows->addWidget(m_meter);
    m_assignee = addFact(facts, tr("Assignee"));
    m_status = addFact(facts, tr("Status"));
    m_snoozed = addFact(facts, tr("Snoozed until"));
    m_team = addFact(facts, tr("Team"));
    m_tags = addFact(facts, tr("Tags"));
    m_mentions = addFact(facts, tr("Mentioned"));
    m_archived = addFact(facts, tr("Archive"));
    m_language = addFact(facts, tr("Language"));
    m_channel = addFact(facts, tr("Channel"));
    m_line = addFact(facts, tr("Our line"));
    m_lineState = addFact(facts, tr("Connection"));
    m_lastReply = addFact(facts, tr("Customer last wrote"));
    m_created = addFact(facts, tr("Started"));
    m_account = addFact(facts, tr("Account"));
    m_conversationId = addFact(facts, tr("Conversation id"));

    const Section notes = addSection(tr("Note"));
    auto *noteMargin = new QVBoxLayout;
    noteMargin->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall, 0);
    noteMargin->addWidget(m_note);
    notes.rows->addLayout(noteMargin);

    m_othersSection = addSection(tr("Other conversations"));
    m_customSection = addSection(tr("Custom fields"));
    for (int i = 0; i < int(Profile().custom.size()); ++i)
        m_custom << addFact(m_customSection, tr("Custom field %1").arg(i + 1));

    m_metadataSection = addSection(tr("Metadata"));
    m_moreSection = addSection(tr("As the server says it"));

    m_limitsSection = addSection({});
    m_limitsToggle->setObjectName(QStringLiteral("limitsToggle"));
    m_limits->setObjectName(QStringLiteral("limits"));
    m_limits->setWordWrap(true);
    m_limits->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall, 0);
    m_limits->hide();
    m_limitsSection.rows->addWidget(m_limitsToggle, 0, Qt::AlignLeading);
    m_limitsSection.rows->addWidget(m_limits);
    connect(m_limitsToggle, &Disclosure::openChanged, m_limits, &QWidget::setVisible);

    setWidget(m_content);
    connect(m_email, &FactRow::linkActivated, this, &DetailsPane::linkRequested);
    connect(m_phone, &FactRow::linkActivated, this, &DetailsPane::linkRequested);
    connect(m_number, &FactRow::linkActivated, this, &DetailsPane::linkRequested);
    connect(m_note, &NoteCard::saveRequested, this, [this](const NoteId &note, const QString &text) {
        keepNoteEdit();
        m_actions.editNote(m_key, note, text);
    });
    connect(m_note, &NoteCard::edited, this, [this] { m_drafts.setNoteEdit(m_key, m_note->edit()); });
    connect(&m_drafts, &models::Drafts::draftChanged, this, &DetailsPane::onDraftChanged);
    connect(&m_current, &models::CurrentConversation::opened, this, &DetailsPane::onOpened);
    connect(&m_current, &models::CurrentConversation::changed, this, &DetailsPane::refresh);
    connect(&m_current, &models::CurrentConversation::replyStateChanged, this, &DetailsPane::refreshMeter);
    connect(&m_current, &models::CurrentConversation::countdownMoved, this, &DetailsPane::refreshMeter);
    connect(&m_actions, &models::InboxActions::failed, this, &DetailsPane::onFailed);
    connect(&m_actions, &models::InboxActions::teamworkChanged, this, &DetailsPane::refresh);
    m_key = m_current.key();
    m_note->setEdit(noteEdit());
    refresh();
}

DetailsPane::Section DetailsPane::addSection(const QString &title)
{
    Section section;
    section.box = new QWidget;
    section.rows = new QVBoxLayout(section.box);
    section.rows->setContentsMargins(0, title.isEmpty() ? 0 : int(metrics::kLarge), 0, 0);
    section.rows->setSpacing(0);
    if (!title.isEmpty()) {
        auto *label = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold);
        label->setText(title);
        label->setContentsMargins(metrics::kSmall, 0, metrics::kSmall, metrics::kGrid);
        section.rows->addWidget(label);
    }
    m_sections->addWidget(section.box);
    return section;
}

FactRow *DetailsPane::addFact(const Section &section, const QString &name)
{
    auto *row = new FactRow(name, section.box);
    section.rows->addWidget(row);
    return row;
}

void DetailsPane::keepNoteEdit()
{
    if (m_note->isEditing())
        m_noteEdits.insert(m_key, m_note->edit());
    else if (!m_noteEdits.value(m_key).saving)
        m_noteEdits.remove(m_key);
}

// What only this pane knows of it, or what an earlier run left.
NoteCard::Edit DetailsPane::noteEdit() const
{
    NoteCard::Edit edit = m_noteEdits.value(m_key);
    if (!edit.isActive())
        static_cast<NoteEdit &>(edit) = m_drafts.draft(m_key).noteEdit;
    return edit;
}

void DetailsPane::onDraftChanged(const ConversationKey &key)
{
    if (key != m_key || m_note->isEditing() || !m_drafts.draft(key).noteEdit.isActive())
        return;
    m_note->setEdit(noteEdit());
    refresh();
}

DetailsPane::NoteEdits DetailsPane::noteEdits()
{
    keepNoteEdit();
    return m_noteEdits;
}

void DetailsPane::setNoteEdits(const NoteEdits &edits)
{
    m_noteEdits = edits;
    m_note->setEdit(noteEdit());
    refresh();
}

void DetailsPane::onOpened()
{
    keepNoteEdit();
    m_key = m_current.key();
    m_note->setEdit(noteEdit());
    refresh();
    verticalScrollBar()->setValue(0);
}

void DetailsPane::refresh()
{
    const Conversation *conversation = m_current.conversation();
    m_empty->setVisible(!conversation);
    m_filled->setVisible(conversation);
    if (!conversation)
        return;
    refreshPerson(*conversation);
    refreshFacts(*conversation);
    refreshMeter();
    refreshNote(*conversation);
    refreshOthers();
    refreshCustomFields(*conversation);
    refreshMetadata(*conversation);
    refreshMore(*conversation);
    refreshLimits();
}

void DetailsPane::refreshPerson(const Conversation &conversation)
{
    const QString name = Words::customerNameOr(Words::safeLine(customerName(conversation)));
    if (m_title->text() != name)
        m_title->setText(name);

    const Customer customer = conversation.customer.value_or(Customer());
    const Profile profile = customer.profile.value_or(Profile());
    m_blocked->setTextOrHide(
        profile.blocked ? tr("You have blocked this customer: their messages do not arrive.") : QString());

    const bool isNumber = customer.channel == Channel::WhatsApp || conversation.channel == Channel::WhatsApp;
    m_number->setName(isNumber ? tr("Number") : tr("Id in the channel"));
    m_number->setValue(customer.displayId);
    m_number->setLink(isNumber ? phoneLink(customer.displayId, true) : QUrl(), QLatin1String("phone"),
                      tr("Call this number"));
    const bool samePhone = isNumber && phoneDigits(profile.phoneNumber) == phoneDigits(customer.displayId);
    m_phone->setValue(samePhone ? QString() : profile.phoneNumber);
    m_phone->setLink(phoneLink(profile.phoneNumber, false), QLatin1String("phone"), tr("Call this number"));
    m_email->setValue(profile.email);
    m_email->setLink(link(QStringLiteral("mailto:"), profile.email), QLatin1String("mail"),
                     tr("Write an e-mail"));
    m_channelName->setValue(customer.name == profile.name || profile.name.isEmpty() ? QString()
                                                                                    : customer.name);
    m_address->setValue(profile.address);
    m_birthday->setValue(dateText(profile.dateOfBirth));
    const bool hasSalutation = profile.salutation.isKnown() || !profile.salutation.raw.isEmpty();
    m_salutation->setValue(hasSalutation ? Words::salutation(profile.salutation) : QString());
    const bool hasGender = profile.gender.isKnown() || !profile.gender.raw.isEmpty();
    m_gender->setValue(hasGender ? Words::gender(profile.gender) : QString());
    m_profileId->setValue(customer.id.value());
    m_profileTimes->setValue(profile.updatedAt       ? Words::exactTime(*profile.updatedAt)
                                 : profile.createdAt ? Words::exactTime(*profile.createdAt)
                                                     : QString());
}

void DetailsPane::refreshFacts(const Conversation &conversation)
{
    const QDateTime now = m_current.serverNow();
    m_assignee->setValue(Words::assignee(conversation.assignee));
    m_status->setValue(Words::status(conversation.status));
    m_snoozed->setValue(conversation.snoozeUntil && *conversation.snoozeUntil > now
                            ? Words::exactTime(*conversation.snoozeUntil)
                            : QString());
    m_team->setValue(nameOf(m_actions.teams(m_key), conversation.team));
    QList<FactRow::Colored> tags;
    const QList<Tag> known = m_actions.tags(m_key);
    for (const TagId &tag : conversation.tags)
        tags << colored(known, tag);
    m_tags->setColored(tags);
    QStringList mentioned;
    const QList<User> people = m_actions.people(m_key);
    for (const UserId &id : conversation.mentions) {
        User somebody;
        somebody.id = id;
        const auto known =
            std::find_if(people.cbegin(), people.cend(), [&id](const User &user) { return user.id == id; });
        const QString name = Words::userName(known == people.cend() ? somebody : *known);
        mentioned << (conversation.mentionsSeen.contains(id)
                          ? tr("%1 (has seen it)", "%1 is a colleague").arg(name)
                          : name);
    }
    m_mentions->setValue(QLocale().createSeparatedList(mentioned));
    m_archived->setValue(conversation.archived ? tr("In the archive") : QString());
    m_language->setValue(Words::language(conversation.language), conversation.language);
    m_channel->setValue(Words::channel(conversation.channel));
    const Line line = conversation.line.value_or(Line());
    if (line.name.isEmpty() || line.displayId.isEmpty() || line.name == line.displayId)
        m_line->setValue(line.name.isEmpty() ? line.displayId : line.name);
    else
        m_line->setSafeValue(tr("%1, %2", "the name of our line, then its number")
                                 .arg(Words::isolated(Words::safeLine(line.name)),
                                      Words::isolated(Words::safeLine(line.displayId))),
                             line.displayId);
    m_lineState->setValue(!line.inSync       ? QString()
                              : *line.inSync ? tr("Connected")
                                             : tr("No longer connected"));
    m_lastReply->setValue(
        conversation.lastCustomerReplyAt ? Words::exactTime(*conversation.lastCustomerReplyAt) : QString());
    m_created->setValue(conversation.createdAt ? Words::exactTime(*conversation.createdAt) : QString());
    m_account->setValue(m_current.accountName());
    m_conversationId->setValue(conversation.key.id.value());
}

void DetailsPane::refreshMeter()
{
    if (m_current.conversation() && m_key == m_current.key())
        m_meter->setState(m_current.replyState(), m_current.serverNow());
}

void DetailsPane::refreshNote(const Conversation &conversation)
{
    const auto cannot = m_actions.unavailable(m_key, Capability::EditNote);
    const bool onlyLatest = m_actions.unavailable(m_key, Capability::ListNotes).has_value();
    QString remark;
    if (conversation.latestNote && cannot)
        remark = Words::unavailable(Capability::EditNote, *cannot);
    else if (conversation.latestNote && onlyLatest)
        remark = tr("Only the latest note can be read here.");
    m_note->setNote(conversation.latestNote, !cannot, remark);

    // What was given to the server has come back, as it was sent or as the server has tidied it.
    const NoteCard::Edit edit = m_note->edit();
    if (!edit.isActive() || !conversation.latestNote || conversation.latestNote->id != edit.note
        || conversation.latestNote->text == edit.before)
        return;
    const bool isThere = conversation.latestNote->text.trimmed() == edit.text.trimmed();
    if (edit.saving || isThere)
        m_note->stopEditing();
    // Otherwise somebody else may have changed it, and ours may still be refused: the text is needed then.
    if (isThere)
        m_noteEdits.remove(m_key);
}

void DetailsPane::refreshOthers()
{
    const QList<Conversation> others = m_current.others();
    const int count = qMin(int(others.size()), kMaximumOthers);
    while (m_others.size() < count) {
        auto *row = new OtherRow(m_othersSection.box);
        connect(row, &QAbstractButton::clicked, this,
                [this, row] { Q_EMIT conversationRequested(row->key()); });
        m_othersSection.rows->addWidget(row);
        m_others << row;
    }
    const QDateTime now = m_current.serverNow();
    for (int i = 0; i < m_others.size(); ++i) {
        if (i < count)
            m_others.at(i)->setConversation(others.at(i), now);
        m_others.at(i)->setVisible(i < count);
    }
    m_othersSection.box->setVisible(count > 0);
}

void DetailsPane::refreshCustomFields(const Conversation &conversation)
{
    const Profile profile =
        conversation.customer && conversation.customer->profile ? *conversation.customer->profile : Profile();
    const QStringList names = m_current.customFieldNames();
    bool any = false;
    for (int i = 0; i < m_custom.size(); ++i) {
        const QString given = Words::safeLine(names.value(i));
        m_custom.at(i)->setName(given.isEmpty() ? tr("Custom field %1").arg(i + 1) : given);
        m_custom.at(i)->setValue(profile.custom.at(size_t(i)));
        any = any || !profile.custom.at(size_t(i)).isEmpty();
    }
    m_customSection.box->setVisible(any);
}

void DetailsPane::refreshMetadata(const Conversation &conversation)
{
    const QStringList names = conversation.metadata.keys();
    while (m_metadata.size() < names.size())
        m_metadata << addFact(m_metadataSection, {});
    for (int i = 0; i < m_metadata.size(); ++i) {
        m_metadata.at(i)->setName(Words::safeLine(names.value(i)));
        m_metadata.at(i)->setValue(conversation.metadata.value(names.value(i)));
    }
    m_metadataSection.box->setVisible(!names.isEmpty());
}

// What has no place of its own, under the API's own words.
void DetailsPane::refreshMore(const Conversation &conversation)
{
    const QList<LabelledValue> &details = conversation.details;
    while (m_more.size() < details.size())
        m_more << addFact(m_moreSection, {});
    for (int i = 0; i < m_more.size(); ++i) {
        const LabelledValue detail = details.value(i);
        m_more.at(i)->setName(Words::safeLine(detail.label));
        m_more.at(i)->setValue(detail.value);
    }
    m_moreSection.box->setVisible(!details.isEmpty());
}

void DetailsPane::refreshLimits()
{
    const Capabilities capabilities = m_current.capabilities();
    QList<Capability> missing = capabilities.missing();
    std::sort(missing.begin(), missing.end());
    QStringList lines;
    for (const Capability capability : std::as_const(missing))
        lines << Words::unavailable(capability, capabilities.reason(capability).value_or(Unavailable()));
    const QString text = lines.join(QStringLiteral("\n\n"));
    if (m_limits->text() != text)
        m_limits->setText(text);
    const QString toggle = tr("What this account cannot do (%1)").arg(missing.size());
    if (m_limitsToggle->text() != toggle)
        m_limitsToggle->setText(toggle);
    m_limitsSection.box->setVisible(!missing.isEmpty());
}

void DetailsPane::onFailed(const ConversationKey &key, const sync::ActionFailure &failure)
{
    if (failure.action != sync::ActionKind::EditNote)
        return;
    if (key == m_key)
        keepNoteEdit();
    NoteCard::Edit edit = m_noteEdits.value(key);
    if (!edit.isActive())
        return;
    edit.saving = false;
    edit.failure = Words::error(failure.error, Attempt::EditNote);
    m_noteEdits.insert(key, edit);
    if (key == m_key)
        m_note->setEdit(edit);
}

} // namespace inbox::ui
