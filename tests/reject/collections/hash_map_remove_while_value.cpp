// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/hash_map.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Map = HashMap<u32, Box<u32>, 4>;

u32 drop(Map& map)
{
    Box<u32>& value = map.get(1).value();
    map.remove(1).reset(); // expect-error: [keel-exclusive]
    return *value;
}
