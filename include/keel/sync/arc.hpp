// SPDX-License-Identifier: GPL-2.0
// Shared ownership of one object by a count.
// C header: include/linux/refcount.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/alloc/allocator.hpp>
#include <keel/core/init.hpp>

namespace keel {

/// A class whose objects in an Arc can be referred to by a Weak: it says `using HasWeak = void;`, which costs a second
/// count in each of them.
template <class T>
concept WeaklyReferable = requires { typename T::HasWeak; };

template <class T> class UniqueArc;
template <class T> class ArcBorrow;
template <class T> class Weak;

namespace detail {

template <bool weak> struct Counts {
    bindings::refcount_t owners;
};
/// All owners together hold one of the weak references.
template <> struct Counts<true> {
    bindings::refcount_t owners, weak;
};

/// What the owners of a T share. Its memory is from Kmalloc.
template <class T> struct Shared {
    Counts<WeaklyReferable<T>> counts;
    union {
        T value;
    };
    Shared() = delete;
    ~Shared() = delete;

    static constexpr usize offset() { return (sizeof(counts) + alignof(T) - 1) & ~(alignof(T) - 1); }

    /// Memory for a T with one owner, or null.
    template <GfpFlags Flags> static Shared* allocate()
    {
        auto* shared = static_cast<Shared*>(Kmalloc::allocate(sizeof(Shared), alignof(Shared), Flags::bits));
        if (shared) {
            UNSAFE("new memory that nobody else knows yet")
            {
                bindings::refcount_set(&shared->counts.owners, 1);
                if constexpr (WeaklyReferable<T>)
                    bindings::refcount_set(&shared->counts.weak, 1);
            }
        }
        return shared;
    }

    /// Ends the T of the last owner, and the memory unless there are weak references.
    void destroy()
    {
        value.~T();
        give_up();
    }
    /// Gives up the memory, on behalf of the owners or of one weak reference.
    void give_up()
    {
        if constexpr (WeaklyReferable<T>) {
            UNSAFE("one weak reference is the caller's")
            {
                if (!bindings::refcount_dec_and_test(&counts.weak))
                    return;
            }
        }
        Kmalloc::free(this);
    }
};

} // namespace detail

/// One of the owners of a T; the last one destroys it.
///
/// What is shared is read-only: an Arc<T> gives a const T, and what changes is behind a lock in it. Copies are made
/// by `clone`, so that each increment can be seen. Using an empty (moved-from) Arc traps. The count saturates: an
/// overflow leaks the object and warns, it does not free it.
///
/// # Invariants
/// shared_ is null or points to a live Shared, of whose count this Arc holds one.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC Arc {
    using Shared = detail::Shared<T>;

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
            if (!bindings::refcount_dec_and_test(&shared_->counts.owners))
                return;
        }
        shared_->destroy();
    }

    /// A T made of `args`, with this as its first owner.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> static Result<Arc> create(Flags, Args&&... args)
    {
        Shared* shared = Shared::template allocate<Flags>();
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
        Shared* shared = Shared::template allocate<Flags>();
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
        UNSAFE("one count is ours, so the object is live: invariant")
        {
            bindings::refcount_inc(&shared->counts.owners);
        }
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
        return Arc(reinterpret_cast<Shared*>(reinterpret_cast<usize>(raw) - Shared::offset()));
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
    friend UniqueArc<T>;
    friend ArcBorrow<T>;
    friend Weak<T>;

    explicit Arc(Shared* shared) : shared_ {shared} {}

    Shared* checked() const
    {
        if (!shared_) [[unlikely]]
            trap("use of an empty Arc");
        return shared_;
    }

    Shared* shared_;
};

} // namespace keel
