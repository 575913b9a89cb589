// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/commandpalette.h"

#include "ui/commands/fuzzy.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {

constexpr int kWidth = 600;
constexpr int kTop = 88;
constexpr int kRowHeight = 36;
constexpr int kRows = 9;
constexpr int kDimmed = 90; // of 255
// What can be run comes before what begins a later word alike, not before a clearly better match.
constexpr int kPossible = 300;

enum Role { ItemRole = Qt::UserRole + 1, GroupRole, KeysRole, WhyNotRole, IconRole };

// Draws one line: icon, text, group; the keys or the reason on the far side.
class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, qMax(kRowHeight, option.fontMetrics.height() + metrics::kMedium)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = Theme::colors();
        const bool possible = index.data(WhyNotRole).toString().isEmpty();
        const auto mirrored = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const QRect row = option.rect.adjusted(metrics::kSmall, 1, -metrics::kSmall, -1);

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.selection);
            painter->drawRoundedRect(row, metrics::kControlRadius, metrics::kControlRadius);
        }
        const QRect inner = row.adjusted(metrics::kSmall, 0, -metrics::kSmall, 0);
        const QRect icon(inner.left(), inner.center().y() - metrics::kSmallIcon / 2 + 1, metrics::kSmallIcon,
                         metrics::kSmallIcon);
        const QByteArray name = index.data(IconRole).toString().toLatin1();
        Icons::paint(painter, QLatin1String(name), colors.muted, mirrored(icon));

        const QFont small = Theme::small(option.font);
        const QFontMetrics smallMetrics(small);
        const QString keys = index.data(KeysRole).toString();
        const int keysWidth = keys.isEmpty() ? 0 : smallMetrics.horizontalAdvance(keys) + metrics::kMedium;
        QRect text = inner.adjusted(metrics::kSmallIcon + metrics::kMedium, 0, -keysWidth, 0);

        const QString words = option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight, text.width());
        painter->setFont(option.font);
        painter->setPen(possible ? colors.text : colors.muted);
        const int start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
        const int end = int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
        painter->drawText(mirrored(text), start, words);

        painter->setFont(small);
        painter->setPen(colors.muted);
        text.setLeft(text.left() + option.fontMetrics.horizontalAdvance(words) + metrics::kMedium);
        const QString beside = possible ? index.data(GroupRole).toString() : CommandPalette::tr("not now");
        if (text.width() > smallMetrics.horizontalAdvance(beside))
            painter->drawText(mirrored(text), start, beside);
        painter->drawText(mirrored(inner), end, keys);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_box(new QWidget(this))
    , m_field(new QLineEdit(m_box))
    , m_list(new QListView(m_box))
    , m_model(new QStandardItemModel(this))
    , m_reason(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, m_box))
{
    m_box->setAutoFillBackground(false);
    m_field->setFrame(false);
    m_field->setMaxLength(100);
    m_field->installEventFilter(this);
    m_field->addAction(Icons::icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    const QList<QToolButton *> decorations = m_field->findChildren<QToolButton *>();
    for (QToolButton *button : decorations)
        button->setAccessibleName(tr("Search"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(metrics::kLarge, 0, metrics::kLarge, 0);

    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(1, metrics::kSmall, 1, metrics::kSmall);
    layout->setSpacing(metrics::kSmall);
    auto *fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(metrics::kSmall, 0, metrics::kSmall, 0);
    fieldRow->addWidget(m_field);
    layout->addLayout(fieldRow);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CommandPalette::showReason);
    window->installEventFilter(this);
    QWidget::hide();
}

void CommandPalette::open(const QString &title, const QString &prompt, const QList<PaletteItem> &items)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_items = items;
    setAccessibleName(title);
    m_field->setAccessibleName(title);
    m_field->setPlaceholderText(prompt);
    m_list->setAccessibleName(title);
    m_field->clear();
    filter();
    place();
    QWidget::show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    QWidget::hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void CommandPalette::filter()
{
    struct Hit {
        int item;
        int score;
    };
    QList<Hit> hits;
    for (int i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items.at(i);
        if (const auto score = fuzzyScore(m_field->text(), item.text))
            hits.append({i, *score + (item.whyNot.isEmpty() ? kPossible : 0)});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });

    m_model->clear();
    for (const Hit &hit : std::as_const(hits)) {
        const PaletteItem &item = m_items.at(hit.item);
        auto *entry = new QStandardItem(item.text);
        entry->setData(hit.item, ItemRole);
        entry->setData(item.group, GroupRole);
        entry->setData(item.keys, KeysRole);
        entry->setData(item.whyNot, WhyNotRole);
        entry->setData(item.iconName, IconRole);
        QStringList spoken{item.text, item.keys, item.whyNot};
        spoken.removeAll(QString());
        entry->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        m_model->appendRow(entry);
    }
    if (!hits.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    showReason();
}

void CommandPalette::showReason()
{
    const QModelIndex current = m_list->currentIndex();
    QString line;
    if (m_model->rowCount() == 0)
        line = tr("Nothing is called that.");
    else if (current.isValid())
        line = current.data(WhyNotRole).toString();
    m_reason->setText(line.isEmpty() ? tr("Enter runs it, Esc goes back.") : line);
}

void CommandPalette::move(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    m_list->setCurrentIndex(m_model->index(qBound(0, row + by, count - 1), 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteItem item = m_items.value(current.data(ItemRole).toInt());
    if (!item.whyNot.isEmpty()) {
        showReason();
        return;
    }
    close();
    if (item.run)
        item.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(kRows);
            return true;
        case Qt::Key_PageUp:
            move(-kRows);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // the layer keeps the focus
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int width = qMin(kWidth, this->width() - 2 * metrics::kLarge);
    // Half a row more shows that the list goes on.
    const int wanted = kRows * kRowHeight + kRowHeight / 2 + m_field->sizeHint().height()
        + m_reason->fontMetrics().height() + 4 * metrics::kSmall + m_box->layout()->spacing();
    const int top = qMin(kTop, this->height() / 8);
    m_box->setGeometry((this->width() - width) / 2, top, width, qMin(wanted, this->height() - 2 * top));
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = Theme::colors();
    QColor veil = colors.dark ? QColor(Qt::black) : colors.text;
    veil.setAlpha(kDimmed);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kBubbleRadius,
                            metrics::kBubbleRadius);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->pos()))
        close();
}

} // namespace inbox::ui
