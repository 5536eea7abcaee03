// SPDX-License-Identifier: GPL-2.0
// A spinning lock that spins on every kernel, real-time ones included.
// C header: include/linux/spinlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/spinlock.hpp>

namespace keel {

namespace detail {

/// Those of a raw spinlock.
struct RawSpinWays {
    using Raw = bindings::raw_spinlock_t;
    struct Held : HeldSpinning<bindings::raw_spin_lock, bindings::raw_spin_unlock, bindings::raw_spin_trylock> {};
    struct HeldIrqsave : detail::HeldIrqsave<bindings::raw_spin_lock_irqsave, bindings::raw_spin_unlock_irqrestore,
                                             bindings::raw_spin_trylock_irqsave> {};
    struct HeldIrq : HeldSpinning<bindings::raw_spin_lock_irq, bindings::raw_spin_unlock_irq> {};
    struct HeldBh
        : HeldSpinning<bindings::raw_spin_lock_bh, bindings::raw_spin_unlock_bh, bindings::raw_spin_trylock_bh> {};

    static void init(Raw* raw, bindings::lock_class_key* key)
    {
        UNSAFE("at its final address: a RawSpinLock cannot be moved")
        {
            bindings::raw_spin_lock_init(raw, "keel::RawSpinLock", key);
        }
    }
    KEEL_INLINE static void lock_nested(Raw* raw, unsigned level)
    {
        UNSAFE("an initialised spinlock: the invariant of Locked") { bindings::raw_spin_lock_nested(raw, level); }
    }
};

} // namespace detail

/// A T as in a SpinLock, for the code that even a kernel for real time (PREEMPT_RT) cannot let sleep: hard interrupt
/// handlers of chips, the scheduler's neighbourhood. Held for a few instructions only.
///
/// # Context
/// Any, as a SpinLock.
template <class T>
class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND RawSpinLock
    : public detail::Spinning<RawSpinLock<T>, detail::RawSpinWays, T> {
public:
    using detail::Spinning<RawSpinLock, detail::RawSpinWays, T>::Spinning;
    constexpr RawSpinLock() {}
};

} // namespace keel
