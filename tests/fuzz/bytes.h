// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <cstring>
#include <utility>

namespace inbox::fuzz {

// Turns a fuzzer's bytes into choices, numbers and texts; zeros when they are used up. What
// <fuzzer/FuzzedDataProvider.h> does, which only clang has: the kept inputs are replayed by any compiler.
class Bytes {
public:
    explicit Bytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    quint8 byte()
    {
        if (m_bytes.isEmpty())
            return 0;
        const auto first = quint8(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return first;
    }
    // 0 … count - 1; at most 256 choices.
    int choice(int count) { return count > 1 ? byte() % count : 0; }
    bool oneIn(int count) { return choice(count) == count - 1; }
    template <typename T> T number()
    {
        char raw[sizeof(T)] = {};
        for (char &c : raw)
            c = char(byte());
        T result;
        std::memcpy(&result, raw, sizeof(T));
        return result;
    }
    QByteArrayView rest() { return std::exchange(m_bytes, {}); }
    // Up to 63 bytes, read as UTF-8.
    QString text()
    {
        const qsizetype wanted = byte() % 64; // before the size is asked for
        const qsizetype length = std::min(wanted, m_bytes.size());
        const QString result = QString::fromUtf8(m_bytes.first(length));
        m_bytes = m_bytes.sliced(length);
        return result;
    }

private:
    QByteArrayView m_bytes;
};

} // namespace inbox::fuzz
