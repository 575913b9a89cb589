// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/media/pictures.h"
#include "tests/support/memory.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImageReader>
#include <QImageWriter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace inbox;
using domain::FileType;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    return writer.write(image) ? bytes : QByteArray();
}

// Left half red, right half blue.
QImage halves(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width / 2; ++x)
            image.setPixelColor(x, y, Qt::red);
    }
    return image;
}

QByteArray big32(quint32 n)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(n, bytes.data());
    return bytes;
}

QByteArray big16(quint16 n)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(n, bytes.data());
    return bytes;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xFFFFFFFFU;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    return big32(quint32(data.size())) + type + data + big32(crc32(type + data));
}

// A PNG that promises this size, with a few zero bytes packed for pixels.
QByteArray pngBomb(quint32 width, quint32 height)
{
    const QByteArray header = big32(width) + big32(height) + QByteArray::fromHex("0806000000");
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngChunk("IHDR", header)
        + pngChunk("IDAT", qCompress(QByteArray(mebibyte, '\0'), 9).mid(4)) + pngChunk("IEND", {});
}

// The size in a JPEG's frame header, and the kind of frame.
QByteArray patchedJpeg(QByteArray jpeg, quint16 width, quint16 height, char frame)
{
    const qsizetype at = jpeg.indexOf("\xFF\xC0");
    jpeg[at + 1] = frame;
    return jpeg.replace(at + 5, 4, QByteArray(big16(height) + big16(width)));
}

// An EXIF block that says nothing but how the camera was held.
QByteArray withOrientation(const QByteArray &jpeg, char orientation)
{
    const QByteArray tiff = QByteArray("MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation
        + QByteArray(6, '\0');
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.left(2) + QByteArray("\xFF\xE1", 2) + big16(quint16(body.size() + 2)) + body + jpeg.mid(2);
}

} // namespace

// Strangers' pictures: what is shown, what is not, and what it may cost to find out.
class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pictureIsDecoded_data();
    void pictureIsDecoded();
    void isNeverEnlarged();
    void keepsItsProportions();
    void cameraRotationIsUndone_data();
    void cameraRotationIsUndone();
    void transparencyStays();
    void bombIsRefused_data();
    void bombIsRefused();
    void oversizedJpegInLinesIsMadeSmaller();
    void truncatedPictureIsHarmless_data();
    void truncatedPictureIsHarmless();
    void wrongMagicIsNoPicture_data();
    void wrongMagicIsNoPicture();
    void damagedPicturesAreHarmless();
    void missingFileIsNoPicture();

private:
    QString write(const QByteArray &bytes) const
    {
        // A name that lies about all of them.
        QFile file(m_folder.filePath(QStringLiteral("x.svg")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestPictures::init()
{
    // The decoders say what they do not like; that is what they are for.
    QVERIFY(m_folder.isValid());
}

void TestPictures::pictureIsDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileType>("type");
    QTest::newRow("png") << encoded(halves(60, 40), "png") << FileType::Png;
    QTest::newRow("jpeg") << encoded(halves(60, 40), "jpeg") << FileType::Jpeg;
    QTest::newRow("webp") << encoded(halves(60, 40), "webp") << FileType::WebP;
    // Qt reads GIF, but does not write it: one red pixel beside one blue.
    QTest::newRow("gif") << QByteArray::fromHex("47494638396102000100800000ff00000000ff"
                                                "2c00000000020001000002024450003b")
                         << FileType::Gif;
}

void TestPictures::pictureIsDecoded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FileType, type);
    QVERIFY2(!bytes.isEmpty(), "the format's plug-in is needed");
    QVERIFY(domain::fileType(bytes, {}) == type);
    const QString path = write(bytes);
    const QSize size = media::pictureSize(path, type);
    QCOMPARE(size, type == FileType::Gif ? QSize(2, 1) : QSize(60, 40));
    const QImage image = media::decodePicture(path, type, QSize(100, 100));
    QCOMPARE(image.size(), size);
    QVERIFY(image.pixelColor(0, 0).red() > 200);
    QVERIFY(image.pixelColor(size.width() - 1, 0).blue() > 200);
}

void TestPictures::isNeverEnlarged()
{
    const QString path = write(encoded(halves(6, 4), "png"));
    QCOMPARE(media::decodePicture(path, FileType::Png, QSize(600, 400)).size(), QSize(6, 4));
}

void TestPictures::keepsItsProportions()
{
    const QString path = write(encoded(halves(3000, 10), "png"));
    QCOMPARE(media::decodePicture(path, FileType::Png, QSize(300, 300)).size(), QSize(300, 1));
    QVERIFY(media::decodePicture(path, FileType::Png, QSize(0, 300)).isNull());
}

void TestPictures::cameraRotationIsUndone_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPoint>("red"); // a corner that is red when it is upright
    QTest::newRow("as it is") << 1 << QSize(60, 40) << QPoint(2, 20);
    QTest::newRow("upside down") << 3 << QSize(60, 40) << QPoint(57, 20);
    QTest::newRow("turned right") << 6 << QSize(40, 60) << QPoint(20, 2);
    QTest::newRow("turned left") << 8 << QSize(40, 60) << QPoint(20, 57);
}

void TestPictures::cameraRotationIsUndone()
{
    QFETCH(int, orientation);
    QFETCH(QSize, size);
    QFETCH(QPoint, red);
    const QString path = write(withOrientation(encoded(halves(60, 40), "jpeg"), char(orientation)));
    QCOMPARE(media::pictureSize(path, FileType::Jpeg), size);
    const QImage image = media::decodePicture(path, FileType::Jpeg, QSize(1000, 1000));
    QCOMPARE(image.size(), size);
    QVERIFY(image.pixelColor(red).red() > 200);
    QCOMPARE(media::decodePicture(path, FileType::Jpeg, QSize(20, 20)).size(),
             size.scaled(20, 20, Qt::KeepAspectRatio));
}

void TestPictures::transparencyStays()
{
    QImage clear(4, 4, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    const QString path = write(encoded(clear, "png"));
    QCOMPARE(media::decodePicture(path, FileType::Png, QSize(4, 4)).pixelColor(1, 1).alpha(), 0);
}

void TestPictures::bombIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileType>("type");
    const QByteArray jpeg = encoded(halves(64, 64), "jpeg");
    const QByteArray webp = QByteArray("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f", 21)
        + QByteArray::fromHex("ffffff0f") + QByteArray(20, '\0'); // 16384 × 16384
    QTest::newRow("png 30000 squared") << pngBomb(30'000, 30'000) << FileType::Png;
    QTest::newRow("png 2 billion wide") << pngBomb(0x7FFFFFFF, 1) << FileType::Png;
    QTest::newRow("jpeg 30000 squared") << patchedJpeg(jpeg, 30'000, 30'000, '\xC0') << FileType::Jpeg;
    QTest::newRow("progressive jpeg 20000 squared")
        << patchedJpeg(jpeg, 20'000, 20'000, '\xC2') << FileType::Jpeg;
    QTest::newRow("progressive jpeg 5000 squared")
        << patchedJpeg(jpeg, 5'000, 5'000, '\xC2') << FileType::Jpeg;
    QTest::newRow("gif 65535 squared")
        << QByteArray::fromHex("474946383961ffffffff800000000000ffffff2c00000000ffffffff000202") + "x"
        << FileType::Gif;
    QTest::newRow("webp 16384 squared") << webp << FileType::WebP;
}

void TestPictures::bombIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FileType, type);
    const QString path = write(bytes);
    QVERIFY(domain::fileType(bytes, {}) == type);
    const qint64 before = tests::residentBytes();
    QElapsedTimer took;
    took.start();
    QVERIFY(media::pictureSize(path, type).isEmpty());
    QVERIFY(media::decodePicture(path, type, QSize(300, 300)).isNull());
    const qint64 growth = tests::residentBytes() - before;
    QVERIFY2(!tests::memoryCounts || growth < 64 * mebibyte, QByteArray::number(growth).constData());
    QVERIFY2(took.elapsed() < 1'000, QByteArray::number(took.elapsed()).constData());
}

// A photograph of 50 megapixels is no bomb: it is made smaller while it is read.
void TestPictures::oversizedJpegInLinesIsMadeSmaller()
{
    QImage image(8000, 6250, QImage::Format_Grayscale8);
    image.fill(128);
    const QString path = write(encoded(image, "jpeg"));
    image = QImage();
    QCOMPARE(media::pictureSize(path, FileType::Jpeg), QSize(8000, 6250));
    const qint64 before = tests::residentBytes();
    const QImage small = media::decodePicture(path, FileType::Jpeg, QSize(800, 800));
    QCOMPARE(small.size(), QSize(800, 625));
    QVERIFY(!tests::memoryCounts || tests::residentBytes() - before < 64 * mebibyte);
}

void TestPictures::truncatedPictureIsHarmless_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileType>("type");
    QTest::newRow("png") << encoded(halves(200, 100), "png") << FileType::Png;
    QTest::newRow("jpeg") << encoded(halves(200, 100), "jpeg") << FileType::Jpeg;
    QTest::newRow("webp") << encoded(halves(200, 100), "webp") << FileType::WebP;
}

void TestPictures::truncatedPictureIsHarmless()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FileType, type);
    // What arrived of a picture may be shown, never more than it says it is.
    for (qsizetype size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
        const QImage image = media::decodePicture(write(bytes.left(size)), type, QSize(500, 500));
        QVERIFY(image.isNull() || image.size() == QSize(200, 100));
    }
}

void TestPictures::wrongMagicIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray svg("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect/></svg>");
    QTest::newRow("svg") << svg;
    QTest::newRow("xpm") << QByteArray("/* XPM */\nstatic char *x[] = {\"1 1 1 1\",\"a c red\",\"a\"};");
    QTest::newRow("bmp") << encoded(halves(8, 8), "bmp");
    QTest::newRow("ppm") << QByteArray("P3 1 1 255 1 1 1");
    QTest::newRow("page") << QByteArray("<!doctype html>");
    QTest::newRow("nothing") << QByteArray();
}

void TestPictures::wrongMagicIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!domain::isPicture(domain::fileType(bytes, QStringLiteral("cat.png"))));
    const QString path = write(bytes);
    // And a decoder that is asked for by mistake does not guess another.
    for (const FileType type :
         {FileType::Png, FileType::Jpeg, FileType::Gif, FileType::WebP, FileType::Other}) {
        QVERIFY(media::pictureSize(path, type).isEmpty());
        QVERIFY(media::decodePicture(path, type, QSize(100, 100)).isNull());
    }
}

void TestPictures::damagedPicturesAreHarmless()
{
    const QList<std::pair<FileType, QByteArray>> good{
        {FileType::Png, encoded(halves(40, 40), "png")},
        {FileType::Jpeg, encoded(halves(40, 40), "jpeg")},
        {FileType::WebP, encoded(halves(40, 40), "webp")},
        {FileType::Gif,
         QByteArray::fromHex("47494638396102000100800000ff00000000ff"
                             "2c00000000020001000002024450003b")},
    };
    QRandomGenerator random(20'261'126);
    const qint64 before = tests::residentBytes();
    for (int i = 0; i < 10'000; ++i) {
        auto [type, bytes] = good.at(i % good.size());
        for (int flips = 1 + random.bounded(8); flips > 0; --flips)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const QImage image = media::decodePicture(write(bytes), type, QSize(64, 64));
        QVERIFY(image.width() <= 64 && image.height() <= 64);
    }
    QVERIFY(!tests::memoryCounts || tests::residentBytes() - before < 64 * mebibyte);
}

void TestPictures::missingFileIsNoPicture()
{
    QVERIFY(media::pictureSize(QStringLiteral("/nowhere/at/all"), FileType::Png).isEmpty());
    QVERIFY(media::decodePicture(m_folder.path(), FileType::Png, QSize(9, 9)).isNull());
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
