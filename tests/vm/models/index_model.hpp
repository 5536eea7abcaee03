// SPDX-License-Identifier: GPL-2.0
// XArray and Ida against arrays that the index is an index of.
#pragma once

#include "model.hpp"

#include <keel/alloc/vec.hpp>
#include <keel/collections/ida.hpp>
#include <keel/collections/xarray.hpp>

namespace model {

constexpr u32 places = 48;

/// What is at each place; `stride` apart, so that the array is flat or deep.
struct Shelf {
    Array<u32, places> value; // 0: nothing
    Array<bool, places> is_reserved;
    Array<bool, places> is_marked;
    usize stride;

    usize index(u32 place) const { return place * stride; }
    bool is_taken(u32 place) const { return value[place] != 0 || is_reserved[place]; }
    void put(u32 place, u32 what)
    {
        value[place] = what;
        is_reserved[place] = false;
    }
};

template <class A> bool agree(const A& array, const Shelf& shelf)
{
    bool any = false;
    auto locked = array.lock();
    usize at = 0;
    usize at_marked = 0;
    for (u32 place = 0; place < places; place++) {
        any |= shelf.is_taken(place);
        MODEL_EXPECT(locked.get(shelf.index(place)).is_some() == (shelf.value[place] != 0));
        MODEL_EXPECT(locked.has_mark(shelf.index(place), Mark::One) == shelf.is_marked[place]);
        if (shelf.value[place] == 0)
            continue;
        MODEL_EXPECT(locked.next(at).value() == shelf.value[place] && at++ == shelf.index(place));
        if (!shelf.is_marked[place])
            continue;
        MODEL_EXPECT(locked.next_marked(at_marked, Mark::One).value() == shelf.value[place]);
        MODEL_EXPECT(at_marked++ == shelf.index(place));
    }
    MODEL_EXPECT(locked.next(at).is_none() && locked.next_marked(at_marked, Mark::One).is_none());
    MODEL_EXPECT(array.is_empty() == !any);
    return true;
}

inline Box<u32> boxed(u32 value) { return Box<u32>::create(GFP_KERNEL, value).take(); }

template <class A> bool put(const A& array, Shelf& shelf, u32 place, u32 value, Choices& choices)
{
    const usize index = shelf.index(place);
    const u32 old = shelf.value[place];
    switch (choices.below(4)) {
    case 0: {
        auto stored = array.store(index, boxed(value), GFP_KERNEL).take();
        MODEL_EXPECT(stored.is_some() == (old != 0) && (old == 0 || *stored.value() == old));
        shelf.put(place, value);
        break;
    }
    case 1: {
        const bool is_put = array.insert(index, boxed(value), GFP_KERNEL).ok();
        MODEL_EXPECT(is_put == !shelf.is_taken(place));
        if (is_put)
            shelf.put(place, value);
        break;
    }
    case 2:
        MODEL_EXPECT(array.reserve(index, GFP_KERNEL).ok() == !shelf.is_taken(place));
        shelf.is_reserved[place] = old == 0;
        break;
    default: {
        if (!shelf.is_taken(place)) // room for it, so that the store below need not allocate
            array.reserve(index, GFP_KERNEL).take();
        Box<u32> made = boxed(value);
        auto stored = array.lock().store(index, move(made), GFP_ATOMIC).take();
        MODEL_EXPECT(stored.is_some() == (old != 0) && (old == 0 || *stored.value() == old));
        shelf.put(place, value);
    }
    }
    return true;
}

template <class A> bool take(const A& array, Shelf& shelf, u32 place, Choices& choices)
{
    const u32 old = shelf.value[place];
    const usize index = shelf.index(place);
    Option<Box<u32>> removed = choices.once_in(2) ? array.remove(index) : array.lock().remove(index);
    MODEL_EXPECT(removed.is_some() == (old != 0) && (old == 0 || *removed.value() == old));
    shelf.put(place, 0);
    shelf.is_marked[place] = false;
    return true;
}

template <class A> void mark(const A& array, Shelf& shelf, u32 place, Choices& choices)
{
    auto locked = array.lock();
    const bool on = choices.once_in(2);
    if (on)
        locked.set_mark(shelf.index(place), Mark::One);
    else
        locked.clear_mark(shelf.index(place), Mark::One);
    shelf.is_marked[place] = on && shelf.is_taken(place);
}

/// Lets an Idr choose; an XArray cannot.
inline bool choose(const XArray<Box<u32>>&, Shelf&, u32, Choices&) { return true; }
inline bool choose(const Idr<Box<u32>>& idr, Shelf& shelf, u32 value, Choices& choices)
{
    if (shelf.stride != 1)
        return true;
    const u32 least = choices.below(places);
    const u32 greatest = choices.below(places);
    u32 place = least;
    while (place <= greatest && shelf.is_taken(place))
        place++;
    Result<u32> chosen = idr.alloc(boxed(value), least, greatest, GFP_KERNEL);
    MODEL_EXPECT(chosen.ok() == (place <= greatest) && (!chosen.ok() || chosen.value() == place));
    if (chosen.ok())
        shelf.put(place, value);
    return true;
}

template <class A> bool run_array(Choices choices)
{
    A array;
    Box<Shelf> shelf = Box<Shelf>::create(GFP_KERNEL).take();
    constexpr Array<usize, 4> strides = {1, 9, 4097, usize {1} << 57};
    shelf->stride = strides[choices.below(4)];
    for (u32 step = 1; step <= 200 && !choices.ended(); step++) {
        const u32 place = choices.below(places);
        bool done = true;
        switch (choices.below(8)) {
        case 0:
        case 1:
            done = take(array, *shelf, place, choices);
            break;
        case 2:
            mark(array, *shelf, place, choices);
            break;
        case 3:
            done = choose(array, *shelf, step, choices);
            break;
        default:
            done = put(array, *shelf, place, step, choices);
        }
        MODEL_EXPECT(done && agree(array, *shelf));
    }
    return true;
}

/// Numbers that are given out and given back, the smallest first.
inline bool run_ida(Choices choices)
{
    constexpr u32 numbers = 200;
    using Numbers = Ida<struct Number>;
    Numbers ida;
    Vec<Numbers::Id> used;
    Array<bool, numbers> is_used = {};
    for (u32 step = 0; step < 300 && !choices.ended(); step++) {
        if (choices.below(5) < 3) {
            const u32 least = choices.below(numbers);
            const u32 greatest = choices.below(numbers);
            u32 smallest = least;
            while (smallest <= greatest && is_used[smallest])
                smallest++;
            Result<Numbers::Id> id = ida.alloc(least, greatest, GFP_KERNEL);
            MODEL_EXPECT(id.ok() == (smallest <= greatest));
            if (!id.ok()) {
                MODEL_EXPECT(id.error() == ENOSPC);
                continue;
            }
            MODEL_EXPECT(id.value().value() == smallest);
            is_used[smallest] = true;
            used.push(id.take(), GFP_KERNEL).take();
        } else if (!used.is_empty()) {
            Numbers::Id id = used.swap_remove(choices.below(static_cast<u32>(used.len())));
            is_used[id.value()] = false;
            ida.free(move(id));
        }
        MODEL_EXPECT(ida.is_empty() == used.is_empty());
    }
    while (!used.is_empty())
        ida.free(used.pop().take());
    MODEL_EXPECT(ida.is_empty());
    return true;
}

} // namespace model
