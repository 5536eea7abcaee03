// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto f = fast.lock();
    return *f + slow.with([](u32& n) { return n; }); // expect-error: [keel-atomic-context]
}
