// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/lineslist.h"

#include "ui/dialogs/choicedelegate.h"
#include "ui/theme/theme.h"

#include <QIdentityProxyModel>

namespace inbox::ui {

class LinesList::Words final : public QIdentityProxyModel {
public:
    Words(std::function<Line(int)> line, QObject *parent)
        : QIdentityProxyModel(parent)
        , m_line(std::move(line))
    {
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        switch (role) {
        case Qt::DisplayRole:
            return m_line(index.row()).text;
        case ChoiceDelegate::DetailRole:
            return m_line(index.row()).detail;
        case ChoiceDelegate::IconRole:
            return m_line(index.row()).icon;
        case Qt::AccessibleTextRole: {
            const Line line = m_line(index.row());
            return line.detail.isEmpty()
                ? line.text
                : LinesList::tr("%1, %2", "an entry and what is said about it").arg(line.text, line.detail);
        }
        default:
            return {};
        }
    }

private:
    std::function<Line(int)> m_line;
};

LinesList::LinesList(const QString &name, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ChoiceDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(&Theme::instance(), &Theme::changed, this, &QAbstractItemView::doItemsLayout);
}

void LinesList::setLines(QAbstractItemModel *model, std::function<Line(int)> line)
{
    auto *words = new Words(std::move(line), this);
    words->setSourceModel(model);
    setModel(words);
    if (words->rowCount() > 0)
        setCurrentIndex(words->index(0, 0));
}

} // namespace inbox::ui
