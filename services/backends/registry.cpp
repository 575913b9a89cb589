// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/backend.h"
#include "services/backends/chatcaptain/chatcaptainbackend.h"
#include "services/backends/chatcaptain/descriptor.h"
#include "services/backends/clientapi/clientapibackend.h"
#include "services/backends/clientapi/descriptor.h"
#include "services/backends/clientapi/templates.h"
#include "services/backends/openingfields.h"
#include "services/backends/zild/descriptor.h"
#include "services/backends/zild/encoders.h"
#include "services/backends/zild/zildbackend.h"
#include "services/net/origin.h"

#include <algorithm>
#include <array>

namespace inbox::backends {

namespace {

// Makes one kind of backend of its settings; `problem` says which of them is none.
using Make = std::unique_ptr<Backend> (*)(const domain::AccountConfig &config, const QUrl &base,
                                          const QString &secret, QString &problem);

std::unique_ptr<Backend> makeClientApi(const domain::AccountConfig &config, const QUrl &base,
                                       const QString &secret, QString &problem)
{
    QString query = config.settings.value(clientapi::listQuerySetting).trimmed();
    if (query.startsWith(u'?'))
        query.remove(0, 1);
    const auto printable = [](QChar c) { return c.isPrint() && !c.isSpace() && c != u'#'; };
    if (!std::all_of(query.begin(), query.end(), printable)) {
        problem = clientapi::listQuerySetting;
        return nullptr;
    }
    return std::make_unique<clientapi::ClientApiBackend>(config.id, base, QUrlQuery(query), secret);
}

std::unique_ptr<Backend> makeChatCaptain(const domain::AccountConfig &config, const QUrl &base,
                                         const QString &secret, QString &problem)
{
    chatcaptain::Place place;
    place.base = base;
    place.chatbot = config.settings.value(chatcaptain::chatbotSetting).trimmed();
    place.workspace = config.settings.value(chatcaptain::workspaceSetting).trimmed();
    if (!chatcaptain::encodeId(place.chatbot))
        problem = chatcaptain::chatbotSetting;
    else if (!place.workspace.isEmpty() && !chatcaptain::encodeId(place.workspace))
        problem = chatcaptain::workspaceSetting;
    const QString environment =
        config.settings.value(chatcaptain::environmentSetting, QStringLiteral("prod")).trimmed().toLower();
    static const QStringList environments{QStringLiteral("prod"), QStringLiteral("test"),
                                          QStringLiteral("dev"), QStringLiteral("all"), QString()};
    if (!environments.contains(environment))
        problem = chatcaptain::environmentSetting;
    if (environment != QLatin1String("all"))
        place.environment = environment.isEmpty() ? environments.constFirst() : environment;
    place.channel = domain::LineId(config.settings.value(chatcaptain::channelSetting).trimmed());
    place.contact = domain::CustomerId(config.settings.value(chatcaptain::contactSetting).trimmed());
    const QString cap = config.settings.value(chatcaptain::capSetting).trimmed();
    if (!cap.isEmpty()) {
        constexpr int most = 1024;
        const int mebibytes = cap.toInt();
        if (mebibytes < 1 || mebibytes > most)
            problem = chatcaptain::capSetting;
        place.listCap = mebibytes * net::mebibyte;
    }
    if (!problem.isEmpty())
        return nullptr;
    return std::make_unique<chatcaptain::ChatCaptainBackend>(config.id, place, secret);
}

std::unique_ptr<Backend> makeZild(const domain::AccountConfig &config, const QUrl &base,
                                  const QString &secret, QString &)
{
    return std::make_unique<zild::ZildBackend>(config.id, base, secret);
}

struct Kind {
    const domain::BackendDescriptor &(*descriptor)();
    Make make;
    bool (*takesField)(const QString &field, const QString &value); // nullptr: its form has none
};
constexpr std::array kinds{Kind{clientapi::descriptor, makeClientApi, clientapi::takesField},
                           Kind{chatcaptain::descriptor, makeChatCaptain, nullptr},
                           Kind{zild::descriptor, makeZild, zild::takesField}};

} // namespace

QList<domain::BackendDescriptor> descriptors()
{
    QList<domain::BackendDescriptor> all;
    for (const Kind &kind : kinds)
        all << kind.descriptor();
    return all;
}

std::unique_ptr<Backend> createBackend(const domain::AccountConfig &config, const QString &secret,
                                       QString *problemField)
{
    QString problem;
    auto made = [&]() -> std::unique_ptr<Backend> {
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&config](const Kind &k) {
            return k.descriptor().id == config.backend;
        });
        if (kind == kinds.end())
            return nullptr;
        const auto base = net::parseBaseUrl(config.settings.value(domain::baseUrlSetting));
        if (!base) {
            problem = domain::baseUrlSetting;
            return nullptr;
        }
        const QString seconds = config.settings.value(domain::pollSecondsSetting).trimmed();
        bool isNumber = false;
        if (!seconds.isEmpty() && (seconds.toInt(&isNumber) < 1 || !isNumber)) {
            problem = domain::pollSecondsSetting;
            return nullptr;
        }
        return kind->make(config, *base, secret, problem);
    }();
    if (problemField)
        *problemField = problem;
    return made;
}

bool takesOpeningField(const QString &backend, const QString &field, const QString &value)
{
    const QString text = value.trimmed();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&backend](const Kind &k) { return k.descriptor().id == backend; });
    return text.isEmpty() || kind == kinds.end() || !kind->takesField || kind->takesField(field, text);
}

} // namespace inbox::backends
