// SPDX-License-Identifier: GPL-2.0
// Allocation on top of malloc, so that the sanitizers see every piece, with failures on demand.
#include "fake.hpp"

#include <bindings/alloc.hpp>

extern "C" {
void* malloc(__SIZE_TYPE__);
void* realloc(void*, __SIZE_TYPE__);
void free(void*);
void* memset(void*, int, __SIZE_TYPE__);
}

namespace {

unsigned tried;
unsigned alive;
unsigned failing;

/// What kmalloc gives at most; larger sizes fail there and go to vmalloc in kvmalloc.
constexpr bindings::size_t max_kmalloc = 4 << 20;

/// What a machine can have at all: larger sizes fail here as they do there, instead of upsetting the sanitizers.
constexpr bindings::size_t max_any = bindings::size_t {1} << 40;

bool fails() { return ++tried == failing; }

void* allocate(bindings::size_t size, bindings::gfp_t flags, bindings::size_t max)
{
    if (fails() || size > max)
        return nullptr;
    void* memory = malloc(size);
    if (!memory)
        return nullptr;
    alive++;
    // What is not asked to be zeroed is filled with rubbish, as memory is in a kernel.
    memset(memory, flags & bindings::__GFP_ZERO ? 0 : 0xa5, size);
    return memory;
}

void* reallocate(void* memory, bindings::size_t size, bindings::size_t max)
{
    if (!memory)
        return allocate(size, 0, max);
    if (fails() || size > max)
        return nullptr;
    return realloc(memory, size);
}

void release(const void* memory)
{
    if (memory)
        alive--;
    free(const_cast<void*>(memory));
}

} // namespace

namespace bindings {
extern "C" {

void* kmalloc(size_t size, gfp_t flags) { return allocate(size, flags, max_kmalloc); }
void* kvmalloc(size_t size, gfp_t flags) { return allocate(size, flags, max_any); }
void* __vmalloc(size_t size, gfp_t flags) { return allocate(size, flags, max_any); }
void* krealloc(void* memory, size_t size, gfp_t) { return reallocate(memory, size, max_kmalloc); }
void* kvrealloc(void* memory, size_t, size_t size, gfp_t) { return reallocate(memory, size, max_any); }
void kfree(const void* memory) { release(memory); }
void kvfree(const void* memory) { release(memory); }
void vfree(const void* memory) { release(memory); }

} // extern "C"
} // namespace bindings

namespace fake {

void fail_allocation(unsigned n)
{
    failing = n;
    tried = 0;
}

unsigned allocations_tried() { return tried; }
unsigned allocations_alive() { return alive; }

} // namespace fake
