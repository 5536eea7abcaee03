// SPDX-License-Identifier: GPL-2.0
// Shared ownership of one object by a count.
// C header: include/linux/refcount.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/alloc/allocator.hpp>
#include <keel/core/init.hpp>

namespace keel {

/// One of the owners of a T; the last one destroys it.
///
/// What is shared is read-only: an Arc<T> gives a const T, and what changes is behind a lock in it. Copies are made
/// by `clone`, so that each increment can be seen. Using an empty (moved-from) Arc traps. The count saturates: an
/// overflow leaks the object and warns, it does not free it.
///
/// # Invariants
/// shared_ is null or points to a live Shared, of whose count this Arc holds one.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC Arc {
public:
    /// An empty Arc, which owns nothing.
    constexpr Arc() : shared_ {nullptr} {}
    Arc(Arc&& other) : shared_ {other.shared_} { other.shared_ = nullptr; }
    Arc& operator=(Arc other)
    {
        swap(shared_, other.shared_);
        return *this;
    }
    ~Arc()
    {
        if (!shared_)
            return;
        UNSAFE("one count is ours: invariant")
        {
            if (!bindings::refcount_dec_and_test(&shared_->count))
                return;
        }
        shared_->value.~T();
        Kmalloc::free(shared_);
    }

    /// A T made of `args`, with this as its first owner.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> static Result<Arc> create(Flags, Args&&... args)
    {
        Shared* shared = allocate<Flags>();
        if (!shared) [[unlikely]]
            return ENOMEM;
        ::new (static_cast<void*>(&shared->value)) T(forward<Args>(args)...);
        return Arc(shared);
    }

    /// A T that `make(init)` builds in place; for types that cannot be moved, or with parts that can fail.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory. Otherwise what a part recorded in its Init.
    template <GfpFlags Flags, class Make> static Result<Arc> init(Flags, Make make)
    {
        Shared* shared = allocate<Flags>();
        if (!shared) [[unlikely]]
            return ENOMEM;
        if (Result<void> built = construct<T>(&shared->value, make); !built.ok()) [[unlikely]] {
            Kmalloc::free(shared);
            return built.error();
        }
        return Arc(shared);
    }

    /// Another owner of the same object.
    Arc clone() const
    {
        Shared* shared = checked();
        UNSAFE("one count is ours, so the object is live: invariant") { bindings::refcount_inc(&shared->count); }
        return Arc(shared);
    }

    KEEL_AFTER_MOVE bool is_empty() const { return shared_ == nullptr; }
    /// Whether both own the same object.
    bool same_object(const Arc& other) const { return shared_ == other.shared_; }

    const T& operator*() const KEEL_LIFETIME_BOUND { return checked()->value; }
    const T* operator->() const KEEL_LIFETIME_BOUND { return &checked()->value; }

    /// Gives this owner's count up to C code or to a container, which passes it back to `from_raw`. Traps if empty.
    const T* into_raw()
    {
        const T* raw = &checked()->value;
        shared_ = nullptr;
        return raw;
    }
    /// # Safety
    /// `raw` came from `into_raw` of such an Arc, and is passed here once.
    KEEL_UNSAFE_FUNCTION static Arc from_raw(const T* raw)
    {
        constexpr usize before = (sizeof(bindings::refcount_t) + alignof(T) - 1) & ~(alignof(T) - 1);
        return Arc(reinterpret_cast<Shared*>(reinterpret_cast<usize>(raw) - before));
    }

    /// How Result<Arc> keeps an Arc or an errno in one register.
    void* into_niche()
    {
        Shared* raw = shared_;
        shared_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Arc from_niche(void* raw) { return Arc(static_cast<Shared*>(raw)); }

private:
    struct Shared {
        bindings::refcount_t count;
        union {
            T value;
        };
        Shared() = delete;
        ~Shared() = delete;
    };

    explicit Arc(Shared* shared) : shared_ {shared} {}

    template <GfpFlags Flags> static Shared* allocate()
    {
        auto* shared = static_cast<Shared*>(Kmalloc::allocate(sizeof(Shared), alignof(Shared), Flags::bits));
        if (shared) {
            UNSAFE("new memory that nobody else knows yet") { bindings::refcount_set(&shared->count, 1); }
        }
        return shared;
    }

    Shared* checked() const
    {
        if (!shared_) [[unlikely]]
            trap("use of an empty Arc");
        return shared_;
    }

    Shared* shared_;
};

} // namespace keel
