// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
using namespace keel;
struct Logger {
    const ThisThread& self; // expect-error: [keel-borrow-field]
};
