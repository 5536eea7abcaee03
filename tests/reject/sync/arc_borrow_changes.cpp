// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/arc_borrow.hpp>
using namespace keel;
struct Point {
    u32 x;
};
void caller(ArcBorrow<Point> point)
{
    point->x = 3; // expect-error: cannot assign
}
