// SPDX-License-Identifier: GPL-2.0
// Where an owner's memory comes from: kmalloc, vmalloc, or the first that works.
// C headers: include/linux/slab.h, include/linux/vmalloc.h, include/linux/mm.h
#pragma once

#include <keel/alloc/gfp.hpp>
#include <keel/alloc/numa.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// An allocator: static functions, so that an owner is as large as its pointer.
///
/// `resize` may move the memory and keeps the first min(old, size) bytes; on failure it returns null and leaves the
/// memory as it was. All return null when there is no memory; sizes are in bytes.
template <class A>
concept Allocator = requires(void* memory, usize bytes) {
    { A::allocate(bytes, bytes, bindings::gfp_t {}) } -> SameAs<void*>;
    { A::resize(memory, bytes, bytes, bindings::gfp_t {}) } -> SameAs<void*>;
    { A::free(memory) } -> SameAs<void>;
};

/// An allocator that can be told from which node of memory, with these flags.
template <class A, class Flags>
concept NodeAllocator = Allocator<A> && requires(usize bytes) {
    { A::template allocate_on<Flags>(NumaNode::any(), bytes, bytes) } -> SameAs<void*>;
};

/// Physically contiguous memory of the slab allocator; for up to a few pages.
///
/// # Context
/// Any, with flags that fit it.
struct Kmalloc {
    /// kmalloc aligns to the next power of two of the size; `align` (a power of two) is met by asking for that much.
    KEEL_INLINE static void* allocate(usize size, usize align, bindings::gfp_t flags)
    {
        UNSAFE("any size and flags are valid: failure is a null pointer")
        {
            return bindings::kmalloc(fit(size, align), flags);
        }
    }
    template <GfpFlags Flags> KEEL_INLINE static void* allocate_on(NumaNode node, usize size, usize align)
    {
        UNSAFE("any size and flags are valid: failure is a null pointer; the node was online")
        {
            return bindings::kmalloc_node(fit(size, align), Flags::bits, node.id());
        }
    }
    KEEL_INLINE static void* resize(void* memory, usize, usize size, bindings::gfp_t flags)
    {
        UNSAFE("memory came from allocate or is null: the owner's invariant")
        {
            return bindings::krealloc(memory, size, flags);
        }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE static void free(void* memory)
    {
        UNSAFE("memory came from allocate, and its owner frees it once") { bindings::kfree(memory); }
    }

private:
    /// What slab memory is aligned to at least (ARCH_KMALLOC_MINALIGN on all that Keel builds for).
    static constexpr usize min_align = 8;

    KEEL_INLINE static constexpr usize fit(usize size, usize align)
    {
        if (align <= min_align)
            return size;
        usize fitted = align;
        while (fitted < size)
            fitted *= 2;
        return fitted;
    }
};

/// Virtually contiguous memory, whole pages; for large buffers.
///
/// # Context
/// Process; may sleep, also when freeing in interrupt context is deferred by the kernel.
struct Vmalloc {
    KEEL_INLINE static void* allocate(usize size, usize, bindings::gfp_t flags)
    {
        UNSAFE("any size and flags are valid: failure is a null pointer") { return bindings::__vmalloc(size, flags); }
    }
    /// With GFP_KERNEL only: the kernel has no function for others.
    template <GfpFlags Flags>
    KEEL_INLINE static void* allocate_on(NumaNode node, usize size, usize)
        requires((Flags::bits & ~bindings::__GFP_ZERO) == bindings::GFP_KERNEL)
    {
        UNSAFE("any size is valid: failure is a null pointer; the node was online")
        {
            if constexpr ((Flags::bits & bindings::__GFP_ZERO) != 0)
                return bindings::vzalloc_node(size, node.id());
            return bindings::vmalloc_node(size, node.id());
        }
    }
    KEEL_INLINE static void* resize(void* memory, usize old_size, usize size, bindings::gfp_t flags)
    {
        void* moved = allocate(size, 0, flags);
        if (!moved)
            return nullptr;
        if (memory) {
            UNSAFE("both hold at least the smaller size, and do not overlap")
            {
                __builtin_memcpy(moved, memory, old_size < size ? old_size : size);
            }
            free(memory);
        }
        return moved;
    }
    KEEL_MAY_SLEEP KEEL_INLINE static void free(void* memory)
    {
        UNSAFE("memory came from allocate, and its owner frees it once") { bindings::vfree(memory); }
    }
};

/// kmalloc when that works, else vmalloc; for buffers of any size that need no physical contiguity.
///
/// # Context
/// Process; may sleep.
struct KVmalloc {
    KEEL_INLINE static void* allocate(usize size, usize, bindings::gfp_t flags)
    {
        UNSAFE("any size and flags are valid: failure is a null pointer") { return bindings::kvmalloc(size, flags); }
    }
    template <GfpFlags Flags> KEEL_INLINE static void* allocate_on(NumaNode node, usize size, usize)
    {
        UNSAFE("any size and flags are valid: failure is a null pointer; the node was online")
        {
            return bindings::kvmalloc_node(size, Flags::bits, node.id());
        }
    }
    KEEL_INLINE static void* resize(void* memory, usize old_size, usize size, bindings::gfp_t flags)
    {
        UNSAFE("memory came from allocate or is null: the owner's invariant")
        {
            return bindings::kvrealloc(memory, old_size, size, flags);
        }
    }
    KEEL_MAY_SLEEP KEEL_INLINE static void free(void* memory)
    {
        UNSAFE("memory came from allocate, and its owner frees it once") { bindings::kvfree(memory); }
    }
};

} // namespace keel
