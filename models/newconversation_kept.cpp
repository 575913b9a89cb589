// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What was entered, on disk: a person who closes the window, or whose computer stops, finds it again.
#include "models/newconversation.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace inbox::models {

using namespace domain;
using recipients::Column;
using recipients::CsvShape;

namespace {

constexpr quint32 kVersion = 1; // another one is not read
constexpr qsizetype kLargestKeptFile = 8 * 1024 * 1024; // a larger one is asked for again

} // namespace

QString NewConversation::file() const
{
    return m_profileDir.isEmpty() ? QString()
                                  : QDir(m_profileDir).filePath(QStringLiteral("new-conversation"));
}

void NewConversation::keep()
{
    m_keep.stop();
    if (file().isEmpty())
        return;
    if (isEmpty() && m_fields.isEmpty()) {
        QFile::remove(file());
        return;
    }
    QSaveFile out(file());
    if (!out.open(QIODevice::WriteOnly))
        return;
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QDataStream stream(&out);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kVersion << m_account.value() << m_template.value() << m_language << m_line.value() << m_fields
           << m_values << m_named << m_perRequest << m_source.typed();
    const bool keepsFile = m_source.hasFile() && m_source.file().bytes.size() <= kLargestKeptFile;
    stream << keepsFile;
    if (keepsFile) {
        const CsvShape &shape = m_source.glance().shape;
        stream << m_source.file().name << m_source.file().bytes << int(shape.encoding) << shape.delimiter
               << shape.hasHeader << m_source.columnsAreChosen() << quint32(m_source.glance().columns.size());
        for (const Column &column : m_source.glance().columns)
            stream << int(column.use) << column.variable;
    }
    out.commit();
}

void NewConversation::restore()
{
    QFile in(file());
    if (file().isEmpty() || !in.open(QIODevice::ReadOnly))
        return;
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
    QMap<QString, QString> fields;
    QMap<QString, QString> values;
    QStringList named;
    int perRequest = 1;
    bool keepsFile = false;
    stream >> account >> message >> language >> line >> fields >> values >> named >> perRequest >> typed
        >> keepsFile;
    if (stream.status() != QDataStream::Ok)
        return;
    m_account = AccountId(account);
    m_template = TemplateId(message);
    m_language = language;
    m_line = LineId(line);
    m_fields = fields;
    m_values = values;
    m_named = named;
    m_perRequest = std::max(1, perRequest);
    m_source.setTyped(typed);
    if (!keepsFile)
        return;
    RecipientSource::File file;
    CsvShape shape;
    int encoding = 0;
    bool chosen = false;
    quint32 count = 0;
    stream >> file.name >> file.bytes >> encoding >> shape.delimiter >> shape.hasHeader >> chosen >> count;
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
    m_source.takeFile(file, shape, chosen ? columns : QList<Column>());
}

} // namespace inbox::models
