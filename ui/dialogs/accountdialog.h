// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountsmodel.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace inbox::ui {

class ColorSwatches;
class Disclosure;
class NoticeBar;
class SettingRow;

// Connects an account or changes one, drawn from what the kind of account says about itself. "Test
// connection" asks the server without storing anything. What is wrong is said beside the field. Shown with
// open(); GUI thread; a token is taken from its field only and never shown again once it was saved.
class AccountDialog : public QDialog {
    Q_OBJECT
public:
    // `existing`: the account to change; none: a new one.
    AccountDialog(models::AccountsModel &accounts, const std::optional<domain::AccountConfig> &existing,
                  QWidget *parent = nullptr);
    ~AccountDialog() override;

    void testConnection();

Q_SIGNALS:
    void saved(const inbox::domain::AccountId &id);

private:
    void build(const QString &backendId);
    void save();
    domain::AccountConfig config() const;
    bool findProblems();
    bool showProblemAt(const QString &settingId, const QString &problem);
    void onTestFinished(int ticket, const std::optional<domain::Error> &error);
    void stopTest();
    QString secret() const;

    models::AccountsModel &m_accounts;
    const std::optional<domain::AccountConfig> m_existing;
    QList<domain::BackendDescriptor> m_descriptors;
    QString m_backend;
    int m_ticket = 0; // of the running test, 0: none

    QComboBox *m_kind = nullptr; // only when there is a choice
    QLineEdit *m_name;
    ColorSwatches *m_color;
    QWidget *m_form = nullptr;
    QVBoxLayout *m_formPlace;
    Disclosure *m_advancedToggle = nullptr;
    QList<SettingRow *> m_rows;
    SettingRow *m_secret = nullptr;
    NoticeBar *m_result;
    QPushButton *m_test;
    QPushButton *m_save;
};

} // namespace inbox::ui
