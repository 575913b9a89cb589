// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/bannerstrip.h"

#include "ui/dialogs/focusorder.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace inbox::ui {

class BannerStrip::Banner : public QWidget {
public:
    explicit Banner(QWidget *parent)
        : QWidget(parent)
        , label(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Base, this))
        , button(new QPushButton(this))
        , close(new QToolButton(this))
    {
        label->setWordWrap(true);
        setButtonKind(close, ButtonKind::Quiet);
        close->setIcon(Icons::icon(QLatin1String("close")));
        close->setAccessibleName(BannerStrip::tr("Dismiss"));
        close->setToolTip(BannerStrip::tr("Dismiss"));
        close->setFocusPolicy(Qt::TabFocus);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(2 * metrics::kLarge + metrics::kSmall, metrics::kSmall, metrics::kSmall,
                                   metrics::kSmall);
        layout->setSpacing(metrics::kMedium);
        layout->addWidget(label, 1);
        layout->addWidget(button);
        layout->addWidget(close);
    }

    Tone tone = Tone::Warning;
    PlainLabel *label;
    QPushButton *button;
    QToolButton *close;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &colors = Theme::colors();
        const bool danger = tone == Tone::Danger;
        painter.fillRect(rect(), danger ? colors.dangerSurface : colors.warningSurface);
        painter.fillRect(0, height() - 1, width(), 1, colors.border);
        const QRect icon(metrics::kMedium, (height() - metrics::kIcon) / 2, metrics::kIcon, metrics::kIcon);
        Icons::paint(&painter, QLatin1String("warning"), danger ? colors.danger : colors.warning,
                     QStyle::visualRect(layoutDirection(), rect(), icon));
    }
};

BannerStrip::BannerStrip(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void BannerStrip::setBanner(const QString &id, Tone tone, const QString &text, const QString &button,
                            bool dismissable)
{
    Banner *banner = m_banners.value(id);
    if (text.isEmpty()) {
        if (banner) {
            m_banners.remove(id);
            banner->hide();
            banner->deleteLater();
            setVisible(!m_banners.isEmpty());
        }
        return;
    }
    if (!banner) {
        banner = new Banner(this);
        m_banners.insert(id, banner);
        m_layout->addWidget(banner);
        if (parentWidget())
            followTheEye(parentWidget());
        connect(banner->button, &QPushButton::clicked, this, [this, id] { Q_EMIT pressed(id); });
        connect(banner->close, &QToolButton::clicked, this,
                [this, id] { setBanner(id, Tone::Warning, QString()); });
    }
    if (banner->label->text() != text) {
        banner->label->setText(text);
        banner->setAccessibleName(text);
        QAccessibleEvent alert(banner, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    banner->tone = tone;
    banner->label->setTone(tone == Tone::Danger ? PlainLabel::Tone::Danger : PlainLabel::Tone::Warning);
    banner->button->setText(button);
    banner->button->setVisible(!button.isEmpty());
    banner->close->setVisible(dismissable);
    banner->show();
    banner->update();
    show();
}

QStringList BannerStrip::texts() const
{
    QStringList all;
    for (const Banner *banner : m_banners)
        all.append(banner->label->text());
    all.sort();
    return all;
}

} // namespace inbox::ui
