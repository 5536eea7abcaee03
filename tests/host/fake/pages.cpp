// SPDX-License-Identifier: GPL-2.0
// Slab caches, pages and nodes on top of the fake's kmalloc. A page is its own address; there is one node.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/alloc.hpp>

namespace {

struct Cache {
    unsigned size;
};

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

kmem_cache* kmem_cache_create(const char*, unsigned size, unsigned)
{
    auto* made = static_cast<Cache*>(kmalloc(sizeof(Cache), GFP_KERNEL));
    if (made)
        made->size = size;
    return reinterpret_cast<kmem_cache*>(made);
}
void* kmem_cache_alloc(kmem_cache* cache, gfp_t flags) { return kmalloc(reinterpret_cast<Cache*>(cache)->size, flags); }
void kmem_cache_destroy(kmem_cache* cache)
{
    fake::may_sleep(__func__);
    kfree(cache);
}

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
    return static_cast<page*>(kmalloc(size_t {PAGE_SIZE} << order, flags));
}
void __free_pages(page* page, unsigned) { kfree(page); }
void* kmap_local_page(page* page) { return page; }
void kunmap_local(const void*) {}

} // extern "C"
} // namespace bindings
