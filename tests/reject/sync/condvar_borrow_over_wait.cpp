// SPDX-License-Identifier: GPL-2.0
// While it waits, the lock is not held, and others replace the element.
#include <keel/prelude.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;
void caller(const Mutex<Vec<u32>>& items, const CondVar& changed)
{
    auto guard = items.lock();
    u32& first = (*guard)[0];
    changed.wait(guard, [](Vec<u32>& v) { return !v.is_empty(); }); // expect-error: [keel-exclusive]
    first = 3;
}
