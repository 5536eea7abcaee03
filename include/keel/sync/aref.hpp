// SPDX-License-Identifier: GPL-2.0
// Shared ownership of objects that the kernel counts itself.
#pragma once

#include <keel/core/trap.hpp>
#include <keel/core/types.hpp>

namespace keel {

/// A kernel object with a reference count of its own: `get` takes a reference, `put` gives one back.
template <class T>
concept RefCounted = requires(const T& object) {
    T::get(object);
    T::put(object);
};

/// Holds a reference to a T for its lifetime.
///
/// # Invariants
/// object_ is null (moved from) or an object of which one reference is ours.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC ARef {
public:
    /// Takes a reference of its own to `object`.
    explicit ARef(const T& object) : object_ {&object}
    {
        static_assert(RefCounted<T>, "an ARef needs static get and put functions in T");
        T::get(object);
    }
    /// # Safety
    /// One reference to `object` is the caller's, and becomes this one's.
    KEEL_UNSAFE_FUNCTION static ARef adopt(const T& object) { return ARef(&object); }
    ARef(ARef&& other) : object_ {other.object_} { other.object_ = nullptr; }
    ARef& operator=(ARef other)
    {
        swap(object_, other.object_);
        return *this;
    }
    ~ARef()
    {
        if (object_)
            T::put(*object_);
    }

    /// Another reference to the same object.
    ARef clone() const { return ARef(**this); }

    const T& operator*() const KEEL_LIFETIME_BOUND
    {
        if (!object_) [[unlikely]]
            trap("use of an empty ARef");
        return *object_;
    }
    const T* operator->() const KEEL_LIFETIME_BOUND { return &**this; }

    /// # Safety
    /// The reference is the caller's from then on, to give to C code that takes it over.
    KEEL_UNSAFE_FUNCTION const T& into_raw() &&
    {
        const T& object = **this;
        object_ = nullptr;
        return object;
    }

private:
    explicit ARef(const T* object) : object_ {object} {}

    const T* object_;
};

} // namespace keel
