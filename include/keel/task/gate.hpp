// SPDX-License-Identifier: GPL-2.0
// For the library: a call that many may make until the object that it is about is taken out of use.
#pragma once

#include <bindings/task.hpp>
#include <keel/sync/rcu.hpp>

namespace keel::detail {

/// Lets calls through until it is closed. Where the kernel itself can take a work item or a timer out of use for good,
/// it does; this is for where it cannot. Costs a caller one load, and that it is not preempted meanwhile.
class Gate {
    /// This thread goes on without a pause until the end, which an RCU grace period waits for as for a read section.
    class KEEL_ATOMIC_GUARD Unpaused {
    public:
        KEEL_ANY_CONTEXT KEEL_INLINE Unpaused()
        {
            UNSAFE("enabled by the destructor") { bindings::preempt_disable(); }
        }
        Unpaused(const Unpaused&) = delete;
        KEEL_ANY_CONTEXT KEEL_INLINE ~Unpaused()
        {
            UNSAFE("disabled by the constructor") { bindings::preempt_enable(); }
        }
    };

public:
    /// Calls `call`, unless the gate is closed; returns what it returns, or false.
    template <class Call> KEEL_ANY_CONTEXT KEEL_INLINE bool pass(Call call KEEL_ATOMIC_CALLBACK) const
    {
        const Unpaused until_the_end;
        return !__atomic_load_n(&closed_, __ATOMIC_RELAXED) && call();
    }

    /// Waits for the calls that are inside, and lets no more through.
    KEEL_MAY_SLEEP void close()
    {
        __atomic_store_n(&closed_, true, __ATOMIC_RELAXED);
        rcu::synchronize();
    }

private:
    bool closed_ = false;
};

} // namespace keel::detail
