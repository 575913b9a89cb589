// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"
#include "models/openingsmodel.h"

#include <QCoreApplication>

namespace inbox::ui {

// Sentences about conversations that begin from our side. Pure functions over the application's locale and
// translator; everything returned is plain text.
class OpeningWords {
    Q_DECLARE_TR_FUNCTIONS(OpeningWords)

public:
    // --- recipients ---
    static QString problem(models::RowProblem problem); // "The number is too short."
    static QString phone(const QString &e164); // "+49 1511 2345678"
    static QString nameAndPhone(const domain::Recipient &recipient); // each in its own direction
    static QString recipients(int count); // "12 recipients"
    static QString merged(int count);
    static QString keptOut(int count);
    static QString recent(int count); // "3 of them were written to in the last 24 hours."
    static QString heard(int count); // they wrote to us: no template is needed
    // Both, of those who are composed for; empty: neither.
    static QString lately(const models::NewConversation &composing);
    static QString fileProblem(models::RecipientSource::FileProblem problem);
    static QString country(const models::Country &country); // "Deutschland (+49)"
    static QString otherEnvironment(const QString &name); // it is not what customers see

    // --- template ---
    static QString category(const QString &word); // "Marketing"
    static QString templateDetail(const domain::MessageTemplate &message); // "German · Marketing"
    static QString variable(const domain::TemplateVariable &variable); // "Text: {{1}}", "Picture (address)"
    static QString buttonText(const domain::TemplatePart &button);
    static QString mediaName(const QString &format); // "Picture"

    // --- before sending ---
    // What stands in one of the form's fields; empty: nothing that is told.
    static QString field(const domain::SettingField &field, const QString &value);
    // One sentence; `form` and `variables` give the names.
    static QString obstacle(const models::Obstacle &obstacle, const models::NewConversation &composing);
    static QString price(std::optional<int> cents, int count); // "about 1.32 € (0.11 € each)"
    static QString send(int count, bool sendsMessage); // the button: "Send 12 messages"
    static QString question(int count, bool sendsMessage);
    static QString credentialEnds(const QDateTime &ends, const QDateTime &now);

    // --- under way and done ---
    static QString state(domain::RecipientResult::State state); // "Sent"
    static QString filter(domain::RecipientResult::State state); // as short as a button
    static QString stateIcon(domain::RecipientResult::State state);
    static QString result(const domain::RecipientResult &result); // state, and the reason
    static QString state(const models::OpeningRow &row); // "Running: 120 of 5,000"
    static QString counts(const models::OpeningCounts &counts); // "3 sent, 1 unknown, 4 waiting"
    static QString title(const models::OpeningRow &row); // "Maria Keller", "5,000 recipients"
};

} // namespace inbox::ui
