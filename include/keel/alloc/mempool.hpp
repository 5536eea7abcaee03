// SPDX-License-Identifier: GPL-2.0
// Memory that is there when there is none: for those whose progress frees memory.
// C header: include/linux/mempool.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/sync/arc.hpp>

namespace keel {

template <class T> class Mempool;

namespace detail {

/// # Invariants
/// raw is a mempool of ours whose elements are of T's size.
template <class T> struct KEEL_SEND KEEL_SYNC Pool {
    bindings::mempool_t* raw;

    explicit Pool(bindings::mempool_t* raw) : raw {raw} {}
    Pool(const Pool&) = delete;
    ~Pool()
    {
        UNSAFE("ours, and each element that is out holds an Arc of this") { bindings::mempool_destroy(raw); }
    }
};

} // namespace detail

/// Owns a T in memory of a Mempool, and gives the memory back to that.
///
/// # Invariants
/// object_ is null (moved from) or a live T in an element of pool_.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Pooled {
public:
    Pooled(Pooled&& other) : pool_ {move(other.pool_)}, object_ {other.object_} { other.object_ = nullptr; }
    Pooled& operator=(Pooled other)
    {
        swap(pool_, other.pool_);
        swap(object_, other.object_);
        return *this;
    }
    ~Pooled()
    {
        if (!object_)
            return;
        object_->~T();
        UNSAFE("an element of this pool: invariant") { bindings::mempool_free(object_, pool_->raw); }
    }

    KEEL_AFTER_MOVE bool is_empty() const { return object_ == nullptr; }

    KEEL_STABLE T& operator*() KEEL_LIFETIME_BOUND { return *checked(); }
    const T& operator*() const KEEL_LIFETIME_BOUND { return *checked(); }
    KEEL_STABLE T* operator->() KEEL_LIFETIME_BOUND { return checked(); }
    const T* operator->() const KEEL_LIFETIME_BOUND { return checked(); }

private:
    friend Mempool<T>;
    Pooled(Arc<detail::Pool<T>> pool, T* object) : pool_ {move(pool)}, object_ {object} {}

    T* checked() const
    {
        if (!object_) [[unlikely]]
            trap("use of an empty Pooled");
        return object_;
    }

    Arc<detail::Pool<T>> pool_;
    T* object_;
};

/// Keeps memory for some Ts back, for when the kernel has none: then an allocation that may sleep waits until one of
/// them is given back, and does not fail. So at most as many are waited for as are sure to come back.
///
/// The memory stays until the pool and everything allocated from it are gone.
template <class T> class [[nodiscard]] KEEL_SEND KEEL_SYNC Mempool {
    static_assert(alignof(T) <= 8, "a Mempool does not over-align its elements");

public:
    /// A pool that keeps memory for `kept` objects.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// ENOMEM: no memory. EINVAL: `kept` is 0, or more than 2^31 - 1.
    KEEL_MAY_SLEEP static Result<Mempool> create(u32 kept)
    {
        if (kept == 0 || kept > 0x7fff'ffff)
            return EINVAL;
        UNSAFE("a size that the type fixes, a number that is positive")
        {
            bindings::mempool_t* raw = bindings::mempool_create_kmalloc_pool(static_cast<int>(kept), sizeof(T));
            if (!raw)
                return ENOMEM;
            Result<Arc<Pool>> pool = Arc<Pool>::create(GFP_KERNEL, raw);
            if (!pool.ok()) {
                bindings::mempool_destroy(raw);
                return pool.error();
            }
            return Mempool(pool.take());
        }
    }

    /// A T made of `args`. It waits, and does not fail.
    ///
    /// # Context
    /// May sleep.
    template <GfpFlags Flags, class... Args>
    KEEL_MAY_SLEEP Pooled<T> box(Flags, Args&&... args) const
        requires(Flags::may_sleep)
    {
        return build(allocate<Flags>(), forward<Args>(args)...);
    }
    /// A T made of `args`, of the memory kept if there is no other.
    ///
    /// # Errors
    /// ENOMEM: no memory, and none kept.
    template <GfpFlags Flags, class... Args>
    Result<Pooled<T>> box(Flags, Args&&... args) const
        requires(!Flags::may_sleep)
    {
        void* memory = allocate<Flags>();
        if (!memory) [[unlikely]]
            return ENOMEM;
        return build(memory, forward<Args>(args)...);
    }

private:
    using Pool = detail::Pool<T>;

    explicit Mempool(Arc<Pool> pool) : pool_ {move(pool)} {}

    template <GfpFlags Flags> void* allocate() const
    {
        static_assert((Flags::bits & bindings::__GFP_ZERO) == 0, "memory that was kept is not zeroed");
        UNSAFE("a pool of ours: invariant") { return bindings::mempool_alloc(pool_->raw, Flags::bits); }
    }
    template <class... Args> Pooled<T> build(void* memory, Args&&... args) const
    {
        return Pooled<T>(pool_.clone(), ::new (memory) T(forward<Args>(args)...));
    }

    Arc<Pool> pool_;
};

} // namespace keel
