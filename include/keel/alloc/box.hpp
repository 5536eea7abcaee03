// SPDX-License-Identifier: GPL-2.0
// Sole owner of one object in kernel memory.
#pragma once

#include <keel/alloc/allocator.hpp>
#include <keel/core/bytes.hpp>
#include <keel/core/init.hpp>

namespace keel {

/// Owns a T in memory of its own and destroys it with itself.
///
/// A const Box gives a const T. Moving a Box leaves it empty; using an empty Box traps.
///
/// # Invariants
/// object_ is null (moved from, or a part that failed) or points to a live T in memory of A that nothing else owns.
template <class T, Allocator A = Kmalloc> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Box {
public:
    /// An empty Box, which owns nothing.
    constexpr Box() : object_ {nullptr} {}
    Box(Box&& other) : object_ {other.object_} { other.object_ = nullptr; }
    Box& operator=(Box other)
    {
        swap(object_, other.object_);
        return *this;
    }
    KEEL_INLINE ~Box()
    {
        if (object_)
            destroy(object_);
    }

    /// A T made of `args`, in new memory.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> static Result<Box> create(Flags, Args&&... args)
    {
        void* memory = A::allocate(sizeof(T), alignof(T), Flags::bits);
        if (!memory) [[unlikely]]
            return ENOMEM;
        return Box(::new (memory) T(forward<Args>(args)...));
    }

    /// A T made of `args`, in new memory of `node`, if that has some.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args>
    static Result<Box> create_on(NumaNode node, Flags, Args&&... args)
        requires NodeAllocator<A, Flags>
    {
        void* memory = A::template allocate_on<Flags>(node, sizeof(T), alignof(T));
        if (!memory) [[unlikely]]
            return ENOMEM;
        return Box(::new (memory) T(forward<Args>(args)...));
    }

    /// A T of zeroes, in new memory; the allocator zeroes it.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags>
    static Result<Box> zeroed(Flags)
        requires FromBytes<T>
    {
        void* memory = A::allocate(sizeof(T), alignof(T), Flags::bits | bindings::__GFP_ZERO);
        if (!memory) [[unlikely]]
            return ENOMEM;
        return Box(static_cast<T*>(memory));
    }

    /// A T that `make(init)` builds in place in new memory; for types that cannot be moved, or with parts that can
    /// fail.
    ///
    ///     auto device = TRY(Box<Device>::init(GFP_KERNEL, [](Init<Device>& init) -> Device { return {.lock = {}}; }));
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory. Otherwise what a part recorded in its Init.
    template <GfpFlags Flags, class Make> static Result<Box> init(Flags, Make make)
    {
        void* memory = A::allocate(sizeof(T), alignof(T), Flags::bits);
        if (!memory) [[unlikely]]
            return ENOMEM;
        if (Result<void> built = construct<T>(memory, make); !built.ok()) [[unlikely]] {
            A::free(memory);
            return built.error();
        }
        return Box(static_cast<T*>(memory));
    }

    KEEL_AFTER_MOVE bool is_empty() const { return object_ == nullptr; }

    /// The object, if there is one.
    KEEL_STABLE Option<T&> get() KEEL_LIFETIME_BOUND { return object_ ? Option<T&>(*object_) : none; }
    Option<const T&> get() const KEEL_LIFETIME_BOUND { return object_ ? Option<const T&>(*object_) : none; }

    KEEL_STABLE T& operator*() KEEL_LIFETIME_BOUND { return *checked(); }
    const T& operator*() const KEEL_LIFETIME_BOUND { return *checked(); }
    KEEL_STABLE T* operator->() KEEL_LIFETIME_BOUND { return checked(); }
    const T* operator->() const KEEL_LIFETIME_BOUND { return checked(); }

    /// Destroys the object and frees its memory, if any.
    KEEL_INLINE void reset()
    {
        if (object_)
            destroy(object_);
        object_ = nullptr;
    }

    /// Gives the object up to C code, which passes it back to `from_raw`.
    T* into_raw()
    {
        T* raw = object_;
        object_ = nullptr;
        return raw;
    }

    /// # Safety
    /// `raw` came from `into_raw` of such a Box, and is passed here once.
    KEEL_UNSAFE_FUNCTION static Box from_raw(T* raw) { return Box(raw); }

    /// How Result<Box> keeps a Box or an errno in one register.
    void* into_niche() { return into_raw(); }
    KEEL_UNSAFE_FUNCTION static Box from_niche(void* raw) { return Box(static_cast<T*>(raw)); }

private:
    explicit Box(T* object) : object_ {object} {}

    /// Apart from the test for null, which callers often know the answer to.
    static void destroy(T* object)
    {
        object->~T();
        A::free(object);
    }

    T* checked() const
    {
        if (!object_) [[unlikely]]
            trap("use of an empty Box");
        return object_;
    }

    T* object_;
};

template <class T> using VBox = Box<T, Vmalloc>;
template <class T> using KVBox = Box<T, KVmalloc>;

} // namespace keel
