// SPDX-License-Identifier: GPL-2.0
// Slab caches, pages and nodes on top of the fake's kmalloc. A page is its own address; there is one node. Pages are
// for one thread.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/alloc.hpp>
#include <bindings/mm.hpp>

namespace fake {
namespace {

/// Memory that is counted as pages are: by any address in it.
struct Pages {
    void* memory;
    unsigned order;
    unsigned owners;
};
Pages counted[256];

Pages* find_pages(const void* address)
{
    for (Pages& all : counted) {
        auto* begin = static_cast<const char*>(all.memory);
        if (begin && address >= begin && address < begin + (bindings::size_t {bindings::PAGE_SIZE} << all.order))
            return &all;
    }
    return nullptr;
}
Pages& pages_of(const void* address)
{
    Pages* found = find_pages(address);
    if (!found)
        die("a page is used that is none");
    return *found;
}
void* count_pages(void* memory, unsigned order)
{
    if (!memory)
        return nullptr;
    for (Pages& all : counted) {
        if (!all.memory) {
            all = {memory, order, 1};
            return memory;
        }
    }
    die("more pages at once than this fake has");
}

} // namespace

bool put_pages(const void* memory)
{
    if (!find_pages(memory))
        return false;
    bindings::put_page(static_cast<bindings::page*>(const_cast<void*>(memory)));
    return true;
}

} // namespace fake

namespace {

/// Elements that are kept, linked by their first words.
struct Pool {
    void* kept;
    unsigned long size;
};

void keep(Pool* pool, void* element)
{
    *static_cast<void**>(element) = pool->kept;
    pool->kept = element;
}

} // namespace

namespace bindings {
extern "C" {

bool node_is_online(int node) { return node == 0; }
int numa_mem_id() { return 0; }
void* kmalloc_node(size_t size, gfp_t flags, int) { return kmalloc(size, flags); }
void* kvmalloc_node(size_t size, gfp_t flags, int) { return kvmalloc(size, flags); }
void* vmalloc_node(size_t size, int) { return __vmalloc(size, GFP_KERNEL); }
void* vzalloc_node(size_t size, int) { return __vmalloc(size, GFP_KERNEL | __GFP_ZERO); }

void mempool_destroy(mempool_t* raw)
{
    auto* pool = reinterpret_cast<Pool*>(raw);
    while (void* element = pool->kept) {
        pool->kept = *static_cast<void**>(element);
        kfree(element);
    }
    kfree(pool);
}
mempool_t* mempool_create_kmalloc_pool(int kept, size_t size)
{
    auto* pool = static_cast<Pool*>(kmalloc(sizeof(Pool), GFP_KERNEL));
    if (!pool)
        return nullptr;
    *pool = {nullptr, size < sizeof(void*) ? sizeof(void*) : size};
    for (; kept > 0; kept--) {
        void* element = kmalloc(pool->size, GFP_KERNEL);
        if (!element)
            return mempool_destroy(reinterpret_cast<mempool_t*>(pool)), nullptr;
        keep(pool, element);
    }
    return reinterpret_cast<mempool_t*>(pool);
}
void* mempool_alloc(mempool_t* raw, gfp_t flags)
{
    auto* pool = reinterpret_cast<Pool*>(raw);
    if (void* element = kmalloc(pool->size, flags))
        return element;
    void* element = pool->kept;
    if (element)
        pool->kept = *static_cast<void**>(element);
    else if (flags & __GFP_DIRECT_RECLAIM)
        fake::die("a mempool is empty: the kernel would wait");
    return element;
}
void mempool_free(void* element, mempool_t* raw) { keep(reinterpret_cast<Pool*>(raw), element); }

page* alloc_pages_node(int, gfp_t flags, unsigned order)
{
    return static_cast<page*>(fake::count_pages(kmalloc(size_t {PAGE_SIZE} << order, flags), order));
}
void __free_pages(page* page, unsigned) { put_page(page); }
void get_page(page* page) { fake::pages_of(page).owners++; }
void put_page(page* page)
{
    fake::Pages& all = fake::pages_of(page);
    if (--all.owners != 0)
        return;
    void* memory = all.memory;
    all = {};
    kfree(memory);
}

folio* folio_alloc(gfp_t flags, unsigned order) { return reinterpret_cast<folio*>(alloc_pages_node(0, flags, order)); }
void folio_put(folio* folio) { put_page(reinterpret_cast<page*>(folio)); }
unsigned folio_order(folio* folio) { return fake::pages_of(folio).order; }
void* folio_address(folio* folio) { return folio; }
page* folio_page(folio* folio, unsigned long n)
{
    return reinterpret_cast<page*>(reinterpret_cast<char*>(folio) + n * PAGE_SIZE);
}

unsigned long totalram_pages() { return 1 << 20; }
void* vmalloc_user(unsigned long size)
{
    unsigned order = 0;
    while (size_t {PAGE_SIZE} << order < size)
        order++;
    return fake::count_pages(__vmalloc(size_t {PAGE_SIZE} << order, GFP_KERNEL | __GFP_ZERO), order);
}
page* vmalloc_to_page(const void* address) { return static_cast<page*>(const_cast<void*>(address)); }
void* kmap_local_page(page* page) { return page; }
void kunmap_local(const void*) {}

} // extern "C"
} // namespace bindings
