// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/emojipicker.h"

#include "models/preferences.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/emoji/emojigrid.h"
#include "ui/emoji/emojilibrary.h"
#include "ui/theme/theme.h"
#include "ui/window/elidedlabel.h"

#include <QButtonGroup>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace inbox::ui {

namespace {

constexpr int kVisibleRows = 7;
constexpr double kPictureScale = 1.6;
constexpr int kToneSide = 26;
constexpr int kTabHeight = 32;

// What stands for each group on its tab, in Unicode's order of groups.
constexpr std::array kTabs = {u"\U0001F600", u"\U0001F44B",   u"\U0001F43B",
                              u"\U0001F354", u"\u2708\uFE0F", u"\u26BD",
                              u"\U0001F4A1", u"\U0001F523",   u"\U0001F3F3\uFE0F"};
constexpr const char16_t *kRecentTab = u"\U0001F552"; // a clock
constexpr const char16_t *kHand = u"\u270B"; // shows the tones

QToolButton *makeButton(const QString &emoji, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(emoji);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonKind(button, ButtonKind::Quiet);
    return button;
}

} // namespace

EmojiPicker::EmojiPicker(models::Preferences &preferences, QWidget *parent)
    : Popup(parent)
    , m_preferences(preferences)
    , m_search(new QLineEdit)
    , m_tabRow(new QWidget)
    , m_tabs(new QButtonGroup(this))
    , m_grid(new EmojiGrid)
    , m_nothing(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_picture(new PlainLabel)
    , m_name(new ElidedLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_tones(new QButtonGroup(this))
    , m_used(recent(preferences))
{
    setAccessibleName(tr("Emoji"));
    m_search->setObjectName(QStringLiteral("emojiSearch"));
    m_search->setPlaceholderText(tr("Search emoji…"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_grid->setAccessibleName(tr("Emoji"));
    m_nothing->setText(tr("No emoji has this name."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();

    const int width =
        EmojiModel::kColumns * EmojiGrid::cellSize(font()) + m_grid->verticalScrollBar()->sizeHint().width();
    const int height = kVisibleRows * EmojiGrid::cellSize(font());
    m_grid->setFixedSize(width, height);
    m_nothing->setFixedSize(width, height);

    m_tabRow->setLayout(makeTabs());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(makeHead());
    layout->addWidget(m_tabRow);
    layout->addWidget(m_grid);
    layout->addWidget(m_nothing);
    layout->addLayout(makeFoot());

    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_grid, &EmojiGrid::picked, this,
            [this](const QString &emoji) { pick(emoji, QGuiApplication::keyboardModifiers()); });
    connect(m_grid, &EmojiGrid::chosenChanged, this, &EmojiPicker::showChosen);
    connect(m_grid, &EmojiGrid::sectionChanged, this, &EmojiPicker::showSection);
    fill();
    m_search->setFocus(Qt::PopupFocusReason);
}

QLayout *EmojiPicker::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_search, 1);
    row->addSpacing(metrics::kGrid);
    const Emoji *hand = nullptr;
    for (const Emoji &emoji : EmojiLibrary::instance().all()) {
        if (emoji.text == QString::fromUtf16(kHand))
            hand = &emoji;
    }
    const std::array names = {tr("No skin tone"),           tr("Light skin tone"),
                              tr("Medium-light skin tone"), tr("Medium skin tone"),
                              tr("Medium-dark skin tone"),  tr("Dark skin tone")};
    for (int tone = 0; hand && tone < int(names.size()); ++tone) {
        QToolButton *button = makeButton(hand->inTone(tone), names[size_t(tone)]);
        button->setFont(Theme::emoji(font()));
        button->setFixedSize(kToneSide, kToneSide);
        button->setChecked(tone == m_preferences.values().emojiTone);
        m_tones->addButton(button, tone);
        row->addWidget(button);
    }
    connect(m_tones, &QButtonGroup::idClicked, this, &EmojiPicker::chooseTone);
    return row;
}

QLayout *EmojiPicker::makeTabs()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QStringList names = EmojiLibrary::instance().groups();
    QStringList pictures;
    for (const char16_t *tab : kTabs)
        pictures << QString::fromUtf16(tab);
    if (!m_used.isEmpty()) {
        names.prepend(tr("Used last"));
        pictures.prepend(QString::fromUtf16(kRecentTab));
    }
    for (int i = 0; i < names.size() && i < pictures.size(); ++i) {
        QToolButton *button = makeButton(pictures.at(i), names.at(i));
        button->setFont(Theme::emoji(font()));
        button->setFixedHeight(kTabHeight);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_tabs->addButton(button, i);
        row->addWidget(button, 1);
    }
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int section) {
        m_grid->goToSection(section);
        m_search->setFocus();
    });
    return row;
}

QLayout *EmojiPicker::makeFoot()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::kGrid, 0, 0, 0);
    row->setSpacing(metrics::kGrid);
    m_picture->setFont(Theme::emoji(font(), kPictureScale));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_picture);
    row->addWidget(m_name, 1);
    return row;
}

void EmojiPicker::remember(models::Preferences &preferences, const QString &emoji)
{
    preferences.change([&emoji](models::PreferenceValues &values) {
        values.recentEmoji.removeAll(emoji);
        values.recentEmoji.prepend(emoji);
    });
}

QStringList EmojiPicker::recent(const models::Preferences &preferences)
{
    QStringList known;
    for (const QString &emoji : preferences.values().recentEmoji) {
        if (!EmojiLibrary::instance().name(emoji).isEmpty())
            known << emoji;
    }
    return known;
}

void EmojiPicker::fill()
{
    const EmojiLibrary &library = EmojiLibrary::instance();
    const int tone = m_preferences.values().emojiTone;
    const bool searching = !m_search->text().trimmed().isEmpty();
    QList<EmojiSection> sections;
    if (searching) {
        EmojiSection found;
        const QList<int> indexes = library.search(m_search->text());
        for (const int i : indexes)
            found.emoji << library.all().at(i).inTone(tone);
        if (!found.emoji.isEmpty())
            sections << found;
    } else {
        if (!m_used.isEmpty())
            sections << EmojiSection{tr("Used last"), m_used};
        const qsizetype first = sections.size();
        const QStringList groups = library.groups();
        for (const QString &group : groups)
            sections << EmojiSection{group, {}};
        for (const Emoji &emoji : library.all())
            sections[first + emoji.group].emoji << emoji.inTone(tone);
    }
    m_grid->setSections(sections);
    m_grid->setVisible(!sections.isEmpty());
    m_nothing->setVisible(sections.isEmpty());
    m_tabRow->setEnabled(!searching);
    showChosen();
}

void EmojiPicker::pick(const QString &emoji, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ShiftModifier))
        close(); // deletes itself later; the focus is back where the emoji goes
    remember(m_preferences, emoji);
    Q_EMIT picked(emoji);
}

void EmojiPicker::chooseTone(int tone)
{
    m_preferences.change([tone](models::PreferenceValues &values) { values.emojiTone = tone; });
    const int scrolled = m_grid->verticalScrollBar()->value();
    const QModelIndex index = m_grid->currentIndex();
    fill();
    m_grid->setCurrentIndex(m_grid->model()->index(index.row(), index.column()));
    m_grid->verticalScrollBar()->setValue(scrolled);
    m_search->setFocus();
}

void EmojiPicker::showChosen()
{
    const QString emoji = m_grid->chosen();
    const QString name = EmojiLibrary::instance().name(emoji);
    m_picture->setText(emoji);
    m_name->setText(name);
    // The field keeps the keyboard; this is how a screen reader hears what is chosen.
    m_search->setAccessibleDescription(name);
}

void EmojiPicker::showSection(int section)
{
    if (QAbstractButton *tab = m_tabs->button(section); tab && m_tabRow->isEnabled())
        tab->setChecked(true);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool control = key->modifiers().testFlag(Qt::ControlModifier);
    const int forward = isRightToLeft() ? -1 : 1;
    const int section = m_grid->currentSection();
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat() && !m_grid->chosen().isEmpty())
            pick(m_grid->chosen(), key->modifiers());
        return true;
    case Qt::Key_Right:
        if (control)
            break;
        m_grid->stepAlong(forward);
        return true;
    case Qt::Key_Left:
        if (control)
            break;
        m_grid->stepAlong(-forward);
        return true;
    case Qt::Key_Down:
        m_grid->stepRows(1);
        return true;
    case Qt::Key_Up:
        m_grid->stepRows(-1);
        return true;
    case Qt::Key_PageDown:
        control ? m_grid->goToSection(section + 1) : m_grid->stepRows(m_grid->visibleRows());
        return true;
    case Qt::Key_PageUp:
        control ? m_grid->goToSection(section - 1) : m_grid->stepRows(-m_grid->visibleRows());
        return true;
    default:
        break;
    }
    return Popup::eventFilter(watched, event);
}

} // namespace inbox::ui
