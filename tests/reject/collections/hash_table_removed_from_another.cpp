// SPDX-License-Identifier: GPL-2.0
// An element is taken from a table that it is not in. One with a single owner is taken by its key only.
// rustc: E0599
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

void drop(Flows& flows, Flows& others)
{
    Flow& flow = flows.get(1).value();
    others.remove(flow).reset(); // expect-error: no matching member function for call to 'remove'
}
