// SPDX-License-Identifier: GPL-2.0
// Data that is protected by a lock elsewhere.
#pragma once

#include <keel/sync/lock.hpp>

namespace keel {

/// A T that only the holder of a lock in another object can reach: part of an element whose list has the lock.
///
/// Which lock that is, is said when it is made, and compared with each guard: the wrong one traps. The lock need not
/// outlive it; without a lock nothing can be reached.
///
/// # Invariants
/// Whoever refers to data_ borrows from a guard of owner_, and nobody else does.
template <class T, class Lock> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND LockedBy {
public:
    LockedBy(const Lock& owner) : owner_ {&owner}, data_ {} {}
    LockedBy(const Lock& owner, T data) : owner_ {&owner}, data_ {move(data)} {}
    LockedBy(const LockedBy&) = delete;
    LockedBy& operator=(const LockedBy&) = delete;

    /// The data, for reading. Traps unless the guard holds the owner's lock.
    template <class Hold>
    KEEL_ANY_CONTEXT KEEL_INLINE const T&
    get(const Guard<Lock, Hold>& guard KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
    {
        return check(guard), data_;
    }

    /// The data, for changing: until then nothing else borrows from the guard. Traps unless the guard holds the owner's
    /// lock.
    template <class Hold>
    KEEL_ANY_CONTEXT KEEL_INLINE T& get_mut(Guard<Lock, Hold>& guard KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
    {
        static_assert(!SharedHold<Hold>, "a guard for reading only shows the data: use get");
        return check(guard), data_;
    }

private:
    template <class Hold> KEEL_INLINE void check(const Guard<Lock, Hold>& guard) const
    {
        if (!guard.holds(owner_)) [[unlikely]]
            trap("data reached with a guard of another lock");
    }

    const Lock* owner_;
    mutable T data_;
};

} // namespace keel
