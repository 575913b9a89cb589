// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace inbox::ui;

namespace {

// Share of pixels that are not fully transparent.
double coverage(const QImage &image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return double(painted) / (image.width() * image.height());
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyDrawingInTheFolderIsBuiltIn()
    {
        const QDir folder(QString::fromUtf16(INBOX_SOURCE_DIR) + QStringLiteral("/resources/icons"));
        QStringList names;
        const QStringList files = folder.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
        for (const QString &file : files)
            names << file.chopped(4);
        QVERIFY(names.size() > 60);
        QCOMPARE(Icons::names(), names);
    }

    void everyIconIsDrawnInsideItsSquare_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = Icons::names();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyIconIsDrawnInsideItsSquare()
    {
        QFETCH(QString, name);
        const QByteArray latin = name.toLatin1();
        const QImage image = Icons::pixmap(QLatin1String(latin), Qt::red, 48, 1.0).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        QVERIFY2(coverage(image) > 0.01, "empty");
        for (int i = 0; i < 48; ++i) {
            QVERIFY2(qAlpha(image.pixel(i, 0)) == 0 && qAlpha(image.pixel(i, 47)) == 0, "touches an edge");
            QVERIFY2(qAlpha(image.pixel(0, i)) == 0 && qAlpha(image.pixel(47, i)) == 0, "touches an edge");
        }
    }

    void theColourIsTheOneAskedFor()
    {
        const QImage image = Icons::pixmap(QLatin1String("more"), QColor(10, 200, 30), 24, 1.0).toImage();
        QCOMPARE(image.pixelColor(12, 12), QColor(10, 200, 30));
    }

    void aDensePixelGridGetsMorePixels()
    {
        const QPixmap pixmap = Icons::pixmap(QLatin1String("inbox"), Qt::black, 20, 1.5);
        QCOMPARE(pixmap.size(), QSize(30, 30));
        QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(20, 20));
    }

    void anUnknownNameGivesNothing()
    {
        QVERIFY(Icons::pixmap(QLatin1String("no-such-icon"), Qt::black, 16, 1.0).isNull());
        QVERIFY(Icons::icon(QLatin1String("no-such-icon")).isNull());
    }

    void aThemedIconFollowsTheTheme()
    {
        Theme::instance().setMode(ThemeMode::Light);
        const QIcon icon = Icons::icon(QLatin1String("more"));
        const QColor light = icon.pixmap(24).toImage().pixelColor(12, 12);
        Theme::instance().setMode(ThemeMode::Dark);
        const QColor dark = icon.pixmap(24).toImage().pixelColor(12, 12);
        QCOMPARE(light, lightTokens().text);
        QCOMPARE(dark, darkTokens().text);
    }

    void aDisabledIconIsMuted()
    {
        Theme::instance().setMode(ThemeMode::Light);
        const QImage image =
            Icons::icon(QLatin1String("more")).pixmap(QSize(24, 24), QIcon::Disabled).toImage();
        QCOMPARE(image.pixelColor(12, 12), lightTokens().muted);
    }

    void theApplicationIconHasTheUsualSizes()
    {
        const QIcon icon = Icons::application();
        for (const int size : {16, 32, 48, 256})
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
