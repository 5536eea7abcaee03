// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/rbtree.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Tree = RbTree<u32, Box<u32>>;

/// The order of keys from the greatest down.
struct Descending {
    bool operator()(const u32& a, const u32& b) const { return a > b; }
};

/// Gives `key` the value ten times the key; whether that was possible.
bool put(Tree& tree, u32 key)
{
    Result<Box<u32>> value = Box<u32>::create(GFP_KERNEL, key * 10);
    return value.ok() && tree.insert(key, value.take(), GFP_KERNEL).ok();
}

u64 keys(const Tree& tree)
{
    u64 number = 0;
    for (auto item : tree)
        number = number * 10 + item.key;
    return number;
}

void pairs_are_found_by_key(Test& test)
{
    Tree tree;
    KEEL_EXPECT(test, tree.is_empty() && tree.get(1).is_none() && tree.remove(1).is_none());
    if (!put(tree, 5) || !put(tree, 3) || !put(tree, 8) || !put(tree, 1))
        return;
    KEEL_EXPECT(test, keys(tree) == 1358 && tree.contains(3) && !tree.contains(4));
    *tree.get(3).value() = 7;
    const Tree& view = tree;
    KEEL_EXPECT(test, *view.get(3).value() == 7 && view.get(4).is_none());
    Result<Box<u32>> value = Box<u32>::create(GFP_KERNEL, 9u);
    if (!value.ok())
        return;
    Result<Option<Box<u32>>> old = tree.insert(3, value.take(), GFP_KERNEL);
    if (old.ok())
        KEEL_EXPECT(test, *old.value().take() == 7 && *tree.get(3).value() == 9);
    KEEL_EXPECT(test, *tree.remove(5).value() == 50 && keys(tree) == 138);
    Tree moved = move(tree);
    KEEL_EXPECT(test, tree.is_empty() && keys(moved) == 138);
    tree = move(moved);
    tree.clear();
    KEEL_EXPECT(test, tree.is_empty());
}

void a_large_tree_keeps_its_order(Test& test)
{
    Tree tree;
    for (u32 i = 0; i < 200; i++)
        if (!put(tree, i * 77 % 200))
            return;
    u32 next = 0;
    for (auto item : tree)
        KEEL_EXPECT(test, item.key == next && *item.value == 10 * next++);
    KEEL_EXPECT(test, next == 200);
    for (u32 i = 0; i < 200; i += 2)
        KEEL_EXPECT(test, *tree.remove(i).value() == i * 10);
    next = 1;
    for (auto item : tree) {
        KEEL_EXPECT(test, item.key == next);
        next += 2;
    }
}

void a_reservation_is_inserted_without_allocating(Test& test)
{
    RbTree<u32, u32, Descending> tree;
    auto first = tree.reserve(GFP_KERNEL);
    auto second = tree.reserve(GFP_ATOMIC);
    if (!first.ok() || !second.ok())
        return;
    KEEL_EXPECT(test, tree.insert(first.take(), 1, 10).is_none());
    KEEL_EXPECT(test, tree.insert(second.take(), 2, 20).is_none());
    KEEL_EXPECT(test, tree.cursor().key() == 2 && tree.cursor_back().key() == 1);
    if (auto third = tree.reserve(GFP_KERNEL); third.ok())
        KEEL_EXPECT(test, tree.insert(third.take(), 2, 30).value() == 20 && tree.get(2).value() == 30);
}

void an_entry_is_found_once(Test& test)
{
    RbTree<u32, u32> tree;
    for (const u32& key : Array {3u, 1u, 3u, 2u, 3u}) {
        auto room = tree.reserve(GFP_KERNEL);
        if (!room.ok())
            return;
        auto entry = tree.entry(key);
        if (entry.is_vacant())
            entry.insert(room.take(), 0);
        entry.value()++;
    }
    KEEL_EXPECT(test, tree.get(3).value() == 3 && tree.get(1).value() == 1 && tree.get(2).value() == 1);
}

void a_cursor_walks_and_removes(Test& test)
{
    Tree tree;
    for (const u32& key : Array {1u, 2u, 3u, 4u, 6u})
        if (!put(tree, key))
            return;
    {
        auto cursor = tree.cursor_at(3);
        KEEL_EXPECT(test, cursor.key() == 3 && **cursor == 30);
        cursor.previous();
        KEEL_EXPECT(test, *cursor.remove().value() == 20 && cursor.key() == 3);
        auto moved = move(cursor);
        moved.next();
        KEEL_EXPECT(test, *moved.remove().value() == 40 && moved.key() == 6);
        KEEL_EXPECT(test, *moved.remove().value() == 60 && moved.at_end() && moved.remove().is_none());
        moved.next();
        KEEL_EXPECT(test, moved.at_end());
    }
    KEEL_EXPECT(test, keys(tree) == 13);
    KEEL_EXPECT(test, tree.cursor_at(2).key() == 3 && tree.cursor_at(4).at_end() && tree.cursor_at(0).key() == 1);
}

void a_range_is_a_part(Test& test)
{
    Tree tree;
    for (const u32& key : Array {1u, 3u, 5u, 7u})
        if (!put(tree, key))
            return;
    u64 seen = 0;
    for (auto item : tree.range(2, 7)) {
        seen = seen * 10 + item.key;
        *item.value = 1;
    }
    KEEL_EXPECT(test, seen == 35 && *tree.get(3).value() == 1 && *tree.get(7).value() == 70);
    seen = 0;
    const Tree& view = tree;
    for (auto item : view.range(3, 100))
        seen = seen * 10 + item.key;
    for (auto item : view.range(5, 3))
        seen += item.key;
    for (auto item : view.range(8, 9))
        seen += item.key;
    KEEL_EXPECT(test, seen == 357);
}

} // namespace

KEEL_SUITE(rbtree_suite, "collections/rbtree", KEEL_CASE(pairs_are_found_by_key),
           KEEL_CASE(a_large_tree_keeps_its_order), KEEL_CASE(a_reservation_is_inserted_without_allocating),
           KEEL_CASE(an_entry_is_found_once), KEEL_CASE(a_cursor_walks_and_removes), KEEL_CASE(a_range_is_a_part));
