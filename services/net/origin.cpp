// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/origin.h"

#include <QHostAddress>

namespace inbox::net {

namespace {

int portOf(const QUrl &url)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    return url.port(url.scheme() == QLatin1String("https") ? httpsPort : httpPort);
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return !a.host().isEmpty() && a.scheme() == b.scheme()
        && a.host(QUrl::FullyEncoded).compare(b.host(QUrl::FullyEncoded), Qt::CaseInsensitive) == 0
        && portOf(a) == portOf(b);
}

bool mayFetchFrom(const QUrl &url, const QUrl &base)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http") && base.scheme() == QLatin1String("http") && isLoopback(url);
}

tl::expected<QUrl, BaseUrlProblem> parseBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return tl::unexpected(BaseUrlProblem::Malformed);
    const bool https = url.scheme() == QLatin1String("https");
    if (!https && url.scheme() != QLatin1String("http"))
        return tl::unexpected(BaseUrlProblem::NotHttps);
    if (url.host().isEmpty())
        return tl::unexpected(BaseUrlProblem::Malformed);
    if (!url.userInfo().isEmpty())
        return tl::unexpected(BaseUrlProblem::HasCredentials);
    if (url.hasQuery() || url.hasFragment())
        return tl::unexpected(BaseUrlProblem::HasQuery);
    if (!https && !isLoopback(url))
        return tl::unexpected(BaseUrlProblem::NotHttps);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode); // it is encoded already
    return url;
}

} // namespace inbox::net
