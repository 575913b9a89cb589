// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/attachmentstrip.h"

#include "ui/dialogs/focusorder.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/elidedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kNameLength = 80;
const char *const kIndex = "inboxFileIndex";

QLatin1String iconOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return QLatin1String("image");
    case MediaKind::Video:
        return QLatin1String("video");
    case MediaKind::Audio:
        return QLatin1String("audio");
    case MediaKind::Document:
        break;
    }
    return QLatin1String("document");
}

} // namespace

AttachmentStrip::AttachmentStrip(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(tr("Files to be sent"));
    m_rows->setContentsMargins(metrics::kGrid, 0, 0, 0);
    m_rows->setSpacing(0);
    hide();
}

void AttachmentStrip::setFiles(const QList<Attachment> &files)
{
    setVisible(!files.isEmpty());
    if (files == m_files)
        return;
    m_files = files;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < files.size(); ++i)
        m_rows->addWidget(makeRow(files.at(i), i));
    if (parentWidget())
        followTheEye(parentWidget());
}

QWidget *AttachmentStrip::makeRow(const Attachment &file, int index)
{
    const QString name = Words::safeLine(file.name, kNameLength);
    auto *row = new QWidget;
    auto *icon = new QToolButton; // flat and without focus: a picture in the colours of the theme
    icon->setIcon(Icons::icon(iconOf(file.kind)));
    icon->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    icon->setAutoRaise(true);
    icon->setFocusPolicy(Qt::NoFocus);
    icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    setButtonKind(icon, ButtonKind::Quiet);
    auto *words = new ElidedLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Base);
    words->setText(name);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *size = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    size->setText(QLocale().formattedDataSize(file.size, 0, QLocale::DataSizeSIFormat));
    auto *remove = new QToolButton;
    remove->setProperty(kIndex, index);
    remove->setAutoRaise(true);
    remove->setIcon(Icons::icon(QLatin1String("close")));
    remove->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    remove->setToolTip(tr("Do not send this file"));
    remove->setAccessibleName(tr("Do not send %1", "a file").arg(name));
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->installEventFilter(this);
    setButtonKind(remove, ButtonKind::Quiet);
    connect(
        remove, &QToolButton::clicked, this, [this, index] { Q_EMIT removed(index); },
        Qt::QueuedConnection); // it is about to go

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(icon);
    layout->addWidget(words, 1);
    layout->addWidget(size);
    layout->addWidget(remove);
    return row;
}

bool AttachmentStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            const int index = watched->property(kIndex).toInt();
            QMetaObject::invokeMethod(
                this, [this, index] { Q_EMIT removed(index); }, Qt::QueuedConnection);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inbox::ui
