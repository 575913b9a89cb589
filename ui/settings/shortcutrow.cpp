// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/shortcutrow.h"

#include "services/domain/text.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace inbox::ui {

namespace {

constexpr qsizetype kMostKeys = 4; // of one command; more is a row that does not fit
constexpr int kRowHeight = 40;

// Keys drawn as a cap that can be pressed.
class CapButton final : public QToolButton {
public:
    explicit CapButton(const QString &keys)
    {
        setText(keys);
        setFont(Theme::small(font()));
    }
    QSize sizeHint() const override
    {
        const QFontMetrics words(font());
        return {words.horizontalAdvance(text()) + 2 * metrics::kSmall + 2,
                words.height() + 2 * metrics::kGrid};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &colors = Theme::colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isEnabled() ? colors.border : Qt::transparent);
        painter.setBrush(isEnabled() && underMouse() ? colors.hover : colors.window);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kGrid,
                                metrics::kGrid);
        painter.setPen(isEnabled() ? colors.text : colors.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus())
            drawFocusRing(&painter, rect(), metrics::kGrid);
    }
};

} // namespace

ShortcutRow::ShortcutRow(Command command, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_command(command)
    , m_commands(commands)
    , m_layout(new QVBoxLayout(this))
    , m_caps(new QHBoxLayout)
    , m_add(new QToolButton(this))
    , m_reset(new QToolButton(this))
{
    const QString text = Commands::text(command);
    setObjectName(QLatin1String(Commands::spec(command).name));
    auto *name = new PlainLabel(text, this);
    name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    name->setWordWrap(true); // after the policy, which would forget that its height follows its width
    for (QToolButton *button : {m_add, m_reset}) {
        setButtonKind(button, ButtonKind::Quiet);
        button->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    }
    m_add->setObjectName(QStringLiteral("addKeys"));
    m_add->setIcon(Icons::icon(QLatin1String("plus")));
    m_add->setToolTip(tr("Add a key"));
    m_add->setAccessibleName(tr("Add a key for %1", "a command").arg(text));
    m_reset->setObjectName(QStringLiteral("resetKeys"));
    m_reset->setIcon(Icons::icon(QLatin1String("undo")));
    m_reset->setToolTip(tr("Back to the original keys"));
    m_reset->setAccessibleName(tr("Back to the original keys of %1", "a command").arg(text));
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the keys of all rows stand in line
    m_reset->setSizePolicy(kept);

    m_caps->setSpacing(metrics::kGrid);
    auto *lineBox = new QWidget(this);
    lineBox->setMinimumHeight(kRowHeight);
    auto *line = new QHBoxLayout(lineBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kSmall);
    line->addWidget(name, 1);
    line->addLayout(m_caps);
    line->addWidget(m_add);
    line->addWidget(m_reset);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(lineBox);

    connect(m_add, &QToolButton::clicked, this, [this] { Q_EMIT changeWanted({}); });
    connect(m_reset, &QToolButton::clicked, this, &ShortcutRow::resetWanted);
    update();
}

void ShortcutRow::update()
{
    const QList<QKeySequence> keys = m_commands.keyMap().keys(m_command);
    for (QToolButton *button : std::as_const(m_capButtons)) {
        m_caps->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the one whose press has led here
    }
    m_capButtons.clear();
    const QString name = Commands::text(m_command);
    QWidget *before = nullptr;
    for (const QKeySequence &each : keys) {
        auto *button = new CapButton(Commands::keyText(each));
        button->setObjectName(each.toString(QKeySequence::PortableText));
        const bool fixed = KeyMap::isFixed(m_command, each);
        button->setEnabled(!fixed);
        button->setToolTip(fixed ? tr("This key stays.") : tr("Change or remove"));
        button->setAccessibleName(
            fixed ? tr("%1 for %2, stays", "keys; a command").arg(button->text(), name)
                  : tr("%1 for %2. Change or remove", "keys; a command").arg(button->text(), name));
        connect(button, &QToolButton::clicked, this, [this, each] { Q_EMIT changeWanted(each); });
        m_caps->addWidget(button);
        if (before)
            QWidget::setTabOrder(before, button);
        before = button;
        m_capButtons.append(button);
    }
    if (before)
        QWidget::setTabOrder(before, m_add);
    QWidget::setTabOrder(m_add, m_reset);
    m_add->setEnabled(keys.size() < kMostKeys);
    m_reset->setVisible(m_commands.keyMap().isChanged(m_command));
}

bool ShortcutRow::matches(const QStringList &foldedWords) const
{
    // English too, as all settings.
    QStringList all{Commands::text(m_command), QString::fromUtf8(Commands::spec(m_command).text),
                    Commands::sectionName(Commands::spec(m_command).section),
                    tr("Shortcuts, keyboard, keys", "words that find every row")};
    for (const QToolButton *button : m_capButtons)
        all.append(button->text());
    const QString text = domain::folded(all.join(u'\n'));
    return std::all_of(foldedWords.begin(), foldedWords.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

void ShortcutRow::take(QWidget *recorder)
{
    m_layout->addWidget(recorder);
}

void ShortcutRow::focusKeys(const QKeySequence &keys)
{
    const QString name = keys.toString(QKeySequence::PortableText);
    for (QToolButton *button : std::as_const(m_capButtons)) {
        if (button->objectName() == name && button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace inbox::ui
