// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/contactsearch.h"
#include "models/preferences.h"
#include "models/recipientsource.h"
#include "services/sync/inbox.h"

namespace inbox::sync {
class Openings;
}

namespace inbox::models {

class InboxActions;

// One thing that is asked of the account before conversations can be begun: templates, or lines.
template <typename T> struct Asked {
    enum class State { NotNeeded, Reading, There, Failed };
    State state = State::NotNeeded;
    QList<T> list;
    std::optional<domain::Error> error;
    int ticket = 0; // of the answer that is waited for
};

// Why nothing can be sent yet.
struct Obstacle {
    enum class Kind {
        NoAccount,
        Reading, // templates, lines or recipients
        TemplatesFailed,
        LinesFailed,
        NoTemplate,
        TemplateRefused, // not approved by the messenger; `names` has its word
        TemplateUnfillable, // `names`: what needs values that cannot be entered here, in the vendor's words
        NoLine,
        MissingFields, // `names`: ids of fields
        BadField, // `names`: ids of fields whose value cannot be right
        NoRecipients,
        MissingVariables, // `names`: keys
        NotAnAddress, // `names`: keys of files that need an https address
        NotDegrees, // `names`: keys of latitudes and longitudes
    };
    Kind kind = Kind::NoAccount;
    QStringList names;
    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

// What a person is putting together to begin conversations: kept until it was sent or discarded, on disk
// where there is a profile. Nothing leaves before start(). Owned by the workspace; GUI thread.
class NewConversation : public QObject {
    Q_OBJECT
public:
    struct Account {
        domain::AccountId id;
        QString name;
        int color = domain::noAccountColor;
    };

    // All outlive this. `profileDir` empty: nothing is stored.
    NewConversation(sync::Inbox &inbox, InboxActions &actions, Preferences &preferences,
                    const QString &profileDir, QObject *parent = nullptr);
    ~NewConversation() override;

    // --- from ------------------------------------------------------------------------------------------
    QList<Account> accounts() const; // those that can begin conversations
    const domain::AccountId &account() const { return m_account; }
    void setAccount(const domain::AccountId &account);
    // The account that is chosen, or the first; reads what it has to be asked.
    void begin(const domain::AccountId &preferred = {});
    const domain::OpeningForm *form() const; // nullptr: there is no account
    domain::OptionalTime credentialEnds() const;
    QDateTime now() const { return m_inbox.clock().now(); }

    // --- what ------------------------------------------------------------------------------------------
    const Asked<domain::MessageTemplate> &templates() const { return m_templates; }
    const Asked<domain::Line> &lines() const { return m_lines; }
    void readAgain(); // what failed
    const domain::MessageTemplate *message() const; // nullptr: none is chosen, or there is none to choose
    void setTemplate(const domain::TemplateId &id, const QString &language);
    const domain::Line *line() const;
    void setLine(const domain::LineId &id);
    QString field(const QString &id) const { return m_fields.value(id); }
    void setField(const QString &id, const QString &value);

    // Fields under a name, of this account.
    QStringList presets() const;
    QString preset() const; // the one that stands in the fields now; empty: none does
    void choosePreset(const QString &name);
    void savePreset(const QString &name);
    void deletePreset(const QString &name);

    // --- to --------------------------------------------------------------------------------------------
    RecipientSource &source() { return m_source; }
    const RecipientSource &source() const { return m_source; }
    const recipients::Region &region() const { return m_source.rules().region; }
    void setRegion(const recipients::Region &region); // kept for the next time, too
    // Contacts of the account, where its form takes them.
    ContactSearch &contacts() { return m_contacts; }
    const ContactSearch &contacts() const { return m_contacts; }
    bool takesContacts() const;
    std::optional<domain::Unavailable> contactsUnavailable() const; // nullopt: they can be searched
    void addContact(const domain::Customer &contact);
    bool hasContact(const domain::CustomerId &contact) const;
    // Where the conversations with contacts are made: of OpeningForm::environments, the first unless another
    // was chosen.
    QString environment() const;
    void setEnvironment(const QString &environment);
    bool isUsualEnvironment() const; // the one that customers see
    // When this recipient was written to within the last 24 hours, by any account.
    domain::OptionalTime writtenTo(const domain::Recipient &recipient) const;
    // When they last wrote to us, likewise: their conversation is open and needs no template.
    domain::OptionalTime heardFrom(const domain::Recipient &recipient) const;
    int recentCount() const { return m_recent; } // were written to and have not answered
    int heardCount() const { return m_heard; }
    bool isCountingRecent() const { return m_countRecent.isActive(); }
    // What is known of them may have changed. A few are counted at once.
    void countAgain();
    // Of either.
    const std::optional<domain::Recipient> &firstRecent() const { return m_firstRecent; }

    // --- variables -------------------------------------------------------------------------------------
    QList<domain::TemplateVariable> variables() const; // of the template, or those the person named
    QString value(const QString &key) const { return m_values.value(key); }
    void setValue(const QString &key, const QString &value); // for everybody without one of their own
    void addVariable(const QString &name); // where the person names them
    void removeVariable(const QString &name);
    // What this recipient will be sent: their own values, else those for everybody.
    QMap<QString, QString> valuesOf(const domain::Recipient &recipient) const;
    // How many recipients have none; blanks are none.
    int missing(const QString &key) const;
    int perRequest() const { return m_perRequest; }
    void setPerRequest(int recipients);

    // --- and off ---------------------------------------------------------------------------------------
    QList<Obstacle> obstacles() const; // empty: it can be sent
    int count() const { return int(m_source.list().size()); }
    // Begins, and starts afresh. An empty id: it could not, and everything still stands here.
    domain::OpeningId start();
    // Forgets all that was entered.
    void discard();
    bool isEmpty() const; // nothing was entered that could be lost

Q_SIGNALS:
    void accountsChanged();
    void formChanged(); // another account, or what it tells: draw anew
    void changed(); // anything else
    void recentChanged();
    void edited(); // by the person, whatever may still be read for it

private:
    void ask();
    void applyForm();
    void onChanged();
    void restartCount();
    void countRecent();
    domain::OptionalTime latest(const domain::Recipient &recipient,
                                domain::OptionalTime (sync::Openings::*told)(const QString &) const) const;
    QMap<QString, QString> filledIn(const QList<domain::TemplateVariable> &needed,
                                    const domain::Recipient &recipient) const;
    bool takesField(const domain::SettingField &field, const QString &value) const;
    domain::OpeningPlan plan() const;
    QList<domain::Recipient> recipientsToSend() const;
    void keep();
    void restore();
    QString file() const;
    QString tableFile(const QString &id) const;
    void storeTable();
    void finishTable(); // now: the pool may come too late
    void removeTablesBut(const QStringList &ids) const;
    void forgetAccount(const domain::AccountId &account);

    sync::Inbox &m_inbox;
    InboxActions &m_actions;
    Preferences &m_preferences;
    const QString m_profileDir;

    domain::AccountId m_account;
    Asked<domain::MessageTemplate> m_templates;
    Asked<domain::Line> m_lines;
    int m_ticket = 0;
    domain::TemplateId m_template;
    QString m_language; // of the template: one name may stand for several
    domain::LineId m_line;
    QMap<QString, QString> m_fields;
    RecipientSource m_source;
    ContactSearch m_contacts;
    QString m_environment; // empty: the first
    QMap<QString, QString> m_values;
    QStringList m_named; // by the person
    int m_perRequest = 1;

    QTimer m_keep;
    QString m_storedTable; // RecipientSource::File::id of what is on disk
    QString m_storingTable; // of what is being written
    std::function<void()> m_reopen; // the table of the last run, once somebody looks
    QTimer m_countRecent; // some thousand at a time
    qsizetype m_counted = 0;
    int m_recent = 0;
    int m_heard = 0;
    std::optional<domain::Recipient> m_firstRecent;
};

} // namespace inbox::models
