// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/openingwords.h"

#include "ui/text/words.h"

#include <QLocale>

#include <array>

namespace inbox::ui {

using namespace domain;
using models::NewConversation;
using models::Obstacle;
using models::OpeningRow;
using models::RecipientSource;
using models::RowProblem;
using State = RecipientResult::State;

namespace {

constexpr int kLongestName = 60;
constexpr int kLongestReason = 300;
constexpr int kLongestValue = 120;
constexpr double kCents = 100;

// Of all that an opening can stop at.
QString paused(const Error &error)
{
    // An answer came, and nobody of the recipients was in it.
    if (error.kind == ErrorKind::NotThisApi && error.outcome == Outcome::Unknown)
        return OpeningWords::tr("The server's answer does not say what became of the messages.");
    return Words::errorReason(error);
}

QString euros(double cents)
{
    return QLocale().toString(cents / kCents, 'f', 2);
}

} // namespace

QString OpeningWords::problem(RowProblem problem)
{
    switch (problem) {
    case RowProblem::NoPhone:
        return tr("There is no phone number.");
    case RowProblem::NotANumber:
        return tr("This is not a phone number.");
    case RowProblem::NoCountry:
        return tr("The number has no country code, and no country is chosen.");
    case RowProblem::UnknownCountry:
        return tr("No country has this country code.");
    case RowProblem::TooShort:
        return tr("The number is too short.");
    case RowProblem::TooLong:
        return tr("The number is too long.");
    case RowProblem::NotInUse:
        return tr("No number of its country looks like this.");
    case RowProblem::Extension:
        return tr("The number has an extension: a messenger has none.");
    case RowProblem::NoName:
        return tr("There is no name.");
    case RowProblem::BadEmail:
        return tr("The e-mail address is not complete.");
    case RowProblem::BadAddress:
        return tr("The address of the file does not begin with https://.");
    case RowProblem::BadDegrees:
        return tr("Latitude or longitude is not a number of degrees such as 52.5163.");
    case RowProblem::Empty:
        return tr("There is neither a name nor a number.");
    case RowProblem::OpenQuote:
        return tr("A quotation mark is never closed: all that follows is in this row.");
    }
    return {};
}

QString OpeningWords::phone(const QString &e164)
{
    return Words::safeLine(models::phoneForPeople(e164), kLongestName);
}

QString OpeningWords::nameAndPhone(const Recipient &recipient)
{
    const QString name = Words::safeLine(recipient.name, kLongestName);
    const QString other =
        recipient.phone.isEmpty() ? Words::safeLine(recipient.email, kLongestName) : phone(recipient.phone);
    if (name.isEmpty())
        return Words::isolated(other);
    if (other.isEmpty())
        return Words::isolated(name);
    return tr("%1, %2", "a name, then a phone number").arg(Words::isolated(name), Words::isolated(other));
}

QString OpeningWords::recipients(int count)
{
    return tr("%Ln recipients", nullptr, count);
}

QString OpeningWords::merged(int count)
{
    return tr("%Ln came more than once and count as one.", nullptr, count);
}

QString OpeningWords::keptOut(int count)
{
    return tr("%Ln rows are kept out", nullptr, count);
}

QString OpeningWords::recent(int count)
{
    return tr("%Ln of them were written to in the last 24 hours.", nullptr, count);
}

QString OpeningWords::heard(int count)
{
    return tr(
        "%Ln of them wrote to you in the last 24 hours: they can be answered in their conversation, without "
        "a template.",
        nullptr, count);
}

QString OpeningWords::lately(const NewConversation &composing)
{
    QStringList sentences;
    if (composing.heardCount() > 0)
        sentences << heard(composing.heardCount());
    if (composing.recentCount() > 0)
        sentences << recent(composing.recentCount());
    return sentences.join(u' ');
}

QString OpeningWords::fileProblem(RecipientSource::FileProblem problem)
{
    switch (problem) {
    case RecipientSource::FileProblem::None:
        break;
    case RecipientSource::FileProblem::Unreadable:
        return tr("This file cannot be read.");
    case RecipientSource::FileProblem::TooLarge:
        return tr("This file is larger than %1. Split it.").arg(Words::fileSize(models::largestCsv));
    case RecipientSource::FileProblem::Empty:
        return tr("This file is empty.");
    }
    return {};
}

QString OpeningWords::country(const models::Country &country)
{
    return tr("%1 (%2)", "a country, and its calling code")
        .arg(country.name, QString(u'+' + QString::number(country.callingCode)));
}

QString OpeningWords::otherEnvironment(const QString &name)
{
    return tr("The conversations with contacts are made in “%1”, which is not the environment of your "
              "customers. They may be missing in the list.")
        .arg(Words::safeLine(name, kLongestName));
}

QString OpeningWords::category(const QString &word)
{
    const QString upper = word.toUpper();
    if (upper == QLatin1String("MARKETING"))
        return tr("Marketing");
    if (upper == QLatin1String("UTILITY"))
        return tr("Service");
    if (upper == QLatin1String("AUTHENTICATION"))
        return tr("Sign-in");
    return Words::safeLine(word, kLongestName);
}

QString OpeningWords::templateDetail(const MessageTemplate &message)
{
    QStringList parts;
    for (const QString &part : {Words::language(message.language), category(message.category),
                                Words::safeLine(message.group, kLongestName)}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(" · "));
}

QString OpeningWords::mediaName(const QString &format)
{
    const QString upper = format.toUpper();
    if (upper == QLatin1String("IMAGE"))
        return tr("Picture");
    if (upper == QLatin1String("VIDEO"))
        return tr("Video");
    if (upper == QLatin1String("DOCUMENT"))
        return tr("Document");
    if (upper == QLatin1String("LOCATION"))
        return tr("Place");
    return Words::safeLine(format, kLongestName);
}

QString OpeningWords::variable(const TemplateVariable &variable)
{
    const QString name = Words::safeLine(variable.key.section(u'.', -1), kLongestName);
    if (!variable.key.contains(u'.'))
        return Words::safeLine(variable.key, kLongestName);
    using Takes = TemplateVariable::Takes;
    switch (variable.takes) {
    case Takes::HttpsAddress:
        return tr("%1 (an https address)", "a picture, a video").arg(mediaName(name));
    case Takes::Latitude:
        return tr("Place: latitude");
    case Takes::Longitude:
        return tr("Place: longitude");
    case Takes::PlaceName:
        return tr("Place: name");
    case Takes::PlaceAddress:
        return tr("Place: address");
    case Takes::CouponCode:
        return tr("Button: the code to copy");
    case Takes::Words:
        break;
    }
    switch (variable.part) {
    case TemplatePart::Kind::Header:
        return tr("Heading: %1").arg(QString(QStringLiteral("{{") + name + QStringLiteral("}}")));
    case TemplatePart::Kind::Button:
        return tr("Button: %1").arg(QString(QStringLiteral("{{") + name + QStringLiteral("}}")));
    case TemplatePart::Kind::Body:
    case TemplatePart::Kind::Footer:
        break;
    }
    return tr("Text: %1").arg(QString(QStringLiteral("{{") + name + QStringLiteral("}}")));
}

QString OpeningWords::buttonText(const TemplatePart &button)
{
    return Words::safeLine(button.text.isEmpty() ? button.format : button.text, kLongestName);
}

QString OpeningWords::field(const SettingField &field, const QString &value)
{
    if (field.kind == SettingField::Kind::Boolean)
        return value == QLatin1String("true") ? tr("Yes") : QString();
    QStringList parts;
    const QStringList lines = value.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        parts << line.trimmed();
    return Words::safeLine(parts.join(QStringLiteral(", ")), kLongestValue);
}

QString OpeningWords::obstacle(const Obstacle &obstacle, const NewConversation &composing)
{
    QStringList names;
    const OpeningForm *form = composing.form();
    const QList<TemplateVariable> variables = composing.variables();
    for (const QString &id : obstacle.names) {
        QString name = Words::safeLine(id, kLongestName);
        for (const SettingField &field : form ? form->fields : QList<SettingField>()) {
            if (field.id == id)
                name = QCoreApplication::translate("Backend", field.label);
        }
        for (const TemplateVariable &one : variables) {
            if (one.key == id)
                name = variable(one);
        }
        names << name;
    }
    const QString list = Words::list(names);
    switch (obstacle.kind) {
    case Obstacle::Kind::NoAccount:
        return tr("No account can begin conversations.");
    case Obstacle::Kind::Reading:
        return tr("Reading…");
    case Obstacle::Kind::TemplatesFailed:
        return tr("The templates could not be read.");
    case Obstacle::Kind::LinesFailed:
        return tr("The numbers could not be read.");
    case Obstacle::Kind::NoTemplate:
        return tr("Choose a template.");
    case Obstacle::Kind::TemplateRefused:
        return tr("The messenger does not let this template be sent: %1.").arg(list);
    case Obstacle::Kind::TemplateUnfillable:
        return tr("This template has a part that cannot be filled in here: %1.").arg(list);
    case Obstacle::Kind::NoLine:
        return tr("Choose what to write from.");
    case Obstacle::Kind::MissingFields:
        return tr("Still needed: %1.").arg(list);
    case Obstacle::Kind::BadField:
        return tr("This does not fit: %1.").arg(list);
    case Obstacle::Kind::NoRecipients:
        return tr("Add a recipient.");
    case Obstacle::Kind::MissingVariables:
        return tr("Without a value: %1.").arg(list);
    case Obstacle::Kind::NotAnAddress:
        return tr("This has to be an address that begins with https://: %1.").arg(list);
    case Obstacle::Kind::NotDegrees:
        return tr("This has to be a number of degrees such as 52.5163: %1.").arg(list);
    }
    return {};
}

QString OpeningWords::price(std::optional<int> cents, int count)
{
    if (!cents)
        return tr("not known: neither the API nor its documentation says it");
    if (count == 1)
        return tr("about %1 €").arg(euros(*cents));
    return tr("about %1 € (%2 € each)").arg(euros(double(*cents) * count), euros(*cents));
}

QString OpeningWords::send(int count, bool sendsMessage)
{
    return sendsMessage ? tr("Send %Ln messages", nullptr, count)
                        : tr("Open %Ln conversations", nullptr, count);
}

QString OpeningWords::question(int count, bool sendsMessage)
{
    return sendsMessage ? tr("Send %Ln messages now?", nullptr, count)
                        : tr("Open %Ln conversations now?", nullptr, count);
}

QString OpeningWords::credentialEnds(const QDateTime &ends, const QDateTime &now)
{
    return ends <= now ? tr("This account's token ended %1. Enter a new one in the settings.")
                             .arg(Words::whenTime(ends, now))
                       : tr("This account's token ends %1.").arg(Words::whenTime(ends, now));
}

QString OpeningWords::state(State state)
{
    switch (state) {
    case State::Waiting:
        return tr("Waiting");
    case State::Sending:
        return tr("Is being sent");
    case State::Sent:
        return tr("Sent");
    case State::Unknown:
        return tr("Not known whether it was sent");
    case State::Failed:
        return tr("Not sent");
    case State::Left:
        return tr("Left out");
    }
    return {};
}

QString OpeningWords::filter(State state)
{
    return state == State::Unknown ? tr("Unknown", "whether messages were sent") : OpeningWords::state(state);
}

QString OpeningWords::stateIcon(State state)
{
    switch (state) {
    case State::Waiting:
        return QStringLiteral("clock");
    case State::Sending:
        return QStringLiteral("send");
    case State::Sent:
        return QStringLiteral("tick");
    case State::Unknown:
        return QStringLiteral("unknown");
    case State::Failed:
        return QStringLiteral("error");
    case State::Left:
        return QStringLiteral("minus");
    }
    return {};
}

QString OpeningWords::result(const RecipientResult &result)
{
    QString reason = Words::safeLine(result.reason, kLongestReason);
    if (reason.isEmpty() && result.error)
        reason = Words::errorReason(*result.error);
    if (reason.isEmpty() && result.answered && result.state == State::Sent)
        reason = tr("the customer has answered");
    if (reason.isEmpty())
        return state(result.state);
    return tr("%1: %2", "what became of a message, and why").arg(state(result.state), reason);
}

QString OpeningWords::counts(const models::OpeningCounts &counts)
{
    QStringList parts;
    if (const int n = counts.at(State::Sent))
        parts << tr("%Ln sent", nullptr, n);
    if (const int n = counts.at(State::Unknown))
        parts << tr("%Ln unknown", nullptr, n);
    if (const int n = counts.at(State::Failed))
        parts << tr("%Ln not sent", nullptr, n);
    if (const int n = counts.at(State::Waiting) + counts.at(State::Sending))
        parts << tr("%Ln waiting", nullptr, n);
    if (const int n = counts.at(State::Left))
        parts << tr("%Ln left out", nullptr, n);
    return parts.join(QStringLiteral(" · "));
}

QString OpeningWords::state(const OpeningRow &row)
{
    const QString numbers = counts(row.counts);
    const auto with = [&numbers](const QString &word) {
        return tr("%1: %2", "what state it is in, and the numbers").arg(word, numbers);
    };
    switch (row.state) {
    case Opening::State::Running:
        return with(tr("Running"));
    case Opening::State::Paused:
        if (row.goesOnAt) {
            return tr("%1 %2", "two sentences, one after the other")
                .arg(with(tr("Paused")) + u'.',
                     tr("The server asks for a pause: it goes on at %1.")
                         .arg(Words::clockTime(*row.goesOnAt)));
        }
        if (row.error) {
            return tr("%1 %2", "two sentences, one after the other")
                .arg(with(tr("Paused")) + u'.', paused(*row.error));
        }
        return with(tr("Paused"));
    case Opening::State::Stopped:
        return with(tr("Stopped"));
    case Opening::State::Finished:
        return row.counts.at(State::Unknown) > 0 ? with(tr("Done, you decide about the unknown"))
                                                 : with(tr("Done"));
    }
    return {};
}

QString OpeningWords::title(const OpeningRow &row)
{
    if (row.counts.all() != 1)
        return recipients(row.counts.all());
    return row.firstName.isEmpty() ? phone(row.firstPhone) : Words::safeLine(row.firstName, kLongestName);
}

} // namespace inbox::ui
