// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/newconversation.h"

#include "models/inboxactions.h"
#include "services/domain/text.h"
#include "services/sync/accountsession.h"
#include "services/sync/openings.h"

#include <QUrl>

#include <algorithm>

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::chrono::milliseconds kKeepAfter{400};
constexpr qsizetype kRecentAtATime = 1'000;
constexpr int kLongestName = 200;
constexpr qsizetype kLookedAt = 1'000; // conversations

// Words a messenger has for what may not be sent; others do not hinder.
bool isRefused(const QString &status)
{
    static const QStringList refused{QStringLiteral("REJECTED"),  QStringLiteral("PENDING"),
                                     QStringLiteral("PAUSED"),    QStringLiteral("DISABLED"),
                                     QStringLiteral("IN_APPEAL"), QStringLiteral("DELETED")};
    return refused.contains(status.toUpper());
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

} // namespace

NewConversation::NewConversation(sync::Inbox &inbox, InboxActions &actions, Preferences &preferences,
                                 const QString &profileDir, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_actions(actions)
    , m_preferences(preferences)
    , m_profileDir(profileDir)
    , m_contacts(actions)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepAfter);
    connect(&m_keep, &QTimer::timeout, this, &NewConversation::keep);
    m_countRecent.setInterval(0);
    connect(&m_countRecent, &QTimer::timeout, this, &NewConversation::countRecent);
    connect(&m_source, &RecipientSource::changed, this, [this] {
        restartCount();
        onChanged();
    });
    connect(&m_source, &RecipientSource::edited, this, &NewConversation::edited);
    connect(&m_source, &RecipientSource::fileChanged, this, [this] {
        storeTable();
        onChanged();
    });
    connect(&m_source, &RecipientSource::readingChanged, this, &NewConversation::changed);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &NewConversation::accountsChanged);
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this](const AccountId &id) {
        // One that was only changed is back before this runs; of one that is gone nothing is left by then.
        QTimer::singleShot(0, this, [this, id] {
            Q_EMIT accountsChanged();
            if (id == m_account)
                Q_EMIT formChanged();
        });
    });
    connect(&inbox, &sync::Inbox::accountRemoved, this, &NewConversation::forgetAccount);
    connect(&preferences, &Preferences::changed, this, [this](const PreferenceValues &before) {
        if (before.phoneRegion == m_preferences.values().phoneRegion)
            return;
        applyForm();
        onChanged();
    });
    restore();
}

NewConversation::~NewConversation()
{
    finishTable();
    if (m_keep.isActive())
        keep();
}

QList<NewConversation::Account> NewConversation::accounts() const
{
    QList<Account> all;
    const QList<AccountId> ids = m_actions.openingAccounts();
    for (const AccountId &id : ids) {
        const sync::AccountSession *session = m_inbox.session(id);
        if (session)
            all << Account{id, session->config().name, session->config().color};
    }
    return all;
}

const OpeningForm *NewConversation::form() const
{
    return m_actions.openingForm(m_account);
}

OptionalTime NewConversation::credentialEnds() const
{
    return m_actions.credentialEnds(m_account);
}

void NewConversation::begin(const AccountId &preferred)
{
    if (const auto reopen = std::exchange(m_reopen, {}))
        reopen();
    const QList<Account> all = accounts();
    const auto has = [&all](const AccountId &id) {
        return std::any_of(all.cbegin(), all.cend(), [&id](const Account &one) { return one.id == id; });
    };
    // What was begun for one account is not carried over to another because that one is open now.
    if (has(m_account) && !isEmpty()) {
        if (m_templates.state == Asked<MessageTemplate>::State::NotNeeded
            && m_lines.state == Asked<Line>::State::NotNeeded) {
            applyForm();
            ask();
            Q_EMIT formChanged();
        }
        return;
    }
    const AccountId wanted = has(preferred) ? preferred
        : has(m_account)                    ? m_account
        : all.isEmpty()                     ? AccountId()
                                            : all.first().id;
    if (wanted != m_account || !form()) {
        setAccount(wanted);
        return;
    }
    // What the account offers may have changed since.
    applyForm();
    ask();
    Q_EMIT formChanged();
}

void NewConversation::setAccount(const AccountId &account)
{
    if (m_account == account && form())
        return;
    // Ids of one account mean nothing to another; other recipients and words stay.
    if (!m_account.isEmpty()) {
        m_source.setChosen({});
        m_environment.clear();
        m_template = {};
        m_language.clear();
        m_line = {};
        m_fields.clear();
    }
    m_account = account;
    m_contacts.setAccount(account);
    applyForm();
    ask();
    restartCount();
    Q_EMIT formChanged();
    onChanged();
    Q_EMIT edited();
}

void NewConversation::applyForm()
{
    const OpeningForm *form = this->form();
    recipients::Rules rules = m_source.rules();
    if (form) {
        rules.needsPhone = form->needsPhone;
        rules.needsName = form->needsName;
        rules.takesEmail = form->takesEmail;
        for (const SettingField &field : form->fields) {
            if (!m_fields.contains(field.id) && !field.defaultValue.isEmpty())
                m_fields.insert(field.id, field.defaultValue);
        }
        m_perRequest = std::clamp(m_perRequest, 1, std::max(1, form->mostPerRequest));
    }
    rules.region = m_preferences.values().phoneRegion;
    if (rules.region == RecipientSource::noRegion) {
        rules.region.clear();
    } else if (rules.region.isEmpty()) {
        // The numbers this account writes from tell where its customers are: the busiest first.
        QHash<QString, int> busy;
        if (const sync::AccountSession *session = m_inbox.session(m_account)) {
            const QList<ConversationId> ids = session->conversationIds();
            for (const ConversationId &id : ids.mid(0, kLookedAt)) {
                const Conversation *conversation = session->conversation(id);
                if (conversation && conversation->line)
                    ++busy[conversation->line->displayId];
            }
        }
        QStringList own = busy.keys();
        std::sort(own.begin(), own.end(), [&busy](const QString &a, const QString &b) {
            return busy.value(a) != busy.value(b) ? busy.value(a) > busy.value(b) : a < b;
        });
        for (const Line &line : std::as_const(m_lines.list))
            own << line.displayId;
        rules.region = recipients::guessedRegion(own);
    }
    m_source.setRules(rules);
}

void NewConversation::ask()
{
    const OpeningForm *form = this->form();
    const auto read = [this](auto &asked, bool needed, auto readFrom, auto taken) {
        using List = std::remove_reference_t<decltype(asked)>;
        asked = {};
        if (!needed)
            return;
        asked.state = List::State::Reading;
        asked.ticket = ++m_ticket;
        (m_actions.*readFrom)(m_account, this, [this, &asked, taken, ticket = m_ticket](const auto &result) {
            if (asked.ticket != ticket)
                return;
            if (result) {
                asked.list = *result;
                asked.error.reset();
                asked.state = List::State::There;
            } else {
                asked.error = result.error();
                asked.state = List::State::Failed;
            }
            taken();
            Q_EMIT formChanged();
            onChanged();
        });
    };
    read(m_templates, form && form->listsTemplates, &InboxActions::readTemplates, [this] {
        if (!m_template.isEmpty() && !message())
            m_template = {};
    });
    read(m_lines, form && form->listsLines, &InboxActions::readLines, [this] {
        if (m_lines.list.size() == 1)
            m_line = m_lines.list.first().id;
        applyForm(); // a line's number tells the country
    });
}

void NewConversation::readAgain()
{
    ask();
    Q_EMIT formChanged();
}

const MessageTemplate *NewConversation::message() const
{
    for (const MessageTemplate &one : m_templates.list) {
        if (one.id == m_template && (m_language.isEmpty() || one.language == m_language))
            return &one;
    }
    return nullptr;
}

void NewConversation::setTemplate(const TemplateId &id, const QString &language)
{
    if (m_template == id && m_language == language)
        return;
    m_template = id;
    m_language = language;
    onChanged();
    Q_EMIT edited();
}

const Line *NewConversation::line() const
{
    for (const Line &one : m_lines.list) {
        if (one.id == m_line)
            return &one;
    }
    return nullptr;
}

void NewConversation::setLine(const LineId &id)
{
    m_line = id;
    onChanged();
    Q_EMIT edited();
}

void NewConversation::setField(const QString &id, const QString &value)
{
    if (m_fields.value(id) == value)
        return;
    m_fields.insert(id, value);
    onChanged();
    Q_EMIT edited();
}

QStringList NewConversation::presets() const
{
    QStringList names;
    for (const OpeningPreset &preset : m_preferences.values().openingPresets) {
        if (preset.account == m_account.value())
            names << preset.name;
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString NewConversation::preset() const
{
    const auto filled = [](QMap<QString, QString> fields) {
        fields.removeIf([](QMap<QString, QString>::iterator it) { return it.value().isEmpty(); });
        return fields;
    };
    const QMap<QString, QString> now = filled(m_fields);
    for (const OpeningPreset &preset : m_preferences.values().openingPresets) {
        if (preset.account == m_account.value() && filled(preset.fields) == now)
            return preset.name;
    }
    return {};
}

void NewConversation::choosePreset(const QString &name)
{
    for (const OpeningPreset &preset : m_preferences.values().openingPresets) {
        if (preset.account == m_account.value() && preset.name == name) {
            m_fields = preset.fields;
            Q_EMIT formChanged();
            onChanged();
            Q_EMIT edited();
            return;
        }
    }
}

void NewConversation::savePreset(const QString &name)
{
    m_preferences.change([&](PreferenceValues &values) {
        values.openingPresets.removeIf(
            [&](const OpeningPreset &one) { return one.account == m_account.value() && one.name == name; });
        values.openingPresets << OpeningPreset{m_account.value(), name, m_fields};
    });
    Q_EMIT formChanged();
}

void NewConversation::deletePreset(const QString &name)
{
    m_preferences.change([&](PreferenceValues &values) {
        values.openingPresets.removeIf(
            [&](const OpeningPreset &one) { return one.account == m_account.value() && one.name == name; });
    });
    Q_EMIT formChanged();
}

void NewConversation::setRegion(const recipients::Region &region)
{
    m_preferences.change([&](PreferenceValues &values) {
        values.phoneRegion = region.isEmpty() ? QString(RecipientSource::noRegion) : region;
    });
}

bool NewConversation::takesContacts() const
{
    const OpeningForm *form = this->form();
    return form && form->takesContact;
}

std::optional<Unavailable> NewConversation::contactsUnavailable() const
{
    return m_actions.contactsUnavailable(m_account);
}

void NewConversation::addContact(const Customer &contact)
{
    Recipient one;
    one.contact = contact.id;
    const QString shown = contact.displayId.trimmed();
    one.phone = recipients::checkedPhone(shown, region()).e164;
    if (one.phone.isEmpty() && recipients::looksLikeEmail(shown))
        one.email = shown;
    // A conversation has a name; somebody without one is called as the account knows them.
    one.name = oneLine(contact.name, kLongestName);
    if (one.name.isEmpty())
        one.name = oneLine(shown.isEmpty() ? contact.id.value() : shown, kLongestName);
    m_source.choose(one);
    onChanged();
}

bool NewConversation::hasContact(const CustomerId &contact) const
{
    const QList<Recipient> &all = m_source.chosen().rows();
    return std::any_of(all.cbegin(), all.cend(),
                       [&contact](const Recipient &one) { return one.contact == contact; });
}

QString NewConversation::environment() const
{
    const OpeningForm *form = this->form();
    if (!form)
        return {};
    return form->environments.contains(m_environment) ? m_environment : form->environments.value(0);
}

void NewConversation::setEnvironment(const QString &environment)
{
    if (m_environment == environment)
        return;
    m_environment = environment;
    onChanged();
    Q_EMIT edited();
}

bool NewConversation::isUsualEnvironment() const
{
    const OpeningForm *form = this->form();
    return !form || environment() == form->environments.value(0);
}

OptionalTime NewConversation::writtenTo(const Recipient &recipient) const
{
    return latest(recipient, &sync::Openings::writtenTo);
}

OptionalTime NewConversation::heardFrom(const Recipient &recipient) const
{
    return latest(recipient, &sync::Openings::heardFrom);
}

OptionalTime NewConversation::latest(const Recipient &recipient,
                                     OptionalTime (sync::Openings::*told)(const QString &) const) const
{
    OptionalTime at;
    if (recipient.phone.isEmpty())
        return at;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        at = std::max(at, (session->openings().*told)(recipient.phone));
    return at;
}

void NewConversation::restartCount()
{
    m_counted = 0;
    m_recent = m_heard = 0;
    m_firstRecent.reset();
    m_countRecent.start();
}

void NewConversation::countAgain()
{
    restartCount();
    countRecent();
}

void NewConversation::countRecent()
{
    const QList<Recipient> &all = m_source.list();
    const qsizetype end = std::min(all.size(), m_counted + kRecentAtATime);
    for (; m_counted < end; ++m_counted) {
        if (heardFrom(all.at(m_counted)))
            ++m_heard;
        else if (writtenTo(all.at(m_counted)))
            ++m_recent;
        else
            continue;
        if (!m_firstRecent)
            m_firstRecent = all.at(m_counted);
    }
    if (m_counted < all.size())
        return;
    m_countRecent.stop();
    Q_EMIT recentChanged();
    Q_EMIT changed();
}

QList<TemplateVariable> NewConversation::variables() const
{
    const OpeningForm *form = this->form();
    if (!form)
        return {};
    if (const MessageTemplate *chosen = message())
        return variablesOf(*chosen);
    QList<TemplateVariable> all;
    if (!form->namesVariables)
        return all;
    QStringList names = m_named;
    for (const recipients::Column &column : m_source.glance().columns) {
        if (column.use == recipients::Column::Use::Variable && !names.contains(column.variable))
            names << column.variable;
    }
    for (const QString &name : std::as_const(names))
        all << TemplateVariable{name, TemplatePart::Kind::Body, {}};
    return all;
}

void NewConversation::setValue(const QString &key, const QString &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    onChanged();
    Q_EMIT edited();
}

void NewConversation::addVariable(const QString &name)
{
    if (name.isEmpty() || m_named.contains(name))
        return;
    m_named << name;
    Q_EMIT formChanged();
    onChanged();
    Q_EMIT edited();
}

void NewConversation::removeVariable(const QString &name)
{
    m_named.removeOne(name);
    m_values.remove(name);
    Q_EMIT formChanged();
    onChanged();
    Q_EMIT edited();
}

QMap<QString, QString> NewConversation::valuesOf(const Recipient &recipient) const
{
    return filledIn(variables(), recipient);
}

QMap<QString, QString> NewConversation::filledIn(const QList<TemplateVariable> &needed,
                                                 const Recipient &recipient) const
{
    QMap<QString, QString> values;
    for (const TemplateVariable &variable : needed) {
        const QString own = recipient.variables.value(variable.key);
        const QString value = isBlank(own) ? m_values.value(variable.key) : own;
        if (!isBlank(value))
            values.insert(variable.key, value);
    }
    return values;
}

int NewConversation::missing(const QString &key) const
{
    return isBlank(m_values.value(key)) ? count() - m_source.bringing(key) : 0;
}

void NewConversation::setPerRequest(int recipients)
{
    const OpeningForm *form = this->form();
    m_perRequest = std::clamp(recipients, 1, form ? std::max(1, form->mostPerRequest) : 1);
    onChanged();
    Q_EMIT edited();
}

QList<Obstacle> NewConversation::obstacles() const
{
    using Kind = Obstacle::Kind;
    using Templates = Asked<MessageTemplate>;
    const OpeningForm *form = this->form();
    if (!form)
        return {{Kind::NoAccount, {}}};
    QList<Obstacle> all;
    if (m_templates.state == Templates::State::Failed)
        all << Obstacle{Kind::TemplatesFailed, {}};
    if (m_lines.state == Asked<Line>::State::Failed)
        all << Obstacle{Kind::LinesFailed, {}};
    if (m_templates.state == Templates::State::Reading || m_lines.state == Asked<Line>::State::Reading)
        return all << Obstacle{Kind::Reading, {}};
    if (form->listsTemplates && m_templates.state == Templates::State::There) {
        if (!message())
            all << Obstacle{Kind::NoTemplate, {}};
        else if (isRefused(message()->status))
            all << Obstacle{Kind::TemplateRefused, {message()->status}};
        else if (const QStringList parts = unfillable(*message()); !parts.isEmpty())
            all << Obstacle{Kind::TemplateUnfillable, parts};
    }
    if (form->listsLines && m_lines.state == Asked<Line>::State::There && !line())
        all << Obstacle{Kind::NoLine, {}};
    QStringList missingFields;
    QStringList badFields;
    for (const SettingField &field : form->fields) {
        const QString value = m_fields.value(field.id);
        if (field.required && isBlank(value))
            missingFields << field.id;
        else if (!takesField(field, value))
            badFields << field.id;
    }
    if (!missingFields.isEmpty())
        all << Obstacle{Kind::MissingFields, missingFields};
    if (!badFields.isEmpty())
        all << Obstacle{Kind::BadField, badFields};
    if (m_source.isReading())
        return all << Obstacle{Kind::Reading, {}};
    if (count() == 0)
        return all << Obstacle{Kind::NoRecipients, {}};
    using Takes = TemplateVariable::Takes;
    QStringList missingVariables;
    QStringList notAddresses;
    QStringList notDegrees;
    const QList<TemplateVariable> needed = variables();
    for (const TemplateVariable &variable : needed) {
        if (missing(variable.key) > 0)
            missingVariables << variable.key;
        const QString common = m_values.value(variable.key);
        if (!common.isEmpty() && !fits(variable.takes, common))
            (variable.takes == Takes::HttpsAddress ? notAddresses : notDegrees) << variable.key;
    }
    if (!missingVariables.isEmpty())
        all << Obstacle{Kind::MissingVariables, missingVariables};
    if (!notAddresses.isEmpty())
        all << Obstacle{Kind::NotAnAddress, notAddresses};
    if (!notDegrees.isEmpty())
        all << Obstacle{Kind::NotDegrees, notDegrees};
    return all;
}

bool NewConversation::takesField(const SettingField &field, const QString &value) const
{
    bool isNumber = true;
    if (field.kind == SettingField::Kind::Integer && !isBlank(value))
        value.trimmed().toLongLong(&isNumber);
    const sync::AccountSession *session = m_inbox.session(m_account);
    return isNumber && (!session || session->openings().takesField(field.id, value));
}

OpeningPlan NewConversation::plan() const
{
    OpeningPlan plan;
    if (const MessageTemplate *chosen = message())
        plan.message = *chosen;
    if (const Line *from = line()) {
        plan.line = from->id;
        plan.lineName = from->name.isEmpty() ? from->displayId : from->name;
    }
    if (const OpeningForm *form = this->form()) {
        for (const SettingField &field : form->fields) {
            if (const QString value = m_fields.value(field.id); !value.isEmpty())
                plan.fields.insert(field.id, value);
        }
    }
    if (m_source.chosen().rowCount() > 0)
        plan.environment = environment();
    plan.perRequest = m_perRequest;
    return plan;
}

QList<Recipient> NewConversation::recipientsToSend() const
{
    QList<Recipient> all = m_source.list();
    const QList<TemplateVariable> needed = variables();
    for (Recipient &one : all)
        one.variables = filledIn(needed, one);
    return all;
}

OpeningId NewConversation::start()
{
    if (!obstacles().isEmpty())
        return {};
    const OpeningId id = m_actions.startOpening(m_account, plan(), recipientsToSend());
    if (!id.isEmpty())
        discard();
    return id;
}

bool NewConversation::isEmpty() const
{
    const bool noValues =
        std::all_of(m_values.cbegin(), m_values.cend(), [](const QString &value) { return value.isEmpty(); });
    return m_source.typed().trimmed().isEmpty() && !m_source.hasFile() && !m_reopen
        && m_source.chosen().rowCount() == 0 && noValues && m_named.isEmpty() && m_template.isEmpty();
}

void NewConversation::discard()
{
    m_template = {};
    m_language.clear();
    m_values.clear();
    m_named.clear();
    m_environment.clear();
    m_reopen = {};
    m_source.clear();
    keep();
    Q_EMIT formChanged();
    Q_EMIT changed();
}

void NewConversation::onChanged()
{
    recipients::WantedVariables wanted;
    recipients::Rules rules = m_source.rules();
    rules.takes.clear();
    const OpeningForm *form = this->form();
    if (const MessageTemplate *chosen = message()) {
        const QList<TemplateVariable> needed = variablesOf(*chosen);
        for (const TemplateVariable &variable : needed) {
            wanted.keys << variable.key;
            if (variable.takes != TemplateVariable::Takes::Words)
                rules.takes.insert(variable.key, variable.takes);
        }
    } else if (form && form->namesVariables) {
        wanted.keys = m_named;
        wanted.anyName = true;
    }
    m_source.setRules(rules);
    m_source.setWanted(wanted);
    m_keep.start();
    Q_EMIT changed();
}

} // namespace inbox::models
