// SPDX-License-Identifier: GPL-2.0
// Allocation on top of malloc, so that the sanitizers see every piece, with failures on demand.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/alloc.hpp>

#include <map>
#include <mutex>

extern "C" {
void* malloc(__SIZE_TYPE__);
void* realloc(void*, __SIZE_TYPE__);
void free(void*);
void* memset(void*, int, __SIZE_TYPE__);
}

namespace {

// Relaxed, so that counting orders nothing between threads.
unsigned tried;
unsigned alive;
unsigned failing;

unsigned count(unsigned& counter, unsigned n) { return __atomic_fetch_add(&counter, n, __ATOMIC_RELAXED) + n; }
unsigned read(unsigned& counter) { return __atomic_load_n(&counter, __ATOMIC_RELAXED); }

/// What kmalloc gives at most; larger sizes fail there and go to vmalloc in kvmalloc.
constexpr bindings::size_t max_kmalloc = 4 << 20;

/// What a machine can have at all: larger sizes fail here as they do there, instead of upsetting the sanitizers.
constexpr bindings::size_t max_any = bindings::size_t {1} << 40;

bool fails() { return count(tried, 1) == read(failing); }

/// Ends the program if an allocation may sleep where this thread must not.
void check(bindings::gfp_t flags, const char* function)
{
    if (flags & bindings::__GFP_DIRECT_RECLAIM)
        fake::may_sleep(function);
}

void* allocate(bindings::size_t size, bindings::gfp_t flags, bindings::size_t max, const char* function)
{
    check(flags, function);
    if (fails() || size > max)
        return nullptr;
    void* memory = malloc(size);
    if (!memory)
        return nullptr;
    count(alive, 1);
    // What is not asked to be zeroed is filled with rubbish, as memory is in a kernel.
    memset(memory, flags & bindings::__GFP_ZERO ? 0 : 0xa5, size);
    return memory;
}

void* reallocate(void* memory, bindings::size_t size, bindings::gfp_t flags, bindings::size_t max, const char* function)
{
    check(flags, function);
    if (!memory)
        return allocate(size, flags, max, function);
    if (fails() || size > max)
        return nullptr;
    return realloc(memory, size);
}

struct Cache {
    unsigned size;
    unsigned objects; // that are not freed yet
};

/// The objects of caches; kfree takes them as any others.
std::map<const void*, Cache*> cached;
std::mutex cached_lock;
unsigned cached_alive;

void uncache(const void* memory)
{
    if (read(cached_alive) == 0)
        return;
    const std::lock_guard held(cached_lock);
    if (const auto at = cached.find(memory); at != cached.end()) {
        at->second->objects--;
        cached.erase(at);
        count(cached_alive, -1U);
    }
}

void release(const void* memory)
{
    if (memory)
        count(alive, -1U);
    uncache(memory);
    free(const_cast<void*>(memory));
}

} // namespace

namespace bindings {
extern "C" {

void* kmalloc(size_t size, gfp_t flags) { return allocate(size, flags, max_kmalloc, __func__); }
void* kvmalloc(size_t size, gfp_t flags) { return allocate(size, flags, max_any, __func__); }
void* __vmalloc(size_t size, gfp_t flags)
{
    fake::may_sleep(__func__); // whatever the flags say
    return allocate(size, flags, max_any, __func__);
}
void* krealloc(void* memory, size_t size, gfp_t flags)
{
    return reallocate(memory, size, flags, max_kmalloc, __func__);
}
void* kvrealloc(void* memory, size_t, size_t size, gfp_t flags)
{
    return reallocate(memory, size, flags, max_any, __func__);
}
void kfree(const void* memory) { release(memory); }
void kvfree(const void* memory)
{
    fake::may_sleep(__func__); // it may be vmalloc's
    release(memory);
}
void vfree(const void* memory)
{
    fake::may_sleep(__func__);
    if (!fake::put_pages(memory)) // others may own them, too
        release(memory);
}

kmem_cache* kmem_cache_create(const char*, unsigned size, unsigned)
{
    auto* made = static_cast<Cache*>(kmalloc(sizeof(Cache), GFP_KERNEL));
    if (made)
        *made = {.size = size, .objects = 0};
    return reinterpret_cast<kmem_cache*>(made);
}
void* kmem_cache_alloc(kmem_cache* raw, gfp_t flags)
{
    auto* cache = reinterpret_cast<Cache*>(raw);
    void* made = kmalloc(cache->size, flags);
    if (!made)
        return nullptr;
    const std::lock_guard held(cached_lock);
    cached[made] = cache;
    cache->objects++;
    count(cached_alive, 1);
    return made;
}
int kmem_cache_shrink(kmem_cache* cache)
{
    const std::lock_guard held(cached_lock);
    return reinterpret_cast<Cache*>(cache)->objects != 0;
}
void kmem_cache_destroy(kmem_cache* cache)
{
    fake::may_sleep(__func__);
    if (kmem_cache_shrink(cache) != 0)
        fake::die("kmem_cache_destroy of a cache that still has objects");
    kfree(cache);
}

} // extern "C"
} // namespace bindings

namespace fake {

void fail_allocation(unsigned n)
{
    __atomic_store_n(&failing, n, __ATOMIC_RELAXED);
    __atomic_store_n(&tried, 0, __ATOMIC_RELAXED);
}

unsigned allocations_tried() { return read(tried); }
unsigned allocations_alive() { return read(alive); }

} // namespace fake
