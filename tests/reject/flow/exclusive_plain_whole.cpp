// SPDX-License-Identifier: GPL-2.0
// A struct is assigned to while one of its fields is borrowed.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Point {
    u32 x = 0;
    u32 y = 0;
};
u32 whole(Point& point)
{
    const u32& x = point.x;
    point = Point {}; // expect-error: [keel-exclusive]
    return x;
}
