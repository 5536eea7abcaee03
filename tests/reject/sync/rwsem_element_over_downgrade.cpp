// SPDX-License-Identifier: GPL-2.0
// What was lent to a writer ends when it becomes a reader: others read now.
#include <keel/prelude.hpp>
#include <keel/sync/rwsem.hpp>
using namespace keel;
void caller(const RwSemaphore<Vec<u32>>& table)
{
    auto writer = table.write();
    u32& first = (*writer)[0];
    auto reader = table.downgrade(move(writer)); // expect-error: [keel-exclusive]
    first = 3;
}
