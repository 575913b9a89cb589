// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/icons/icons.h"

#include "ui/theme/theme.h"

#include <QCache>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initializeIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace inbox::ui {

namespace {

constexpr int kCacheKilobytes = 4096;

struct Key {
    QString name;
    QRgb color;
    int pixels;
    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &k, size_t seed = 0) { return qHashMulti(seed, k.name, k.color, k.pixels); }
};

QString folder()
{
    static const bool ready = [] {
        initializeIconResources();
        return true;
    }();
    Q_UNUSED(ready)
    return QStringLiteral(":/icons/");
}

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    auto it = sources.find(name);
    if (it == sources.end()) {
        QFile file(folder() + name + QLatin1String(".svg"));
        it = sources.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *it;
}

QPixmap rendered(const QString &name, const QColor &color, int pixels)
{
    static QCache<Key, QPixmap> cache(kCacheKilobytes);
    const Key key{name, color.rgba(), pixels};
    if (const QPixmap *hit = cache.object(key))
        return *hit;
    QByteArray svg = source(name);
    if (svg.isEmpty() || pixels <= 0)
        return {};
    // Qt's SVG reader takes currentColor for black, so the colour is written in. Alpha goes to the painter.
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    constexpr int kBytesPerPixel = 4;
    constexpr int kKilo = 1024;
    cache.insert(key, new QPixmap(pixmap), pixels * pixels * kBytesPerPixel / kKilo + 1);
    return pixmap;
}

void paintNamed(QPainter *painter, const QString &name, const QColor &color, const QRect &target)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    const int size = qMin(target.width(), target.height());
    QPixmap pixmap = rendered(name, color, qRound(size * ratio));
    if (pixmap.isNull())
        return;
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(target.topLeft() + QPoint((target.width() - size) / 2, (target.height() - size) / 2),
                        pixmap);
}

// An icon that asks the theme for its colour each time it is painted.
class ThemedEngine final : public QIconEngine {
public:
    ThemedEngine(QString name, QColor fixed)
        : m_name(std::move(name))
        , m_fixed(std::move(fixed))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintNamed(painter, m_name, color(mode, state), rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        // `size` is in device pixels here; QIcon sets the ratio on what it gets.
        return rendered(m_name, color(mode, state), qMin(size.width(), size.height()));
    }
    QIconEngine *clone() const override { return new ThemedEngine(*this); }
    QString key() const override { return QStringLiteral("inbox-themed"); }
    // An icon with a colour of its own gives no name, so that a button leaves the colour alone.
    QString iconName() override { return m_fixed.isValid() ? QString() : m_name; }
    bool isNull() override { return source(m_name).isEmpty(); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens &t = Theme::colors();
        if (mode == QIcon::Disabled)
            return t.muted;
        if (m_fixed.isValid())
            return m_fixed;
        return state == QIcon::On ? t.accent : t.text;
    }

    QString m_name;
    QColor m_fixed;
};

} // namespace

QPixmap Icons::pixmap(QLatin1String name, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = rendered(QString(name), color, qRound(size * devicePixelRatio));
    if (!pixmap.isNull())
        pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void Icons::paint(QPainter *painter, QLatin1String name, const QColor &color, const QRect &target)
{
    paintNamed(painter, QString(name), color, target);
}

QIcon Icons::icon(QLatin1String name)
{
    return QIcon(new ThemedEngine(QString(name), QColor()));
}

QIcon Icons::icon(QLatin1String name, const QColor &color)
{
    return QIcon(new ThemedEngine(QString(name), color));
}

void Icons::paintIcon(QPainter *painter, const QIcon &icon, const QColor &color, const QRect &target,
                      bool enabled)
{
    // A themed icon says its own name, and only such a name is one of our files.
    const QString name = icon.name();
    static const QStringList known = names();
    if (!name.isEmpty() && known.contains(name)) {
        paintNamed(painter, name, color, target);
        return;
    }
    icon.paint(painter, target, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

QIcon Icons::application()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addPixmap(rendered(QStringLiteral("app/agent-inbox"), Qt::black, size));
    }
    return icon;
}

QLatin1String Icons::channel(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::WhatsApp:
        return QLatin1String("channel-whatsapp");
    case domain::Channel::Widget:
        return QLatin1String("channel-widget");
    case domain::Channel::Bridge:
        return QLatin1String("channel-bridge");
    case domain::Channel::Voice:
        return QLatin1String("phone");
    case domain::Channel::Email:
        return QLatin1String("mail");
    case domain::Channel::Facebook:
    case domain::Channel::Telegram:
    case domain::Channel::Unknown:
        break;
    }
    return QLatin1String("channel-unknown");
}

QStringList Icons::names()
{
    QStringList names;
    const QStringList files = QDir(folder()).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names << file.chopped(4);
    return names;
}

} // namespace inbox::ui
