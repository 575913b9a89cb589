// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/recipientsource.h"

#include "services/threads/inpool.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace inbox::models {

using namespace recipients;
using domain::Recipient;

namespace {
constexpr std::chrono::milliseconds kPause{150}; // after a letter was typed
} // namespace

RecipientSource::RecipientSource(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &RecipientSource::read);
    m_look.setInterval(kPause);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_percent == *m_progress)
            return;
        m_percent = *m_progress;
        Q_EMIT readingChanged();
    });
}

const QList<Country> &RecipientSource::countries()
{
    static const QList<Country> all = recipients::countries();
    return all;
}

RecipientSource::~RecipientSource()
{
    stop();
}

void RecipientSource::stop()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
    m_look.stop();
}

void RecipientSource::setRules(const Rules &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    readSoon();
}

void RecipientSource::setWanted(const WantedVariables &wanted)
{
    if (m_wanted.keys == wanted.keys && m_wanted.anyName == wanted.anyName)
        return;
    m_wanted = wanted;
    if (hasFile() && !m_chosenColumns && !m_loading) // else it is looked at with these anyway
        look(m_glance.shape, {});
}

void RecipientSource::setTyped(const QString &text)
{
    if (m_typed == text)
        return;
    m_typed = text;
    Q_EMIT edited();
    if (!hasFile())
        readSoon();
}

void RecipientSource::choose(const Recipient &contact)
{
    const bool known =
        std::any_of(m_chosen.rows().cbegin(), m_chosen.rows().cend(),
                    [&contact](const Recipient &one) { return one.contact == contact.contact; });
    if (known || contact.contact.isEmpty())
        return;
    m_chosen.append({contact});
    Q_EMIT edited();
    readSoon();
}

void RecipientSource::setChosen(const QList<Recipient> &contacts)
{
    if (m_chosen.rows() == contacts)
        return;
    m_chosen.become(contacts);
    readSoon();
}

void RecipientSource::dropChosen(int row)
{
    if (row < 0 || row >= m_chosen.rowCount())
        return;
    m_chosen.removeAt(row);
    Q_EMIT edited();
    readSoon();
}

void RecipientSource::openFile(const QString &path)
{
    Q_EMIT edited();
    load(path, {QFileInfo(path).fileName(), {}, QUuid::createUuid().toString(QUuid::WithoutBraces)}, {}, {});
}

void RecipientSource::reopenFile(const QString &path, const File &file, const CsvShape &shape,
                                 const QList<Column> &columns)
{
    m_file = file;
    m_glance = {};
    m_glance.shape = shape;
    m_glance.columns = columns;
    m_chosenColumns = !columns.isEmpty();
    load(path, file, shape, columns);
    Q_EMIT fileChanged();
}

void RecipientSource::load(const QString &path, const File &file, const std::optional<CsvShape> &shape,
                           const QList<Column> &columns)
{
    struct Loaded {
        QByteArray bytes;
        FileProblem problem = FileProblem::None;
    };
    stop();
    m_soon.stop();
    m_loading = m_opening = true;
    m_reading = true;
    m_percent = 0;
    auto stopped = m_stop = std::make_shared<std::atomic_bool>(false);
    Q_EMIT readingChanged();
    const auto open = [path] {
        QFile in(path);
        if (!in.open(QIODevice::ReadOnly))
            return Loaded{{}, FileProblem::Unreadable};
        // One byte more than may be, so that what grows meanwhile is noticed, too.
        const QByteArray bytes = in.read(largestCsv + 1);
        if (bytes.size() > largestCsv)
            return Loaded{{}, FileProblem::TooLarge};
        if (in.error() != QFileDevice::NoError)
            return Loaded{{}, FileProblem::Unreadable};
        return Loaded{bytes, bytes.trimmed().isEmpty() ? FileProblem::Empty : FileProblem::None};
    };
    threads::inPool(this, open, [this, stopped, file, shape, columns](const Loaded &loaded) {
        if (*stopped)
            return;
        m_loading = false;
        m_fileProblem = loaded.problem;
        if (loaded.problem != FileProblem::None) {
            m_opening = false;
            m_reading = false;
            m_stop.reset();
            if (m_file.id == file.id) { // what was left here is gone
                m_file = {};
                m_glance = {};
                m_chosenColumns = false;
            }
            Q_EMIT fileChanged();
            readSoon(); // what stands here may have changed meanwhile
            return;
        }
        m_chosenColumns = !columns.isEmpty();
        m_file = file;
        m_file.bytes = loaded.bytes;
        look(shape, columns);
    });
}

void RecipientSource::takeFile(const File &file, const std::optional<CsvShape> &shape,
                               const QList<Column> &columns)
{
    m_fileProblem = FileProblem::None;
    m_file = file;
    if (m_file.id.isEmpty())
        m_file.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_chosenColumns = !columns.isEmpty();
    look(shape, columns);
}

void RecipientSource::removeFile()
{
    Q_EMIT edited();
    stop();
    m_loading = m_opening = m_reading = false;
    m_fileProblem = FileProblem::None;
    m_file = {};
    m_glance = {};
    m_chosenColumns = false;
    Q_EMIT fileChanged();
    readSoon();
}

void RecipientSource::setShape(const CsvShape &shape)
{
    if (m_loading)
        return;
    m_chosenColumns = false;
    Q_EMIT edited();
    look(shape, {});
}

void RecipientSource::setColumn(int column, const Column &use)
{
    if (column < 0 || column >= m_glance.columns.size() || m_glance.columns.at(column) == use)
        return;
    m_chosenColumns = true;
    m_glance.columns[column] = use;
    Q_EMIT edited();
    Q_EMIT fileChanged();
    readSoon();
}

void RecipientSource::look(const std::optional<CsvShape> &shape, const QList<Column> &columns)
{
    // The first rows only: a few milliseconds whatever the file's size... but for the guess of its encoding,
    // which reads it all. So this, too, is done beside the window.
    stop();
    m_opening = true;
    m_reading = true;
    auto stopped = m_stop = std::make_shared<std::atomic_bool>(false);
    Q_EMIT readingChanged();
    threads::inPool(
        this,
        [bytes = m_file.bytes, shape, wanted = m_wanted, region = m_rules.region] {
            return recipients::glance(bytes, shape, wanted, region);
        },
        [this, stopped, columns](const CsvGlance &seen) {
            if (*stopped)
                return;
            m_opening = false;
            m_glance = seen;
            if (columns.size() == seen.columns.size())
                m_glance.columns = columns;
            Q_EMIT fileChanged();
            read();
        });
}

void RecipientSource::readSoon()
{
    m_soon.start();
    Q_EMIT readingChanged();
}

void RecipientSource::read()
{
    m_soon.stop();
    if (m_opening)
        return; // it is read once the file is open
    stop();
    m_reading = true;
    m_percent = 0;
    auto stopped = m_stop = std::make_shared<std::atomic_bool>(false);
    Q_EMIT readingChanged();
    // Asked for now and then: what runs in the pool may outlive this.
    m_progress = std::make_shared<std::atomic_int>(0);
    m_look.start();
    const auto progress = [told = m_progress](int percent) { *told = percent; };
    const auto work = [isFile = hasFile(), chosen = m_chosen.rows(), bytes = m_file.bytes, glance = m_glance,
                       typed = m_typed, rules = m_rules, stopped, progress] {
        auto read = std::make_shared<Read>();
        read->list = isFile ? csvRecipients(bytes, glance.shape, glance.columns, rules, *stopped, progress)
                            : typedRecipients(typed, rules);
        putFirst(read->list, chosen);
        for (const Recipient &one : std::as_const(read->list.recipients)) {
            for (auto it = one.variables.cbegin(); it != one.variables.cend(); ++it) {
                if (!it.value().trimmed().isEmpty())
                    ++read->bringing[it.key()];
            }
        }
        return read;
    };
    threads::inPool(this, work, [this, stopped](const std::shared_ptr<Read> &read) {
        if (*stopped)
            return;
        m_reading = false;
        m_look.stop();
        m_stop.reset();
        m_merged = read->list.merged;
        m_bringing = std::move(read->bringing);
        m_bad.become(std::move(read->list.bad));
        m_recipients.become(std::move(read->list.recipients));
        Q_EMIT changed();
        Q_EMIT readingChanged();
    });
}

void RecipientSource::clear()
{
    m_typed.clear();
    m_chosen.become({});
    removeFile();
}

} // namespace inbox::models
