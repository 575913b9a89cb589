// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/choicelist.h"

#include "services/domain/text.h"
#include "ui/dialogs/choicedelegate.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace inbox::ui {

namespace {

constexpr int kVisibleRows = 9;
constexpr int kMinimumWidth = 260;
constexpr int kTextLength = 80;
constexpr int kSearchedLength = 300;

} // namespace

ChoiceList::ChoiceList(const QString &accessibleName, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_view(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_empty(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    if (!placeholder.isEmpty()) {
        m_filter = new QLineEdit;
        m_filter->setPlaceholderText(placeholder);
        m_filter->setAccessibleName(accessibleName);
        m_filter->setClearButtonEnabled(true);
        m_filter->installEventFilter(this);
        layout->addWidget(m_filter);
        connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
            fill({});
            Q_EMIT typed(text);
        });
    }
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ChoiceDelegate(m_view));
    m_view->setAccessibleName(accessibleName);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setMargin(metrics::kSmall);
    m_empty->hide();
    layout->addWidget(m_view);
    layout->addWidget(m_empty);
    layout->addStretch(1);
    setFocusProxy(m_filter ? static_cast<QWidget *>(m_filter) : m_view);

    connect(m_view, &QListView::clicked, this, &ChoiceList::chooseCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoiceList::pickedChanged);
}

void ChoiceList::setEmptyText(const QString &nothingMatches, const QString &nothingThere)
{
    m_nothingMatches = nothingMatches;
    m_nothingThere = nothingThere;
}

void ChoiceList::setChoices(const QList<Choice> &choices)
{
    QString preferred = pickedId();
    if (preferred.isEmpty() && (!m_filter || m_filter->text().isEmpty())) {
        const auto current =
            std::find_if(choices.cbegin(), choices.cend(), [](const Choice &c) { return c.current; });
        if (current != choices.cend())
            preferred = current->id;
    }
    m_choices = choices;
    fill(preferred);
}

void ChoiceList::setOwnChoice(std::function<std::optional<Choice>(const QString &)> make)
{
    m_makeOwn = std::move(make);
}

void ChoiceList::addRow(const Choice &choice)
{
    auto *item = new QStandardItem(Words::safeLine(choice.text, kTextLength));
    const QString detail = Words::safeLine(choice.detail, kTextLength);
    item->setData(choice.id, ChoiceDelegate::IdRole);
    item->setData(detail, ChoiceDelegate::DetailRole);
    item->setData(choice.icon, ChoiceDelegate::IconRole);
    item->setData(choice.current, ChoiceDelegate::CurrentRole);
    if (!choice.color.isEmpty())
        item->setData(choice.color, ChoiceDelegate::ColorRole);
    if (choice.online)
        item->setData(*choice.online, ChoiceDelegate::OnlineRole);
    QString spoken = item->text();
    if (!detail.isEmpty())
        spoken = tr("%1, %2", "an entry and what is said about it").arg(spoken, detail);
    if (choice.current)
        spoken = tr("%1, chosen now").arg(spoken);
    item->setData(spoken, Qt::AccessibleTextRole);
    m_model->appendRow(item);
}

void ChoiceList::fill(const QString &preferredId)
{
    const QStringList words = m_filter ? domain::searchWords(m_filter->text()) : QStringList();
    m_model->clear();
    int pick = 0;
    QStringList shown;
    for (const Choice &choice : std::as_const(m_choices)) {
        QString haystack = domain::folded(choice.text.left(kSearchedLength));
        haystack += u' ';
        haystack += domain::folded(choice.detail.left(kSearchedLength));
        if (!std::all_of(words.cbegin(), words.cend(),
                         [&](const QString &w) { return haystack.contains(w); }))
            continue;
        if (choice.id == preferredId && !preferredId.isEmpty())
            pick = m_model->rowCount();
        addRow(choice);
        shown << choice.id;
    }
    if (const auto own = m_makeOwn && m_filter ? m_makeOwn(m_filter->text()) : std::nullopt;
        own && !shown.contains(own->id))
        addRow(*own);
    m_empty->setTextOrHide(m_model->rowCount() > 0   ? QString()
                               : m_choices.isEmpty() ? m_nothingThere
                                                     : m_nothingMatches);
    m_view->setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(pick, 0));

    int width = kMinimumWidth;
    for (int row = 0; row < m_model->rowCount(); ++row)
        width = qMax(width, m_view->sizeHintForIndex(m_model->index(row, 0)).width());
    constexpr int kMaximumWidth = 420;
    m_view->setMinimumWidth(qMin(width, kMaximumWidth));
    const int rowHeight = m_model->rowCount() > 0 ? m_view->sizeHintForRow(0) : 0;
    m_view->setFixedHeight(rowHeight * qMin(m_model->rowCount(), kVisibleRows) + 2 * m_view->frameWidth());
    Q_EMIT pickedChanged();
}

QString ChoiceList::pickedId() const
{
    return m_view->currentIndex().data(ChoiceDelegate::IdRole).toString();
}

bool ChoiceList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void ChoiceList::focusFirst()
{
    (m_filter ? static_cast<QWidget *>(m_filter) : m_view)->setFocus(Qt::PopupFocusReason);
}

void ChoiceList::chooseCurrent()
{
    if (m_view->currentIndex().isValid())
        Q_EMIT chosen(pickedId());
}

void ChoiceList::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int row = qBound(0, m_view->currentIndex().row() + by, rows - 1);
    m_view->setCurrentIndex(m_model->index(row, 0));
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key->isAutoRepeat())
            chooseCurrent();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kVisibleRows);
        return true;
    case Qt::Key_PageUp:
        step(-kVisibleRows);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace inbox::ui
