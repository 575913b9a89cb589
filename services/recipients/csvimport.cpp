// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/recipients/csvimport.h"

#include "services/domain/text.h"

#include <algorithm>

namespace inbox::recipients {

using domain::CsvReader;
using domain::Recipient;
using Use = Column::Use;

namespace {

constexpr qsizetype kFirstRows = 20;
constexpr int kLongestShown = 200;
constexpr int kLongestValue = 4096; // of a variable: four times what a messenger takes

// Of one of our own exports, or a spreadsheet's way to keep "+49" a text.
QString withoutApostrophe(QString cell)
{
    if (cell.size() > 1 && cell.front() == u'\'' && QStringView(u"=+-@\t\r").contains(cell.at(1)))
        cell.remove(0, 1);
    return cell;
}

// Header words, folded, in the languages of the program and a few more.
bool isOneOf(const QString &folded, std::initializer_list<const char16_t *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char16_t *word) { return folded.contains(QStringView(word)); });
}

Use useByName(const QString &name)
{
    const QString folded = domain::folded(name);
    if (folded.isEmpty())
        return Use::Ignored;
    if (isOneOf(folded, {u"mail", u"correo"}))
        return Use::Email;
    if (isOneOf(folded,
                {u"phone", u"telefon", u"mobil", u"handy", u"whatsapp", u"rufnummer", u"celular", u"movil",
                 u"msisdn", u"telef", u"هاتف", u"جوال"})
        || folded == QLatin1String("tel") || folded == QLatin1String("number")
        || folded == QLatin1String("nummer") || folded == QLatin1String("numero")
        || folded == QLatin1String("cell"))
        return Use::Phone;
    if (isOneOf(folded,
                {u"vorname", u"nachname", u"first name", u"last name", u"full name", u"firstname",
                 u"lastname", u"surname", u"sobrenome", u"apellido", u"اسم"})
        || folded == QLatin1String("name") || folded == QLatin1String("nome")
        || folded == QLatin1String("nombre") || folded == QLatin1String("kunde")
        || folded == QLatin1String("customer") || folded == QLatin1String("contact")
        || folded == QLatin1String("kontakt"))
        return Use::Name;
    return Use::Ignored;
}

// "body.1", "{{1}}" and "1" are the same place.
QString plainKey(QString key)
{
    key.remove(u'{');
    key.remove(u'}');
    return domain::folded(key);
}

struct Content {
    int filled = 0;
    int phones = 0;
    int emails = 0;
};

QList<Content> contents(const QList<QStringList> &rows, qsizetype columns, const Region &region)
{
    QList<Content> all(columns);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < std::min(columns, row.size()); ++i) {
            const QString cell = withoutApostrophe(row.at(i).trimmed());
            if (cell.isEmpty())
                continue;
            ++all[i].filled;
            // Amounts and customer numbers are digits too: what counts are numbers that exist.
            if (checkedPhone(cell, region).problem == PhoneProblem::None)
                ++all[i].phones;
            else if (looksLikeEmail(cell))
                ++all[i].emails;
        }
    }
    return all;
}

bool mostly(int part, int whole)
{
    return part > 0 && 2 * part > whole;
}

bool detectHeader(const QList<QStringList> &rows, const Region &region)
{
    if (rows.isEmpty())
        return false;
    const QStringList &first = rows.first();
    bool named = false;
    for (const QString &cell : first) {
        const QString text = withoutApostrophe(cell.trimmed());
        if (checkedPhone(text, region).problem == PhoneProblem::None || looksLikeEmail(text))
            return false;
        named = named || useByName(text) != Use::Ignored;
    }
    if (named)
        return true;
    // Words that say nothing to us, above a column of numbers.
    const QList<Content> below = contents(rows.mid(1), first.size(), region);
    for (qsizetype i = 0; i < first.size(); ++i) {
        const QString &cell = first.at(i);
        const bool hasLetter = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isLetter(); });
        if (hasLetter
            && (mostly(below.at(i).phones, below.at(i).filled)
                || mostly(below.at(i).emails, below.at(i).filled)))
            return true;
    }
    return false;
}

QList<Column> guessedColumns(const CsvGlance &file, const WantedVariables &wanted, const Region &region)
{
    const qsizetype count = file.header.size();
    QList<Column> columns(count);
    const QList<Content> content = contents(file.firstRows, count, region);
    QStringList free = wanted.keys;
    const auto has = [&columns](Use use) {
        return std::any_of(columns.cbegin(), columns.cend(),
                           [use](const Column &column) { return column.use == use; });
    };
    // A column called as a variable is that variable, whatever else its name may mean.
    for (qsizetype i = 0; i < count; ++i) {
        const QString name = plainKey(file.header.at(i));
        for (const QString &key : std::as_const(free)) {
            if (!name.isEmpty() && (plainKey(key) == name || plainKey(key.section(u'.', -1)) == name)) {
                columns[i] = {Use::Variable, key};
                free.removeOne(key);
                break;
            }
        }
    }
    const auto place = [&](Use use, auto fits) {
        for (qsizetype i = 0; i < count; ++i) {
            if (columns.at(i).use == Use::Ignored && fits(i)) {
                columns[i].use = use;
                return;
            }
        }
    };
    const auto named = [&](Use use) {
        return [&, use](qsizetype i) { return useByName(file.header.at(i)) == use; };
    };
    // "Phone" may be the landline of a company with the mobile beside it: whichever holds numbers comes
    // first.
    place(Use::Phone, [&](qsizetype i) {
        return useByName(file.header.at(i)) == Use::Phone
            && mostly(content.at(i).phones, content.at(i).filled);
    });
    if (!has(Use::Phone))
        place(Use::Phone, [&](qsizetype i) { return mostly(content.at(i).phones, content.at(i).filled); });
    if (!has(Use::Phone))
        place(Use::Phone, named(Use::Phone));
    place(Use::Email, [&](qsizetype i) { return mostly(content.at(i).emails, content.at(i).filled); });
    if (!has(Use::Email))
        place(Use::Email, named(Use::Email));
    for (qsizetype i = 0; i < count; ++i) { // first and last name may stand apart
        if (columns.at(i).use == Use::Ignored && useByName(file.header.at(i)) == Use::Name)
            columns[i].use = Use::Name;
    }
    if (!has(Use::Name) && !file.shape.hasHeader) {
        place(Use::Name, [&](qsizetype i) {
            return std::any_of(file.firstRows.cbegin(), file.firstRows.cend(), [i](const QStringList &row) {
                const QString cell = row.value(i);
                return std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isLetter(); });
            });
        });
    }
    // A file's address is recognised by its column's name or not at all.
    free.removeIf([](const QString &key) {
        return key == QLatin1String("header.image") || key == QLatin1String("header.video")
            || key == QLatin1String("header.document");
    });
    QList<qsizetype> left;
    for (qsizetype i = 0; i < count; ++i) {
        if (columns.at(i).use == Use::Ignored)
            left << i;
    }
    if (wanted.anyName) {
        QStringList taken;
        for (const qsizetype i : std::as_const(left)) {
            const QString name = file.header.at(i).trimmed();
            if (name.isEmpty() || taken.contains(name) || useByName(name) != Use::Ignored)
                continue;
            taken << name;
            columns[i] = {Use::Variable, name};
        }
    } else if (!free.isEmpty() && left.size() == free.size()) {
        for (qsizetype i = 0; i < left.size(); ++i)
            columns[left.at(i)] = {Use::Variable, free.at(i)};
    }
    return columns;
}

} // namespace

CsvGlance glance(const QByteArray &bytes, const std::optional<CsvShape> &shape, const WantedVariables &wanted,
                 const Region &region)
{
    constexpr qsizetype kEnough = 256 * 1024; // bytes: the first rows of any list of people
    CsvGlance file;
    file.shape = shape.value_or(CsvShape{domain::guessEncoding(bytes), u',', false});
    const QString text = domain::decodedText(QByteArrayView(bytes).first(std::min(kEnough, bytes.size())),
                                             file.shape.encoding);
    if (!shape)
        file.shape.delimiter = domain::guessDelimiter(text);
    CsvReader reader(text, file.shape.delimiter);
    QList<QStringList> rows;
    QStringList cells;
    qsizetype columns = 0;
    while (rows.size() <= kFirstRows && reader.next(cells)) {
        cells = cells.mid(0, mostColumns);
        columns = std::max(columns, cells.size());
        rows << cells;
    }
    if (!shape)
        file.shape.hasHeader = detectHeader(rows, region);
    if (file.shape.hasHeader && !rows.isEmpty())
        file.header = rows.takeFirst();
    for (QString &name : file.header)
        name = domain::oneLine(name, kLongestShown).trimmed();
    file.header.resize(columns);
    for (QStringList &row : rows) {
        row.resize(columns);
        for (QString &cell : row)
            cell = domain::oneLine(cell, kLongestShown);
    }
    file.firstRows = rows.mid(0, kFirstRows);
    file.columns = guessedColumns(file, wanted, region);
    return file;
}

RecipientList csvRecipients(const QByteArray &bytes, const CsvShape &shape, const QList<Column> &columns,
                            const Rules &rules, const std::atomic_bool &stop,
                            const std::function<void(int)> &progress)
{
    constexpr int kRowsBetween = 500;
    const QString text = domain::decodedText(bytes, shape.encoding);
    CsvReader reader(text, shape.delimiter);
    Collector collector(rules);
    QStringList cells;
    const auto asItStood = [&cells] { return cells.join(QStringLiteral(" · ")); };
    if (shape.hasHeader)
        reader.next(cells);
    if (reader.isOpen())
        collector.keepOut(reader.row(), asItStood(), RowProblem::OpenQuote);
    int sinceTold = 0;
    while (!stop.load(std::memory_order_relaxed) && reader.next(cells)) {
        if (reader.isOpen()) {
            collector.keepOut(reader.row(), asItStood(), RowProblem::OpenQuote);
            break;
        }
        Recipient recipient;
        QStringList names;
        for (qsizetype i = 0; i < std::min(columns.size(), cells.size()); ++i) {
            const QString cell = withoutApostrophe(cells.at(i).trimmed());
            switch (columns.at(i).use) {
            case Use::Ignored:
                break;
            case Use::Phone:
                if (recipient.phone.isEmpty()) // of two such columns the first one that is filled
                    recipient.phone = cell;
                break;
            case Use::Name:
                if (!cell.isEmpty())
                    names << cell;
                break;
            case Use::Email:
                if (recipient.email.isEmpty())
                    recipient.email = cell;
                break;
            case Use::Variable:
                recipient.variables.insert(columns.at(i).variable, domain::capped(cell, kLongestValue));
                break;
            }
        }
        recipient.name = names.join(u' ');
        collector.add(reader.row(), asItStood(), recipient);
        if (++sinceTold == kRowsBetween && progress) {
            sinceTold = 0;
            progress(int(100 * reader.position() / std::max<qsizetype>(1, text.size())));
        }
    }
    return collector.take();
}

} // namespace inbox::recipients
