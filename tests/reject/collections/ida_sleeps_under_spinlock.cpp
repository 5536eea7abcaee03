// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/ida.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 start(const SpinLock<u32>& last, const Ida<struct Minor>& minors)
{
    auto guard = last.lock();
    *guard = minors.alloc(0, 255, GFP_KERNEL).value().value(); // expect-error: [keel-atomic-context]
    return *guard;
}
