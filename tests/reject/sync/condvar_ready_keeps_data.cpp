// SPDX-License-Identifier: GPL-2.0
// What ready() is shown is under the lock only while it looks.
#include <keel/prelude.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;
void caller(const Mutex<Vec<u32>>& items, const CondVar& changed)
{
    Span<u32> seen;
    auto guard = items.lock();
    changed.wait(guard, [&](Vec<u32>& v) {
        seen = v.span(); // expect-error: [keel-
        return true;
    });
}
