// SPDX-License-Identifier: GPL-2.0
// The destructor of what is dropped may sleep.
// rustc: klint
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    VVec<u8> log;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

void drop_all(const SpinLock<Flows>& flows)
{
    flows.lock()->clear(); // expect-error: [keel-atomic-context]
}
