// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/metadatadialog.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {

constexpr int kNameLength = 80;
constexpr int kLongest = 2'000;

} // namespace

MetadataDialog::MetadataDialog(const QString &customer, const QMap<QString, QString> &metadata,
                               QWidget *parent)
    : QDialog(parent)
    , m_before(metadata)
    , m_grid(new QGridLayout)
    , m_problem(new PlainLabel(PlainLabel::Tone::Danger, PlainLabel::Size::Base))
    , m_save(new QPushButton(tr("Save")))
{
    constexpr QSize kSize(520, 380);
    setWindowTitle(tr("Metadata"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(tr("Metadata about %1").arg(Words::isolated(Words::safeLine(customer, kNameLength))));
    title->setWordWrap(true);
    auto *remark = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    remark->setText(tr("For your colleagues and your bots; the customer does not see it."));
    remark->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, metrics::kSmall, 0);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_grid->setHorizontalSpacing(metrics::kSmall);
    m_grid->setVerticalSpacing(metrics::kSmall);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problem->setObjectName(QStringLiteral("metadataProblem"));
    m_problem->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("metadataConfirm"));
    setButtonKind(m_save, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(remark);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    for (auto it = metadata.begin(); it != metadata.end(); ++it)
        addLine(it.key(), it.value());
    addLine({}, {});
    // Not before it stands in the dialog: Enter would cancel.
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    // Where there is something, a value is what most often changes.
    (metadata.isEmpty() ? m_lines.constFirst().name : m_lines.constFirst().value)->setFocus();
    resize(kSize);
    onEdited();

    connect(m_save, &QPushButton::clicked, this, &MetadataDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void MetadataDialog::addLine(const QString &name, const QString &value)
{
    const Line line{new QLineEdit(name), new QLineEdit(value), new QToolButton};
    line.name->setAccessibleName(tr("Name"));
    line.name->setPlaceholderText(tr("Name"));
    line.value->setAccessibleName(tr("Value"));
    line.value->setPlaceholderText(tr("Value"));
    line.remove->setIcon(Icons::icon(QLatin1String("trash")));
    line.remove->setAutoRaise(true);
    setButtonKind(line.remove, ButtonKind::Quiet);
    for (QLineEdit *field : {line.name, line.value}) {
        field->setMaxLength(kLongest);
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, this, &MetadataDialog::onEdited);
    }
    connect(line.remove, &QToolButton::clicked, this, [this, name = line.name] { removeLine(name); });
    m_grid->addWidget(line.name, m_rows, 0);
    m_grid->addWidget(line.value, m_rows, 1);
    m_grid->addWidget(line.remove, m_rows, 2);
    ++m_rows;
    const QWidget *before = m_lines.isEmpty() ? nullptr : m_lines.constLast().remove;
    m_lines << line;
    if (before)
        setTabOrder(const_cast<QWidget *>(before), line.name);
    setTabOrder(line.name, line.value);
    setTabOrder(line.value, line.remove);
    setTabOrder(line.remove, m_save);
}

void MetadataDialog::removeLine(const QLineEdit *name)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).name != name)
            continue;
        const Line gone = m_lines.takeAt(i);
        // The keyboard goes on with the line that has come into its place.
        m_lines.at(qMin(i, m_lines.size() - 1)).name->setFocus();
        for (QWidget *widget : std::initializer_list<QWidget *>{gone.name, gone.value, gone.remove}) {
            widget->hide();
            widget->deleteLater();
        }
        onEdited();
        return;
    }
}

void MetadataDialog::onEdited()
{
    const Line &last = m_lines.constLast();
    if (!last.name->text().isEmpty() || !last.value->text().isEmpty())
        addLine({}, {});
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const QString name = Words::safeLine(line.name->text().trimmed(), kNameLength);
        line.remove->setVisible(i + 1 < m_lines.size());
        line.remove->setAccessibleName(name.isEmpty() ? tr("Remove this line") : tr("Remove “%1”").arg(name));
        line.remove->setToolTip(Words::safeToolTip(line.remove->accessibleName()));
        line.value->setAccessibleDescription(name);
    }
    m_problem->setTextOrHide(problem());
    m_save->setEnabled(m_problem->text().isEmpty() && metadata() != m_before);
}

QString MetadataDialog::problem() const
{
    QSet<QString> names;
    for (const Line &line : m_lines) {
        const QString name = line.name->text().trimmed();
        if (name.isEmpty()) {
            if (!line.value->text().isEmpty())
                return tr("A value has no name.");
            continue;
        }
        if (names.contains(name))
            return tr("The name “%1” is there twice.").arg(Words::safeLine(name, kNameLength));
        names.insert(name);
    }
    return {};
}

QMap<QString, QString> MetadataDialog::metadata() const
{
    QMap<QString, QString> all;
    for (const Line &line : m_lines) {
        const QString name = line.name->text().trimmed();
        if (!name.isEmpty())
            all.insert(name, line.value->text());
    }
    return all;
}

void MetadataDialog::confirm()
{
    if (!m_save->isEnabled() || result() == Accepted)
        return;
    accept();
    Q_EMIT confirmed(metadata());
}

bool MetadataDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    for (qsizetype i = 0; by != 0 && i < m_lines.size(); ++i) {
        const bool isName = m_lines.at(i).name == watched;
        if (!isName && m_lines.at(i).value != watched)
            continue;
        const Line &there = m_lines.at(qBound<qsizetype>(0, i + by, m_lines.size() - 1));
        (isName ? there.name : there.value)->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace inbox::ui
