// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;
struct KEEL_NOT_SEND Scratch {
    u32 used = 0;
};
struct Logger {
    Scratch scratch;
    Thread<Logger> writer; // expect-error: [keel-not-send]
};
