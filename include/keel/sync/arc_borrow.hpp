// SPDX-License-Identifier: GPL-2.0
// An object that somebody else owns a share of, for as long as they lend it.
#pragma once

#include <keel/core/option.hpp>
#include <keel/sync/arc.hpp>

namespace keel {

/// Borrows the object of an Arc: one pointer, and no count. Of it, unlike of a reference to the object, one can become
/// an owner.
///
///     void watch(ArcBorrow<Session> session);   // watch(arc)
///
/// # Invariants
/// value_ is the object of a live Arc.
template <class T> class KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC ArcBorrow {
public:
    /// Traps if `arc` is empty.
    ArcBorrow(const Arc<T>& arc KEEL_LIFETIME_BOUND) : value_ {*arc} {}

    const T& operator*() const
    {
        const bool always = value_.is_some();
        __builtin_assume(always);
        return value_.value();
    }
    const T* operator->() const { return &**this; }

    /// An owner of the object.
    Arc<T> clone() const
    {
        UNSAFE("the object of a live Arc: invariant; its count comes before it")
        {
            auto* shared =
                reinterpret_cast<detail::Shared<T>*>(reinterpret_cast<usize>(&**this) - detail::Shared<T>::offset());
            bindings::refcount_inc(&shared->counts.owners);
            return Arc<T>(shared);
        }
    }

    /// Whether both borrow the same object.
    bool same_object(const ArcBorrow& other) const { return &**this == &*other; }

private:
    // A view of what is const: so that is what the checker sees in this, too.
    Option<const T&> value_;
};

} // namespace keel
