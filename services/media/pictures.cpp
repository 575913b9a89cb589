// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/media/pictures.h"

#include <QFile>
#include <QImageReader>
#include <QtEndian>

namespace inbox::media {

using domain::FileType;

namespace {

constexpr int allocationLimit = 64; // MiB, for one picture
constexpr qint64 bytesPerPixel = 4;
constexpr qint64 mostPixels = allocationLimit * 1024 * 1024 / bytesPerPixel;
// A JPEG whose lines come one after the other is made smaller while it is read.
constexpr qint64 mostPixelsOfLines = 200'000'000;
constexpr int longestSide = 32'767;

// Whether a JPEG can be decoded line by line: a sequential frame with one scan for all its colours. All
// others have their coefficients in memory before the first line, however small the result is to be.
bool comesInLines(QFile &file)
{
    constexpr quint8 startOfFrame0 = 0xC0;
    constexpr quint8 startOfFrame1 = 0xC1;
    constexpr quint8 startOfScan = 0xDA;
    constexpr int mostSegments = 1000;
    constexpr qint64 colours = 9; // marker, length, bits, height, width stand before it in a frame
    const auto byteAt = [&file](qint64 at) {
        char byte = 0;
        return file.seek(at) && file.getChar(&byte) ? quint8(byte) : quint8(0);
    };
    int coloursOfFrame = 0;
    qint64 at = 2;
    for (int i = 0; i < mostSegments; ++i) {
        if (byteAt(at) != 0xFF)
            return false;
        const quint8 marker = byteAt(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        if (marker == startOfScan)
            return coloursOfFrame > 0 && byteAt(at + 4) == coloursOfFrame;
        if (marker == startOfFrame0 || marker == startOfFrame1)
            coloursOfFrame = byteAt(at + colours);
        const int length = byteAt(at + 2) << 8 | byteAt(at + 3);
        if (length < 2)
            return false;
        at += 2 + length;
    }
    return false;
}

// A reader for exactly this format, and whether what the header promises may be decoded.
class Reader {
public:
    Reader(const QString &path, FileType type)
        : m_file(path)
    {
        static const bool limited = [] {
            QImageReader::setAllocationLimit(allocationLimit);
            return true;
        }();
        Q_UNUSED(limited)
        if (!domain::isPicture(type) || !m_file.open(QIODevice::ReadOnly))
            return;
        const bool lines = type == FileType::Jpeg && comesInLines(m_file);
        m_file.seek(0);
        m_reader.setDevice(&m_file);
        m_reader.setAutoDetectImageFormat(false);
        m_reader.setFormat(format(type));
        m_reader.setAutoTransform(true);
        m_size = m_reader.size();
        const qint64 pixels = qint64(m_size.width()) * m_size.height();
        m_fine = !m_size.isEmpty() && m_size.width() <= longestSide && m_size.height() <= longestSide
            && pixels <= (lines ? mostPixelsOfLines : mostPixels);
    }

    QSize uprightSize() const
    {
        if (!m_fine)
            return {};
        return turned() ? m_size.transposed() : m_size;
    }

    QImage read(const QSize &box)
    {
        const QSize upright = uprightSize();
        if (upright.isEmpty() || box.isEmpty())
            return {};
        QSize fitted = upright;
        if (upright.width() > box.width() || upright.height() > box.height())
            fitted = upright.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
        if (fitted != upright)
            m_reader.setScaledSize(turned() ? fitted.transposed() : fitted);
        QImage image = m_reader.read();
        // A header may promise less than a decoder then makes of it.
        if (!image.isNull() && (image.width() > fitted.width() || image.height() > fitted.height()))
            image = image.scaled(fitted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return image.hasAlphaChannel() ? image.convertToFormat(QImage::Format_ARGB32_Premultiplied)
                                       : image.convertToFormat(QImage::Format_RGB32);
    }

private:
    static QByteArray format(FileType type)
    {
        switch (type) {
        case FileType::Png:
            return "png";
        case FileType::Gif:
            return "gif";
        case FileType::WebP:
            return "webp";
        default:
            return "jpeg";
        }
    }
    bool turned() const { return m_reader.transformation() & QImageIOHandler::TransformationRotate90; }

    QFile m_file;
    QImageReader m_reader;
    QSize m_size;
    bool m_fine = false;
};

} // namespace

QSize pictureSize(const QString &path, FileType type)
{
    return Reader(path, type).uprightSize();
}

QImage decodePicture(const QString &path, FileType type, const QSize &box)
{
    return Reader(path, type).read(box);
}

} // namespace inbox::media
