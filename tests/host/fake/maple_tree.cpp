// SPDX-License-Identifier: GPL-2.0
// The kernel's maple tree as a map of ranges by their last index. Each range costs an allocation, and forgetting one
// another, so that both can fail.
#include "fake.hpp"

#include <bindings/alloc.hpp>
#include <bindings/collections.hpp>
#include <bindings/sync.hpp>

#include <map>

namespace {

struct Range {
    unsigned long first;
    void* pointer;
    void* cost;
};
using Ranges = std::map<unsigned long, Range>;

Ranges*& ranges(bindings::maple_tree* tree) { return *reinterpret_cast<Ranges**>(&tree->ma_root); }

/// The first range that ends at `index` or after it.
Ranges::iterator from(bindings::maple_tree* tree, unsigned long index)
{
    if (!ranges(tree))
        ranges(tree) = new Ranges;
    return ranges(tree)->lower_bound(index);
}
Ranges::iterator end(bindings::maple_tree* tree) { return ranges(tree)->end(); }

bool overlaps(bindings::maple_tree* tree, unsigned long first, unsigned long last)
{
    const auto at = from(tree, first);
    return at != end(tree) && at->second.first <= last;
}

void forget(bindings::maple_tree* tree, Ranges::iterator at)
{
    bindings::kfree(at->second.cost);
    ranges(tree)->erase(at);
}

/// Whether a state is at what its index and last say; otherwise a search starts there.
auto* const active = reinterpret_cast<bindings::maple_enode*>(1);

struct Locked {
    bindings::maple_tree* tree;
    explicit Locked(bindings::maple_tree* tree) : tree {tree} { bindings::mtree_lock(tree); }
    ~Locked() { bindings::mtree_unlock(tree); }
};

} // namespace

namespace bindings {
extern "C" {

void mt_init_flags(maple_tree* tree, unsigned flags)
{
    spin_lock_init(&tree->ma_lock, "", nullptr);
    tree->ma_flags = flags;
    ranges(tree) = nullptr;
}
void mtree_lock(maple_tree* tree) { spin_lock(&tree->ma_lock); }
void mtree_unlock(maple_tree* tree) { spin_unlock(&tree->ma_lock); }
bool mtree_empty(const maple_tree* tree)
{
    const Ranges* all = ranges(const_cast<maple_tree*>(tree));
    return !all || all->empty();
}

int mtree_insert_range(maple_tree* tree, unsigned long first, unsigned long last, void* pointer, gfp_t flags)
{
    if (first > last)
        return -EINVAL;
    // As in the kernel, what is there counts before memory that is not, and the lock is given back to wait for that.
    if (Locked locked(tree); overlaps(tree, first, last))
        return -EEXIST;
    void* cost = kmalloc(256, flags);
    if (!cost)
        return -ENOMEM;
    Locked locked(tree);
    if (overlaps(tree, first, last)) {
        kfree(cost);
        return -EEXIST;
    }
    ranges(tree)->insert({last, {first, pointer, cost}});
    return 0;
}

void* mtree_load(maple_tree* tree, unsigned long index)
{
    if (mtree_empty(tree))
        return nullptr;
    const auto at = from(tree, index);
    return at != end(tree) && at->second.first <= index ? at->second.pointer : nullptr;
}

void* mt_find(maple_tree* tree, unsigned long* index, unsigned long max)
{
    if (mtree_empty(tree))
        return nullptr;
    const auto at = from(tree, *index);
    if (at == end(tree) || at->second.first > max)
        return nullptr;
    *index = at->first + 1;
    return at->second.pointer;
}
void* mt_find_after(maple_tree* tree, unsigned long* index, unsigned long max)
{
    return *index == 0 ? nullptr : mt_find(tree, index, max);
}

void mtree_destroy(maple_tree* tree)
{
    Locked locked(tree);
    while (!mtree_empty(tree))
        forget(tree, ranges(tree)->begin());
    delete ranges(tree);
    ranges(tree) = nullptr;
}

void mas_set_range(ma_state* mas, unsigned long first, unsigned long last)
{
    mas->node = nullptr;
    mas->index = first;
    mas->last = last;
}
void mas_init(ma_state* mas, maple_tree* tree, unsigned long first, unsigned long last)
{
    *mas = {};
    mas->tree = tree;
    mas_set_range(mas, first, last);
}

void* mas_walk(ma_state* mas)
{
    if (mtree_empty(mas->tree))
        return nullptr;
    const auto at = from(mas->tree, mas->index);
    if (at == end(mas->tree) || at->second.first > mas->index)
        return nullptr;
    return mas_find(mas, ~0ul);
}
void* mas_find(ma_state* mas, unsigned long max)
{
    if (mtree_empty(mas->tree))
        return nullptr;
    const auto at = from(mas->tree, mas->node == active ? mas->last + 1 : mas->index);
    if (at == end(mas->tree) || at->second.first > max)
        return nullptr;
    mas->node = active;
    mas->index = at->second.first;
    mas->last = at->first;
    return at->second.pointer;
}

int mas_store_gfp(ma_state* mas, void* pointer, gfp_t flags)
{
    const auto at = from(mas->tree, mas->index);
    if (pointer || at == end(mas->tree) || at->second.first != mas->index || at->first != mas->last)
        fake::die("mas_store_gfp of something, or not of exactly one range");
    void* cost = kmalloc(256, flags);
    if (!cost)
        return -ENOMEM;
    kfree(cost);
    forget(mas->tree, at);
    return 0;
}

int mas_empty_area(ma_state* mas, unsigned long min, unsigned long max, unsigned long size)
{
    if (!(mas->tree->ma_flags & MT_FLAGS_ALLOC_RANGE))
        fake::die("mas_empty_area of a tree that does not know its gaps");
    if (min >= max || size == 0 || max - min < size - 1)
        return -EINVAL;
    unsigned long first = min;
    for (auto at = from(mas->tree, min); at != end(mas->tree); ++at) {
        if (at->second.first > first && at->second.first - first >= size)
            break;
        if (at->first >= max)
            return -EBUSY;
        if (at->first + 1 > first)
            first = at->first + 1;
    }
    if (max - first < size - 1)
        return -EBUSY;
    mas->index = first;
    mas->last = first + size - 1;
    return 0;
}

} // extern "C"
} // namespace bindings
