// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What was entered, on disk: a person who closes the window, or whose computer stops, finds it again. A table
// is a file of its own, written once; the rest, a small one, after each change.
#include "models/newconversation.h"
#include "services/threads/inpool.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace inbox::models {

using namespace domain;

namespace {

constexpr quint32 kVersion = 2; // another one is not read
constexpr quint32 kMostContacts = 100'000;
constexpr QLatin1String kName{"new-conversation"};

// All of it or nothing; for its owner's eyes.
bool wrote(const QString &path, const QByteArray &bytes)
{
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return out.write(bytes) == bytes.size() && out.commit();
}

} // namespace

QString NewConversation::file() const
{
    return m_profileDir.isEmpty() ? QString() : QDir(m_profileDir).filePath(kName);
}

QString NewConversation::tableFile(const QString &id) const
{
    return file() + u'-' + id + QStringLiteral(".csv");
}

void NewConversation::removeTablesBut(const QStringList &ids) const
{
    const QDir folder(m_profileDir);
    const QStringList names = folder.entryList({kName + QStringLiteral("-*.csv")}, QDir::Files);
    for (const QString &name : names) {
        const bool wanted = std::any_of(ids.cbegin(), ids.cend(), [&](const QString &id) {
            return folder.filePath(name) == tableFile(id);
        });
        if (!wanted)
            QFile::remove(folder.filePath(name));
    }
}

void NewConversation::storeTable()
{
    const QString id = m_source.file().id;
    if (file().isEmpty() || !m_source.hasFile() || m_source.file().bytes.isEmpty() || id == m_storedTable
        || id == m_storingTable)
        return;
    m_storingTable = id;
    threads::inPool(
        this, [path = tableFile(id), bytes = m_source.file().bytes] { return wrote(path, bytes); },
        [this, id](bool done) {
            if (m_storingTable != id) { // another one has come
                removeTablesBut({m_storedTable, m_storingTable});
                return;
            }
            m_storingTable.clear();
            if (done)
                m_storedTable = id;
            keep();
        });
}

void NewConversation::finishTable()
{
    if (m_storingTable.isEmpty() || m_source.file().id != m_storingTable
        || !wrote(tableFile(m_storingTable), m_source.file().bytes))
        return;
    m_storedTable = std::exchange(m_storingTable, {});
    m_keep.start();
}

void NewConversation::keep()
{
    m_keep.stop();
    if (file().isEmpty() || m_reopen) // nothing was changed before that
        return;
    if (m_source.file().id != m_storingTable)
        m_storingTable.clear();
    if (isEmpty() && m_fields.isEmpty()) {
        QFile::remove(file());
        m_storedTable.clear();
        removeTablesBut({});
        return;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kVersion << m_account.value() << m_template.value() << m_language << m_line.value() << m_fields
           << m_values << m_named << m_perRequest << m_source.typed() << m_environment
           << quint32(m_source.chosen().rowCount());
    for (const Recipient &one : m_source.chosen().rows())
        stream << one.contact.value() << one.name << one.phone << one.email;
    const bool keepsTable = m_source.hasFile() && m_source.file().id == m_storedTable;
    stream << (keepsTable ? m_storedTable : QString());
    if (keepsTable) {
        const CsvShape &shape = m_source.glance().shape;
        stream << m_source.file().name << int(shape.encoding) << shape.delimiter << shape.hasHeader
               << m_source.columnsAreChosen() << quint32(m_source.glance().columns.size());
        for (const Column &column : m_source.glance().columns)
            stream << int(column.use) << column.variable;
    } else {
        m_storedTable.clear();
    }
    // What it does not name any more goes only after it.
    if (wrote(file(), bytes))
        removeTablesBut({m_storedTable, m_storingTable});
}

void NewConversation::restore()
{
    QFile in(file());
    if (file().isEmpty() || !in.open(QIODevice::ReadOnly)) {
        if (!m_profileDir.isEmpty())
            removeTablesBut({}); // of a run that ended in the middle
        return;
    }
    QDataStream stream(&in);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    stream >> version;
    if (version != kVersion)
        return;
    QString account;
    QString message;
    QString line;
    QString typed;
    QString language;
    QString environment;
    QMap<QString, QString> fields;
    QMap<QString, QString> values;
    QStringList named;
    int perRequest = 1;
    quint32 contacts = 0;
    stream >> account >> message >> language >> line >> fields >> values >> named >> perRequest >> typed
        >> environment >> contacts;
    QList<Recipient> chosen;
    for (quint32 i = 0; i < std::min(contacts, kMostContacts) && stream.status() == QDataStream::Ok; ++i) {
        QString contact;
        Recipient one;
        stream >> contact >> one.name >> one.phone >> one.email;
        one.contact = CustomerId(contact);
        chosen << one;
    }
    QString table;
    stream >> table;
    if (stream.status() != QDataStream::Ok)
        return;
    m_account = AccountId(account);
    m_contacts.setAccount(m_account);
    m_template = TemplateId(message);
    m_language = language;
    m_line = LineId(line);
    m_fields = fields;
    m_values = values;
    m_named = named;
    m_environment = environment;
    m_perRequest = std::max(1, perRequest);
    m_source.setTyped(typed);
    m_source.setChosen(chosen);
    removeTablesBut({table});
    if (table.isEmpty())
        return;
    RecipientSource::File file;
    CsvShape shape;
    int encoding = 0;
    bool columnsAreChosen = false;
    quint32 count = 0;
    stream >> file.name >> encoding >> shape.delimiter >> shape.hasHeader >> columnsAreChosen >> count;
    QList<Column> columns;
    for (quint32 i = 0; i < std::min<quint32>(count, recipients::mostColumns); ++i) {
        int use = 0;
        Column column;
        stream >> use >> column.variable;
        column.use = Column::Use(std::clamp(use, int(Column::Use::Ignored), int(Column::Use::Variable)));
        columns << column;
    }
    if (stream.status() != QDataStream::Ok)
        return;
    shape.encoding =
        TextEncoding(std::clamp(encoding, int(TextEncoding::Utf8), int(TextEncoding::Windows1252)));
    file.id = table;
    m_storedTable = table;
    m_reopen = [this, file, shape, columns = columnsAreChosen ? columns : QList<Column>()] {
        m_source.reopenFile(tableFile(file.id), file, shape, columns);
    };
}

void NewConversation::forgetAccount(const AccountId &account)
{
    m_preferences.change([&](PreferenceValues &values) {
        values.openingPresets.removeIf(
            [&](const OpeningPreset &one) { return one.account == account.value(); });
    });
    if (account != m_account)
        return;
    m_account = {};
    m_contacts.setAccount({});
    m_line = {};
    m_fields.clear();
    discard();
}

} // namespace inbox::models
