// SPDX-License-Identifier: GPL-2.0
// Read sections that cost next to nothing, and waiting for those that are open.
// C header: include/linux/rcupdate.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>

namespace keel::rcu {

/// An open read section: what is found through an RcuPtr in it stays alive until it ends.
///
///     const auto section = rcu::read();
///     const Option<const Config&> config = config_.get(section);
///
/// # Context
/// Any. While it lives nothing may sleep.
/// # Invariants
/// This CPU has entered one read section for it.
class [[nodiscard]] KEEL_VIEW KEEL_ATOMIC_GUARD KEEL_NOT_SEND KEEL_NOT_SYNC ReadGuard {
public:
    ReadGuard(const ReadGuard&) = delete;
    ReadGuard& operator=(const ReadGuard&) = delete;
    KEEL_ANY_CONTEXT KEEL_INLINE ~ReadGuard()
    {
        UNSAFE("entered by the constructor: invariant") { bindings::rcu_read_unlock(); }
    }

private:
    friend ReadGuard read();
    KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard()
    {
        UNSAFE("left by the destructor, and a guard stays in its scope") { bindings::rcu_read_lock(); }
    }
};

/// Opens a read section, which ends with the guard. Sections nest.
///
/// # Context
/// Any.
KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard read() { return ReadGuard(); }

/// Waits until all read sections that are open now have ended.
///
/// # Context
/// May sleep, for some ticks. Not in a read section.
KEEL_MAY_SLEEP inline void synchronize()
{
    UNSAFE("not in a read section: it may sleep, and those must not") { bindings::synchronize_rcu(); }
}

} // namespace keel::rcu
