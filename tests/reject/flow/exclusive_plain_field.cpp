// SPDX-License-Identifier: GPL-2.0
// A field is assigned to while the struct around it is borrowed.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Point {
    u32 x = 0;
    u32 y = 0;
};
u32 field(Point& point)
{
    const Point& seen = point;
    point.x = 5; // expect-error: [keel-exclusive]
    return seen.x;
}
