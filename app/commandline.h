// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <tl/expected.hpp>

namespace inbox::app {

// What the program was started to do. Parsing is pure: it touches neither files nor the network, needs no
// application object, and knows nothing secret, because no secret is ever an argument.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    enum class Theme { System, Light, Dark };
    struct Connect {
        QString backend; // BackendDescriptor::id
        QUrl baseUrl;
        QMap<QString, QString> options; // by SettingField::id
        friend bool operator==(const Connect &, const Connect &) = default;
    };

    // What --connect can open.
    struct Kind {
        QString id; // BackendDescriptor::id
        QStringList settings; // by SettingField::id, without the address
        QStringList required; // of these
    };

    bool help = false;
    bool version = false;
    bool demo = false;
    bool demoReset = false;
    QString profileDir; // as typed; empty: the default
    std::optional<Connect> connect;
    QString language; // one of the languages given to parse(); empty: the system's
    std::optional<Theme> theme; // nullopt: as the person last chose

    // `arguments` begin with the program's name. The error is one sentence for people.
    static tl::expected<CommandLine, QString> parse(const QStringList &arguments, const QList<Kind> &kinds,
                                                    const QStringList &languages);
    // Each option with a line on what it does.
    static QString helpText();

    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

} // namespace inbox::app
