// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 add(const SpinLock<u32>& value, const Mutex<u32>& total)
{
    return value.with([&](auto& v) {
        // expect-error@+1: 'Mutex::lock' may sleep in a callback that runs in atomic context [keel-atomic-context]
        v += *total.lock();
        return v;
    });
}
