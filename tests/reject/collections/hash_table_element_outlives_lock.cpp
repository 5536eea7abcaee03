// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/collections/hash_table.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    HashLinks links;
};
using Flows = HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>;

u32 look(const SpinLock<Flows>& flows)
{
    Option<Flow&> flow = none;
    {
        auto locked = flows.lock();
        flow = locked->get(1); // expect-error: [keel-dangling]
    }
    return flow.is_some() ? flow.value().id : 0;
}
