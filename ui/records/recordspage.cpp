// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/recordspage.h"

#include "ui/commands/commands.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/focusorder.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/emptystate.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace inbox::ui {

// The model's rows in words.
class RecordsPage::Lines final : public QIdentityProxyModel {
public:
    explicit Lines(RecordsPage &page)
        : QIdentityProxyModel(&page)
        , m_page(page)
    {
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        switch (role) {
        case RecordDelegate::LineRole:
            return QVariant::fromValue(m_page.line(index.row()));
        case Qt::AccessibleTextRole:
            return m_page.line(index.row()).spoken();
        case Qt::ToolTipRole:
            return m_page.line(index.row()).toolTip;
        default:
            return {};
        }
    }

private:
    const RecordsPage &m_page;
};

RecordsPage::RecordsPage(const QString &name, const QString &icon, const char *listName)
    : m_name(name)
    , m_icon(icon)
    , m_above(new QVBoxLayout)
    , m_list(new QListView)
    , m_empty(new EmptyState)
    , m_below(new QVBoxLayout)
    , m_pageButtons(new QVBoxLayout)
{
    m_list->setObjectName(QLatin1String(listName));
    m_list->setAccessibleName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RecordDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);

    auto *middle = new QWidget;
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_above->setContentsMargins(metrics::kMedium, 0, metrics::kMedium, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_above);
    layout->addWidget(middle, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::kMedium, metrics::kSmall, metrics::kMedium, metrics::kSmall);
    bottom->setSpacing(metrics::kSmall);
    bottom->addLayout(m_below, 1);
    bottom->addLayout(m_pageButtons);
    layout->addLayout(bottom);

    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &RecordsPage::onChanged);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &RecordsPage::doFirst);
    // Buttons draw their icons anew by themselves; the lines do not.
    connect(&Theme::instance(), &Theme::changed, m_list, &QAbstractItemView::doItemsLayout);
}

void RecordsPage::setModel(QAbstractItemModel *model)
{
    auto *lines = new Lines(*this);
    lines->setSourceModel(model);
    m_list->setModel(lines);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(lines, signal, &m_update, qOverload<>(&QTimer::start));
    connect(lines, &QAbstractItemModel::rowsMoved, &m_update, qOverload<>(&QTimer::start));
    connect(lines, &QAbstractItemModel::dataChanged, &m_update, qOverload<>(&QTimer::start));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, &m_update,
            qOverload<>(&QTimer::start));
    onChanged();
}

void RecordsPage::setEmpty(const QString &title, const QString &text)
{
    m_empty->setContent(QLatin1String(m_icon.toLatin1()), title, text);
}

void RecordsPage::addAbove(QWidget *widget)
{
    m_above->addWidget(widget);
}

void RecordsPage::addPageButton(QAbstractButton *button)
{
    m_pageButtons->addWidget(button, 0, Qt::AlignTop);
}

void RecordsPage::takeFocus()
{
    // What is empty gives the keyboard to its list once there is one.
    m_waitsForRows = !m_list->isVisibleTo(this);
    if (m_waitsForRows)
        window()->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

int RecordsPage::currentRow() const
{
    return m_list->currentIndex().row();
}

void RecordsPage::onChanged()
{
    const int rows = m_list->model()->rowCount();
    const bool hadFocus =
        m_list->hasFocus() || (m_waitsForRows && isVisible() && window()->focusWidget() == window());
    m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (rows > 0 && currentRow() < 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    if (rows > 0 && hadFocus)
        takeFocus();
    onRowsChanged();
    updateSteps();
    Q_EMIT countChanged();
}

void RecordsPage::updateSteps()
{
    const int row = currentRow();
    const QList<Step> all = row < 0 ? QList<Step>() : steps(row);
    QStringList names;
    for (const Step &step : all)
        names << step.text;
    for (int i = 0; i < m_pageButtons->count(); ++i)
        m_pageButtons->itemAt(i)->widget()->setVisible(m_list->model()->rowCount() > 0);
    // A button that has the keyboard stays as long as it means the same.
    if (m_buttons && names == m_shownSteps)
        return;
    m_shownSteps = names;
    const bool hadFocus = m_buttons && m_buttons->isAncestorOf(window()->focusWidget());
    auto *buttons = new ButtonRow;
    for (int i = 0; i < all.size(); ++i) {
        auto *button = new QPushButton(all.at(i).text);
        button->setObjectName(QStringLiteral("step%1").arg(i));
        button->setIcon(Icons::icon(QLatin1String(all.at(i).icon.toLatin1())));
        button->setAutoDefault(false);
        // By its place: what the step is about is asked for when it is pressed.
        connect(button, &QPushButton::clicked, this, [this, i] {
            const QList<Step> now = currentRow() < 0 ? QList<Step>() : steps(currentRow());
            if (i < now.size() && now.at(i).text == m_shownSteps.value(i))
                now.at(i).run();
        });
        buttons->addButton(button, ButtonRow::Side::Leading);
    }
    if (m_buttons) {
        m_below->removeWidget(m_buttons);
        m_buttons->hide();
        m_buttons->deleteLater(); // perhaps one of its buttons was pressed just now
    }
    m_buttons = buttons;
    m_below->addWidget(buttons);
    buttons->setVisible(!all.isEmpty());
    followTheEye(this);
    if (hadFocus)
        takeFocus();
}

RecordsPage::Step RecordsPage::openStep(const domain::ConversationKey &key)
{
    return {tr("Open the conversation"), QStringLiteral("inbox"),
            [this, key] { Q_EMIT conversationWanted(key, false); }};
}

void RecordsPage::doFirst()
{
    const QList<Step> all = currentRow() < 0 ? QList<Step>() : steps(currentRow());
    if (all.isEmpty())
        return;
    if (all.first().needsCare)
        showMenu();
    else
        all.first().run();
}

void RecordsPage::showMenu()
{
    const QList<Step> all = currentRow() < 0 ? QList<Step>() : steps(currentRow());
    if (all.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("steps"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Step &step : all) {
        QAction *action = Commands::choice(step.text, menu);
        action->setIcon(Icons::icon(QLatin1String(step.icon.toLatin1())));
        connect(action, &QAction::triggered, this, step.run);
        menu->addAction(action);
    }
    const QRect line = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(
        QPoint(isRightToLeft() ? line.right() - menu->sizeHint().width() - metrics::kLarge
                               : line.left() + metrics::kLarge,
               line.bottom())));
    menu->setActiveAction(menu->actions().first());
}

bool RecordsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & ~Qt::KeypadModifier)
            return QWidget::eventFilter(watched, event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!key->isAutoRepeat())
                doFirst();
            return true;
        case Qt::Key_J:
        case Qt::Key_K: {
            const int to = currentRow() + (key->key() == Qt::Key_J ? 1 : -1);
            if (to >= 0 && to < m_list->model()->rowCount())
                m_list->setCurrentIndex(m_list->model()->index(to, 0));
            return true;
        }
        default:
            break;
        }
    }
    if (event->type() == QEvent::ContextMenu && (watched == m_list || watched == m_list->viewport())) {
        auto *wanted = static_cast<QContextMenuEvent *>(event);
        if (wanted->reason() == QContextMenuEvent::Mouse) {
            const QModelIndex under = m_list->indexAt(wanted->pos());
            if (!under.isValid())
                return true;
            m_list->setCurrentIndex(under);
        }
        showMenu();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inbox::ui
