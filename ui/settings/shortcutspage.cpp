// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/shortcutspage.h"

#include "models/preferences.h"
#include "services/domain/text.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/noticebar.h"
#include "ui/settings/shortcutrecorder.h"
#include "ui/settings/shortcutrow.h"
#include "ui/settings/shortcutsfile.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimer>

namespace inbox::ui {

namespace {

constexpr qsizetype kMostProblemsShown = 6;

} // namespace

ShortcutsPage::ShortcutsPage(Commands &commands, models::Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_preferences(preferences)
    , m_notice(new NoticeBar)
    , m_buttons(new QWidget)
    , m_resetAll(new QPushButton(tr("Reset all")))
    , m_recorder(new ShortcutRecorder(this))
{
    m_recorder->hide();
    build();
    connect(m_recorder, &ShortcutRecorder::pressed, this, &ShortcutsPage::judge);
    connect(m_recorder, &ShortcutRecorder::takeWanted, this, &ShortcutsPage::takeKeys);
    connect(m_recorder, &ShortcutRecorder::removeWanted, this, &ShortcutsPage::removeKeys);
    connect(m_recorder, &ShortcutRecorder::cancelled, this, [this] { endRecording(m_instead); });
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsPage::resetAll);
    connect(&commands, &Commands::keysChanged, this, &ShortcutsPage::updateKeys);
    updateKeys();
    setFilter({});
}

void ShortcutsPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto *bar = new QHBoxLayout(m_buttons);
    bar->setContentsMargins(0, 0, 0, metrics::kSmall);
    bar->setSpacing(metrics::kSmall);
    auto *read = new QPushButton(tr("Import…"));
    auto *write = new QPushButton(tr("Export…"));
    read->setObjectName(QStringLiteral("importKeys"));
    read->setToolTip(tr("Read all keys from a file"));
    write->setObjectName(QStringLiteral("exportKeys"));
    write->setToolTip(tr("Write all keys to a file that can be read and passed on"));
    m_resetAll->setObjectName(QStringLiteral("resetAllKeys"));
    for (QPushButton *button : {read, write, m_resetAll})
        button->setAutoDefault(false);
    bar->addWidget(read);
    bar->addWidget(write);
    bar->addStretch(1);
    bar->addWidget(m_resetAll);
    connect(read, &QPushButton::clicked, this, [this] { chooseFile(false); });
    connect(write, &QPushButton::clicked, this, [this] { chooseFile(true); });
    layout->addWidget(m_buttons);
    layout->addWidget(m_notice);

    for (const Section section : {Section::Conversations, Section::Views, Section::Answer, Section::Messages,
                                  Section::Window, Section::Program}) {
        Group group;
        group.heading = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Semibold, this);
        group.heading->setText(Commands::sectionName(section));
        group.heading->setContentsMargins(0, metrics::kLarge, 0, metrics::kGrid);
        layout->addWidget(group.heading);
        for (const CommandSpec &spec : Commands::table()) {
            if (spec.section != section)
                continue;
            auto *row = new ShortcutRow(spec.id, m_commands, this);
            connect(row, &ShortcutRow::changeWanted, this,
                    [this, row](const QKeySequence &instead) { record(row, instead); });
            connect(row, &ShortcutRow::resetWanted, this, [this, row] { reset(row); });
            layout->addWidget(row);
            group.rows.append(row);
        }
        m_groups.append(group);
    }
    layout->addStretch(1);
}

void ShortcutsPage::setFilter(const QString &words)
{
    const QStringList folded = domain::searchWords(words);
    m_matches = 0;
    for (const Group &group : std::as_const(m_groups)) {
        int shown = 0;
        for (ShortcutRow *row : group.rows) {
            const bool fits = row->matches(folded);
            row->setVisible(fits);
            shown += fits ? 1 : 0;
        }
        group.heading->setVisible(shown > 0);
        m_matches += shown;
    }
    m_buttons->setVisible(folded.isEmpty());
}

void ShortcutsPage::updateKeys()
{
    bool changed = false;
    for (const Group &group : std::as_const(m_groups)) {
        for (ShortcutRow *row : group.rows) {
            row->update();
            changed = changed || m_commands.keyMap().isChanged(row->command());
        }
    }
    const bool canUndo = !changed && !m_beforeReset.isEmpty();
    m_resetAll->setText(canUndo ? tr("Undo the reset") : tr("Reset all"));
    m_resetAll->setEnabled(changed || canUndo);
}

void ShortcutsPage::record(ShortcutRow *row, const QKeySequence &instead)
{
    m_notice->clear();
    m_recording = row;
    m_instead = instead;
    m_wanted = {};
    row->take(m_recorder);
    m_recorder->start(Commands::text(row->command()), !instead.isEmpty());
    // Its place is known once the layout has made room.
    QTimer::singleShot(0, m_recorder, [this] {
        for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(above)) {
                area->ensureWidgetVisible(m_recorder);
                return;
            }
        }
    });
}

void ShortcutsPage::endRecording(const QKeySequence &focus)
{
    ShortcutRow *row = std::exchange(m_recording, nullptr);
    m_recorder->hide();
    if (row)
        row->focusKeys(focus);
}

void ShortcutsPage::judge(const QKeySequence &keys)
{
    if (!m_recording)
        return;
    const Command command = m_recording->command();
    const KeyMap &now = m_commands.keyMap();
    m_wanted = {};
    if (const QString why = KeyMap::refusal(command, keys); !why.isEmpty()) {
        m_recorder->refuse(why, false);
        return;
    }
    QStringList holders;
    bool canTake = true;
    const QList<KeyMap::Taken> taken = now.takenBy(command, keys);
    for (const KeyMap::Taken &other : taken) {
        if (other.by == command && other.keys == m_instead)
            continue;
        canTake = canTake && !KeyMap::isFixed(other.by, other.keys);
        holders.append(tr("“%1” (%2)", "a command and its keys")
                           .arg(Commands::text(other.by), Commands::keyText(other.keys)));
    }
    m_wanted = keys;
    if (!holders.isEmpty()) {
        m_recorder->refuse(tr("%1 is in the way of: %2.", "keys; commands with their keys")
                               .arg(Commands::keyText(keys), holders.join(QStringLiteral(", "))),
                           canTake);
        return;
    }
    takeKeys();
}

void ShortcutsPage::takeKeys()
{
    if (!m_recording || m_wanted.isEmpty())
        return;
    KeyMap map = m_commands.keyMap();
    map.take(m_recording->command(), m_wanted, m_instead);
    store(map.changed());
    endRecording(m_wanted);
}

void ShortcutsPage::removeKeys()
{
    if (!m_recording)
        return;
    KeyMap map = m_commands.keyMap();
    QList<QKeySequence> left = map.keys(m_recording->command());
    left.removeOne(m_instead);
    map.setKeys(m_recording->command(), left);
    store(map.changed());
    endRecording({});
}

void ShortcutsPage::reset(ShortcutRow *row)
{
    endRecording({});
    KeyMap map = m_commands.keyMap();
    map.reset(row->command());
    store(map.changed());
    row->focusKeys({});
    // What somebody else has meanwhile stays there, and the person is told where.
    QStringList holders;
    const QList<KeyBinding> original = Commands::spec(row->command()).bindings;
    for (const KeyBinding &binding : original) {
        const QList<KeyMap::Taken> taken = m_commands.keyMap().takenBy(row->command(), binding.keys);
        for (const KeyMap::Taken &other : taken)
            holders.append(tr("%1 now belongs to “%2”.", "keys; a command")
                               .arg(Commands::keyText(binding.keys), Commands::text(other.by)));
    }
    if (holders.isEmpty())
        m_notice->clear();
    else
        m_notice->showNotice(NoticeBar::Kind::Information, holders.join(u'\n'));
}

void ShortcutsPage::resetAll()
{
    endRecording({});
    m_notice->clear();
    const QMap<QString, QString> before = m_preferences.values().keys;
    if (m_beforeReset.isEmpty()) {
        m_beforeReset = before;
        m_preferences.change([](models::PreferenceValues &values) { values.keys.clear(); });
    } else {
        store(m_beforeReset);
    }
    m_resetAll->setFocus(Qt::OtherFocusReason);
}

void ShortcutsPage::store(const QMap<QString, QString> &keys)
{
    m_beforeReset.clear();
    m_preferences.change([keys](models::PreferenceValues &values) { values.keys = keys; });
}

void ShortcutsPage::chooseFile(bool toWrite)
{
    endRecording({});
    auto *dialog = new QFileDialog(this, toWrite ? tr("Export the keys") : tr("Import keys"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Keys (*.ini);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (toWrite) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("ini"));
        dialog->selectFile(QStringLiteral("agent-inbox-keys.ini"));
        connect(dialog, &QFileDialog::fileSelected, this, &ShortcutsPage::exportTo);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ShortcutsPage::importFrom);
    }
    dialog->open();
}

void ShortcutsPage::importFrom(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        m_notice->showNotice(NoticeBar::Kind::Problem,
                             tr("The file could not be read: %1. Your keys are as they were.", "the reason")
                                 .arg(file.errorString()));
        return;
    }
    const QByteArray bytes = file.read(ShortcutsFile::kMostBytes + 1);
    const ShortcutsFile::Reading reading = bytes.size() > ShortcutsFile::kMostBytes
        ? ShortcutsFile::Reading()
        : ShortcutsFile::read(QString::fromUtf8(bytes));
    if (reading.commands == 0) {
        m_notice->showNotice(NoticeBar::Kind::Problem,
                             tr("There are no keys in this file. Yours are as they were."));
        return;
    }
    // Lines of the file say nothing about commands that only a newer program knows.
    QMap<QString, QString> keys = KeyMap(m_preferences.values().keys).foreign();
    keys.insert(reading.keys.changed());
    store(keys);
    QStringList told{tr("Read the keys of %Ln commands.", nullptr, reading.commands)};
    told += reading.problems.mid(0, kMostProblemsShown);
    if (const auto more = int(reading.problems.size() - kMostProblemsShown); more > 0)
        told.append(tr("And %Ln more lines were left out.", nullptr, more));
    m_notice->showNotice(reading.problems.isEmpty() ? NoticeBar::Kind::Success : NoticeBar::Kind::Warning,
                         told.join(u'\n'));
}

void ShortcutsPage::exportTo(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray bytes = ShortcutsFile::write(m_commands.keyMap()).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_notice->showNotice(NoticeBar::Kind::Problem,
                             tr("The file could not be written: %1.", "the reason").arg(file.errorString()));
        return;
    }
    m_notice->showNotice(NoticeBar::Kind::Success,
                         tr("The keys are in “%1”.").arg(QDir::toNativeSeparators(fileName)));
}

} // namespace inbox::ui
