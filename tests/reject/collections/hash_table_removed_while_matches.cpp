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

u32 drop_all(Flows& flows, u32 id)
{
    u32 sum = 0;
    for (Flow& flow : flows.matches(id)) {
        flows.remove(id).reset(); // expect-error: [keel-exclusive]
        sum += flow.id;
    }
    return sum;
}
