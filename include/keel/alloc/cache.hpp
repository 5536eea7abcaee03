// SPDX-License-Identifier: GPL-2.0
// Memory for many objects of one type, packed.
// C header: include/linux/slab.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/alloc/slot.hpp>
#include <keel/core/str.hpp>
#include <keel/core/trap.hpp>

namespace keel {

/// A slab cache: where Ts that come and go are allocated, as many to a page as fit. What kmalloc rounds up to a power
/// of two it does not; and /proc/slabinfo lists it by its name.
///
/// Its objects are ordinary Boxes, which free themselves without it.
///
/// # Lifetime
/// Outlives its objects: declare it before what holds them. One that ends while there are objects of it traps: who
/// looks for them asks the kernel, and so counting them costs nothing while it lives. # Invariants raw_ is null (moved
/// from) or a kmem_cache of ours for objects of T's size and alignment.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Cache {
public:
    /// An empty Cache, which gives nothing.
    constexpr Cache() : raw_ {nullptr} {}
    Cache(Cache&& other) : raw_ {other.raw_} { other.raw_ = nullptr; }
    Cache& operator=(Cache other)
    {
        swap(raw_, other.raw_);
        return *this;
    }
    ~Cache()
    {
        if (!raw_)
            return;
        UNSAFE("ours, and without objects: as the kernel just said")
        {
            if (bindings::kmem_cache_shrink(raw_) != 0) [[unlikely]]
                trap("a Cache ends before its objects do");
            bindings::kmem_cache_destroy(raw_);
        }
    }

    /// A cache, listed as `name`; names are unique.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// ENOMEM: no memory.
    KEEL_MAY_SLEEP static Result<Cache> create(CStr name)
    {
        UNSAFE("a size and an alignment that the type fixes; the kernel copies the name")
        {
            bindings::kmem_cache* made = bindings::kmem_cache_create(name.as_ptr(), sizeof(T), alignof(T));
            if (!made) [[unlikely]]
                return ENOMEM;
            return Cache(made);
        }
    }

    /// A T made of `args`, in memory of the cache.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> KEEL_INLINE Result<Box<T>> box(Flags, Args&&... args) const
    {
        void* memory = allocate<Flags>();
        if (!memory) [[unlikely]]
            return ENOMEM;
        UNSAFE("kfree takes memory of any cache back")
        {
            return Box<T>::from_raw(::new (memory) T(forward<Args>(args)...));
        }
    }

    /// Memory of the cache for a T that is built later.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> KEEL_INLINE Result<Slot<T>> slot(Flags) const
    {
        void* memory = allocate<Flags>();
        if (!memory) [[unlikely]]
            return ENOMEM;
        UNSAFE("kfree takes memory of any cache back") { return Slot<T>::from_niche(memory); }
    }

    /// How Result<Cache> keeps a Cache or an errno in one register.
    void* into_niche()
    {
        void* raw = raw_;
        raw_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Cache from_niche(void* raw) { return Cache(static_cast<bindings::kmem_cache*>(raw)); }

private:
    explicit Cache(bindings::kmem_cache* raw) : raw_ {raw} {}

    template <GfpFlags Flags> KEEL_INLINE void* allocate() const
    {
        if (!raw_) [[unlikely]]
            trap("use of an empty Cache");
        UNSAFE("ours: invariant") { return bindings::kmem_cache_alloc(raw_, Flags::bits); }
    }

    bindings::kmem_cache* raw_;
};

} // namespace keel
