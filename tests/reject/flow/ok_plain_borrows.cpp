// SPDX-License-Identifier: GPL-2.0
// Borrows of plain values that are never in each other's way: the last use of one comes before the next, or they are of
// different parts, or one is made from the other.
#include <keel/prelude.hpp>

using namespace keel;

struct Slot {
    u32 key = 0;
    u32 value = 0;
};
struct Stats {
    u32 hits = 0;
    u32 misses = 0;
    u64 bytes = 0;
};
void count(u32& counter) { counter++; }
void copy(Span<u8> to, Span<const u8> from)
{
    for (usize i = 0; i < to.len() && i < from.len(); i++)
        to[i] = from[i];
}
u32 sum(Span<const u32> all)
{
    u32 total = 0;
    for (u32 one : all)
        total += one;
    return total;
}

class Table {
public:
    u32 lookup(u32 key)
    {
        for (Slot& slot : slots_) {
            stats_.bytes += sizeof slot;
            if (slot.key != key)
                continue;
            stats_.hits++;
            slot.value += limit_;
            return slot.value;
        }
        stats_.misses++;
        return 0;
    }

    Result<void> insert(u32 key, u32 value)
    {
        if (Slot* same = nullptr; same != nullptr)
            return EEXIST;
        for (usize i = 0; i < slots_.len(); i++) {
            auto& slot = slots_[i];
            if (slot.key != key)
                continue;
            slot.value = value;
            count(stats_.hits);
            return {};
        }
        TRY(slots_.push({.key = key, .value = value}, GFP_KERNEL));
        Slot& last = slots_[slots_.len() - 1];
        last.value += 1;
        stats_.bytes = slots_.len() * sizeof(Slot);
        return {};
    }

    void swap_ends()
    {
        if (slots_.len() < 2)
            return;
        Slot& first = slots_[0];
        Slot& second = slots_[1];
        first.value = second.key;
        second.value = first.key;
        swap(slots_[0], slots_[slots_.len() - 1]);
    }

    Stats& stats() KEEL_LIFETIME_BOUND { return stats_; }

private:
    Vec<Slot> slots_;
    Stats stats_ {};
    u32 limit_ = 4;
};

// One after the other.
u32 in_turns(Table& table)
{
    Stats& first = table.stats();
    first.hits = 1;
    Stats& second = table.stats();
    second.hits += 1;
    return table.lookup(3) + table.stats().misses;
}

// A reborrow lasts until its last use; then the first may be used again.
void reborrow(Stats& stats)
{
    Stats& all = stats;
    u32& hits = all.hits;
    hits = 1;
    u32& again = hits;
    count(again);
    hits++;
    all.misses = hits;
    stats.bytes = 0;
}

// Different fields.
void fields(Stats& stats)
{
    u32& hits = stats.hits;
    u32& misses = stats.misses;
    hits = misses;
    misses = 0;
    swap(hits, misses);
    swap(stats.hits, stats.misses);
}

// Elements with different constant indexes; halves of a span.
void elements(Array<u32, 4>& array, Span<u8> frame)
{
    u32& first = array[0];
    u32& last = array[3];
    first = last;
    last = 0;
    first++;
    Halves<u8> halves = frame.split_at(2);
    copy(halves.first, halves.rest);
    Span<u8> head = halves.first;
    Span<u8> body = halves.rest;
    head[0] = body[0];
    body[0] = head[1];
    auto [left, right] = frame.split_at(1);
    left[0] = right[0];
    right[0] = left[0];
}

// What could be changed is only read.
u32 only_read(Vec<u32>& all)
{
    auto& first = all[0];
    auto& second = all[1];
    Span<u32> view = all.span();
    const u32 total = sum(all) + static_cast<u32>(all.len());
    for (auto& one : all)
        if (one == first)
            return one + second + total;
    return view[0] + first;
}

// Read after the last change.
u32 changed_then_read(Vec<u32>& all)
{
    u32& first = all[0];
    first = 1;
    const u32 total = sum(all);
    return total + first;
}

// A break or return ends the borrow that the loop had.
u32 loops(Vec<Slot>& slots, u32 key)
{
    Option<Slot&> found = none;
    for (Slot& slot : slots) {
        if (slot.key == key) {
            found = slot;
            break;
        }
    }
    if (found.is_none())
        return static_cast<u32>(slots.len());
    found.value().value = 1;
    while (true) {
        Slot& slot = slots[0];
        if (slot.value == 0)
            break;
        slot.value--;
        if (slots.len() > 3)
            continue;
        slots[1].value++;
    }
    return slots[0].value;
}

// Closures that borrow, and are called for the last time before what they borrow is used.
u32 closures(Span<const u32> all)
{
    u32 total = 0;
    u32 seen = 0;
    auto add = [&](u32 value) {
        total += value;
        seen++;
    };
    for (u32 one : all)
        add(one);
    add(1);
    total += seen;
    const u32 twice = [&] { return total * 2; }();
    [&] { total = 0; }();
    return total + twice;
}

// The receiver is borrowed once its arguments are computed.
Result<void> two_phases(Vec<u32>& all, Stats& stats)
{
    TRY(all.push(static_cast<u32>(all.len()), GFP_KERNEL));
    TRY(all.push(all[0] + sum(all), GFP_KERNEL));
    all[0] = all[1] + all[0];
    all[all.len() - 1] += all[0];
    stats.hits += stats.misses;
    count(all[stats.hits % all.len()]);
    return {};
}
