// SPDX-License-Identifier: GPL-2.0
// Memory for an object that is not there yet: allocated where sleeping is allowed, filled where it is not.
#pragma once

#include <keel/alloc/box.hpp>

namespace keel {

/// Owns memory for a T, uninitialised, that a T can be built in later without allocating.
///
///     Slot<Entry> slot = TRY(Slot<Entry>::create(GFP_KERNEL));
///     auto table = lock.lock();
///     table->push_back(slot.fill(key));
///
/// # Invariants
/// memory_ is null (filled, or moved from) or memory of A for a T that nothing else owns.
template <class T, Allocator A = Kmalloc> class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Slot {
public:
    /// An empty Slot, which owns nothing.
    constexpr Slot() : memory_ {nullptr} {}
    Slot(Slot&& other) : memory_ {other.memory_} { other.memory_ = nullptr; }
    Slot& operator=(Slot other)
    {
        swap(memory_, other.memory_);
        return *this;
    }
    ~Slot()
    {
        if (memory_)
            A::free(memory_);
    }

    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<Slot> create(Flags)
    {
        void* memory = A::allocate(sizeof(T), alignof(T), Flags::bits);
        if (!memory) [[unlikely]]
            return ENOMEM;
        return Slot(static_cast<T*>(memory));
    }

    /// Destroys the object of `box` and keeps its memory. Traps if the Box is empty.
    static Slot vacated(Box<T, A> box)
    {
        T* object = (box.operator->(), box.into_raw());
        object->~T();
        return Slot(object);
    }

    KEEL_AFTER_MOVE bool is_empty() const { return memory_ == nullptr; }

    /// A T made of `args`, in this memory. Traps if it was filled already.
    template <class... Args> Box<T, A> fill(Args&&... args)
    {
        UNSAFE("the memory is the Box's from here on")
        {
            return Box<T, A>::from_raw(::new (static_cast<void*>(take())) T(forward<Args>(args)...));
        }
    }

    /// How Result<Slot> keeps a Slot or an errno in one register.
    void* into_niche()
    {
        void* raw = memory_;
        memory_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Slot from_niche(void* raw) { return Slot(static_cast<T*>(raw)); }

private:
    explicit Slot(T* memory) : memory_ {memory} {}

    T* take()
    {
        if (!memory_) [[unlikely]]
            trap("use of an empty Slot");
        T* taken = memory_;
        memory_ = nullptr;
        return taken;
    }

    T* memory_;
};

} // namespace keel
