// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/arc_borrow.hpp>
using namespace keel;
struct Point {
    u32 x;
};
ArcBorrow<Point> caller(Arc<Point> point)
{
    return point; // expect-error: [keel-dangling]
}
