// SPDX-License-Identifier: GPL-2.0
// An element is in one table at most.
// rustc: E0382
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

void add(Flows& first, Flows& second, Box<Flow> flow)
{
    first.add(move(flow));
    second.add(move(flow)); // expect-error: [keel-use-after-move]
}
