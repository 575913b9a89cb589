// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// fuzz_inbox [LIBFUZZER OPTIONS] [CORPUS…]: libFuzzer at the target that INBOX_FUZZ_TARGET names. With --list
// it prints the targets.
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace inbox::fuzz;

namespace {

const Target *chosen = nullptr;

}

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const auto &all = targets();
    if (*argc > 1 && std::string_view((*argv)[1]) == "--list") {
        for (const Target &target : all)
            std::puts(target.name);
        std::exit(0);
    }
    const char *wanted = std::getenv("INBOX_FUZZ_TARGET");
    const auto found = std::find_if(all.begin(), all.end(), [wanted](const Target &target) {
        return wanted && std::string_view(target.name) == wanted;
    });
    if (found == all.end()) {
        std::fputs("INBOX_FUZZ_TARGET names no target; --list prints them.\n", stderr);
        std::exit(2);
    }
    chosen = &*found;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    runTarget(*chosen, QByteArrayView(data, qsizetype(size)));
    return 0;
}
