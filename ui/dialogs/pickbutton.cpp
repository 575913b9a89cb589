// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/pickbutton.h"

#include "ui/dialogs/popup.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

namespace {
constexpr int kLongestText = 120;
constexpr int kUsualWidth = 220;
constexpr int kLeastWidth = 90;
} // namespace

PickButton::PickButton(const QString &name, const QString &placeholder, QWidget *parent)
    : QPushButton(parent)
    , m_name(name)
    , m_placeholder(placeholder)
{
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &PickButton::openList);
    showPicked();
}

const Choice *PickButton::choice() const
{
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                    [this](const Choice &one) { return one.id == m_picked; });
    return found == m_choices.cend() ? nullptr : &*found;
}

void PickButton::setChoices(const QList<Choice> &choices)
{
    m_choices = choices;
    showPicked();
}

void PickButton::setPicked(const QString &id)
{
    m_picked = id;
    showPicked();
}

void PickButton::setNothing(const QString &text)
{
    m_nothing = text;
    showPicked();
}

void PickButton::showPicked()
{
    const Choice *now = choice();
    const QString text = now ? Words::safeLine(now->text, kLongestText) : m_nothing;
    setAccessibleName(tr("%1: %2", "a field and what is chosen in it").arg(m_name, text));
    setToolTip(now && !now->detail.isEmpty() ? Words::safeToolTip(now->detail) : QString());
    updateGeometry();
    update();
}

void PickButton::openList()
{
    auto *popup = new Popup(this);
    popup->setAccessibleName(m_name);
    auto *list = new ChoiceList(m_name, m_placeholder);
    list->setEmptyText(tr("Nothing is called that."), tr("There is nothing to choose."));
    QList<Choice> choices = m_choices;
    for (Choice &one : choices)
        one.current = one.id == m_picked;
    list->setChoices(choices);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->addWidget(list);
    popup->setFocusProxy(list);
    connect(list, &ChoiceList::chosen, this, [this, popup](const QString &id) {
        popup->close();
        setFocus(Qt::PopupFocusReason);
        setPicked(id);
        Q_EMIT picked(id);
    });
    popup->popupAt(this);
    list->focusFirst();
}

QSize PickButton::sizeHint() const
{
    const Choice *now = choice();
    const int text = fontMetrics().horizontalAdvance(now ? now->text.left(kLongestText) : m_nothing);
    return {std::clamp(text + metrics::kSmallIcon + 4 * metrics::kSmall, kLeastWidth, kUsualWidth),
            QPushButton::sizeHint().height()};
}

QSize PickButton::minimumSizeHint() const
{
    return {kLeastWidth, QPushButton::sizeHint().height()};
}

void PickButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat() && event->modifiers() == Qt::NoModifier) {
            openList();
            return;
        }
    }
    QPushButton::keyPressEvent(event);
}

void PickButton::paintEvent(QPaintEvent *)
{
    // A button's frame and focus ring; the words begin where a field's do.
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
    const Tokens &colors = Theme::colors();
    const QRect arrow = QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(width() - metrics::kSmall - metrics::kSmallIcon,
                                                 (height() - metrics::kSmallIcon) / 2, metrics::kSmallIcon,
                                                 metrics::kSmallIcon));
    Icons::paint(&painter, QLatin1String("chevron-down"), isEnabled() ? colors.muted : colors.border, arrow);
    const QRect words = QStyle::visualRect(
        layoutDirection(), rect(),
        rect().adjusted(metrics::kMedium, 0, -2 * metrics::kSmall - metrics::kSmallIcon, 0));
    const Choice *now = choice();
    const QString text = now ? Words::safeLine(now->text, kLongestText) : m_nothing;
    painter.setFont(font());
    painter.setPen(now && isEnabled() ? colors.text : colors.muted);
    painter.drawText(
        words,
        int(Qt::AlignAbsolute | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace inbox::ui
