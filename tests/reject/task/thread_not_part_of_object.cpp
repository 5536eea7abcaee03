// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;
struct Logger {
    Thread<Logger> writer;
    Mutex<u32> lines; // expect-error: [keel-publish-last]
};
