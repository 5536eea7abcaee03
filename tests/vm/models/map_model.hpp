// SPDX-License-Identifier: GPL-2.0
// RbTree and HashMap against an array that the key is an index of.
#pragma once

#include "model.hpp"

#include <keel/alloc/box.hpp>
#include <keel/collections/hash_map.hpp>
#include <keel/collections/rbtree.hpp>

namespace model {

constexpr u32 keys = 64;

using Tree = RbTree<u32, Box<u32>>;
using Map = HashMap<u32, Box<u32>, 3>;

/// The value of each key; 0: none.
struct Table {
    Array<u32, keys> value;
};

template <class C> bool agree(const C& container, const Table& table)
{
    u32 pairs = 0;
    for (auto item : container) {
        MODEL_EXPECT(item.key < keys && table.value[item.key] == *item.value);
        pairs++;
    }
    for (u32 key = 0; key < keys; key++) {
        MODEL_EXPECT(container.contains(key) == (table.value[key] != 0));
        if (table.value[key] == 0)
            continue;
        MODEL_EXPECT(*container.get(key).value() == table.value[key]);
        pairs--;
    }
    MODEL_EXPECT(pairs == 0);
    return true;
}

template <class C> bool insert(C& container, Table& table, u32 key, u32 value)
{
    auto room = C::reserve(GFP_KERNEL).take();
    Option<Box<u32>> old = container.insert(move(room), key, Box<u32>::create(GFP_KERNEL, value).take());
    MODEL_EXPECT(old.is_some() == (table.value[key] != 0));
    MODEL_EXPECT(old.is_none() || *old.value() == table.value[key]);
    table.value[key] = value;
    return true;
}

template <class C> bool remove(C& container, Table& table, u32 key)
{
    Option<Box<u32>> removed = container.remove(key);
    MODEL_EXPECT(removed.is_some() == (table.value[key] != 0));
    MODEL_EXPECT(removed.is_none() || *removed.value() == table.value[key]);
    table.value[key] = 0;
    return true;
}

inline bool walk(Map& map, Table& table, Choices& choices)
{
    const u32 part = 2 + choices.below(4);
    map.retain([=](const u32& key, Box<u32>&) { return key % part != 0; });
    for (u32 key = 0; key < keys; key += part)
        table.value[key] = 0;
    Map moved;
    swap(moved, map);
    map = move(moved);
    return true;
}

/// Removes some of the pairs from a key on, by a cursor; then looks at a range.
inline bool walk(Tree& tree, Table& table, Choices& choices)
{
    u32 key = choices.below(keys);
    {
        auto cursor = tree.cursor_at(key);
        for (; key < keys; key++) {
            if (table.value[key] == 0)
                continue;
            MODEL_EXPECT(!cursor.at_end() && cursor.key() == key && **cursor == table.value[key]);
            if (choices.once_in(4)) {
                MODEL_EXPECT(*cursor.remove().value() == table.value[key]);
                table.value[key] = 0;
            } else {
                cursor.next();
            }
        }
        MODEL_EXPECT(cursor.at_end());
    }
    const u32 from = choices.below(keys);
    const u32 to = choices.below(keys);
    u32 next = from;
    for (auto item : tree.range(from, to)) {
        while (next < to && table.value[next] == 0)
            next++;
        MODEL_EXPECT(item.key == next++);
    }
    for (; next < to; next++)
        MODEL_EXPECT(table.value[next] == 0);
    return true;
}

/// Whether the pairs come in the order of their keys.
inline bool in_order(const Map&) { return true; }
inline bool in_order(const Tree& tree)
{
    u32 least = 0;
    for (auto item : tree) {
        MODEL_EXPECT(item.key >= least);
        least = item.key + 1;
    }
    return true;
}

template <class C> bool run_map(Choices choices)
{
    C container;
    Table table {};
    for (u32 step = 1; step <= 300 && !choices.ended(); step++) {
        const u32 key = choices.below(keys);
        const bool done = choices.once_in(30)    ? walk(container, table, choices)
                          : choices.below(5) < 3 ? insert(container, table, key, step)
                                                 : remove(container, table, key);
        MODEL_EXPECT(done && agree(container, table) && in_order(container));
    }
    return true;
}

} // namespace model
