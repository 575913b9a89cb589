// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/account.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/style.h"
#include "ui/theme/tagcolors.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QStyleOptionButton>
#include <QTest>
#include <QToolButton>

using namespace inbox;
using namespace inbox::ui;

namespace {

constexpr double kText = 4.5; // WCAG 2 AA for text
constexpr double kMark = 3.0; // and for marks and outlines that carry meaning

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void contrast_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");
        for (const Tokens *t : {&lightTokens(), &darkTokens()}) {
            const auto row = [t](const char *front, const QColor &f, const char *back, const QColor &b,
                                 double least) {
                QTest::addRow("%s: %s on %s", t->dark ? "dark" : "light", front, back) << f << b << least;
            };
            const std::pair<const char *, QColor> grounds[] = {
                {"window", t->window},
                {"surface", t->surface},
                {"raised", t->raised},
                {"hover", t->hover},
                {"selection", t->selection},
                {"bubble customer", t->bubbleCustomer},
                {"bubble agent", t->bubbleAgent},
                {"note", t->note},
            };
            for (const auto &[name, ground] : grounds) {
                row("text", t->text, name, ground, kText);
                row("muted", t->muted, name, ground, kText);
                row("accent", t->accent, name, ground, kText); // links and drafts are text
                row("danger", t->danger, name, ground, kText); // so are reasons of failures
                row("focus", t->focus, name, ground, kMark);
            }
            for (const auto &[name, ground] : {grounds[0], grounds[1], grounds[2]})
                row("control", t->control, name, ground, kMark);
            row("read", t->read, "bubble agent", t->bubbleAgent, kMark);
            row("text on accent", t->onAccent, "accent", t->accent, kText);
            row("text on danger", t->onDanger, "danger", t->danger, kText);
            row("warning", t->warning, "warning surface", t->warningSurface, kText);
            row("warning", t->warning, "surface", t->surface, kText);
            row("warning", t->warning, "window", t->window, kText);
            row("warning", t->warning, "selection", t->selection, kText);
            row("danger", t->danger, "danger surface", t->dangerSurface, kText);
            row("text", t->text, "danger surface", t->dangerSurface, kText);
            row("text", t->text, "warning surface", t->warningSurface, kText);
            row("success", t->success, "success surface", t->successSurface, kText);
            row("success", t->success, "surface", t->surface, kText);
            for (int i = 0; i < domain::accountColorCount; ++i) {
                for (const auto &[name, ground] : grounds) // an account's bar on every row
                    row(qPrintable(QStringLiteral("account %1").arg(i)), accountColor(i, t->dark), name,
                        ground, kMark);
                row(qPrintable(QStringLiteral("tick on account %1").arg(i)), t->onAccent, "its colour",
                    accountColor(i, t->dark), kMark);
            }
            // Whatever a vendor has: also what nobody would see as it came.
            for (const char *raw : {"#FFFFFF", "#000", "yellow", "#1B1F26", "Dark_Green", "#28345C"}) {
                for (const auto &[name, ground] :
                     {grounds[0], grounds[1], grounds[2], grounds[3], grounds[4]})
                    row(qPrintable(QStringLiteral("tag %1").arg(QLatin1String(raw))),
                        tagColor(QLatin1String(raw), t->dark), name, ground, kMark);
            }
            for (int i = 0; i < avatarColorCount(); ++i) {
                const AvatarColors colors = avatarColorsAt(i, t->dark);
                row(qPrintable(QStringLiteral("initials %1").arg(i)), colors.text, "avatar",
                    colors.background, kText);
            }
        }
    }
    void contrast()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);
        const double ratio = contrastRatio(front, back);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1:1").arg(ratio, 0, 'f', 2)));
    }

    void tagsHaveTheColourTheyAreGiven_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QColor>("color"); // in the light theme; not valid: none
        const auto row = [](const char *raw, const QColor &color = {}) {
            QTest::newRow(raw) << QString::fromUtf8(raw) << color;
        };
        const QColor red(0xD0, 0x02, 0x1B);
        row("#D0021B", red);
        row("d0021b", red);
        row("#D0021BFF", red); // the last two are how opaque, as in CSS
        row("#d0021b80", red); // and a mark always is
        row("#c00", QColor(0xCC, 0, 0));
        row("C00f", QColor(0xCC, 0, 0));
        row("blue", QColor(0, 0, 0xFF));
        row("Dark_Green", QColor(0, 0x64, 0));
        row("dark green", QColor(0, 0x64, 0));
        row("DARKGREEN", QColor(0, 0x64, 0));
        row("");
        row("#");
        row("#12345");
        row("#0000");
        row("transparent");
        row("none");
        row("rgb(1,2,3)");
        row("rot");
    }
    void tagsHaveTheColourTheyAreGiven()
    {
        QFETCH(const QString, raw);
        QFETCH(const QColor, color);
        QCOMPARE(tagColor(raw, false).isValid(), color.isValid());
        QCOMPARE(tagColor(raw, true).isValid(), color.isValid());
        if (color.isValid())
            QCOMPARE(tagColor(raw, false).rgba(), color.rgba());
        QVERIFY(!tagColor(QString(10'000, u'f'), false).isValid());
    }

    void contrastIsWcags()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void aPersonKeepsTheirColour()
    {
        // The very value: it must not change from one run, machine or version to the next.
        QCOMPARE(avatarColors(QStringLiteral("4711"), false).background,
                 avatarColors(QStringLiteral("4711"), false).background);
        QSet<QRgb> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(avatarColors(QString::number(i), false).background.rgb());
        QCOMPARE(seen.size(), avatarColorCount());
    }

    void forcingAThemeChangesThePaletteAndSaysSo()
    {
        Theme &theme = Theme::instance();
        theme.install(*qApp);
        theme.setMode(ThemeMode::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().window);
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(changed.count(), 1);
        theme.setMode(ThemeMode::Light);
        QCOMPARE(qApp->palette().color(QPalette::Window), lightTokens().window);
    }

    void sizesAreRelativeToTheSystemsFont()
    {
        QFont base;
        base.setPointSizeF(20);
        QCOMPARE(Theme::small(base).pointSizeF(), 20 * 0.87);
        QCOMPARE(Theme::title(base).pointSizeF(), 20 * 1.2);
        QFont pixels;
        pixels.setPixelSize(20);
        QCOMPARE(Theme::title(pixels).pixelSize(), 24);
    }

    void aSplitterHandleIsOneLine()
    {
        Theme::instance().install(*qApp);
        QSplitter splitter;
        QCOMPARE(splitter.handleWidth(), 1);
    }

    // Draws each kind of control in every state, in both themes, and saves the sheet when asked to.
    void controlsAreDrawn()
    {
        Theme &theme = Theme::instance();
        theme.install(*qApp);
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            theme.setMode(mode);
            QWidget sheet;
            sheet.resize(640, 320);
            int y = 16;
            for (const ButtonKind kind :
                 {ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Quiet, ButtonKind::Danger}) {
                int x = 16;
                for (int state = 0; state < 3; ++state) {
                    auto *button = new QPushButton(QStringLiteral("Restart conversation"), &sheet);
                    setButtonKind(button, kind);
                    button->setEnabled(state != 1);
                    button->setDown(state == 2);
                    button->move(x, y);
                    button->resize(button->sizeHint());
                    QVERIFY(button->height() >= button->fontMetrics().height() + 8);
                    x += button->width() + 12;
                }
                y += 44;
            }
            auto *edit = new QLineEdit(&sheet);
            edit->setPlaceholderText(QStringLiteral("Search"));
            edit->setGeometry(16, y, 200, edit->sizeHint().height());
            auto *bar = new QScrollBar(Qt::Vertical, &sheet);
            bar->setRange(0, 100);
            bar->setGeometry(610, 16, bar->sizeHint().width(), 280);
            const QImage image = sheet.grab().toImage();
            // The primary button is filled with the accent.
            QCOMPARE(image.pixelColor(20, 16 + 12), Theme::colors().accent);
            const QString folder = qEnvironmentVariable("INBOX_PICTURES");
            if (!folder.isEmpty())
                image.save(folder
                           + (theme.isDark() ? QLatin1String("/controls-dark.png")
                                             : QLatin1String("/controls-light.png")));
        }
    }

    void everyKindOfButtonShowsThatItHasTheFocus_data()
    {
        QTest::addColumn<ButtonKind>("kind");
        QTest::newRow("secondary") << ButtonKind::Secondary;
        QTest::newRow("primary") << ButtonKind::Primary;
        QTest::newRow("quiet") << ButtonKind::Quiet;
        QTest::newRow("danger") << ButtonKind::Danger;
    }
    void everyKindOfButtonShowsThatItHasTheFocus()
    {
        QFETCH(ButtonKind, kind);
        QPushButton button(QStringLiteral("Restart conversation"));
        setButtonKind(&button, kind);
        QStyleOptionButton option;
        option.initFrom(&button);
        option.rect = QRect(QPoint(), button.sizeHint());
        option.text = button.text();
        const auto painted = [&](QStyle::State state) {
            QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Theme::colors().surface);
            QPainter painter(&image);
            option.state = state;
            qApp->style()->drawControl(QStyle::CE_PushButton, &option, &painter, &button);
            return image;
        };
        const QStyle::State calm = QStyle::State_Enabled;
        QVERIFY(painted(calm | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange) != painted(calm));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
