// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/collections/hash_map.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Point {
    u32 x;
    u32 y;
};
usize size(const HashMap<Point, u32, 4>& map) // expect-error: constraints not satisfied
{
    return sizeof(map);
}
