// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/maple_tree.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/rcu_shared.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Tree = MapleTree<Box<u32>>;

/// Puts `n` at a range; whether that was possible.
bool put(const Tree& tree, usize first, usize last, u32 n)
{
    Result<Box<u32>> made = Box<u32>::create(GFP_KERNEL, n);
    return made.ok() && tree.insert_range(first, last, made.take(), GFP_KERNEL).ok();
}

/// Why `n` cannot be put at a range; ENOMEM if memory is why.
Error refusal(const Tree& tree, usize first, usize last)
{
    Result<Box<u32>> made = Box<u32>::create(GFP_KERNEL, 99u);
    if (!made.ok())
        return ENOMEM;
    Result<void> put = tree.insert_range(first, last, made.take(), GFP_KERNEL);
    return put.ok() ? EIO : put.error();
}
bool refused(const Tree& tree, usize first, usize last, Error why)
{
    const Error error = refusal(tree, first, last);
    return error == why || error == ENOMEM;
}

/// The values in the order of their ranges, as digits.
u64 digits(const Tree& tree)
{
    u64 sum = 0;
    auto locked = tree.lock();
    for (auto cursor = locked.cursor(); !cursor.at_end(); cursor.next())
        sum = sum * 10 + *cursor;
    return sum;
}

void ranges_are_owned_and_do_not_overlap(Test& test)
{
    Tree tree;
    KEEL_EXPECT(test, tree.is_empty() && tree.erase(3).is_none() && digits(tree) == 0);
    if (!put(tree, 10, 19, 2) || !put(tree, 0, 4, 1) || !put(tree, 20, 20, 3))
        return;
    KEEL_EXPECT(test, digits(tree) == 123 && !tree.is_empty());
    KEEL_EXPECT(test, refused(tree, 19, 30, EEXIST) && refused(tree, 4, 10, EEXIST) && refused(tree, 12, 13, EEXIST));
    KEEL_EXPECT(test, refused(tree, 0, ~usize {0}, EINVAL) && refused(tree, 30, 29, EINVAL));
    KEEL_EXPECT(test, refused(tree, 0, ~usize {0} - 1, EEXIST) && refused(tree, 1, ~usize {0}, EEXIST));
    {
        auto locked = tree.lock();
        KEEL_EXPECT(test, locked.get(0).value() == 1 && locked.get(4).value() == 1 && locked.get(5).is_none());
        KEEL_EXPECT(test, locked.get(9).is_none() && locked.get(10).value() == 2 && locked.get(20).value() == 3);
        locked.get(15).value() = 7;
    }
    // What is inside a range stands for all of it.
    KEEL_EXPECT(test, *tree.erase(13).value() == 7 && tree.erase(10).is_none() && digits(tree) == 13);
    if (!put(tree, 5, 19, 8))
        return;
    KEEL_EXPECT(test, digits(tree) == 183);
}

void the_ends_of_the_numbers_are_indices(Test& test)
{
    constexpr usize greatest = ~usize {0};
    Tree tree;
    if (!put(tree, 0, 0, 1))
        return;
    KEEL_EXPECT(test, *tree.erase(0).value() == 1 && tree.is_empty());
    if (!put(tree, greatest - 2, greatest, 2) || !put(tree, 0, 0, 1))
        return;
    KEEL_EXPECT(test, digits(tree) == 12);
    {
        auto locked = tree.lock();
        auto cursor = locked.cursor(5);
        KEEL_EXPECT(test, cursor.first() == greatest - 2 && cursor.last() == greatest);
        cursor.next();
        cursor.next();
        KEEL_EXPECT(test, cursor.at_end());
    }
    Result<Option<Box<u32>>> last = tree.lock().erase(greatest);
    KEEL_EXPECT(test, !last.ok() || *last.value().take() == 2);
    Tree nearly_all;
    KEEL_EXPECT(test, !put(nearly_all, 1, greatest, 5) || *nearly_all.erase(77).value() == 5);
    KEEL_EXPECT(test, nearly_all.is_empty());
}

void a_cursor_removes_where_it_is(Test& test)
{
    Tree tree;
    for (u32 i = 0; i < 9; i++)
        if (!put(tree, i * 10, i * 10 + 4, i + 1))
            return;
    {
        auto locked = tree.lock();
        auto cursor = locked.cursor(22);
        KEEL_EXPECT(test, *cursor == 3 && cursor.first() == 20 && cursor.last() == 24);
        Result<Box<u32>> removed = cursor.remove();
        if (!removed.ok()) {
            KEEL_EXPECT(test, removed.error() == ENOMEM && *cursor == 3);
            return;
        }
        KEEL_EXPECT(test, *removed.take() == 3);
        auto moved = move(cursor);
        KEEL_EXPECT(test, *moved == 4 && moved.first() == 30);
        while (!moved.at_end())
            if (!moved.remove().ok())
                return;
    }
    KEEL_EXPECT(test, digits(tree) == 12);
    auto locked = tree.lock();
    KEEL_EXPECT(test, locked.erase(7).value().is_none() && locked.cursor(25).at_end());
}

struct Named {
    u32 name;
};

void elements_are_changed_in_place(Test& test)
{
    MapleTree<Box<Named>> tree;
    Result<Box<Named>> made = Box<Named>::create(GFP_KERNEL, 3u);
    if (!made.ok() || !tree.insert(5, made.take(), GFP_KERNEL).ok())
        return;
    auto locked = tree.lock();
    auto cursor = locked.cursor();
    cursor->name++;
    KEEL_EXPECT(test, (*cursor).name == 4 && cursor.last() == 5);
}

void free_ranges_are_chosen(Test& test)
{
    MapleTreeAlloc<Arc<u32>> tree;
    Result<Arc<u32>> made = Arc<u32>::create(GFP_KERNEL, 7u);
    if (!made.ok())
        return;
    Arc<u32> shared = made.take();
    auto alloc = [&](usize size, usize least, usize greatest) {
        return tree.alloc_range(shared.clone(), size, least, greatest, GFP_KERNEL);
    };
    KEEL_EXPECT(test, alloc(0, 0, 9).error() == EINVAL && alloc(3, 9, 8).error() == EBUSY);
    KEEL_EXPECT(test, alloc(3, 8, 9).error() == EBUSY);
    Result<usize> first = alloc(10, 100, 199), second = alloc(1, 100, 199), third = alloc(80, 100, 199);
    if (!first.ok() || !second.ok() || !third.ok())
        return;
    KEEL_EXPECT(test, first.value() == 100 && second.value() == 110 && third.value() == 111);
    KEEL_EXPECT(test, alloc(10, 100, 199).error() == EBUSY && tree.lock().get(190).value() == 7);
    KEEL_EXPECT(test, tree.erase(110).value().same_object(shared));
    Result<usize> again = alloc(1, 110, 110);
    KEEL_EXPECT(test, again.ok() ? again.value() == 110 : again.error() == ENOMEM);
    KEEL_EXPECT(test, !again.ok() || alloc(1, 110, 110).error() == EBUSY);
    Result<usize> last = alloc(9, 0, 199);
    KEEL_EXPECT(test, last.ok() ? last.value() == 0 : last.error() == ENOMEM);
    const Error taken = tree.insert(150, shared.clone(), GFP_KERNEL).error();
    KEEL_EXPECT(test, taken == EEXIST || taken == ENOMEM);
}

void many_ranges_come_and_go(Test& test)
{
    Tree tree;
    constexpr u32 n = 500;
    for (u32 i = 0; i < n; i++)
        if (!put(tree, i * 7, i * 7 + i % 7, i))
            return;
    for (u32 i = 0; i < n; i += 2)
        KEEL_EXPECT(test, *tree.erase(i * 7 + i % 7).value() == i);
    u32 seen = 0;
    auto locked = tree.lock();
    for (auto cursor = locked.cursor(); !cursor.at_end(); cursor.next(), seen++)
        KEEL_EXPECT(test, *cursor == 2 * seen + 1 && cursor.first() == *cursor * 7);
    KEEL_EXPECT(test, seen == n / 2);
}

struct Window {
    u32 id;
    u32 copy;
};
using Windows = MapleTree<RcuShared<Window>>;

bool put(const Windows& windows, usize first, usize last, const u32 id)
{
    Result<RcuBox<Window>> made = RcuBox<Window>::create(GFP_KERNEL, id, id);
    return made.ok() && windows.insert_range(first, last, made.take(), GFP_KERNEL).ok();
}

void readers_need_no_lock(Test& test)
{
    const Windows windows;
    if (!put(windows, 10, 19, 1) || !put(windows, 30, 39, 2) || !put(windows, ~usize {0} - 1, ~usize {0}, 3))
        return;
    const auto section = rcu::read();
    KEEL_EXPECT(test, windows.get(9, section).is_none() && windows.get(20, section).is_none());
    KEEL_EXPECT(test, windows.get(10, section).value().id == 1 && windows.get(39, section).value().id == 2);
    KEEL_EXPECT(test, windows.get(~usize {0}, section).value().copy == 3);
    u32 ids = 0;
    for (auto reader = windows.read(section); !reader.at_end(); reader.next())
        ids = ids * 10 + reader->id;
    KEEL_EXPECT(test, ids == 123);
    auto reader = windows.read(section, 15);
    KEEL_EXPECT(test, reader.first() == 10 && reader.last() == 19 && (*reader).id == 1);
    reader.next();
    KEEL_EXPECT(test, reader.first() == 30 && reader.last() == 39);
    reader.next();
    reader.next();
    reader.next();
    KEEL_EXPECT(test, reader.at_end());
}

void what_is_erased_stays_for_readers(Test& test)
{
    const Windows windows;
    if (!put(windows, 10, 19, 1) || !put(windows, 30, 39, 2))
        return;
    {
        const auto section = rcu::read();
        const Option<const Window&> window = windows.get(12, section);
        Result<Option<RcuShared<Window>>> erased = windows.lock().erase(12);
        if (erased.ok()) {
            erased.value().reset();
            KEEL_EXPECT(test, windows.get(12, section).is_none());
        }
        KEEL_EXPECT(test, window.value().id == 1 && window.value().copy == 1);
    }
    Option<RcuShared<Window>> second = windows.erase(33);
    KEEL_EXPECT(test, second.value()->id == 2 && !second.value().is_empty());
    RcuBox<Window> mine = second.take().wait();
    mine->copy++;
    KEEL_EXPECT(test, mine->copy == 3 && windows.get(33, rcu::read()).is_none());
}

} // namespace

KEEL_SUITE(maple_tree_suite, "collections/maple_tree", KEEL_CASE(ranges_are_owned_and_do_not_overlap),
           KEEL_CASE(the_ends_of_the_numbers_are_indices), KEEL_CASE(a_cursor_removes_where_it_is),
           KEEL_CASE(elements_are_changed_in_place), KEEL_CASE(free_ranges_are_chosen),
           KEEL_CASE(many_ranges_come_and_go), KEEL_CASE(readers_need_no_lock),
           KEEL_CASE(what_is_erased_stays_for_readers));
