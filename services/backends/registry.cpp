// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/backend.h"
#include "services/backends/clientapi/clientapibackend.h"
#include "services/backends/clientapi/descriptor.h"
#include "services/net/origin.h"

namespace inbox::backends {

QList<domain::BackendDescriptor> descriptors()
{
    return {clientapi::descriptor()};
}

std::unique_ptr<Backend> createBackend(const domain::AccountConfig &config, const QString &secret,
                                       QString *problemField)
{
    const auto problem = [problemField](QLatin1String field) -> std::unique_ptr<Backend> {
        if (problemField)
            *problemField = field;
        return nullptr;
    };
    if (config.backend != clientapi::descriptor().id)
        return problem({});
    const auto base = net::parseBaseUrl(config.settings.value(domain::baseUrlSetting));
    if (!base)
        return problem(domain::baseUrlSetting);
    QString query = config.settings.value(clientapi::listQuerySetting).trimmed();
    if (query.startsWith(u'?'))
        query.remove(0, 1);
    const auto printable = [](QChar c) { return c.isPrint() && !c.isSpace() && c != u'#'; };
    if (!std::all_of(query.begin(), query.end(), printable))
        return problem(clientapi::listQuerySetting);
    const QString seconds = config.settings.value(domain::pollSecondsSetting).trimmed();
    bool isNumber = false;
    if (!seconds.isEmpty() && (seconds.toInt(&isNumber) < 1 || !isNumber))
        return problem(domain::pollSecondsSetting);
    return std::make_unique<clientapi::ClientApiBackend>(config.id, *base, QUrlQuery(query), secret);
}

} // namespace inbox::backends
