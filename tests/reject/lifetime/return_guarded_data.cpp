// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

const u32& peek(const Mutex<u32>& total KEEL_LIFETIME_BOUND)
{
    auto t = total.lock();
    return *t; // expect-error: [keel-dangling]
}
