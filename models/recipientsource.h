// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/fixedrows.h"
#include "services/recipients/csvimport.h"

#include <QTimer>

#include <memory>

namespace inbox::models {

// What a window shows of recipients: it knows models and the domain only.
using recipients::BadRow;
using recipients::Column;
using recipients::Country;
using recipients::CsvGlance;
using recipients::CsvShape;
using recipients::largestCsv;
using recipients::phoneForPeople;
using recipients::RowProblem;

// Whom to write to: contacts that were chosen, and what is typed or pasted, or a file with a table, turned
// into recipients in the thread pool. While a file is taken what was typed waits; it counts again when the
// file is put away. Owned by NewConversation; GUI thread.
class RecipientSource : public QObject {
    Q_OBJECT
public:
    enum class FileProblem { None, Unreadable, TooLarge, Empty };
    struct File {
        QString name; // without its folder
        QByteArray bytes; // empty while it is opened again
        QString id; // of this opening of it
        friend bool operator==(const File &, const File &) = default;
    };

    // Instead of a country: numbers without "+" belong nowhere.
    static constexpr QLatin1String noRegion{"none"};
    static const QList<recipients::Country> &countries();

    explicit RecipientSource(QObject *parent = nullptr);
    ~RecipientSource() override;

    void setRules(const recipients::Rules &rules);
    void setWanted(const recipients::WantedVariables &wanted);
    const recipients::Rules &rules() const { return m_rules; }

    const QString &typed() const { return m_typed; }
    void setTyped(const QString &text);

    // Contacts, each once; they come before all others.
    FixedRows<domain::Recipient> &chosen() { return m_chosen; }
    const FixedRows<domain::Recipient> &chosen() const { return m_chosen; }
    void choose(const domain::Recipient &contact);
    void setChosen(const QList<domain::Recipient> &contacts);
    void dropChosen(int row);

    void openFile(const QString &path);
    // As it was left. No columns: guessed.
    void reopenFile(const QString &path, const File &file, const recipients::CsvShape &shape,
                    const QList<recipients::Column> &columns);
    void takeFile(const File &file, const std::optional<recipients::CsvShape> &shape,
                  const QList<recipients::Column> &columns);
    void removeFile();
    bool hasFile() const { return !m_file.name.isEmpty(); }
    const File &file() const { return m_file; }
    FileProblem fileProblem() const { return m_fileProblem; }
    const recipients::CsvGlance &glance() const { return m_glance; }
    // The columns are guessed anew.
    void setShape(const recipients::CsvShape &shape);
    void setColumn(int column, const recipients::Column &use);
    bool columnsAreChosen() const { return m_chosenColumns; }

    // Of what was read last; while isReading() something newer is on its way.
    FixedRows<domain::Recipient> &recipients() { return m_recipients; }
    const QList<domain::Recipient> &list() const { return m_recipients.rows(); }
    FixedRows<recipients::BadRow> &bad() { return m_bad; }
    int merged() const { return m_merged; }
    // How many recipients bring a value of their own for this variable.
    int bringing(const QString &variable) const { return m_bringing.value(variable); }
    bool isReading() const { return m_reading || m_soon.isActive(); }
    int percent() const { return m_percent; }

    void clear();

Q_SIGNALS:
    void changed(); // the recipients
    void fileChanged(); // the file, its problem, or how it is read
    void readingChanged();
    void edited(); // somebody wants it otherwise; what comes of it is told later

private:
    struct Read {
        recipients::RecipientList list;
        QHash<QString, int> bringing;
    };

    void load(const QString &path, const File &file, const std::optional<recipients::CsvShape> &shape,
              const QList<recipients::Column> &columns);
    void readSoon();
    void read();
    void look(const std::optional<recipients::CsvShape> &shape, const QList<recipients::Column> &columns);
    void stop();

    recipients::Rules m_rules;
    recipients::WantedVariables m_wanted;
    QString m_typed;
    File m_file;
    FileProblem m_fileProblem = FileProblem::None;
    recipients::CsvGlance m_glance;
    bool m_loading = false; // its bytes are being read
    bool m_chosenColumns = false; // by the person: not guessed anew when another template is chosen

    FixedRows<domain::Recipient> m_chosen;
    FixedRows<domain::Recipient> m_recipients;
    FixedRows<recipients::BadRow> m_bad;
    int m_merged = 0;
    QHash<QString, int> m_bringing;

    QTimer m_soon; // many letters are one change
    std::shared_ptr<std::atomic_bool> m_stop; // of the reading under way
    bool m_opening = false; // the file, or a look at its first rows, is under way
    bool m_reading = false;
    std::shared_ptr<std::atomic_int> m_progress; // of it, in percent
    QTimer m_look; // at the progress
    int m_percent = 0;
};

} // namespace inbox::models
