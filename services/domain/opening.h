// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"
#include "services/domain/conversation.h"
#include "services/domain/error.h"

namespace inbox::domain {

// What is needed to begin conversations from our side, to one person or to many.

// One piece of a message template. A place for a variable is written {{name}} in `text` and `url`; most
// vendors number them: {{1}}.
struct TemplatePart {
    enum class Kind { Header, Body, Footer, Button };
    Kind kind = Kind::Body;
    QString format; // Header: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION; Button: QUICK_REPLY, URL, PHONE_NUMBER…
    QString text;
    QString url; // Button
    QString phone; // Button
    QMap<QString, QString> examples; // by a variable's name: the vendor's
    QString rawJson; // as the API gave it; empty when it is one of ours
    friend bool operator==(const TemplatePart &, const TemplatePart &) = default;
};

// A message that the messenger has approved, so that it may begin a conversation.
struct MessageTemplate {
    TemplateId id;
    QString name; // for people; never empty
    QString language; // as the API writes it: "de", "en_US"
    QString category; // MARKETING, UTILITY, AUTHENTICATION, or the vendor's word
    QString status; // the vendor's word; an unknown one does not hinder
    QString group;
    QList<TemplatePart> parts;
    // Kinds of parts that are not known here, as the vendor names them: CAROUSEL. Not kept with what was
    // begun: with them nothing begins.
    QStringList otherParts;
    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

// One place to fill. `key` is unique within a template: "header.1", "body.1", "body.name", "button.0.1"; or
// of a part that has a value without a place in its words, as WhatsApp names it: "header.image",
// "header.latitude", "button.0.coupon_code".
struct TemplateVariable {
    enum class Takes { Words, HttpsAddress, Latitude, Longitude, PlaceName, PlaceAddress, CouponCode };
    QString key;
    TemplatePart::Kind part = TemplatePart::Kind::Body;
    QString example; // the vendor's, shown grey
    Takes takes = Takes::Words;
    friend bool operator==(const TemplateVariable &, const TemplateVariable &) = default;
};
QList<TemplateVariable> variablesOf(const MessageTemplate &message); // in the order they are read
// Whether a value is of that kind.
bool fits(TemplateVariable::Takes takes, const QString &value);
// Degrees as an API takes them, with a point; people may write a comma.
QString degreesToSend(const QString &value);
// A button that copies a sign-in code: the code is the body's first value, "body.1".
bool copiesTheCode(const TemplatePart &part);
// What of a template needs values that a person cannot enter here, as the vendor names it: lists of products
// (MPM, PRODUCT), parts and headers of other kinds. The messenger would refuse it without them.
QStringList unfillable(const MessageTemplate &message);
// `part` as the customer will read it. A variable without a value keeps its braces.
QString filledText(const TemplatePart &part, int buttonIndex, const QMap<QString, QString> &values);

// Which questions an account's API wants answered; the window is drawn by it without knowing the API.
struct OpeningForm {
    bool sendsMessage = true; // false: the conversation is only made, nothing reaches the customer
    bool listsTemplates = false; // Backend::templates() tells them
    bool namesVariables = false; // the API tells no variables: the person names them
    bool listsLines = false; // Backend::lines() tells them, and one must be chosen
    bool needsName = false;
    bool takesEmail = false;
    bool needsPhone = true;
    bool takesContact = false; // somebody the account knows already can be named instead
    QStringList environments; // where a contact's conversation can be made; the first is what customers see
    QList<SettingField> fields; // what else: ids of queues, bots …; saved as presets by the person
    int mostPerRequest = 1; // recipients; more than one only where all have the same variables
    std::optional<int> cents; // of a euro a message, as documented
};

struct Recipient {
    QString phone; // E.164, "+4915112345678"; empty only where the form needs none
    CustomerId contact; // where the form takes one: nobody new is made
    QString name;
    QString email;
    QMap<QString, QString> variables; // by TemplateVariable::key, or by the person's names
    friend bool operator==(const Recipient &, const Recipient &) = default;
};

// What all recipients of one opening have in common.
struct OpeningPlan {
    MessageTemplate message; // no id: the form has none to choose, or names it in `fields`
    LineId line;
    QString lineName; // shown
    QMap<QString, QString> fields; // by OpeningForm::fields' ids
    QString environment; // of OpeningForm::environments, for contacts only; empty: the first
    int perRequest = 1;
    friend bool operator==(const OpeningPlan &, const OpeningPlan &) = default;
};

// One request of an opening: recipients whose variables are equal.
struct OpeningRequest {
    OpeningPlan plan;
    QList<Recipient> recipients;
};

struct RecipientResult {
    enum class State {
        Waiting, // nothing of it has left this computer
        Sending, // a byte may have left
        Sent, // the API said so for this recipient
        Unknown, // no answer, or none that tells of this recipient
        Failed, // proven not sent, `error` or `reason` says why
        Left, // the person stopped before its turn
    };
    State state = State::Waiting;
    ConversationId conversation;
    MessageId message;
    std::optional<Error> error;
    QString reason; // the vendor's words about this one recipient
    OptionalTime sentAt; // UTC: when a byte may first have left; nullopt: none has
    bool answered = false; // the customer has written since
    friend bool operator==(const RecipientResult &, const RecipientResult &) = default;
};

// An opening under way or done, as it stands on disk.
struct Opening {
    enum class State {
        Running,
        Paused, // by the person, by `error`, or because the program ended. Resumed by the person, and by
                // itself only where `error` named the time
        Stopped, // nothing more leaves, whatever was waiting is Left
        Finished, // nothing waits any more; some may be Unknown
    };
    OpeningId id;
    OpeningPlan plan;
    QList<Recipient> recipients;
    QList<RecipientResult> results; // one for each recipient
    State state = State::Running;
    std::optional<Error> error; // Paused: why, when it was not the person
    QDateTime createdAt; // UTC
    QString agent; // who asked for it; empty when the account does not know its own person
    std::optional<int> cents; // a message, as documented; nullopt: nobody says
    bool sendsMessage = true; // as the form said

    bool isOver() const { return state == State::Stopped || state == State::Finished; }
};

// Rows of `recipients` that one request may carry: the first that waits, and those right after it with the
// same variables, in their order, `most` at most. Empty: none waits.
QList<qsizetype> nextChunk(const Opening &opening, int most);

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::OpeningId)
