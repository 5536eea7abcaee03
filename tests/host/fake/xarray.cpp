// SPDX-License-Identifier: GPL-2.0
// The kernel's xarray and ida, as maps. Each entry costs an allocation, so that storing can fail.
#include "fake.hpp"

#include <bindings/alloc.hpp>
#include <bindings/collections.hpp>
#include <bindings/sync.hpp>

#include <map>

namespace {

struct Entry {
    void* pointer; // null: reserved
    unsigned marks;
    void* cost;
};
using Entries = std::map<unsigned long, Entry>;

constexpr int enomem = -12;
constexpr int ebusy = -16;
constexpr int enospc = -28;

Entries*& entries(bindings::xarray* xa) { return *reinterpret_cast<Entries**>(&xa->xa_head); }

/// Holds the array's lock, as the functions that take it themselves do.
struct Locked {
    bindings::xarray* xa;
    explicit Locked(bindings::xarray* xa) : xa {xa} { bindings::spin_lock(&xa->xa_lock); }
    ~Locked() { bindings::spin_unlock(&xa->xa_lock); }
};

/// Adds an entry. As in the kernel, the lock is given back for an allocation that may sleep.
bool put(bindings::xarray* xa, unsigned long index, void* pointer, bindings::gfp_t flags)
{
    const bool may_sleep = flags & bindings::__GFP_DIRECT_RECLAIM;
    if (may_sleep)
        bindings::spin_unlock(&xa->xa_lock);
    void* cost = bindings::kmalloc(64, flags);
    if (may_sleep)
        bindings::spin_lock(&xa->xa_lock);
    if (!cost)
        return false;
    if (!entries(xa))
        entries(xa) = new Entries;
    entries(xa)->insert({index, {pointer, 0, cost}});
    return true;
}

void* encoded(int code)
{
    return reinterpret_cast<void*>((static_cast<unsigned long>(static_cast<long>(code)) << 2) + 2);
}

Entry* lookup(bindings::xarray* xa, unsigned long index)
{
    if (!entries(xa))
        return nullptr;
    const auto found = entries(xa)->find(index);
    return found == entries(xa)->end() ? nullptr : &found->second;
}

void* find(bindings::xarray* xa, unsigned long* index, unsigned long from, unsigned mark)
{
    if (!entries(xa))
        return nullptr;
    for (auto at = entries(xa)->lower_bound(from); at != entries(xa)->end(); ++at)
        if (at->second.pointer && (mark == 8 || at->second.marks & 1u << mark)) {
            *index = at->first;
            return at->second.pointer;
        }
    return nullptr;
}

void end(bindings::xarray* xa)
{
    if (!entries(xa))
        return;
    for (auto& [index, entry] : *entries(xa))
        bindings::kfree(entry.cost);
    delete entries(xa);
    entries(xa) = nullptr;
}

} // namespace

namespace bindings {
extern "C" {

void xa_init_flags(xarray* xa, gfp_t)
{
    spin_lock_init(&xa->xa_lock, "", nullptr);
    entries(xa) = nullptr;
}
bool xa_empty(const xarray* xa)
{
    Entries* all = entries(const_cast<xarray*>(xa));
    return !all || all->empty();
}
void xa_lock(xarray* xa) { spin_lock(&xa->xa_lock); }
void xa_unlock(xarray* xa) { spin_unlock(&xa->xa_lock); }

void* __xa_store(xarray* xa, unsigned long index, void* pointer, gfp_t flags)
{
    if (Entry* entry = lookup(xa, index)) {
        void* old = entry->pointer;
        entry->pointer = pointer;
        return old;
    }
    return put(xa, index, pointer, flags) ? nullptr : encoded(enomem);
}
void* xa_store(xarray* xa, unsigned long index, void* pointer, gfp_t flags)
{
    Locked locked(xa);
    return __xa_store(xa, index, pointer, flags);
}
int xa_insert(xarray* xa, unsigned long index, void* pointer, gfp_t flags)
{
    Locked locked(xa);
    if (lookup(xa, index))
        return ebusy;
    return put(xa, index, pointer, flags) ? 0 : enomem;
}
int xa_alloc(xarray* xa, u32* id, void* pointer, xa_limit limit, gfp_t flags)
{
    Locked locked(xa);
    unsigned long index = limit.min;
    while (index <= limit.max && lookup(xa, index))
        index++;
    if (index > limit.max)
        return ebusy;
    *id = static_cast<u32>(index);
    return put(xa, index, pointer, flags) ? 0 : enomem;
}
void* __xa_erase(xarray* xa, unsigned long index)
{
    Entry* entry = lookup(xa, index);
    if (!entry)
        return nullptr;
    void* old = entry->pointer;
    kfree(entry->cost);
    entries(xa)->erase(index);
    return old;
}
void* xa_erase(xarray* xa, unsigned long index)
{
    Locked locked(xa);
    return __xa_erase(xa, index);
}
void* xa_load(xarray* xa, unsigned long index)
{
    Entry* entry = lookup(xa, index);
    return entry ? entry->pointer : nullptr;
}
void* xa_find(xarray* xa, unsigned long* index, unsigned long, xa_mark_t mark) { return find(xa, index, *index, mark); }
void* xa_find_after(xarray* xa, unsigned long* index, unsigned long, xa_mark_t mark)
{
    return *index == ~0ul ? nullptr : find(xa, index, *index + 1, mark);
}
void __xa_set_mark(xarray* xa, unsigned long index, xa_mark_t mark)
{
    if (Entry* entry = lookup(xa, index))
        entry->marks |= 1u << mark;
}
void __xa_clear_mark(xarray* xa, unsigned long index, xa_mark_t mark)
{
    if (Entry* entry = lookup(xa, index))
        entry->marks &= ~(1u << mark);
}
bool xa_get_mark(xarray* xa, unsigned long index, xa_mark_t mark)
{
    Entry* entry = lookup(xa, index);
    return entry && entry->marks & 1u << mark;
}
int xa_err(void* entry)
{
    const long value = reinterpret_cast<long>(entry);
    return (value & 3) == 2 && value < 0 ? static_cast<int>(value >> 2) : 0;
}
void xa_destroy(xarray* xa)
{
    Locked locked(xa);
    end(xa);
}

void ida_init(ida* ida) { xa_init_flags(&ida->xa, 0); }
bool ida_is_empty(const ida* ida) { return xa_empty(&ida->xa); }
void ida_destroy(ida* ida) { xa_destroy(&ida->xa); }
int ida_alloc_range(ida* ida, unsigned least, unsigned greatest, gfp_t flags)
{
    u32 id = 0;
    const int code = xa_alloc(&ida->xa, &id, nullptr, {.max = greatest, .min = least}, flags);
    return code == ebusy ? enospc : code ? code : static_cast<int>(id);
}
void ida_free(ida* ida, unsigned id)
{
    if (!lookup(&ida->xa, id))
        fake::die("ida_free of a number that is not in use");
    xa_erase(&ida->xa, id);
}

} // extern "C"
} // namespace bindings
