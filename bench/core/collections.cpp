// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/collections/bitmap.hpp>
#include <keel/collections/hash_map.hpp>
#include <keel/collections/hash_table.hpp>
#include <keel/collections/list.hpp>
#include <keel/collections/maple_tree.hpp>
#include <keel/collections/rbtree.hpp>
#include <keel/collections/ring.hpp>
#include <keel/collections/xarray.hpp>

using namespace keel;

namespace {

struct Element {
    usize value;
    ListLinks links;
};

struct Queue {
    List<Box<Element>, &Element::links> elements;
    usize sum;
};

/// From the front to the back: each step takes an element out and puts it in.
void rotate(Queue& queue, usize times)
{
    while (times--) {
        auto element = queue.elements.pop_front();
        if (element.is_none())
            return;
        queue.elements.push_back(element.take());
    }
}

void walk(Queue& queue, usize times)
{
    usize sum = 0;
    while (times) {
        for (const auto& element : queue.elements) {
            sum += element.value;
            times--;
        }
    }
    queue.sum = sum;
}

Result<void> measure_list(const char* rotate_name, const char* walk_name, usize n)
{
    Queue queue {.elements = {}, .sum = 0};
    for (usize i = 0; i < n; i++)
        queue.elements.push_back(TRY(Box<Element>::create(GFP_KERNEL, i)));
    measure<rotate>(rotate_name, 4096, queue);
    measure<walk>(walk_name, 4096, queue);
    return {};
}

struct Table {
    XArray<Box<usize>> entries;
    usize n;
    usize sum;
};

void find(Table& table, usize times)
{
    usize sum = 0;
    {
        auto locked = table.entries.lock();
        while (times--) {
            if (auto value = locked.get(times & (table.n - 1)); value.is_some())
                sum += value.value();
        }
    }
    table.sum = sum;
}

/// Takes each entry out and puts it back.
void replace(Table& table, usize times)
{
    while (times--) {
        auto value = table.entries.remove(times & (table.n - 1));
        if (value.is_some() && !table.entries.insert(times & (table.n - 1), value.take(), GFP_KERNEL).ok())
            return;
    }
}

Result<void> measure_xarray(const char* find_name, const char* replace_name, usize n)
{
    Table table {.entries = {}, .n = n, .sum = 0};
    for (usize i = 0; i < n; i++)
        TRY(table.entries.insert(i, TRY(Box<usize>::create(GFP_KERNEL, i)), GFP_KERNEL));
    measure<find>(find_name, 4096, table);
    measure<replace>(replace_name, 4096, table);
    return {};
}

struct Tree {
    RbTree<usize, usize> pairs;
    usize n;
    usize sum;
};

void tree_finds(Tree& tree, usize times)
{
    usize sum = 0;
    while (times--) {
        if (auto value = tree.pairs.get(times & (tree.n - 1)); value.is_some())
            sum += value.value();
    }
    tree.sum = sum;
}

/// Takes each pair out and puts it in again.
void tree_replace(Tree& tree, usize times)
{
    while (times--) {
        if (tree.pairs.remove(times & (tree.n - 1)).is_none())
            return;
        if (!tree.pairs.insert(times & (tree.n - 1), times, GFP_KERNEL).ok())
            return;
    }
}

Result<void> measure_rbtree(const char* find_name, const char* replace_name, usize n)
{
    Tree tree {.pairs = {}, .n = n, .sum = 0};
    for (usize i = 0; i < n; i++)
        TRY(tree.pairs.insert(i, i, GFP_KERNEL));
    measure<tree_finds>(find_name, 4096, tree);
    measure<tree_replace>(replace_name, 4096, tree);
    return {};
}

using Fifo = Ring<usize, 64>;

/// Fills the queue by half and empties it.
void pass(Fifo& fifo, usize times)
{
    for (; times >= 32; times -= 32) {
        for (usize i = 0; i < 32; i++)
            if (fifo.push(i).is_some())
                return;
        for (usize i = 0; i < 32; i++)
            if (fifo.pop().is_none())
                return;
    }
}

struct Flow {
    usize id;
    usize bytes;
    HashLinks links;
};

struct Flows {
    HashTable<Box<Flow>, &Flow::links, &Flow::id, 8> by_id;
    usize n;
    usize sum;
};

void flow_finds(Flows& flows, usize times)
{
    usize sum = 0;
    while (times--)
        if (auto flow = flows.by_id.get(times & (flows.n - 1)); flow.is_some())
            sum += flow.value().bytes;
    flows.sum = sum;
}

/// Takes each element out and puts it in again.
void flow_replace(Flows& flows, usize times)
{
    while (times--) {
        auto flow = flows.by_id.remove(times & (flows.n - 1));
        if (flow.is_none())
            return;
        flows.by_id.add(flow.take());
    }
}

Result<void> measure_hash(const char* find_name, const char* replace_name, usize n)
{
    auto flows =
        TRY(Box<Flows>::init(GFP_KERNEL, [&](Init<Flows>&) -> Flows { return {.by_id = {}, .n = n, .sum = 0}; }));
    for (usize i = 0; i < n; i++)
        flows->by_id.add(TRY(Box<Flow>::create(GFP_KERNEL, i, 2 * i)));
    measure<flow_finds>(find_name, 4096, *flows);
    measure<flow_replace>(replace_name, 4096, *flows);
    return {};
}

struct Map {
    HashMap<usize, usize, 8> values;
    usize n;
    usize sum;
};

void map_finds(Map& map, usize times)
{
    usize sum = 0;
    while (times--)
        if (auto value = map.values.get(times & (map.n - 1)); value.is_some())
            sum += value.value();
    map.sum = sum;
}

/// Takes each pair out, which frees it, and puts it in again, which allocates one.
void map_replace(Map& map, usize times)
{
    while (times--) {
        const usize key = times & (map.n - 1);
        if (map.values.remove(key).is_none() || !map.values.insert(key, times, GFP_KERNEL).ok())
            return;
    }
}

Result<void> measure_hash_map(const char* find_name, const char* replace_name, usize n)
{
    auto map = TRY(Box<Map>::init(GFP_KERNEL, [&](Init<Map>&) -> Map { return {.values = {}, .n = n, .sum = 0}; }));
    for (usize i = 0; i < n; i++)
        TRY(map->values.insert(i, 2 * i, GFP_KERNEL));
    measure<map_finds>(find_name, 4096, *map);
    measure<map_replace>(replace_name, 4096, *map);
    return {};
}

struct Tags {
    Bitmap<1024> used;
    usize sum;
};

/// All but a few are taken: the first that is free is far.
void find_clear(Tags& tags, usize times)
{
    usize sum = 0;
    while (times--)
        if (const auto tag = tags.used.next_clear(0); tag.is_some())
            sum += tag.value();
    tags.sum = sum;
}

struct Ranges {
    MapleTree<Box<usize>> tree;
    usize n;
    usize sum;
};

void range_finds(Ranges& ranges, usize times)
{
    usize sum = 0;
    {
        auto locked = ranges.tree.lock();
        while (times--) {
            if (auto value = locked.get((times & (ranges.n - 1)) * 8); value.is_some())
                sum += value.value();
        }
    }
    ranges.sum = sum;
}

/// Takes each range out and puts it back.
void range_replace(Ranges& ranges, usize times)
{
    while (times--) {
        const usize first = (times & (ranges.n - 1)) * 8;
        auto value = ranges.tree.erase(first);
        if (value.is_some() && !ranges.tree.insert_range(first, first + 7, value.take(), GFP_KERNEL).ok())
            return;
    }
}

Result<void> measure_maple(const char* find_name, const char* replace_name, usize n)
{
    Ranges ranges {.tree = {}, .n = n, .sum = 0};
    for (usize i = 0; i < n; i++)
        TRY(ranges.tree.insert_range(i * 8, i * 8 + 7, TRY(Box<usize>::create(GFP_KERNEL, i)), GFP_KERNEL));
    measure<range_finds>(find_name, 1024, ranges);
    measure<range_replace>(replace_name, 1024, ranges);
    return {};
}

} // namespace

Result<void> measure_collections()
{
    TRY(measure_list("list-rotate-16", "list-walk-16", 16));
    TRY(measure_list("list-rotate-4096", "list-walk-4096", 4096));
    TRY(measure_xarray("xarray-find-16", "xarray-replace-16", 16));
    TRY(measure_xarray("xarray-find-4096", "xarray-replace-4096", 4096));
    TRY(measure_rbtree("rbtree-find-16", "rbtree-replace-16", 16));
    TRY(measure_rbtree("rbtree-find-4096", "rbtree-replace-4096", 4096));
    Fifo fifo;
    measure<pass>("ring-push-pop", 4096, fifo);
    TRY(measure_hash("hash-find-16", "hash-replace-16", 16));
    TRY(measure_hash("hash-find-1024", "hash-replace-1024", 1024));
    TRY(measure_hash_map("hash-map-find-1024", "hash-map-replace-1024", 1024));
    Tags tags {.used = {}, .sum = 0};
    tags.used.set_range(0, 1000);
    measure<find_clear>("bitmap-find", 1000, tags);
    TRY(measure_maple("maple-find-16", "maple-replace-16", 16));
    TRY(measure_maple("maple-find-1024", "maple-replace-1024", 1024));
    return {};
}
