// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/xarray.hpp>
#include <keel/sync/arc.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

Result<Box<u32>> number(u32 n) { return Box<u32>::create(GFP_KERNEL, n); }

/// The values in the order of their indices, as digits.
u64 digits(const XArray<Box<u32>>& array)
{
    u64 sum = 0;
    auto guard = array.lock();
    usize i = 0;
    for (Option<u32&> n = guard.next(i); n.is_some(); n = guard.next(++i))
        sum = sum * 10 + n.value();
    return sum;
}

/// Puts `n` at `index`; whether that was possible.
bool put(const XArray<Box<u32>>& array, usize index, u32 n)
{
    Result<Box<u32>> made = number(n);
    return made.ok() && array.store(index, made.take(), GFP_KERNEL).ok();
}

void entries_are_owned(Test& test)
{
    XArray<Box<u32>> array;
    KEEL_EXPECT(test, array.is_empty() && array.remove(3).is_none());
    if (!put(array, 5, 2) || !put(array, 1'000'000, 3) || !put(array, 0, 1))
        return;
    KEEL_EXPECT(test, digits(array) == 123 && !array.is_empty());
    {
        Result<Box<u32>> made = number(7);
        if (!made.ok())
            return;
        Result<Option<Box<u32>>> old = array.store(5, made.take(), GFP_KERNEL);
        if (!old.ok())
            return;
        KEEL_EXPECT(test, *old.value().take() == 2 && digits(array) == 173);
    }
    KEEL_EXPECT(test, *array.remove(0).value() == 1 && array.remove(0).is_none() && digits(array) == 73);
}

/// Whether it is the error that is due, where memory may also be missing.
bool is(Error error, Error due) { return error == due || error == ENOMEM; }

void insert_does_not_replace(Test& test)
{
    XArray<Box<u32>> array;
    Result<Box<u32>> first = number(1);
    Result<Box<u32>> second = number(2);
    if (!first.ok() || !second.ok() || !array.insert(4, first.take(), GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, is(array.insert(4, second.take(), GFP_KERNEL).error(), EBUSY) && digits(array) == 1);
}

void a_guard_changes_in_place(Test& test)
{
    XArray<Box<u32>> array;
    if (!put(array, 1, 1) || !put(array, 2, 2) || !array.reserve(3, GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, is(array.reserve(2, GFP_KERNEL).error(), EBUSY) && digits(array) == 12);
    Result<Box<u32>> third = number(3);
    if (!third.ok())
        return;
    {
        auto guard = array.lock();
        guard.get(1).value() = 5;
        KEEL_EXPECT(test, guard.get(3).is_none() && guard.get(9).is_none());
        Result<Option<Box<u32>>> stored = guard.store(3, third.take(), GFP_ATOMIC);
        KEEL_EXPECT(test, stored.ok() && stored.value().is_none());
        KEEL_EXPECT(test, *guard.remove(2).value() == 2 && guard.remove(2).is_none());
    }
    KEEL_EXPECT(test, digits(array) == 53);
}

void marked_entries_are_found(Test& test)
{
    XArray<Box<u32>> array;
    for (u32 i = 0; i < 8; i++)
        if (!put(array, i * 100, i))
            return;
    auto guard = array.lock();
    guard.set_mark(300, Mark::One);
    guard.set_mark(700, Mark::One);
    guard.set_mark(400, Mark::Two);
    guard.set_mark(401, Mark::One);
    KEEL_EXPECT(test,
                guard.has_mark(300, Mark::One) && !guard.has_mark(300, Mark::Two) && !guard.has_mark(401, Mark::One));
    usize i = 0;
    KEEL_EXPECT(test, guard.next_marked(i, Mark::One).value() == 3 && i == 300);
    KEEL_EXPECT(test, guard.next_marked(++i, Mark::One).value() == 7 && i == 700);
    KEEL_EXPECT(test, guard.next_marked(++i, Mark::One).is_none());
    guard.clear_mark(400, Mark::Two);
    i = 0;
    KEEL_EXPECT(test, guard.next_marked(i, Mark::Two).is_none());
}

void an_idr_chooses_the_index(Test& test)
{
    Idr<Arc<u32>> idr;
    Result<Arc<u32>> made = Arc<u32>::create(GFP_KERNEL, 7u);
    if (!made.ok())
        return;
    Arc<u32> shared = made.take();
    Result<u32> first = idr.alloc(shared.clone(), 1, 2, GFP_KERNEL);
    Result<u32> second = idr.alloc(shared.clone(), 1, 2, GFP_KERNEL);
    if (!first.ok() || !second.ok())
        return;
    KEEL_EXPECT(test, first.value() == 1 && second.value() == 2);
    KEEL_EXPECT(test, is(idr.alloc(shared.clone(), 1, 2, GFP_KERNEL).error(), EBUSY));
    KEEL_EXPECT(test, idr.remove(1).value().same_object(shared));
    KEEL_EXPECT(test, idr.lock().get(2).value() == 7);
}

} // namespace

KEEL_SUITE(xarray_suite, "collections/xarray", KEEL_CASE(entries_are_owned), KEEL_CASE(insert_does_not_replace),
           KEEL_CASE(a_guard_changes_in_place), KEEL_CASE(marked_entries_are_found),
           KEEL_CASE(an_idr_chooses_the_index));
