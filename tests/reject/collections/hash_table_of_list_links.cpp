// SPDX-License-Identifier: GPL-2.0
// The links of a list are not those of a table.
#include <keel/collections/hash_table.hpp>
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Flow {
    u32 id;
    ListLinks links;
};
bool idle(const HashTable<Box<Flow>, &Flow::links, &Flow::id, 6>& flows)
{
    return flows.is_empty(); // expect-error: a Box's element is linked by the container's own links
}
