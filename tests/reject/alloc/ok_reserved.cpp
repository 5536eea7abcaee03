// SPDX-License-Identifier: GPL-2.0
// Allocated outside of the lock, filled inside.
#include <keel/alloc/slot.hpp>
#include <keel/alloc/string.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Entry {
    u32 key;
    u32 value;
};
Result<void> add(const SpinLock<Vec<Box<Entry>>>& table, u32 key)
{
    Slot<Entry> slot = TRY(Slot<Entry>::create(GFP_KERNEL));
    auto t = table.lock();
    const usize at = lower_bound(t->span(), [key](const Box<Entry>& entry) { return entry->key < key; });
    return t->insert_within_capacity(at, slot.fill(key, 0u));
}
usize drop(const SpinLock<Vec<Box<Entry>>>& table, u32 key)
{
    auto t = table.lock();
    t->retain([key](const Box<Entry>& entry) { return entry->key != key; });
    t->sort([](const Box<Entry>& a, const Box<Entry>& b) { return a->value < b->value; });
    return t->len();
}
Result<String> describe(const Entry& entry)
{
    String text;
    TRY(text.append_format<"{}={}">(GFP_KERNEL, entry.key, entry.value));
    return text;
}
