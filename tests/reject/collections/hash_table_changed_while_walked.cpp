// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

void drop_odd(Flows& flows)
{
    for (Flow& flow : flows)
        if (flow.id % 2 != 0)
            flows.remove(flow.id).reset(); // expect-error: [keel-exclusive]
}
