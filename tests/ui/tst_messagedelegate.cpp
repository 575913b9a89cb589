// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/thread/messagedelegate.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::ui;
using Part = BubbleLayout::Part;

namespace {

constexpr int kRole = Qt::UserRole + 1;
const QDateTime kTime(QDate(2026, 11, 19), QTime(12, 58), Qt::UTC);
const QDate kToday(2026, 11, 19);
quint64 g_revision = 0;

ThreadRow textRow(const QString &text, bool fromUs, DeliveryMark mark = DeliveryMark::None)
{
    ThreadRow row;
    row.revision = ++g_revision;
    row.message.id = MessageId(QString::number(row.revision));
    row.message.author.value = fromUs ? MessageAuthor::Agent : MessageAuthor::Customer;
    row.message.contents << TextContent{text};
    row.message.sentAt = kTime.addSecs(qint64(row.revision) * 20);
    row.fromUs = fromUs;
    row.mark = mark;
    if (fromUs)
        row.authorName = QStringLiteral("Ben Lorenz");
    return row;
}

ThreadRow kindRow(ThreadRow::Kind kind)
{
    ThreadRow row;
    row.kind = kind;
    row.revision = ++g_revision;
    return row;
}

QList<ThreadRow> samples()
{
    QList<ThreadRow> rows;
    rows << kindRow(ThreadRow::Kind::Older);
    rows << kindRow(ThreadRow::Kind::Day);
    rows.last().day = kToday;

    rows << textRow(
        QStringLiteral(
            "Hello, is my parcel on its way already? I ordered *last Thursday* and have been waiting "
            "since then. The number is 4711-0815, see https://shop.test/orders/4711."),
        false);
    rows.last().lastOfGroup = false;
    rows << textRow(QStringLiteral("Call me: +49 152 23567929"), false);
    rows.last().firstOfGroup = false;
    rows.last().message.agentReaction = QStringLiteral("👍");

    rows << textRow(QStringLiteral("Hello Maria, it left our house this morning 😀"), true,
                    DeliveryMark::Read);
    rows.last().lastOfGroup = false;
    rows.last().message.customerReaction = QStringLiteral("❤️");
    rows << textRow(QStringLiteral("_Tomorrow_ it should be with you."), true, DeliveryMark::Delivered);
    rows.last().firstOfGroup = false;

    rows << textRow(QStringLiteral("شكرا جزيلا، متى يصل الطلب رقم 4711؟\nThanks!"), false);
    Message quoted;
    quoted.id = MessageId(QStringLiteral("q1"));
    quoted.author.value = MessageAuthor::Agent;
    quoted.contents << TextContent{QStringLiteral("Tomorrow it should be with you.")};
    rows.last().message.reference = quoted;
    rows.last().quotedAuthor = QStringLiteral("Ben Lorenz");

    ThreadRow photo = textRow(QString(), false);
    MediaContent media;
    media.kind = MediaKind::Image;
    media.name = QStringLiteral("IMG_20261119_135812.jpg");
    media.mimeType = QStringLiteral("image/jpeg");
    media.size = 1843200;
    media.caption = QStringLiteral("This is how it arrived");
    photo.message.contents = {media};
    photo.lastOfGroup = false;
    rows << photo;
    ThreadRow place = textRow(QString(), false);
    LocationContent location;
    location.name = QStringLiteral("Bakery at the station");
    location.address = QStringLiteral("Bahnhofstraße 12, 10117 Berlin");
    location.url = QStringLiteral("https://maps.test/x");
    ContactContent contact;
    contact.formattedName = QStringLiteral("Jonas Oberle");
    contact.company = QStringLiteral("Oberle & Sons");
    contact.phones << LabelledValue{QStringLiteral("CELL"), QStringLiteral("+49 170 1234567")};
    place.message.contents = {location, contact, UnknownContent{QStringLiteral("poll")}};
    place.firstOfGroup = false;
    rows << place;

    ThreadRow note = kindRow(ThreadRow::Kind::Note);
    note.note.id = NoteId(QStringLiteral("n"));
    note.note.text =
        QStringLiteral("Prefers to be called after six. Had a damaged parcel in *October*, got a voucher.");
    note.note.createdAt = kTime;
    rows << note;

    rows << kindRow(ThreadRow::Kind::System);
    rows.last().message.contents << TextContent{QStringLiteral("Ben Lorenz took over the conversation")};

    rows << kindRow(ThreadRow::Kind::NewMessages);
    rows.last().newCount = 2;

    rows << textRow(QStringLiteral("New winter boots are here, 20 % off until Sunday."), true,
                    DeliveryMark::Sent);
    rows.last().message.campaign = Campaign{CampaignId(QStringLiteral("1")), QStringLiteral("Winter sale")};
    rows << textRow(QStringLiteral("Your refund is on its way."), true, DeliveryMark::Failed);
    MessageError error;
    error.originalMessage = QStringLiteral("131047 Re-engagement message");
    rows.last().message.latestError = error;
    rows << textRow(QStringLiteral("Sending"), true, DeliveryMark::Waiting);
    rows.last().message.sentAt.reset();
    rows << textRow(QStringLiteral("Handed"), true, DeliveryMark::HandedOver);
    rows << textRow(QStringLiteral("Nobody knows"), true, DeliveryMark::Unknown);
    rows << textRow(QStringLiteral("```ls -la\nrm x```  ~gone~"), true, DeliveryMark::Sent);
    return rows;
}

BubbleOptions options(int width, Qt::LayoutDirection direction = Qt::LeftToRight, bool expanded = false)
{
    return {width, direction, expanded, kToday};
}

QList<QRect> parts(const BubbleLayout &l)
{
    QList<QRect> rects{l.author, l.campaign, l.quote, l.more, l.mark, l.time};
    for (const TextBlock &block : l.texts)
        rects << block.rect;
    for (const TextBlock &block : l.trouble)
        rects << block.rect;
    for (const CardLayout &card : l.cards)
        rects << card.rect;
    rects.removeIf([](const QRect &r) { return r.isEmpty(); });
    return rects;
}

QImage painted(const QList<ThreadRow> &rows, int width, Qt::LayoutDirection direction)
{
    const BubbleFonts fonts(QApplication::font());
    QList<BubbleLayout> layouts;
    int height = 0;
    for (const ThreadRow &row : rows) {
        layouts << layoutThreadRow(row, fonts, options(width, direction));
        height += layouts.last().size.height();
    }
    QImage image(QSize(width, height) * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Theme::colors().window);
    QPainter painter(&image);
    int y = 0;
    for (int i = 0; i < rows.size(); ++i) {
        QStyle::State state = QStyle::State_Enabled | QStyle::State_Active;
        if (i == 5)
            state |= QStyle::State_Selected | QStyle::State_HasFocus;
        const TextSelection selection = i == 2 ? TextSelection{0, 7, 28} : TextSelection();
        const QRect rect(QPoint(0, y), layouts.at(i).size);
        paintThreadRow(&painter, rect, rows.at(i), layouts.at(i), fonts, state, selection);
        y += rect.height();
    }
    return image;
}

} // namespace

class TestMessageDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QLocale::setDefault(QLocale::c());
        Theme::instance().install(*qApp);
        Theme::instance().setMode(ThemeMode::Light);
    }

    void nothingOverlapsOrLeavesItsBubble_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {300, 420, 700, 1200}) {
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%d %s", width, direction == Qt::RightToLeft ? "mirrored" : "plain")
                    << width << direction;
        }
    }
    void nothingOverlapsOrLeavesItsBubble()
    {
        QFETCH(int, width);
        QFETCH(Qt::LayoutDirection, direction);
        const BubbleFonts fonts(QApplication::font());
        const QList<ThreadRow> rows = samples();
        for (int i = 0; i < rows.size(); ++i) {
            const BubbleLayout l = layoutThreadRow(rows.at(i), fonts, options(width, direction));
            QVERIFY(QRect(QPoint(0, 0), l.size).contains(l.bubble));
            const QList<QRect> rects = parts(l);
            for (int a = 0; a < rects.size(); ++a) {
                QVERIFY2(l.bubble.contains(rects.at(a)),
                         qPrintable(QStringLiteral("row %1 part %2").arg(i).arg(a)));
                for (int b = a + 1; b < rects.size(); ++b) {
                    // Time and mark share the last line of a text, beside its words.
                    const bool beside = rects.at(a) == l.time || rects.at(a) == l.mark;
                    if (!beside)
                        QVERIFY2(!rects.at(a).intersects(rects.at(b)),
                                 qPrintable(QStringLiteral("row %1 parts %2 %3").arg(i).arg(a).arg(b)));
                }
            }
            for (const ReactionLayout &reaction : l.reactions)
                QVERIFY(QRect(QPoint(0, 0), l.size).contains(reaction.rect));
        }
    }

    void theTimeNeverCoversTheLastLine()
    {
        const BubbleFonts fonts(QApplication::font());
        for (int words = 1; words < 60; ++words) {
            const ThreadRow row = textRow(QStringLiteral("word ").repeated(words), true, DeliveryMark::Sent);
            const BubbleLayout l = layoutThreadRow(row, fonts, options(420));
            const TextBlock &text = l.texts.front();
            if (l.time.intersects(text.rect))
                QVERIFY(text.rect.left() + text.lastLineWidth < l.time.left());
        }
    }

    void oursStandAtTheEndAndCustomersAtTheStart()
    {
        const BubbleFonts fonts(QApplication::font());
        const BubbleLayout ours = layoutThreadRow(textRow(QStringLiteral("a"), true), fonts, options(700));
        const BubbleLayout theirs = layoutThreadRow(textRow(QStringLiteral("a"), false), fonts, options(700));
        QVERIFY(ours.bubble.right() > 650 && theirs.bubble.left() < 50);
        const BubbleLayout mirrored =
            layoutThreadRow(textRow(QStringLiteral("a"), true), fonts, options(700, Qt::RightToLeft));
        QVERIFY(mirrored.bubble.left() < 50);
    }

    void everyParagraphHasItsOwnDirection()
    {
        const BubbleFonts fonts(QApplication::font());
        const BubbleLayout l =
            layoutThreadRow(textRow(QStringLiteral("hello\nمرحبا\nbye"), false), fonts, options(700));
        const auto &paragraphs = l.texts.front().paragraphs;
        QCOMPARE(paragraphs.size(), size_t(3));
        QCOMPARE(paragraphs[0].layout->textOption().textDirection(), Qt::LeftToRight);
        QCOMPARE(paragraphs[1].layout->textOption().textDirection(), Qt::RightToLeft);
        QCOMPARE(paragraphs[2].layout->textOption().textDirection(), Qt::LeftToRight);
    }

    void linksAreFoundUnderThePointer()
    {
        const BubbleFonts fonts(QApplication::font());
        const BubbleLayout l =
            layoutThreadRow(textRow(QStringLiteral("see https://a.test/x now"), false), fonts, options(700));
        const TextBlock &text = l.texts.front();
        const QTextLine line = text.paragraphs.front().layout->lineAt(0);
        const QPoint onLink(text.rect.left() + int(line.cursorToX(10)), text.rect.top() + 5);
        const BubbleLayout::Hit hit = l.hitAt(onLink);
        QCOMPARE(hit.part, Part::Link);
        QCOMPARE(hit.link, QUrl(QStringLiteral("https://a.test/x")));
        QCOMPARE(l.hitAt(text.rect.topLeft() + QPoint(2, 5)).part, Part::Text);
        QCOMPARE(l.hitAt(QPoint(690, 10)).part, Part::None);
    }

    void aCardWithAnUnsafeAddressCannotBeOpened()
    {
        const BubbleFonts fonts(QApplication::font());
        ThreadRow row = textRow(QString(), false);
        LocationContent location;
        location.url = QStringLiteral("file:///etc/passwd");
        row.message.contents = {location};
        const BubbleLayout l = layoutThreadRow(row, fonts, options(700));
        QCOMPARE(l.cards.size(), size_t(1));
        QVERIFY(l.cards.front().target.isEmpty());
    }

    void longTextsAreCutAndCanBeShown()
    {
        const BubbleFonts fonts(QApplication::font());
        const ThreadRow row = textRow(QStringLiteral("word ").repeated(2000), false);
        const BubbleLayout cut = layoutThreadRow(row, fonts, options(700));
        QVERIFY(!cut.more.isEmpty());
        QVERIFY(cut.texts.front().formatted.text.size() <= 4001);
        const BubbleLayout whole = layoutThreadRow(row, fonts, options(700, Qt::LeftToRight, true));
        QVERIFY(whole.more.isEmpty());
        QVERIFY(whole.size.height() > cut.size.height());
        const ThreadRow lines = textRow(QStringLiteral("a\n").repeated(1500), false);
        QVERIFY(!layoutThreadRow(lines, fonts, options(700)).more.isEmpty());
    }

    void sensitiveWordsAreShownWhenAskedFor()
    {
        const BubbleFonts fonts(QApplication::font());
        ThreadRow row = textRow(QStringLiteral("4711"), false);
        row.message.sensitive = true;
        const BubbleLayout hidden = layoutThreadRow(row, fonts, options(700));
        QVERIFY(!hidden.more.isEmpty());
        QVERIFY(!hidden.texts.front().formatted.text.contains(QStringLiteral("4711")));
        const BubbleLayout shown = layoutThreadRow(row, fonts, options(700, Qt::LeftToRight, true));
        QVERIFY(shown.more.isEmpty());
        QCOMPARE(shown.texts.front().formatted.text, QStringLiteral("4711"));
    }

    void sensitivePicturesAreShownWhenAskedFor()
    {
        const BubbleFonts fonts(QApplication::font());
        ThreadRow row = textRow(QString(), false);
        MediaContent passport;
        passport.kind = MediaKind::Image;
        passport.caption = QStringLiteral("My passport");
        row.message.contents = {passport};
        row.message.sensitive = true;
        const BubbleLayout hidden = layoutThreadRow(row, fonts, options(700));
        QVERIFY(hidden.cards.empty());
        QCOMPARE(hidden.texts.size(), size_t(1));
        QVERIFY(!hidden.texts.front().formatted.text.contains(QStringLiteral("passport")));
        QVERIFY(!hidden.more.isEmpty());
        const BubbleLayout shown = layoutThreadRow(row, fonts, options(700, Qt::LeftToRight, true));
        QCOMPARE(shown.cards.size(), size_t(1));
        QVERIFY(shown.more.isEmpty());
    }

    void noWordLeavesItsBubble()
    {
        const BubbleFonts fonts(QApplication::font());
        const BubbleLayout l =
            layoutThreadRow(textRow(QStringLiteral("x").repeated(3000), false), fonts, options(420));
        QVERIFY(l.bubble.right() < 420);
    }

    void hostileTextIsLaidOutInTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no blank") << QStringLiteral("x").repeated(200000);
        QTest::newRow("no blank, Arabic") << QStringLiteral("م").repeated(200000);
        QTest::newRow("lines") << QStringLiteral("\n").repeated(200000) + u'x';
        QTest::newRow("marks") << QString(QStringLiteral("a") + QStringLiteral("\u0301").repeated(200000));
        QTest::newRow("emoji") << QStringLiteral("😀").repeated(100000);
        QTest::newRow("styles") << QStringLiteral("*a* _b_ ").repeated(20000);
        QTest::newRow("links") << QStringLiteral("https://a.test ").repeated(15000);
        QTest::newRow("directions") << QStringLiteral("a\u202Eب").repeated(60000);
    }
    void hostileTextIsLaidOutInTime()
    {
        QFETCH(QString, text);
        const BubbleFonts fonts(QApplication::font());
        const ThreadRow row = textRow(text, false);
        constexpr int kCollapsedMs = 400;
        constexpr int kExpandedMs = 6000;
        QElapsedTimer timer;
        timer.start();
        layoutThreadRow(row, fonts, options(420));
        const qint64 collapsed = timer.restart();
        layoutThreadRow(row, fonts, options(420, Qt::LeftToRight, true));
        const qint64 expanded = timer.elapsed();
        qInfo("collapsed %lld ms, expanded %lld ms", collapsed, expanded);
        QVERIFY2(collapsed < kCollapsedMs, qPrintable(QString::number(collapsed)));
        QVERIFY2(expanded < kExpandedMs, qPrintable(QString::number(expanded)));
    }

    void heightsAreLookedUp()
    {
        QStandardItemModel model;
        for (int i = 0; i < 300; ++i) {
            auto *item = new QStandardItem;
            item->setData(QVariant::fromValue(textRow(QStringLiteral("Message %1").arg(i), i % 3 == 0)),
                          kRole);
            model.appendRow(item);
        }
        QListView view;
        auto *delegate = new MessageDelegate(&view, kRole);
        view.setItemDelegate(delegate);
        view.setResizeMode(QListView::Adjust);
        view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view.setModel(&model);
        view.resize(700, 600);
        view.show();
        view.grab();
        QCOMPARE(delegate->layoutsMade(), 300);
        // Short messages wrap nowhere: another width changes no height.
        view.resize(900, 600);
        view.grab();
        view.resize(500, 600);
        view.grab();
        QVERIFY2(delegate->layoutsMade() < 400, qPrintable(QString::number(delegate->layoutsMade())));
    }

    void aKnownHeightIsTheLaidOutOne()
    {
        const BubbleFonts fonts(QApplication::font());
        QStandardItemModel model;
        const QList<ThreadRow> rows = samples();
        for (const ThreadRow &row : rows) {
            auto *item = new QStandardItem;
            item->setData(QVariant::fromValue(row), kRole);
            model.appendRow(item);
        }
        QListView view;
        auto *delegate = new MessageDelegate(&view, kRole);
        view.setItemDelegate(delegate);
        view.setModel(&model);
        view.show();
        for (const int width : {420, 500, 640, 900, 1300, 700, 350}) {
            view.resize(width, 600);
            QStyleOptionViewItem option;
            option.initFrom(&view);
            option.font = view.font();
            option.widget = &view;
            for (int i = 0; i < rows.size(); ++i) {
                if (rows.at(i).kind == ThreadRow::Kind::Day)
                    continue; // says "Today" by the real calendar
                const int expected =
                    layoutThreadRow(rows.at(i), fonts, options(view.viewport()->width())).size.height();
                QCOMPARE(delegate->sizeHint(option, model.index(i, 0)).height(), expected);
            }
        }
    }

    void clicksAreTold()
    {
        QStandardItemModel model;
        auto *item = new QStandardItem;
        ThreadRow row = textRow(QStringLiteral("https://a.test/x"), false);
        Message quoted;
        quoted.id = MessageId(QStringLiteral("q1"));
        quoted.contents << TextContent{QStringLiteral("old")};
        row.message.reference = quoted;
        item->setData(QVariant::fromValue(row), kRole);
        model.appendRow(item);
        QListView view;
        auto *delegate = new MessageDelegate(&view, kRole);
        view.setEditTriggers(QAbstractItemView::NoEditTriggers);
        view.setItemDelegate(delegate);
        view.setModel(&model);
        view.resize(500, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy links(delegate, &MessageDelegate::linkActivated);
        QSignalSpy quotes(delegate, &MessageDelegate::quoteActivated);
        const QModelIndex index = model.index(0, 0);
        const QRect text = delegate->textRect(&view, index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, text.center());
        QCOMPARE(links.count(), 1);
        QCOMPARE(links.first().first().toUrl(), QUrl(QStringLiteral("https://a.test/x")));
        const QRect bubble = delegate->bubbleRect(&view, index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(bubble.left() + 30, text.top() - 20));
        QCOMPARE(quotes.count(), 1);
        QCOMPARE(links.count(), 1);
    }

    void selectedTextIsWhatWasMarked()
    {
        QStandardItemModel model;
        auto *item = new QStandardItem;
        item->setData(QVariant::fromValue(textRow(QStringLiteral("one *two* three"), false)), kRole);
        model.appendRow(item);
        QListView view;
        auto *delegate = new MessageDelegate(&view, kRole);
        view.setItemDelegate(delegate);
        view.setModel(&model);
        view.resize(500, 300);
        view.grab();
        const QModelIndex index = model.index(0, 0);
        delegate->setSelection(index, {0, 7, 4});
        QCOMPARE(delegate->selectedText(index), QStringLiteral("two"));
        delegate->setSelection({}, {});
        QVERIFY(delegate->selectedText(index).isEmpty());
        QCOMPARE(delegate->text(index), QStringLiteral("one two three"));
    }

    void tenThousandMessagesScroll()
    {
        QStandardItemModel model;
        const QList<ThreadRow> rows = samples();
        for (int i = 0; i < 10000; ++i) {
            ThreadRow row = rows.at(i % rows.size());
            row.message.id = MessageId(QString::number(100000 + i));
            row.revision = 100000 + i;
            auto *item = new QStandardItem;
            item->setData(QVariant::fromValue(row), kRole);
            model.appendRow(item);
        }
        QListView view;
        auto *delegate = new MessageDelegate(&view, kRole);
        view.setItemDelegate(delegate);
        view.setResizeMode(QListView::Adjust);
        view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view.setModel(&model);
        view.resize(700, 800);
        QElapsedTimer timer;
        timer.start();
        view.show();
        view.grab();
        qInfo("first layout of 10,000 rows: %lld ms", timer.restart());
        const int most = view.verticalScrollBar()->maximum();
        constexpr int kSteps = 100;
        for (int i = 0; i < kSteps; ++i) {
            view.verticalScrollBar()->setValue(most - i * 120);
            view.grab();
        }
        const qint64 perStep = timer.restart() / kSteps;
        qInfo("one step of scrolling: %lld ms", perStep);
        constexpr int kFrameMs = 60; // shared machines are slow; a few milliseconds are usual
        QVERIFY2(perStep < kFrameMs, qPrintable(QString::number(perStep)));
        view.resize(1100, 800);
        view.grab();
        qInfo("resize: %lld ms", timer.restart());
    }

    void picturesAreDrawn()
    {
        const QString folder = qEnvironmentVariable("INBOX_PICTURES");
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            Theme::instance().setMode(mode);
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                for (const int width : {420, 720}) {
                    const QImage image = painted(samples(), width, direction);
                    QVERIFY(image.height() > 1000);
                    if (!folder.isEmpty())
                        image.save(QStringLiteral("%1/thread-%2-%3-%4.png")
                                       .arg(folder,
                                            mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"),
                                            direction == Qt::RightToLeft ? QStringLiteral("rtl")
                                                                         : QStringLiteral("ltr"))
                                       .arg(width));
                }
            }
        }
    }
};

QTEST_MAIN(TestMessageDelegate)
#include "tst_messagedelegate.moc"
