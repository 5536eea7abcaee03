// SPDX-License-Identifier: GPL-2.0
// What every lock has in common: it owns its data, and a guard is the only door to it.
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>

namespace keel {

class CondVar;

/// Holds a lock for its lifetime and gives access to the data in it; unlocks when it ends.
///
/// A guard belongs to the scope that took it. References to the data end with it.
///
/// # Invariants
/// lock_ is null (moved from) or a lock that this thread holds in the way of Hold, and that this guard alone releases.
template <class Lock, class Hold> class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Guard {
public:
    Guard(Guard&& other) : lock_ {other.lock_}, hold_ {other.hold_} { other.lock_ = nullptr; }
    Guard& operator=(Guard&&) = delete;
    ~Guard()
    {
        if (lock_)
            hold_.release(lock_->raw());
    }

    auto& operator*() const KEEL_LIFETIME_BOUND { return lock_->data_; }
    auto* operator->() const KEEL_LIFETIME_BOUND { return &lock_->data_; }

private:
    friend Lock;
    friend class CondVar;
    Guard(const Lock& lock KEEL_LIFETIME_BOUND, Hold hold) : lock_ {&lock}, hold_ {hold}
    {
        // Kernel code is compiled without the rule that a reference is not null; with it, an unmoved guard needs no
        // test.
        __builtin_assume(lock_ != nullptr);
    }

    // For CondVar, which holds the lock again when its wait returns.
    KEEL_INLINE void give_back() const { hold_.release(lock_->raw()); }
    KEEL_MAY_SLEEP KEEL_INLINE void take_again() const { hold_.acquire(lock_->raw()); }

    const Lock* lock_;
    [[no_unique_address]] Hold hold_;
};

/// The class of a lock for lockdep: one for each type of lock and data. In a kernel without lockdep its key is empty,
/// and this a byte that gives it an address of its own.
template <class Lock> struct LockClass {
    union Key {
        char distinct;
        bindings::lock_class_key raw;
    };
    static inline constinit Key key {};

    static bindings::lock_class_key* raw() { return &key.raw; }
};

} // namespace keel
