// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/csvpanel.h"

#include "ui/dialogs/disclosure.h"
#include "ui/dialogs/pickbutton.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace inbox::ui {

using domain::TextEncoding;
using models::Column;
using models::CsvGlance;
using models::CsvShape;
using Use = Column::Use;

namespace {

constexpr int kExamples = 3;
constexpr int kLongestName = 60;
constexpr QLatin1String kVariable("variable:");

QString idOf(const Column &column)
{
    switch (column.use) {
    case Use::Ignored:
        return QStringLiteral("ignored");
    case Use::Phone:
        return QStringLiteral("phone");
    case Use::Name:
        return QStringLiteral("name");
    case Use::Email:
        return QStringLiteral("email");
    case Use::Variable:
        break;
    }
    return kVariable + column.variable;
}

Column columnOf(const QString &id)
{
    for (const Use use : {Use::Ignored, Use::Phone, Use::Name, Use::Email}) {
        const Column column{use, {}};
        if (idOf(column) == id)
            return column;
    }
    return {Use::Variable, id.mid(kVariable.size())};
}

} // namespace

CsvPanel::CsvPanel(models::NewConversation &composing)
    : m_composing(composing)
    , m_name(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold))
    , m_more(new Disclosure(tr("How the file is read")))
    , m_shape(new QWidget)
    , m_encoding(new QComboBox)
    , m_delimiter(new QComboBox)
    , m_header(new QCheckBox(tr("The first row has the columns' names")))
{
    m_name->setObjectName(QStringLiteral("csvName"));
    auto *remove = new QPushButton(tr("Put away"));
    remove->setObjectName(QStringLiteral("removeFile"));
    remove->setAccessibleName(tr("Put the file away"));
    remove->setAutoDefault(false);
    setButtonKind(remove, ButtonKind::Quiet);
    connect(remove, &QPushButton::clicked, this, [this] { m_composing.source().removeFile(); });
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kSmall);
    auto *icon = new PlainLabel;
    icon->setPixmap(Icons::icon(QLatin1String("document")).pixmap(metrics::kSmallIcon));
    head->addWidget(icon);
    head->addWidget(m_name, 1);
    head->addWidget(remove);

    m_encoding->setObjectName(QStringLiteral("csvEncoding"));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->addItem(QStringLiteral("UTF-8"), int(TextEncoding::Utf8));
    m_encoding->addItem(QStringLiteral("UTF-16"), int(TextEncoding::Utf16LittleEndian));
    m_encoding->addItem(QStringLiteral("UTF-16 BE"), int(TextEncoding::Utf16BigEndian));
    m_encoding->addItem(QStringLiteral("Windows-1252"), int(TextEncoding::Windows1252));
    m_delimiter->setObjectName(QStringLiteral("csvDelimiter"));
    m_delimiter->setAccessibleName(tr("Columns are cut by"));
    m_delimiter->addItem(tr("Comma"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon"), QChar(u';'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("Bar"), QChar(u'|'));
    m_header->setObjectName(QStringLiteral("csvHeader"));
    auto *shape = new QGridLayout(m_shape);
    shape->setContentsMargins(0, 0, 0, 0);
    shape->setHorizontalSpacing(metrics::kMedium);
    shape->setVerticalSpacing(metrics::kGrid);
    shape->addWidget(new PlainLabel(tr("Encoding")), 0, 0);
    shape->addWidget(m_encoding, 0, 1);
    shape->addWidget(new PlainLabel(tr("Columns are cut by")), 1, 0);
    shape->addWidget(m_delimiter, 1, 1);
    shape->addWidget(m_header, 2, 0, 1, 2);
    shape->setColumnStretch(1, 1);
    m_shape->hide();
    m_more->setObjectName(QStringLiteral("csvShape"));
    connect(m_more, &Disclosure::openChanged, m_shape, &QWidget::setVisible);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &CsvPanel::applyShape);
    connect(m_delimiter, &QComboBox::currentIndexChanged, this, &CsvPanel::applyShape);
    connect(m_header, &QCheckBox::toggled, this, &CsvPanel::applyShape);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addLayout(head);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    layout->addWidget(m_shape);
}

void CsvPanel::applyShape()
{
    m_composing.source().setShape({TextEncoding(m_encoding->currentData().toInt()),
                                   m_delimiter->currentData().toChar(), m_header->isChecked()});
}

void CsvPanel::update()
{
    const models::RecipientSource &source = m_composing.source();
    const CsvGlance &glance = source.glance();
    QStringList variables;
    const QList<domain::TemplateVariable> all = m_composing.variables();
    for (const domain::TemplateVariable &variable : all)
        variables << variable.key;
    m_name->setText(Words::safeLine(source.file().name, kLongestName));
    if (m_columns && glance == m_shown && variables == m_variables)
        return;
    m_shown = glance;
    m_variables = variables;
    const QSignalBlocker noEncoding(m_encoding);
    const QSignalBlocker noDelimiter(m_delimiter);
    const QSignalBlocker noHeader(m_header);
    m_encoding->setCurrentIndex(m_encoding->findData(int(glance.shape.encoding)));
    m_delimiter->setCurrentIndex(m_delimiter->findData(glance.shape.delimiter));
    m_header->setChecked(glance.shape.hasHeader);
    buildColumns();
}

void CsvPanel::buildColumns()
{
    const QWidget *focus = window()->focusWidget();
    const QString focused =
        m_columns && focus && m_columns->isAncestorOf(focus) ? focus->objectName() : QString();
    delete m_columns;
    m_columns = new QWidget;
    auto *grid = new QGridLayout(m_columns);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kMedium);
    grid->setVerticalSpacing(metrics::kSmall);
    QList<Choice> choices{{idOf({Use::Phone, {}}), tr("Phone number"), {}, QStringLiteral("phone")},
                          {idOf({Use::Name, {}}), tr("Name"), {}, QStringLiteral("user")}};
    const domain::OpeningForm *form = m_composing.form();
    if (form && form->takesEmail)
        choices << Choice{idOf({Use::Email, {}}), tr("E-mail"), {}, QStringLiteral("mail")};
    const QList<domain::TemplateVariable> variables = m_composing.variables();
    for (const domain::TemplateVariable &variable : variables) {
        choices << Choice{idOf({Use::Variable, variable.key}), OpeningWords::variable(variable),
                          variable.example, QStringLiteral("edit")};
    }
    for (int i = 0; i < m_shown.columns.size(); ++i) {
        const QString header = Words::safeLine(m_shown.header.value(i), kLongestName);
        const QString name = header.isEmpty() ? tr("Column %L1").arg(i + 1) : header;
        QStringList examples;
        for (const QStringList &row : m_shown.firstRows) {
            const QString cell = row.value(i).trimmed();
            if (!cell.isEmpty() && examples.size() < kExamples)
                examples << Words::isolated(Words::safeLine(cell, 40));
        }
        auto *title = new ElidedLabel(name);
        auto *first = new ElidedLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
        first->setText(examples.join(QStringLiteral(" · ")));
        auto *pick = new PickButton(tr("What “%1” is", "the name of a column").arg(name), {});
        pick->setObjectName(QStringLiteral("csvColumn%1").arg(i));
        QList<Choice> own = choices;
        const Column &column = m_shown.columns.at(i);
        // Where the person names the variables, a column brings its own name along.
        const bool named = form && form->namesVariables && !m_composing.message();
        const QString asVariable = idOf({Use::Variable, header});
        if (named && !header.isEmpty() && std::none_of(own.cbegin(), own.cend(), [&](const Choice &one) {
                return one.id == asVariable;
            }))
            own << Choice{asVariable, tr("Variable “%1”").arg(header), {}, QStringLiteral("edit")};
        own << Choice{idOf({}), tr("Not used"), {}, QStringLiteral("minus")};
        pick->setChoices(own);
        pick->setPicked(idOf(column));
        connect(pick, &PickButton::picked, this,
                [this, i](const QString &id) { m_composing.source().setColumn(i, columnOf(id)); });
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(title);
        words->addWidget(first);
        grid->addLayout(words, i, 0);
        grid->addWidget(pick, i, 1);
    }
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_columns);
    if (!focused.isEmpty()) {
        if (auto *again = m_columns->findChild<QWidget *>(focused))
            again->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace inbox::ui
