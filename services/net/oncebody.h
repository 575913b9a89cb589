// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIODevice>

#include <cstring>

namespace inbox::net {

// The body of every write: a device that can be read once and never rewound, so that Qt cannot send a request
// a second time. Qt 6.4 otherwise repeats a POST, PATCH or DELETE by itself, up to four times, when the
// server closes before its status line, and then reports the last copy's success. Given to Qt with
// DoNotBufferUploadDataAttribute, without which Qt makes a rewindable copy of it.
// Owned by its reply; lives on the GUI thread.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }

    // Qt has asked for it: from here on a byte of it may have left, whether Qt has said so yet or not.
    bool isTaken() const { return m_position > 0; }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_position + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = qMin<qint64>(maxSize, m_bytes.size() - m_position);
        if (count <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace inbox::net
