// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

u32 drop(Flows& flows)
{
    Flow& flow = flows.get(1).value();
    flows.remove(1).reset(); // expect-error: [keel-exclusive]
    return flow.id;
}
