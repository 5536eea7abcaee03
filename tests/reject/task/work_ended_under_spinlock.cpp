// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    Mutex<u32> pages;
    Work<Cache> trim;
};
void forget(const SpinLock<Option<Box<Cache>>>& slot)
{
    auto held = slot.lock();
    held->reset(); // expect-error: [keel-atomic-context]
}
