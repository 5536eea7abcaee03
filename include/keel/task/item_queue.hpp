// SPDX-License-Identifier: GPL-2.0
// For the library: where a work item runs, and until when it may be put there.
#pragma once

#include <keel/sync/arc.hpp>
#include <keel/task/gate.hpp>
#include <keel/task/workqueue.hpp>

namespace keel::detail {

/// The one queue of a work item. The kernel keeps an item from running twice at once on one queue only: put on another
/// while it runs, it runs on both, and what waits for its end waits for the later run. So none can be named later on.
///
/// # Invariants
/// raw_ is own_'s queue, or one of the kernel's.
class ItemQueue {
public:
    KEEL_ANY_CONTEXT explicit ItemQueue(SystemQueue where) : raw_ {of_system(where)} {}

    /// A queue of the module, of which this is an owner. An empty one stands for the kernel's PerCpu: an object whose
    /// construction has failed is built of such.
    KEEL_ANY_CONTEXT explicit ItemQueue(Arc<Workqueue> where)
        : raw_ {where.is_empty() || where->is_empty() ? of_system(SystemQueue::PerCpu) : where->raw()},
          own_ {move(where)}
    {}

    /// Calls `call` with the queue, unless this is closed; returns what it returns, or false.
    template <class Call> KEEL_ANY_CONTEXT KEEL_INLINE bool pass(Call call KEEL_ATOMIC_CALLBACK) const
    {
#if KEEL_HAS_FUNC_disable_work_sync
        return call(raw_);
#else
        return gate_.pass([&]() __attribute__((always_inline)) { return call(raw_); });
#endif
    }

#if !KEEL_HAS_FUNC_disable_work_sync
    /// Waits for the calls that are inside, and lets no more through.
    KEEL_MAY_SLEEP void close() { gate_.close(); }
#endif

private:
    KEEL_ANY_CONTEXT static bindings::workqueue_struct* of_system(SystemQueue kind)
    {
        UNSAFE("set at boot, never changed")
        {
            switch (kind) {
            case SystemQueue::Unbound:
                return bindings::system_dfl_wq();
            case SystemQueue::HighPriority:
                return bindings::system_highpri_wq;
            case SystemQueue::Long:
                return bindings::system_long_wq;
            case SystemQueue::Freezable:
                return bindings::system_freezable_wq;
            case SystemQueue::PerCpu:
                break;
            }
            return bindings::system_percpu_wq();
        }
    }

    bindings::workqueue_struct* raw_;
    Arc<Workqueue> own_; // or empty
#if !KEEL_HAS_FUNC_disable_work_sync
    Gate gate_ {};
#endif
};

} // namespace keel::detail
