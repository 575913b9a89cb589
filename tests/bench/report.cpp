// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/bench/report.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QSysInfo>
#include <QThread>

namespace inbox::bench {

namespace {

constexpr double kExactBelow = 10; // smaller figures get a decimal

QString number(double value, const QString &unit)
{
    const int decimals = !unit.isEmpty() && value < kExactBelow ? 1 : 0;
    QString text = QString::number(value, 'f', decimals);
    if (!unit.isEmpty())
        text += QString(u' ' + unit);
    return text;
}

QString ratio(double value, double reference)
{
    return reference > 0 ? QStringLiteral("×%1").arg(value / reference, 0, 'f', 1) : QString();
}

QString processor()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("model name"))
                return QString::fromLatin1(line.mid(line.indexOf(':') + 1).trimmed());
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

} // namespace

QString loadAverage()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').constFirst())
                                          : QString();
}

Circumstances circumstances()
{
    Circumstances here;
    here.machine =
        QStringLiteral("%1 × %2, %3, Qt %4, %5 build")
            .arg(QString::number(QThread::idealThreadCount()), processor(), QSysInfo::prettyProductName(),
                 QString::fromLatin1(qVersion()), QStringLiteral(INBOX_BUILD_TYPE));
    here.date = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    here.load = loadAverage();
    return here;
}

QString table(const QList<Figure> &figures, const Circumstances &where, const QStringList &notes)
{
    qsizetype titles = 0;
    qsizetype values = 0;
    for (const Figure &figure : figures) {
        titles = qMax(titles, figure.title.size());
        values = qMax(values, number(figure.value, figure.unit).size());
    }
    QString text = QStringLiteral("Agent Inbox %1, %2\n%3\nload average %4%5\n\n")
                       .arg(QStringLiteral(INBOX_VERSION), where.date, where.machine, where.load,
                            where.quick ? QStringLiteral("; quick: too few samples to compare") : QString());
    for (const Figure &figure : figures) {
        QStringList beside;
        for (const Reference &reference : figure.against)
            beside << QStringLiteral("%1 %2 %3")
                          .arg(reference.name, number(reference.value, figure.unit),
                               ratio(figure.value, reference.value));
        if (!figure.want.isEmpty())
            beside << QStringLiteral("want %1").arg(figure.want);
        const QString line = figure.title.leftJustified(titles) + QStringLiteral("  ")
            + number(figure.value, figure.unit).rightJustified(values) + QStringLiteral("   ")
            + beside.join(QStringLiteral(" · "));
        text += QString(line.trimmed() + u'\n');
    }
    text += u'\n';
    for (const QString &note : notes)
        text += QString(note + u'\n');
    return text;
}

QJsonObject json(const QList<Figure> &figures, const Circumstances &where, const QStringList &notes)
{
    QJsonArray all;
    for (const Figure &figure : figures) {
        QJsonObject object{{QStringLiteral("id"), figure.id},
                           {QStringLiteral("title"), figure.title},
                           {QStringLiteral("value"), figure.value},
                           {QStringLiteral("unit"), figure.unit}};
        QJsonArray against;
        for (const Reference &reference : figure.against) {
            QJsonObject other{{QStringLiteral("name"), reference.name},
                              {QStringLiteral("value"), reference.value}};
            if (reference.value > 0)
                other.insert(QStringLiteral("ratio"), figure.value / reference.value);
            against.append(other);
        }
        if (!against.isEmpty())
            object.insert(QStringLiteral("against"), against);
        if (!figure.want.isEmpty())
            object.insert(QStringLiteral("want"), figure.want);
        if (!figure.samples.isEmpty()) {
            QJsonArray samples;
            for (const double sample : figure.samples)
                samples.append(sample);
            object.insert(QStringLiteral("samples"), samples);
        }
        all.append(object);
    }
    return {{QStringLiteral("version"), QStringLiteral(INBOX_VERSION)},
            {QStringLiteral("machine"), where.machine},
            {QStringLiteral("date"), where.date},
            {QStringLiteral("load"), where.load},
            {QStringLiteral("quick"), where.quick},
            {QStringLiteral("figures"), all},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
}

} // namespace inbox::bench
