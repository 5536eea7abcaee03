// SPDX-License-Identifier: GPL-2.0
// A reference to a shared object that does not keep it.
// C header: include/linux/refcount.h
#pragma once

#include <keel/core/option.hpp>
#include <keel/sync/arc.hpp>

namespace keel {

/// Refers to the object of an Arc without owning it: from a child to its parent, from a cache to what others use. To
/// use the object, become one of its owners, if it has any left.
///
/// The class says `using HasWeak = void;`. When the last owner goes, the object is destroyed; its memory stays until
/// the last Weak has gone, too.
///
/// # Context
/// Any.
/// # Invariants
/// shared_ is null, or points to the memory of a Shared, of whose weak references this holds one.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC Weak {
    using Shared = detail::Shared<T>;

public:
    /// Refers to nothing.
    constexpr Weak() : shared_ {nullptr} {}
    /// Traps if `arc` is empty.
    explicit Weak(const Arc<T>& arc) : Weak(another(arc.checked())) {}
    Weak(Weak&& other) : shared_ {other.shared_} { other.shared_ = nullptr; }
    Weak& operator=(Weak other)
    {
        swap(shared_, other.shared_);
        return *this;
    }
    ~Weak()
    {
        if (shared_)
            shared_->give_up();
    }

    /// An owner of the object, or none if it has gone.
    Option<Arc<T>> upgrade() const
    {
        UNSAFE("its memory is there as long as this: invariant")
        {
            if (!shared_ || !bindings::refcount_inc_not_zero(&shared_->counts.owners))
                return none;
        }
        return Arc<T>(shared_);
    }

    /// Another reference to the same object.
    Weak clone() const { return shared_ ? another(shared_) : Weak(); }

    /// Whether it refers to nothing, not even to what has gone.
    KEEL_AFTER_MOVE bool is_empty() const { return shared_ == nullptr; }

private:
    static Weak another(Shared* shared)
    {
        static_assert(WeaklyReferable<T>,
                      "the class of the object says that it has weak references: using HasWeak = void;");
        if constexpr (WeaklyReferable<T>) {
            UNSAFE("a reference of the caller's keeps the memory") { bindings::refcount_inc(&shared->counts.weak); }
        }
        Weak weak;
        weak.shared_ = shared;
        return weak;
    }

    Shared* shared_;
};

} // namespace keel
