// SPDX-License-Identifier: GPL-2.0
// Its elements point into it.
// rustc: E0277
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

void take(Flows& flows)
{
    Flows mine = move(flows); // expect-error: call to deleted constructor
    mine.clear();
}
