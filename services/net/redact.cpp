// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/redact.h"

#include <QRegularExpression>

namespace inbox::net {

namespace {

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

const QList<Rule> &rules()
{
    constexpr auto ignoreCase = QRegularExpression::CaseInsensitiveOption;
    static const QList<Rule> list{
        // Header lines and "Bearer …" wherever they stand.
        {QRegularExpression(QStringLiteral(R"re(\b(bearer|basic)\s+[A-Za-z0-9._~+/=|:-]+)re"), ignoreCase),
         QStringLiteral("\\1 [redacted]")},
        {QRegularExpression(
             QStringLiteral(
                 R"re(\b([a-z_-]*(?:api[_-]?key|captain-key|token|secret|password)"?\s*[:=]\s*"?)[^\s",;&}]+)re"),
             ignoreCase),
         QStringLiteral("\\1[redacted]")},
        // JSON Web Tokens.
        {QRegularExpression(
             QStringLiteral(R"re(\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?)re")),
         QStringLiteral("[redacted]")},
        // What people wrote.
        {QRegularExpression(QStringLiteral(
             R"re(("(?:content|text|caption|name|address|original_message)"\s*:\s*)"(?:[^"\\]|\\.)*")re")),
         QStringLiteral("\\1\"[redacted]\"")},
        // The user name and the query of a URL; signed links carry their secret there.
        {QRegularExpression(QStringLiteral(R"re((\bhttps?://)[^/\s@]+@)re"), ignoreCase),
         QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral(R"re((\bhttps?://[^\s?#"'<>]+)[?#][^\s"'<>]*)re"), ignoreCase),
         QStringLiteral("\\1?[redacted]")},
        {QRegularExpression(QStringLiteral(R"re([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)re")),
         QStringLiteral("[e-mail]")},
        {QRegularExpression(QStringLiteral(R"re((?<![\w.:/-])\+?(?:\d[ ()/-]{0,2}){5,}(\d{3})(?![\w-]))re")),
         QStringLiteral("[phone …\\1]")},
    };
    return list;
}

} // namespace

QString redact(const QString &text)
{
    QString result = text;
    for (const Rule &rule : rules())
        result.replace(rule.pattern, rule.replacement);
    return result;
}

} // namespace inbox::net
