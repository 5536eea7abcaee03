// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    return fast.with([&](u32& f) {
        auto s = slow.lock(); // expect-error: [keel-atomic-context]
        return f + *s;
    });
}
