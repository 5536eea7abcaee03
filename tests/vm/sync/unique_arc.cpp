// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/unique_arc.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Point {
    u32 x, y;
};

void what_is_not_shared_yet_can_be_changed(Test& test)
{
    Result<UniqueArc<Point>> made = UniqueArc<Point>::create(GFP_KERNEL, Point {.x = 1, .y = 2});
    if (!made.ok())
        return;
    UniqueArc<Point> point = made.take();
    point->x = 5;
    (*point).y++;
    const UniqueArc<Point>& seen = point;
    KEEL_EXPECT(test, seen->x == 5 && (*seen).y == 3 && !point.is_empty());
    Arc<Point> shared = move(point).share();
    Arc<Point> other = shared.clone();
    KEEL_EXPECT(test, point.is_empty() && shared->x == 5 && other->y == 3);
}

void the_last_owner_may_change_it_again(Test& test)
{
    Result<Arc<Point>> made = Arc<Point>::create(GFP_KERNEL, Point {.x = 1, .y = 2});
    if (!made.ok())
        return;
    Arc<Point> first = made.take();
    Arc<Point> second = first.clone();
    KEEL_EXPECT(test, UniqueArc<Point>::from_last(move(first)).is_none());
    Option<UniqueArc<Point>> last = UniqueArc<Point>::from_last(move(second));
    KEEL_EXPECT(test, last.is_some());
    last.value()->x = 9;
    Arc<Point> again = last.take().share();
    KEEL_EXPECT(test, again->x == 9 && again->y == 2);
}

void a_failed_part_leaves_none(Test& test)
{
    Result<UniqueArc<Point>> made = UniqueArc<Point>::init(GFP_KERNEL, [](Init<Point>& init) -> Point {
        init.fail(ENODEV);
        return {.x = 0, .y = 0};
    });
    KEEL_EXPECT(test, !made.ok());
    Result<UniqueArc<Point>> built =
        UniqueArc<Point>::init(GFP_KERNEL, [](Init<Point>&) -> Point { return {.x = 3, .y = 4}; });
    KEEL_EXPECT(test, !built.ok() || built.take()->y == 4);
}

} // namespace

KEEL_SUITE(unique_arc_suite, "sync/unique_arc", KEEL_CASE(what_is_not_shared_yet_can_be_changed),
           KEEL_CASE(the_last_owner_may_change_it_again), KEEL_CASE(a_failed_part_leaves_none));
