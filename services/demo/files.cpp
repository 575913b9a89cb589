// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/files.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <mutex>
#include <numbers>

namespace inbox::demo {

namespace {

enum class Kind { Picture, Photo, Sticker, Voice, Melody, Paper, Film, Portrait };

struct Entry {
    const char *key;
    const char *name;
    Kind kind;
    int variant;
};

// The place in this table is part of the UUIDs: append, never reorder.
constexpr std::array kCatalogue{
    Entry{"parcel", "IMG_2041.png", Kind::Picture, 0},
    Entry{"scratch", "IMG_2187.png", Kind::Picture, 1},
    Entry{"shelf", "IMG_3310.png", Kind::Picture, 2},
    Entry{"sofa", "photo.png", Kind::Picture, 3},
    Entry{"bike", "IMG_0042.png", Kind::Picture, 4},
    Entry{"receipt", "IMG_0907.png", Kind::Picture, 5},
    Entry{"voice", "PTT-20261108-WA0003.wav", Kind::Voice, 0},
    Entry{"voicelong", "PTT-20261109-WA0011.wav", Kind::Voice, 1},
    Entry{"melody", "squeaking-brake.wav", Kind::Melody, 0},
    Entry{"invoice", "Rechnung-2026-10482.pdf", Kind::Paper, 0},
    Entry{"quote", "Presupuesto-0318.pdf", Kind::Paper, 1},
    Entry{"label", "return-label.pdf", Kind::Paper, 2},
    Entry{"film", "VID_20261101.mp4", Kind::Film, 0},
    Entry{"photo", "IMG_5120.png", Kind::Photo, 2},
    Entry{"sticker", "STK-20261120-WA0002.webp", Kind::Sticker, 0},
    Entry{"portrait0", "profile.png", Kind::Portrait, 0},
    Entry{"portrait1", "profile.png", Kind::Portrait, 1},
    Entry{"portrait2", "profile.png", Kind::Portrait, 2},
    Entry{"portrait3", "profile.png", Kind::Portrait, 3},
};

void appendChunk(QByteArray &png, const char *type, const QByteArray &data)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> t{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k)
                c = (c & 1) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
            t[n] = c;
        }
        return t;
    }();
    const QByteArray body = QByteArray(type, 4) + data;
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : body)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    std::array<char, 4> number{};
    qToBigEndian(quint32(data.size()), number.data());
    png.append(number.data(), 4);
    png.append(body);
    qToBigEndian(crc ^ 0xFFFFFFFFU, number.data());
    png.append(number.data(), 4);
}

struct Colour {
    double r, g, b;
};

Colour mix(Colour a, Colour b, double t)
{
    return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

using Paint = std::function<Colour(double x, double y)>; // x, y from 0 to 1

QByteArray png(int width, int height, const Paint &paint, int packing = 9)
{
    QByteArray raw;
    raw.reserve((width * 3 + 1) * height);
    for (int y = 0; y < height; ++y) {
        raw.append('\0'); // no filter
        for (int x = 0; x < width; ++x) {
            const Colour c = paint((x + 0.5) / width, (y + 0.5) / height);
            for (const double part : {c.r, c.g, c.b})
                raw.append(char(quint8(std::clamp(part, 0.0, 255.0))));
        }
    }
    QByteArray out("\x89PNG\r\n\x1a\n", 8);
    QByteArray header(13, '\0');
    qToBigEndian(quint32(width), header.data());
    qToBigEndian(quint32(height), header.data() + 4);
    header[8] = 8; // bits
    header[9] = 2; // red, green, blue
    appendChunk(out, "IHDR", header);
    appendChunk(out, "IDAT",
                qCompress(raw, packing).mid(4)); // Qt puts the length in front of the zlib stream
    appendChunk(out, "IEND", {});
    return out;
}

bool within(double x, double y, double left, double top, double right, double bottom)
{
    return x >= left && x < right && y >= top && y < bottom;
}

double distance(double x, double y, double cx, double cy)
{
    return std::hypot((x - cx) * 1.5, y - cy); // the pictures are 3:2
}

Colour pictureAt(int variant, double x, double y)
{
    const Colour wall = mix({232, 226, 216}, {205, 196, 184}, y);
    const Colour floor = mix({150, 120, 92}, {118, 92, 70}, y);
    Colour c = y < 0.68 ? wall : floor;
    switch (variant) {
    case 0: // a cardboard box with a dented corner
        if (within(x, y, 0.28, 0.34, 0.74, 0.82) && !(x > 0.66 && y < 0.34 + (x - 0.66) * 1.4))
            c = mix({196, 152, 104}, {164, 120, 76}, (y - 0.34) * 2);
        if (within(x, y, 0.48, 0.34, 0.54, 0.82))
            c = {222, 200, 160};
        if (within(x, y, 0.32, 0.42, 0.44, 0.54))
            c = {245, 245, 240};
        return c;
    case 1: // a scratch across a table top
        c = mix({124, 84, 54}, {92, 60, 38}, 0.5 + 0.5 * std::sin(y * 60 + std::sin(x * 9) * 3));
        if (std::abs(y - (0.35 + x * 0.3)) < 0.008 && x > 0.2 && x < 0.8)
            c = {226, 204, 176};
        return c;
    case 2: // a shelf with one board missing
        if (within(x, y, 0.3, 0.12, 0.34, 0.86) || within(x, y, 0.66, 0.12, 0.7, 0.86))
            return {88, 66, 48};
        for (const double board : {0.14, 0.38, 0.82}) {
            if (within(x, y, 0.3, board, 0.7, board + 0.035))
                return {104, 78, 56};
        }
        return c;
    case 3: // a sofa
        if (within(x, y, 0.2, 0.4, 0.8, 0.6) || within(x, y, 0.16, 0.5, 0.26, 0.78)
            || within(x, y, 0.74, 0.5, 0.84, 0.78))
            return mix({58, 102, 110}, {42, 78, 88}, y);
        if (within(x, y, 0.26, 0.6, 0.74, 0.76))
            return x > 0.495 && x < 0.505 ? Colour{40, 70, 78} : Colour{72, 122, 130};
        return c;
    case 4: { // a bicycle
        for (const double wheel : {0.3, 0.7}) {
            const double d = distance(x, y, wheel, 0.64);
            if (std::abs(d - 0.2) < 0.018)
                return {34, 36, 40};
        }
        const auto bar = [x, y](double x1, double y1, double x2, double y2) {
            const double t = std::clamp(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1))
                                            / ((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)),
                                        0.0, 1.0);
            return std::hypot(x - (x1 + t * (x2 - x1)), y - (y1 + t * (y2 - y1))) < 0.012;
        };
        if (bar(0.3, 0.64, 0.42, 0.36) || bar(0.42, 0.36, 0.64, 0.36) || bar(0.48, 0.64, 0.64, 0.36)
            || bar(0.3, 0.64, 0.48, 0.64) || bar(0.42, 0.36, 0.48, 0.64) || bar(0.62, 0.28, 0.7, 0.64))
            return {190, 52, 46};
        if (within(x, y, 0.37, 0.29, 0.47, 0.32) || within(x, y, 0.58, 0.25, 0.68, 0.28))
            return {40, 40, 44};
        return mix({206, 220, 228}, {150, 160, 150}, y);
    }
    default: // a receipt on a table
        if (within(x, y, 0.36, 0.08, 0.64, 0.94)) {
            const double row = std::fmod(y * 22, 1.0);
            const bool ink =
                y > 0.16 && y < 0.86 && row < 0.35 && (x < 0.52 ? x > 0.39 : x > 0.57 && x < 0.62);
            return ink ? Colour{70, 70, 74} : Colour{248, 247, 242};
        }
        return floor;
    }
}

// Somebody before a coloured wall, in a square.
Colour portraitAt(int variant, double x, double y)
{
    struct Person {
        Colour wall, skin, hair, shirt;
        double length; // of the hair, from the top
    };
    static constexpr std::array<Person, 4> people{{
        {{188, 214, 226}, {236, 196, 168}, {92, 58, 36}, {54, 94, 138}, 0.62},
        {{226, 208, 178}, {154, 106, 76}, {34, 26, 24}, {196, 84, 62}, 0.34},
        {{196, 218, 190}, {246, 212, 188}, {206, 160, 92}, {84, 92, 108}, 0.40},
        {{216, 200, 222}, {206, 158, 122}, {58, 44, 48}, {240, 236, 228}, 0.70},
    }};
    const Person &who = people[size_t(variant) % people.size()];
    const auto inside = [x, y](double cx, double cy, double rx, double ry) {
        return std::hypot((x - cx) / rx, (y - cy) / ry) < 1;
    };
    if (inside(0.43, 0.43, 0.02, 0.025) || inside(0.57, 0.43, 0.02, 0.025))
        return {48, 38, 34}; // eyes
    if (inside(0.5, 0.55, 0.06, 0.03) && y > 0.55)
        return {176, 84, 76}; // a smile
    if (inside(0.5, 0.45, 0.17, 0.21) && y > 0.31 + std::abs(x - 0.46) * 0.25)
        return who.skin;
    if (inside(0.5, 0.42, 0.22, 0.25) && y < who.length)
        return who.hair;
    if (within(x, y, 0.43, 0.6, 0.57, 0.76))
        return mix(who.skin, {90, 60, 50}, 0.15);
    if (inside(0.5, 1.02, 0.36, 0.32))
        return who.shirt;
    return mix(who.wall, {120, 120, 130}, y * 0.35);
}

// Like one of a camera: large, and with a grain that cannot be packed.
QByteArray photo(int variant)
{
    quint32 grain = 1;
    const Paint paint = [&grain, variant](double x, double y) {
        grain = grain * 1'664'525 + 1'013'904'223;
        const double noise = double(grain >> 28) - 8;
        const Colour c = pictureAt(variant, x, y);
        return Colour{c.r + noise, c.g + noise, c.b + noise};
    };
    return png(1800, 1200, paint, 1);
}

QByteArray little32(quint32 n)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(n, bytes.data());
    return bytes;
}

// A yellow face on nothing, as lossless WebP in its plainest form: no transform, no references, and codes of
// one bit for a channel that has two values.
QByteArray sticker()
{
    constexpr int kSide = 256;
    QByteArray data;
    int used = 0; // bits
    const auto put = [&data, &used](quint32 value, int bits) {
        for (int i = 0; i < bits; ++i, ++used) {
            if (used % 8 == 0)
                data.append('\0');
            data.back() = char(quint8(data.back()) | ((value >> i & 1) << used % 8));
        }
    };
    put(0x2F, 8);
    put(kSide - 1, 14);
    put(kSide - 1, 14);
    put(1, 1); // has transparency
    put(0, 3 + 1 + 1 + 1); // version; no transform, no colour cache, one group of codes
    const auto twoValues = [&put](quint32 low, quint32 high) {
        put(0b111, 3); // a simple code of two symbols, the first in eight bits
        put(low, 8);
        put(high, 8);
    };
    const auto oneValue = [&put](quint32 value) {
        put(0b101, 3);
        put(value, 8);
    };
    twoValues(52, 200); // green
    twoValues(62, 255); // red
    oneValue(48); // blue
    twoValues(0, 255); // opacity
    oneValue(0); // distances: never used
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            const double x = (column + 0.5) / kSide * 2 - 1;
            const double y = (row + 0.5) / kSide * 2 - 1;
            const bool face = std::hypot(x, y) < 0.94;
            const bool eye = std::hypot((std::abs(x) - 0.34) * 1.5, y + 0.24) < 0.15;
            const bool mouth = y > 0.12 && std::abs(std::hypot(x, y - 0.06) - 0.54) < 0.055;
            const bool bright = face && !eye && !mouth;
            put(bright, 1);
            put(bright, 1);
            put(face, 1);
        }
    }
    const quint32 size = quint32(data.size());
    if (size % 2 != 0)
        data.append('\0');
    return "RIFF" + little32(quint32(data.size()) + 12) + "WEBPVP8L" + little32(size) + data;
}

QByteArray wav(int seconds, const std::function<double(double)> &wave)
{
    constexpr int kRate = 8000;
    QByteArray samples;
    for (int i = 0; i < seconds * kRate; ++i)
        samples.append(char(quint8(128 + std::clamp(wave(double(i) / kRate), -1.0, 1.0) * 90)));
    const QByteArray format =
        QByteArray::fromHex("01000100") + little32(kRate) + little32(kRate) + QByteArray::fromHex("01000800");
    const QByteArray body =
        "WAVEfmt " + little32(16) + format + "data" + little32(quint32(samples.size())) + samples;
    return "RIFF" + little32(quint32(body.size())) + body;
}

QByteArray pdf(const QByteArrayList &lines)
{
    QByteArray stream = "BT /F1 20 Tf 56 770 Td 30 TL\n";
    for (qsizetype i = 0; i < lines.size(); ++i)
        stream += '(' + lines.at(i) + ") Tj T*\n" + (i == 0 ? "/F1 11 Tf 16 TL\n" : "");
    stream += "ET\n";
    const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                            "/Resources << /Font << /F1 5 0 R >> >> >>";
    const QByteArrayList objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        "<< /Length " + QByteArray::number(stream.size()) + " >>\nstream\n" + stream + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray out = "%PDF-1.4\n";
    QByteArray table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(out.size());
    const QByteArray count = QByteArray::number(objects.size() + 1);
    out += "xref\n0 " + count + "\n0000000000 65535 f \n" + table;
    out += "trailer << /Size " + count + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
    return out;
}

// ISO media boxes: a length, a four-letter name, a body.
QByteArray box(const char *name, const QByteArray &body)
{
    QByteArray out(4, '\0');
    qToBigEndian(quint32(body.size() + 8), out.data());
    return out + QByteArray(name, 4) + body;
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

// A film of PNG frames (object type 0x6D of MPEG-4 systems): a wheel's light going round.
QByteArray film()
{
    constexpr int kWidth = 96;
    constexpr int kHeight = 64;
    constexpr int kFrames = 12;
    constexpr quint32 kScale = 12; // frames a second
    QByteArray frames;
    QByteArray sizes;
    for (int i = 0; i < kFrames; ++i) {
        const double angle = 2 * std::numbers::pi * i / kFrames;
        const QByteArray frame = png(kWidth, kHeight, [angle](double x, double y) -> Colour {
            if (distance(x, y, 0.5 + 0.2 * std::cos(angle), 0.5 + 0.3 * std::sin(angle)) < 0.06)
                return {255, 214, 120};
            return std::abs(distance(x, y, 0.5, 0.5) - 0.38) < 0.03 ? Colour{40, 42, 46}
                                                                    : Colour{178, 190, 196};
        });
        sizes += big32(quint32(frame.size()));
        frames += frame;
    }
    const QByteArray zero4(4, '\0');
    const QByteArray matrix =
        big32(0x10000) + QByteArray(12, '\0') + big32(0x10000) + QByteArray(12, '\0') + big32(0x40000000);
    const QByteArray ftyp = box("ftyp", "isom" + big32(0x200) + "isommp41");
    const QByteArray mdat = box("mdat", frames);
    // Elementary stream: a decoder configuration without anything to configure.
    const QByteArray decoder = QByteArray::fromHex("040d6d11000000") + QByteArray(8, '\0');
    const QByteArray descriptor = QByteArray(1, '\x03') + char(3 + decoder.size() + 3) + big16(1) + '\0'
        + decoder + QByteArray::fromHex("060102");
    const QByteArray sample =
        box("mp4v",
            QByteArray(6, '\0') + big16(1) + QByteArray(16, '\0') + big16(kWidth) + big16(kHeight)
                + big32(0x480000) + big32(0x480000) + zero4 + big16(1) + QByteArray(32, '\0') + big16(24)
                + big16(0xFFFF) + box("esds", zero4 + descriptor));
    const QByteArray table = box("stsd", zero4 + big32(1) + sample)
        + box("stts", zero4 + big32(1) + big32(kFrames) + big32(1))
        + box("stsc", zero4 + big32(1) + big32(1) + big32(kFrames) + big32(1))
        + box("stsz", zero4 + zero4 + big32(kFrames) + sizes)
        + box("stco", zero4 + big32(1) + big32(quint32(ftyp.size() + 8)));
    const QByteArray media =
        box("mdhd", zero4 + zero4 + zero4 + big32(kScale) + big32(kFrames) + big16(0x55C4) + big16(0))
        + box("hdlr", zero4 + zero4 + "vide" + QByteArray(12, '\0') + QByteArray("demo", 5))
        + box("minf",
              box("vmhd", big32(1) + QByteArray(8, '\0'))
                  + box("dinf", box("dref", zero4 + big32(1) + box("url ", big32(1)))) + box("stbl", table));
    const QByteArray track =
        box("tkhd",
            big32(3) + zero4 + zero4 + big32(1) + zero4 + big32(kFrames) + QByteArray(16, '\0') + matrix
                + big32(kWidth << 16) + big32(kHeight << 16))
        + box("mdia", media);
    const QByteArray header =
        box("mvhd",
            zero4 + zero4 + zero4 + big32(kScale) + big32(kFrames) + big32(0x10000) + big16(0x100)
                + QByteArray(10, '\0') + matrix + QByteArray(24, '\0') + big32(2));
    return ftyp + mdat + box("moov", header + box("trak", track));
}

MediaFile make(const Entry &entry)
{
    const QString name = QString::fromLatin1(entry.name);
    switch (entry.kind) {
    case Kind::Picture:
        return {name, QStringLiteral("image/png"),
                png(480, 320, [&entry](double x, double y) { return pictureAt(entry.variant, x, y); })};
    case Kind::Portrait:
        return {name, QStringLiteral("image/png"),
                png(160, 160, [&entry](double x, double y) { return portraitAt(entry.variant, x, y); })};
    case Kind::Photo:
        return {name, QStringLiteral("image/png"), photo(entry.variant)};
    case Kind::Sticker:
        return {name, QStringLiteral("image/webp"), sticker()};
    case Kind::Voice:
        return {name, QStringLiteral("audio/wav"), wav(entry.variant == 0 ? 3 : 6, [](double t) {
                    // Something that rises and falls like a sentence.
                    const double pitch = 150 + 40 * std::sin(t * 5) + 15 * std::sin(t * 17);
                    const double loud = 0.4 * std::max(0.0, std::sin(t * 9)) + 0.1;
                    return loud
                        * (std::sin(2 * std::numbers::pi * pitch * t)
                           + 0.4 * std::sin(4 * std::numbers::pi * pitch * t));
                })};
    case Kind::Melody:
        return {name, QStringLiteral("audio/wav"), wav(2, [](double t) {
                    return 0.5 * std::sin(2 * std::numbers::pi * (900 + 500 * std::sin(t * 6)) * t);
                })};
    case Kind::Paper: {
        static const std::array<QByteArrayList, 3> papers{
            QByteArrayList{"Rechnung 2026-10482", "Lindner Moebel und Rad, Bonn",
                           "1 x Regal Fjell, Eiche    249,00 EUR", "Lieferung    29,00 EUR",
                           "Summe    278,00 EUR"},
            QByteArrayList{"Presupuesto 0318", "Bicicletas Alameda, Sevilla",
                           "12 x Alquiler semanal    1.080,00 EUR", "Cascos y candados incluidos"},
            QByteArrayList{"Return label", "Please print and put it on the parcel.", "R 4471 0932 118"},
        };
        return {name, QStringLiteral("application/pdf"), pdf(papers[size_t(entry.variant)])};
    }
    case Kind::Film:
        break;
    }
    return {name, QStringLiteral("video/mp4"), film()};
}

} // namespace

QString catalogueUuid(const QString &entry, quint64 salt)
{
    size_t index = 0;
    for (size_t i = 0; i < kCatalogue.size(); ++i) {
        if (entry == QLatin1String(kCatalogue[i].key))
            index = i;
    }
    // Version 8 ("made up by whoever made it"); the last byte names the catalogue entry.
    const QString hex = QStringLiteral("%1%2")
                            .arg(salt, 16, 16, QLatin1Char('0'))
                            .arg(salt * 0x9E3779B97F4A7C15ULL, 16, 16, QLatin1Char('0'));
    return QStringLiteral("%1-%2-8%3-a%4-%5%6")
        .arg(hex.mid(0, 8), hex.mid(8, 4), hex.mid(12, 3), hex.mid(16, 3), hex.mid(20, 10))
        .arg(uint(index), 2, 16, QLatin1Char('0'));
}

std::optional<MediaFile> catalogueFile(const QString &uuid)
{
    constexpr qsizetype kUuidLength = 36;
    bool ok = false;
    const uint index = uuid.right(2).toUInt(&ok, 16);
    if (uuid.size() != kUuidLength || uuid.at(14) != u'8' || !ok || index >= kCatalogue.size())
        return std::nullopt;
    static std::mutex mutex;
    static QHash<uint, MediaFile> made;
    const std::lock_guard lock(mutex);
    auto it = made.find(index);
    if (it == made.end())
        it = made.insert(index, make(kCatalogue[index]));
    return *it;
}

QString catalogueName(const QString &entry)
{
    for (const Entry &candidate : kCatalogue) {
        if (entry == QLatin1String(candidate.key))
            return QString::fromLatin1(candidate.name);
    }
    return QString();
}

} // namespace inbox::demo
