// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
using namespace keel;
struct Point {
    u32 x;
};
Arc<Point> caller(UniqueArc<Point>& point)
{
    return point.share(); // expect-error: 'this' argument to member function 'share' is an lvalue
}
