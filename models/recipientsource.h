// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/recipients/csvimport.h"

#include <QAbstractListModel>
#include <QTimer>

#include <memory>

namespace inbox::models {

// Rows as they stand, without words: who shows one asks for it. Becomes another list at once.
template <typename Row> class FixedRows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    const Row &row(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }
    // All at once: another text, file or way of reading it makes all of them anew.
    void become(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    // Something that is shown beside the rows has changed.
    void touch()
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }

private:
    QList<Row> m_rows;
};

// Whom to write to: what is typed or pasted, or a file with a table, turned into recipients in the thread
// pool. While a file is taken what was typed waits; it counts again when the file is put away. Owned by
// NewConversation; GUI thread.
class RecipientSource : public QObject {
    Q_OBJECT
public:
    enum class FileProblem { None, Unreadable, TooLarge, Empty };
    struct File {
        QString name; // without its folder
        QByteArray bytes;
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

    void openFile(const QString &path);
    void takeFile(const File &file, const std::optional<recipients::CsvShape> &shape,
                  const QList<recipients::Column> &columns); // as it was left; no columns: guessed
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

private:
    struct Read {
        recipients::RecipientList list;
        QHash<QString, int> bringing;
    };

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
    bool m_chosenColumns = false; // by the person: not guessed anew when another template is chosen

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
