// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/conversationdelegate.h"
#include "ui/text/words.h"
#include "ui/theme/tagcolors.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimeZone>
#include <QTreeView>

using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::ui;
using Part = ConversationRowLayout::Part;

Q_DECLARE_METATYPE(inbox::ui::Density)

namespace {

constexpr int kRole = Qt::UserRole + 1;
const QDateTime kNow(QDate(2026, 11, 19), QTime(13, 2), Qt::UTC);

const std::initializer_list<Part> kParts = {Part::AccountBar, Part::Avatar,   Part::Name,    Part::Account,
                                            Part::Time,       Part::Failed,   Part::Pending, Part::Blocked,
                                            Part::Bot,        Part::Mention,  Part::Tags,    Part::Preview,
                                            Part::Chip,       Part::Assignee, Part::Unread};

ConversationRow plainRow(const QString &id, const QString &name, const QString &text)
{
    static quint64 revision = 0;
    ConversationRow row;
    row.key = {AccountId(QStringLiteral("a")), ConversationId(id)};
    row.customer = CustomerId(id);
    row.name = name;
    row.channel.value = Channel::WhatsApp;
    row.preview = PreviewKind::Text;
    row.previewText = text;
    row.lastActivity = kNow.addSecs(-240);
    row.now = kNow;
    row.revision = ++revision;
    return row;
}

// One of everything there is to see.
QList<ConversationRow> samples()
{
    QList<ConversationRow> rows;
    ConversationRow r =
        plainRow(QStringLiteral("1"), QStringLiteral("Maria Keller"),
                 QStringLiteral("Is my parcel on its way already? I have been waiting for a week"));
    r.unread = 2;
    r.reply.kind = ReplyStateKind::Open;
    r.reply.deadline = kNow.addSecs(3 * 3600 + 12 * 60);
    r.reply.urgency = Urgency::Amber;
    r.assigneeName = QStringLiteral("Ben Lorenz");
    r.assignedToMe = true;
    rows << r;

    r = plainRow(QStringLiteral("2"), QStringLiteral("Jonas O."), QStringLiteral("Thanks, that helped."));
    r.lastActivity = kNow.addSecs(-3600);
    r.reply.kind = ReplyStateKind::Open;
    r.reply.deadline = kNow.addSecs(20 * 3600);
    r.reply.urgency = Urgency::Neutral;
    r.previewFromUs = true;
    r.assigneeName = QStringLiteral("Aylin Demir");
    r.channel.value = Channel::Widget;
    rows << r;

    r = plainRow(QStringLiteral("3"), QStringLiteral("أحمد علي"),
                 QStringLiteral("مرحبا، أين طلبي رقم 4711؟"));
    r.unread = 12;
    r.reply.kind = ReplyStateKind::Open;
    r.reply.deadline = kNow.addSecs(12 * 60);
    r.reply.urgency = Urgency::Red;
    r.channel.value = Channel::Bridge;
    rows << r;

    r = plainRow(QStringLiteral("4"), QStringLiteral("Lucía Fernández de la Vega y Santamaría"), QString());
    r.preview = PreviewKind::Voice;
    r.lastActivity = kNow.addDays(-1);
    r.reply.kind = ReplyStateKind::ExpiredRestartable;
    r.failedSend = true;
    r.assigneeName = QStringLiteral("Sofia Marek");
    rows << r;

    r = plainRow(QStringLiteral("5"), QStringLiteral("+49 152 23567929"), QStringLiteral("and then I will"));
    r.preview = PreviewKind::Draft;
    r.lastActivity = kNow.addDays(-3);
    r.pending = true;
    r.blocked = true;
    r.reply.kind = ReplyStateKind::AwaitingCustomer;
    rows << r;

    r = plainRow(QStringLiteral("6"), QString(), QStringLiteral("The new flat"));
    r.preview = PreviewKind::Image;
    r.lastActivity = kNow.addDays(-30);
    r.snoozedUntil = kNow.addDays(1);
    r.unread = 240;
    r.accountName = QStringLiteral("Support DE");
    r.accountColor = 3;
    r.channel = {Channel::Unknown, QStringLiteral("fax")};
    rows << r;

    r = plainRow(QStringLiteral("7"), QStringLiteral("Ana"), QStringLiteral("Your parcel left us today."));
    r.status.value = ConversationStatus::Bot;
    r.previewFromUs = r.previewFromBot = true;
    r.mentionsMe = true;
    r.tags = {{QStringLiteral("VIP"), QStringLiteral("dark_green")},
              {QStringLiteral("Returns"), QString()},
              {QStringLiteral("Third"), QStringLiteral("#D0021B")}};
    r.accountName = QStringLiteral("Shop");
    r.accountColor = 1;
    rows << r;
    return rows;
}

QImage painted(const QList<ConversationRow> &rows, int width, Density density, Qt::LayoutDirection direction)
{
    const ConversationRowFonts fonts(QApplication::font());
    const int height = conversationRowHeight(fonts, density);
    QImage image(QSize(width, height * int(rows.size())) * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    for (int i = 0; i < rows.size(); ++i) {
        const ConversationRowLayout l = layoutConversationRow(rows.at(i), fonts, width, density, direction);
        QStyle::State state = QStyle::State_Enabled;
        if (i == 1)
            state |= QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
        if (i == 2)
            state |= QStyle::State_MouseOver;
        paintConversationRow(&painter, QRect(0, i * height, width, height), rows.at(i), l, fonts, state);
    }
    return image;
}

} // namespace

class TestConversationDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QLocale::setDefault(QLocale::c());
        Theme::instance().install(*qApp);
        Theme::instance().setMode(ThemeMode::Light);
    }
    void cleanup() { Theme::instance().setDensity(Density::Comfortable); }

    void nothingOverlapsOrLeavesTheRow_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Density>("density");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {260, 300, 340, 600}) {
            for (const Density density : {Density::Comfortable, Density::Compact}) {
                for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                    QTest::addRow("%d %s %s", width, density == Density::Compact ? "compact" : "comfortable",
                                  direction == Qt::RightToLeft ? "mirrored" : "plain")
                        << width << density << direction;
            }
        }
    }
    void nothingOverlapsOrLeavesTheRow()
    {
        QFETCH(int, width);
        QFETCH(Density, density);
        QFETCH(Qt::LayoutDirection, direction);
        const ConversationRowFonts fonts(QApplication::font());
        const QList<ConversationRow> rows = samples();
        for (const ConversationRow &row : rows) {
            const ConversationRowLayout l = layoutConversationRow(row, fonts, width, density, direction);
            const QRect whole(QPoint(0, 0), l.size);
            for (const Part a : kParts) {
                if (l.rectOf(a).isEmpty())
                    continue;
                QVERIFY2(whole.contains(l.rectOf(a)),
                         qPrintable(QStringLiteral("%1 of %2").arg(int(a)).arg(row.name)));
                for (const Part b : kParts) {
                    if (a != b)
                        QVERIFY2(
                            !l.rectOf(a).intersects(l.rectOf(b)),
                            qPrintable(
                                QStringLiteral("%1 and %2 of %3").arg(int(a)).arg(int(b)).arg(row.name)));
                }
            }
            QVERIFY(whole.contains(l.channel));
        }
    }

    void mirroringIsExact()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().first();
        const ConversationRowLayout plain =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight);
        const ConversationRowLayout mirrored =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::RightToLeft);
        for (const Part part : kParts) {
            const QRect a = plain.rectOf(part);
            const QRect b = mirrored.rectOf(part);
            if (a.isEmpty())
                continue;
            QCOMPARE(b.size(), a.size());
            QCOMPARE(b.left(), 340 - 1 - a.right());
        }
    }

    void everyRowHasTheSameHeight()
    {
        const ConversationRowFonts fonts(QApplication::font());
        for (const Density density : {Density::Comfortable, Density::Compact}) {
            const int height = conversationRowHeight(fonts, density);
            QCOMPARE(height % metrics::kGrid, 0);
            const QList<ConversationRow> rows = samples();
            for (const ConversationRow &row : rows)
                QCOMPARE(layoutConversationRow(row, fonts, 340, density, Qt::LeftToRight).size.height(),
                         height);
        }
        QVERIFY(conversationRowHeight(fonts, Density::Compact)
                < conversationRowHeight(fonts, Density::Comfortable));
    }

    void aNarrowRowGivesUpTheAssigneeFirst()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().first();
        bool chipWithoutAssignee = false;
        for (int width = 400; width > 200; --width) {
            const ConversationRowLayout l =
                layoutConversationRow(row, fonts, width, Density::Comfortable, Qt::LeftToRight);
            QVERIFY2(l.assignee.isEmpty() || !l.chip.isEmpty(), "the assignee outlasted the window");
            chipWithoutAssignee = chipWithoutAssignee || (l.assignee.isEmpty() && !l.chip.isEmpty());
        }
        QVERIFY(chipWithoutAssignee);
    }

    void aBotIsTold()
    {
        const ConversationRowFonts fonts(QApplication::font());
        ConversationRow row = samples().at(6);
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QVERIFY(!l.bot.isEmpty());
        QCOMPARE(l.partAt(l.bot.center()), Part::Bot);
        QCOMPARE(conversationPartToolTip(row, Part::Bot), QStringLiteral("Bot answers"));
        QVERIFY(spokenConversationRow(row).contains(QStringLiteral("Bot answers")));
        QVERIFY(previewLine(row).contains(QStringLiteral("Bot")));
        QVERIFY(!previewLine(row).contains(QStringLiteral("You: ")));
        row.status.value = ConversationStatus::ToDo;
        QVERIFY(layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight).bot.isEmpty());
        QVERIFY(!spokenConversationRow(row).contains(QStringLiteral("Bot answers")));
    }

    void aColleaguesWordsAreNotMine()
    {
        ConversationRow row =
            plainRow(QStringLiteral("9"), QStringLiteral("X"), QStringLiteral("I have sent it."));
        row.previewFromUs = true;
        QVERIFY(previewLine(row).startsWith(QStringLiteral("You: ")));
        row.previewBy = UserId(QStringLiteral("12"));
        QVERIFY(previewLine(row).contains(QStringLiteral("Colleague 12")));
        row.previewByName = QStringLiteral("Aylin");
        QVERIFY(previewLine(row).contains(QStringLiteral("Aylin")));
        QVERIFY(!previewLine(row).contains(QStringLiteral("You")));
        QVERIFY(previewLine(row).endsWith(row.previewText));
    }

    void aMentionIsMarkedAndSaid()
    {
        const ConversationRowFonts fonts(QApplication::font());
        ConversationRow row = samples().at(6);
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QCOMPARE(l.partAt(l.mention.center()), Part::Mention);
        QCOMPARE(conversationPartToolTip(row, Part::Mention), QStringLiteral("mentions you"));
        QVERIFY(spokenConversationRow(row).contains(QStringLiteral("mentions you")));
        row.mentionSeen = true;
        QVERIFY(
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight).mention.isEmpty());
        QVERIFY(!spokenConversationRow(row).contains(QStringLiteral("mentions you")));
    }

    void tagsHaveWhatTheNameLeaves()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().at(6);
        ConversationRow without = row;
        without.tags.clear();
        qsizetype before = 2;
        for (int width = 600; width > 200; --width) {
            const ConversationRowLayout l =
                layoutConversationRow(row, fonts, width, Density::Comfortable, Qt::LeftToRight);
            const ConversationRowLayout bare =
                layoutConversationRow(without, fonts, width, Density::Comfortable, Qt::LeftToRight);
            QVERIFY(l.tags.size() <= before);
            before = l.tags.size();
            // Nothing else gives way to them.
            for (const Part part : kParts) {
                if (part != Part::Tags)
                    QCOMPARE(l.rectOf(part), bare.rectOf(part));
            }
            for (const auto &mark : l.tags)
                QVERIFY(QFontMetrics(fonts.small).horizontalAdvance(mark.text) <= mark.label.width());
        }
        QCOMPARE(before, 0);
        // Those without a place are still told of.
        for (const QString &text : {spokenConversationRow(row), conversationPartToolTip(row, Part::Tags)}) {
            for (const RowTag &tag : row.tags)
                QVERIFY2(text.contains(tag.name), qPrintable(text));
        }
    }

    void tagsArePaintedInTheirColour()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().at(6);
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            Theme::instance().setMode(mode);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                const ConversationRowLayout l =
                    layoutConversationRow(row, fonts, 600, Density::Comfortable, direction);
                QCOMPARE(l.tags.size(), 2);
                QCOMPARE(l.partAt(l.tags.first().label.center()), Part::Tags);
                // In the order they have, as the language reads.
                QCOMPARE(l.tags.at(0).dot.left() < l.tags.at(1).dot.left(), direction == Qt::LeftToRight);
                QImage image(l.size, QImage::Format_ARGB32_Premultiplied);
                QPainter painter(&image);
                paintConversationRow(&painter, image.rect(), row, l, fonts, QStyle::State_Enabled);
                painter.end();
                QCOMPARE(image.pixelColor(l.tags.first().dot.center()),
                         tagColor(QStringLiteral("dark_green")));
            }
        }
        Theme::instance().setMode(ThemeMode::Light);
    }

    void longTextsEndInAnEllipsis()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().at(3);
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 300, Density::Comfortable, Qt::LeftToRight);
        QVERIFY(l.nameText.endsWith(QChar(0x2026)));
        QVERIFY(QFontMetrics(fonts.name).horizontalAdvance(l.nameText) <= l.name.width());
        // And what fits is left whole.
        const ConversationRow number = samples().at(4);
        QCOMPARE(layoutConversationRow(number, fonts, 600, Density::Comfortable, Qt::LeftToRight).nameText,
                 number.name);
    }

    void aFailedSendHidesThatSomethingIsPending()
    {
        const ConversationRowFonts fonts(QApplication::font());
        ConversationRow row = samples().at(3);
        row.pending = true;
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QVERIFY(!l.failed.isEmpty());
        QVERIFY(l.pending.isEmpty());
    }

    void theAccountIsNeverColourAlone()
    {
        const ConversationRowFonts fonts(QApplication::font());
        ConversationRow row = samples().at(5);
        row.name = QStringLiteral("A name that leaves no room for anything else in the row");
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 260, Density::Comfortable, Qt::LeftToRight);
        QVERIFY(!l.accountBar.isEmpty());
        QVERIFY(l.account.isEmpty());
        QCOMPARE(l.partAt(l.accountBar.center()), Part::AccountBar);
        for (const Part part : {Part::AccountBar, Part::Avatar, Part::Name})
            QVERIFY(conversationPartToolTip(row, part).contains(row.accountName));
        QVERIFY(spokenConversationRow(row).contains(row.accountName));
    }

    void oneAccountAloneHasNoMark()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRowLayout l =
            layoutConversationRow(samples().first(), fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QVERIFY(l.accountBar.isEmpty());
        QVERIFY(l.account.isEmpty());
    }

    void hugeCountsAreCut()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRowLayout l =
            layoutConversationRow(samples().at(5), fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QCOMPARE(l.unreadText, QStringLiteral("99+"));
    }

    void hitTestsFindWhatIsPainted()
    {
        const ConversationRowFonts fonts(QApplication::font());
        const ConversationRow row = samples().first();
        const ConversationRowLayout l =
            layoutConversationRow(row, fonts, 340, Density::Comfortable, Qt::LeftToRight);
        QCOMPARE(l.partAt(l.chip.center()), Part::Chip);
        QCOMPARE(l.partAt(l.channel.center()), Part::Channel);
        QCOMPARE(l.partAt(l.unread.center()), Part::Unread);
        QCOMPARE(l.partAt(QPoint(1, 1)), Part::None);
        QCOMPARE(conversationPartToolTip(row, Part::Assignee), QStringLiteral("assigned to you"));
        QVERIFY(!conversationPartToolTip(row, Part::Chip).isEmpty());
    }

    void aRowReadsAsOneSentence()
    {
        ConversationRow row = samples().first();
        row.assigneeName.clear();
        row.lastActivity.reset();
        QCOMPARE(spokenConversationRow(row),
                 QStringLiteral("Maria Keller, WhatsApp, 2 unread, window closes in 3 hour(s) 12 minute(s), "
                                "Is my parcel on its way already? I have been waiting for a week"));
    }

    void previewsAreTamed()
    {
        ConversationRow row =
            plainRow(QStringLiteral("9"), QStringLiteral("X"), QStringLiteral("<b>a\u202E\nb</b> *c*"));
        QCOMPARE(previewLine(row), QStringLiteral("<b>a‹RLO› b</b> c"));
        row.previewFromUs = true;
        QVERIFY(previewLine(row).startsWith(QStringLiteral("You: ")));
    }

    void layoutsAreKeptUntilSomethingChanges()
    {
        ConversationDelegate delegate(nullptr, kRole);
        QStyleOptionViewItem option;
        option.font = QApplication::font();
        option.rect = QRect(0, 0, 340, 64);
        ConversationRow row = samples().first();
        delegate.layout(row, option);
        delegate.layout(row, option);
        QCOMPARE(delegate.layoutsMade(), 1);
        const int before = delegate.layoutsMade();
        row.revision += 1000;
        delegate.layout(row, option);
        QCOMPARE(delegate.layoutsMade(), before + 1);
        option.rect.setWidth(300);
        delegate.layout(row, option);
        QCOMPARE(delegate.layoutsMade(), before + 2);
        row.now = row.now.addSecs(120);
        delegate.layout(row, option);
        QCOMPARE(delegate.layoutsMade(), before + 3);
        delegate.layout(row, option);
        QCOMPARE(delegate.layoutsMade(), before + 3);
    }

    void aViewPaintsTenThousandRowsQuickly()
    {
        QStandardItemModel model;
        const QList<ConversationRow> rows = samples();
        for (int i = 0; i < 10000; ++i) {
            ConversationRow row = rows.at(i % rows.size());
            row.key.id = ConversationId(QString::number(i));
            auto *item = new QStandardItem;
            item->setData(QVariant::fromValue(row), kRole);
            model.appendRow(item);
        }
        QTreeView view;
        view.setHeaderHidden(true);
        view.setRootIsDecorated(false);
        view.setUniformRowHeights(true);
        view.setItemDelegate(new ConversationDelegate(&view, kRole));
        view.setModel(&model);
        view.resize(340, 800);
        view.show();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) {
            view.scrollTo(model.index(i * 199, 0), QAbstractItemView::PositionAtTop);
            view.grab();
        }
        constexpr int kBudgetMs = 3000; // 60 ms a screenful; a tenth of it is usual
        QVERIFY2(timer.elapsed() < kBudgetMs, qPrintable(QString::number(timer.elapsed())));
        qInfo("50 screenfuls of 10,000 rows: %lld ms", timer.elapsed());
    }

    void picturesAreComplete()
    {
        const QString folder = qEnvironmentVariable("INBOX_PICTURES");
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            Theme::instance().setMode(mode);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                for (const Density density : {Density::Comfortable, Density::Compact}) {
                    const QImage image = painted(samples(), 340, density, direction);
                    for (int y = 0; y < image.height(); y += 7) {
                        for (int x = 0; x < image.width(); x += 7)
                            QVERIFY2(image.pixelColor(x, y) != QColor(Qt::magenta), "a hole in a row");
                    }
                    if (!folder.isEmpty())
                        image.save(QStringLiteral("%1/list-%2-%3-%4.png")
                                       .arg(folder,
                                            mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"),
                                            direction == Qt::RightToLeft ? QStringLiteral("rtl")
                                                                         : QStringLiteral("ltr"),
                                            density == Density::Compact ? QStringLiteral("compact")
                                                                        : QStringLiteral("comfortable")));
                }
            }
        }
    }
};

QTEST_MAIN(TestConversationDelegate)
#include "tst_conversationdelegate.moc"
