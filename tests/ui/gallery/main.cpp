// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// agent-inbox-gallery DIRECTORY [SCENE]: every screen and state as a picture, with a page that shows them
// side by side. One process for each variant: they run at the same time.
#include "app/language.h"
#include "tests/ui/gallery/scenes.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryFile>
#include <QTextStream>

#include <memory>

using namespace inbox;
using gallery::Scene;
using gallery::Variant;

namespace {

constexpr QSize wide(1320, 840);
constexpr QSize medium(940, 760);
constexpr QSize narrow(640, 800);
constexpr int patience = 300'000; // milliseconds

QList<Variant> variants()
{
    const QString en = QStringLiteral("en");
    return {
        {QStringLiteral("light"), en, false, false, wide},
        {QStringLiteral("dark"), en, true, false, wide},
        {QStringLiteral("german"), QStringLiteral("de"), false, false, wide},
        {QStringLiteral("mirrored"), en, false, true, wide},
        {QStringLiteral("medium"), QStringLiteral("de"), false, false, medium},
        {QStringLiteral("narrow"), en, true, false, narrow},
    };
}

// What the off-screen platform says it cannot do is of no interest here; everything else is.
void handleMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")))
        QTextStream(stderr) << text << '\n';
}

int takePictures(const Variant &variant, const QDir &directory, const QString &only)
{
    app::installLanguage(variant.language);
    if (variant.mirrored)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    ui::Theme::instance().install(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    ui::Theme::instance().setMode(variant.dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
    bool complete = true;
    const QList<Scene> all = gallery::scenes();
    for (const Scene &scene : all) {
        if (!only.isEmpty() && scene.name != only)
            continue;
        const QString file = directory.filePath(scene.name + u'-' + variant.name + QStringLiteral(".png"));
        complete = scene.take(variant.size).save(file) && complete;
    }
    return complete ? 0 : 1;
}

bool writeIndex(const QDir &directory)
{
    QFile file(directory.filePath(QStringLiteral("index.html")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text))
        return false;
    QTextStream page(&file);
    page << "<!doctype html><meta charset=\"utf-8\"><title>Agent Inbox: every screen</title>\n"
            "<style>body{font:16px system-ui,sans-serif;margin:2rem;background:#ddd}"
            "div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}"
            "figure{margin:0}figcaption{font-size:.8rem}img{width:30rem;border:1px solid #999}</style>\n";
    const QList<Scene> all = gallery::scenes();
    const QList<Variant> looks = variants();
    for (const Scene &scene : all) {
        page << "<h2>" << scene.title.toHtmlEscaped() << "</h2>\n<div>\n";
        for (const Variant &variant : looks) {
            const QString name = scene.name + u'-' + variant.name + QStringLiteral(".png");
            if (directory.exists(name))
                page << "<figure><a href=\"" << name << "\"><img loading=\"lazy\" src=\"" << name
                     << "\" alt=\"" << scene.title.toHtmlEscaped() << "\"></a><figcaption>" << variant.name
                     << "</figcaption></figure>\n";
        }
        page << "</div>\n";
    }
    page.flush();
    return page.status() == QTextStream::Ok;
}

} // namespace

int main(int argc, char *argv[])
{
    // The same pictures everywhere: no locale, time zone or screen of the machine shows in them.
    qputenv("TZ", "Europe/Berlin");
    qputenv("LANG", "C.UTF-8");
    qunsetenv("LANGUAGE");
    qunsetenv("LC_ALL");
    // The off-screen platform's own screen is smaller than the window: dialogs would end up in a corner.
    QTemporaryFile screen;
    if (!screen.open())
        return 1;
    screen.write(
        "{\"screens\": [{\"name\": \"gallery\", \"x\": 0, \"y\": 0, \"width\": 1920, \"height\": 2600, "
        "\"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": 1}]}");
    screen.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toLocal8Bit());

    qInstallMessageHandler(handleMessage);
    const QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        out << "agent-inbox-gallery DIRECTORY [SCENE]\n";
        return 2;
    }
    const QDir directory(arguments.at(1));
    if (!QDir().mkpath(directory.path())) {
        out << "The directory cannot be written.\n";
        return 1;
    }
    const QString only = arguments.value(2);
    const QString wanted = qEnvironmentVariable("AGENT_INBOX_GALLERY_VARIANT");
    const QList<Variant> looks = variants();
    for (const Variant &variant : looks) {
        if (variant.name == wanted)
            return takePictures(variant, directory, only);
    }

    QElapsedTimer time;
    time.start();
    std::vector<std::unique_ptr<QProcess>> runs;
    for (const Variant &variant : looks) {
        auto run = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AGENT_INBOX_GALLERY_VARIANT"), variant.name);
        run->setProcessEnvironment(environment);
        run->setProcessChannelMode(QProcess::ForwardedChannels);
        run->start(QCoreApplication::applicationFilePath(), arguments.mid(1));
        runs.push_back(std::move(run));
    }
    bool complete = true;
    for (const auto &run : runs) {
        const bool ended = run->waitForFinished(patience);
        complete = ended && run->exitStatus() == QProcess::NormalExit && run->exitCode() == 0 && complete;
    }
    if (!writeIndex(directory) || !complete) {
        out << "Some pictures are missing.\n";
        return 1;
    }
    const auto pictures = directory.entryList({QStringLiteral("*.png")}, QDir::Files).size();
    out << pictures << " pictures in " << time.elapsed() / 1000
        << " s: " << directory.absoluteFilePath(QStringLiteral("index.html")) << '\n';
    return 0;
}
