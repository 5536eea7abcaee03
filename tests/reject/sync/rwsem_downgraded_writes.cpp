// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwsem.hpp>
using namespace keel;
void caller(const RwSemaphore<u32>& table)
{
    auto writer = table.write();
    auto reader = table.downgrade(move(writer));
    *writer = 3; // expect-error: [keel-use-after-move]
}
