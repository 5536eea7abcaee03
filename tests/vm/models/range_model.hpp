// SPDX-License-Identifier: GPL-2.0
// MapleTree against an array that says of each place which range it is in; HashTable against a row of pairs.
#pragma once

#include "model.hpp"

#include <keel/collections/hash_table.hpp>
#include <keel/collections/maple_tree.hpp>

namespace model {

/// Places that a range may have; the last stands for the greatest index there is.
constexpr u32 ground = 160;

struct Land {
    Array<u32, ground> owner; // 0: nobody

    /// Indices are places, but for those behind the middle, which are at the far end.
    static usize index(u32 place) { return place < ground / 2 ? place : ~usize {0} - (ground - 1 - place); }
    bool is_free(u32 first, u32 last) const
    {
        for (u32 place = first; place <= last; place++)
            if (owner[place] != 0)
                return false;
        return true;
    }
    void give(u32 first, u32 last, u32 to)
    {
        for (u32 place = first; place <= last; place++)
            owner[place] = to;
    }
    void take(u32 from)
    {
        for (u32& who : owner)
            who = who == from ? 0 : who;
    }
};

template <class T> bool agree(const T& tree, const Land& land)
{
    auto locked = tree.lock();
    for (u32 place = 0; place < ground; place++) {
        auto there = locked.get(Land::index(place));
        MODEL_EXPECT(there.is_some() == (land.owner[place] != 0));
        MODEL_EXPECT(there.is_none() || there.value() == land.owner[place]);
    }
    auto cursor = locked.cursor();
    for (u32 place = 0; place < ground;) {
        const u32 owner = land.owner[place];
        const u32 first = place++;
        if (owner == 0)
            continue;
        while (place < ground && land.owner[place] == owner)
            place++;
        MODEL_EXPECT(!cursor.at_end() && *cursor == owner);
        MODEL_EXPECT(cursor.first() == Land::index(first) && cursor.last() == Land::index(place - 1));
        cursor.next();
    }
    MODEL_EXPECT(cursor.at_end());
    return true;
}

/// Takes what is from a place on, one after the other, until there is too little memory or as many as chosen.
template <class T> bool clear_from(const T& tree, Land& land, u32 place, Choices& choices)
{
    auto locked = tree.lock();
    auto cursor = locked.cursor(Land::index(place));
    while (place < ground && !choices.once_in(4)) {
        const u32 owner = land.owner[place];
        if (owner == 0) {
            place++;
            continue;
        }
        auto removed = cursor.remove();
        if (!removed.ok())
            return true;
        MODEL_EXPECT(*removed.take() == owner);
        land.take(owner);
    }
    return true;
}

template <class T> bool settle(const T& tree, Land& land, u32 owner, Choices& choices)
{
    const u32 first = choices.below(ground);
    const u32 last = min(first + choices.below(choices.once_in(6) ? ground : 5), ground - 1);
    auto made = Box<u32>::create(GFP_KERNEL, owner).take();
    Result<void> put = tree.insert_range(Land::index(first), Land::index(last), move(made), GFP_KERNEL);
    const bool all = first == 0 && last == ground - 1;
    MODEL_EXPECT(put.ok() == (!all && land.is_free(first, last)));
    MODEL_EXPECT(put.ok() || put.error() == (all ? EINVAL : EEXIST));
    if (put.ok())
        land.give(first, last, owner);
    return true;
}

inline bool find_room(const MapleTree<Box<u32>>&, Land&, u32, Choices&) { return true; }
/// Below the middle, where places are indices.
inline bool find_room(const MapleTreeAlloc<Box<u32>>& tree, Land& land, u32 owner, Choices& choices)
{
    const u32 size = 1 + choices.below(6);
    const u32 least = choices.below(ground / 2);
    const u32 greatest = choices.below(ground / 2);
    u32 first = least;
    while (first + size - 1 <= greatest && !land.is_free(first, first + size - 1))
        first++;
    const bool fits = first + size - 1 <= greatest;
    auto made = Box<u32>::create(GFP_KERNEL, owner).take();
    Result<usize> found = tree.alloc_range(move(made), size, least, greatest, GFP_KERNEL);
    MODEL_EXPECT(found.ok() == fits && (found.ok() ? found.value() == first : found.error() == EBUSY));
    if (fits)
        land.give(first, first + size - 1, owner);
    return true;
}

template <class T> bool leave(const T& tree, Land& land, u32 place)
{
    const u32 owner = land.owner[place];
    auto erased = tree.erase(Land::index(place));
    MODEL_EXPECT(erased.is_some() == (owner != 0) && (owner == 0 || *erased.value() == owner));
    if (owner != 0)
        land.take(owner);
    return true;
}

template <class T> bool run_tree(Choices choices)
{
    T tree;
    Box<Land> land = Box<Land>::create(GFP_KERNEL).take();
    for (u32 step = 1; step <= 200 && !choices.ended(); step++) {
        const u32 what = choices.below(16);
        const bool done = what == 0   ? clear_from(tree, *land, choices.below(ground), choices)
                          : what < 4  ? find_room(tree, *land, step, choices)
                          : what < 10 ? settle(tree, *land, step, choices)
                                      : leave(tree, *land, choices.below(ground));
        MODEL_EXPECT(done && agree(tree, *land));
    }
    return true;
}

struct Chained {
    u32 key;
    u32 value;
    HashLinks links;
};
using Chains = HashTable<Box<Chained>, &Chained::links, &Chained::key, 2>;

/// Pairs in the order in which they came; a key's last one is found first.
inline bool run_hash_table(Choices choices)
{
    Chains chains;
    Box<Row> keys = Row::empty();
    Box<Row> values = Row::empty();
    for (u32 step = 1; step <= 300 && !choices.ended(); step++) {
        const u32 key = choices.below(12);
        if (choices.below(5) < 3) {
            chains.add(Box<Chained>::create(GFP_KERNEL, key, u32 {step}).take());
            keys->insert(keys->len, key);
            values->insert(values->len, step);
        } else if (choices.once_in(10)) {
            chains.retain([=](const Chained& chained) { return chained.key != key || chained.value % 2 == 0; });
            for (usize i = 0; i < keys->len;)
                if (keys->at[i] == key && values->at[i] % 2 != 0)
                    keys->remove(i), values->remove(i);
                else
                    i++;
        } else {
            auto removed = chains.remove(key);
            usize i = keys->len;
            while (i > 0 && keys->at[i - 1] != key)
                i--;
            MODEL_EXPECT(removed.is_some() == (i > 0));
            if (i > 0) {
                MODEL_EXPECT(removed.value()->value == values->at[i - 1]);
                keys->remove(i - 1), values->remove(i - 1);
            }
        }
        usize i = keys->len;
        for (const Chained& chained : chains.matches(key)) {
            while (i > 0 && keys->at[i - 1] != key)
                i--;
            MODEL_EXPECT(i > 0 && chained.value == values->at[--i]);
        }
        while (i > 0)
            MODEL_EXPECT(keys->at[--i] != key);
        usize all = 0;
        for (const Chained& chained : chains)
            all += chained.key < 12;
        MODEL_EXPECT(all == keys->len && chains.is_empty() == (all == 0));
    }
    return true;
}

} // namespace model
