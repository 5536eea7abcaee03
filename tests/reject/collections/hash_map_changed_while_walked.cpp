// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/hash_map.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Map = HashMap<u32, Box<u32>, 4>;

void drop_small(Map& map)
{
    for (auto item : map)
        if (item.key < 3)
            map.remove(item.key).reset(); // expect-error: [keel-exclusive
}
