// SPDX-License-Identifier: GPL-2.0
// Two mutable references to the same field.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

struct Point {
    u32 x = 0;
    u32 y = 0;
};
void twice(Point& point)
{
    u32& x = point.x;
    u32& same = point.x; // expect-error: [keel-exclusive]
    x = 1;
    same = 2;
}
