// SPDX-License-Identifier: GPL-2.0
// Workqueues: the threads that run work items in process context.
// C header: include/linux/workqueue.h
#pragma once

#include <bindings/features.hpp>
#include <bindings/task.hpp>
#include <keel/core/result.hpp>
#include <keel/core/str.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// The workqueues that all of the kernel shares.
enum class SystemQueue : u8 {
    /// Runs items on the CPU that queued them: short ones.
    PerCpu,
    /// Runs items anywhere.
    Unbound,
    /// As PerCpu, before others.
    HighPriority,
    /// As PerCpu, for items that take long.
    Long,
    /// As PerCpu, and stands still while the system suspends.
    Freezable,
};

/// How a Workqueue runs its items.
struct KEEL_VIEW WorkqueueOptions {
    /// The name of its rescuer, and of its directory in sysfs.
    CStr name;
    /// Not bound to the CPU that queued the item.
    bool unbound = false;
    /// One item after the other, in the order of queueing.
    bool ordered = false;
    /// Its threads run before those of others.
    bool high_priority = false;
    /// Stands still while the system suspends.
    bool freezable = false;
    /// Has a thread in reserve, so that it goes on without memory: needed by what memory is freed through.
    bool mem_reclaim = false;
    /// Its items compute much and do not count as running ones.
    bool cpu_intensive = false;
    /// How many of its items run at once at most (for each CPU, if bound); 0: the kernel's default.
    int max_active = 0;
};

/// A workqueue of one's own. Its end waits until all its items have run, those they queue included.
///
/// # Invariants
/// raw_ is null (empty, moved from) or a workqueue that this alone destroys.
class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Workqueue {
public:
    /// An empty one, on which nothing can be queued.
    constexpr Workqueue() : raw_ {nullptr} {}
    Workqueue(Workqueue&& other) : raw_ {other.raw_} { other.raw_ = nullptr; }
    Workqueue& operator=(Workqueue other)
    {
        swap(raw_, other.raw_);
        return *this;
    }
    /// # Context
    /// May sleep. Not in a SharedWork of this queue, which it would wait for; another item of it is an owner itself.
    KEEL_MAY_SLEEP ~Workqueue()
    {
        if (!raw_)
            return;
        UNSAFE("ours alone: invariant; items that are queued later would need a reference to this")
        {
            bindings::destroy_workqueue(raw_);
        }
    }

    /// # Context
    /// May sleep.
    /// # Errors
    /// ENOMEM: no memory, or no thread.
    KEEL_MAY_SLEEP static Result<Workqueue> create(WorkqueueOptions options)
    {
        unsigned flags = 0;
        flags |= options.unbound || options.ordered ? unsigned {bindings::WQ_UNBOUND} : 0;
        flags |= options.ordered ? unsigned {bindings::__WQ_ORDERED} : 0;
        flags |= options.high_priority ? unsigned {bindings::WQ_HIGHPRI} : 0;
        flags |= options.freezable ? unsigned {bindings::WQ_FREEZABLE} : 0;
        flags |= options.mem_reclaim ? unsigned {bindings::WQ_MEM_RECLAIM} : 0;
        flags |= options.cpu_intensive ? unsigned {bindings::WQ_CPU_INTENSIVE} : 0;
        const int most = options.ordered ? 1 : options.max_active;
        bindings::workqueue_struct* made;
        UNSAFE("the name is NUL-terminated; the kernel copies it and clamps the number")
        {
            made = bindings::create_workqueue(options.name.as_ptr(), flags, most < 0 ? 0 : most);
        }
        if (!made)
            return ENOMEM;
        return Workqueue(made);
    }

    /// Waits until every item that is queued now has run.
    ///
    /// # Context
    /// May sleep. Not in an item of this queue.
    KEEL_MAY_SLEEP void flush() const
    {
        UNSAFE("a live workqueue: raw()") { bindings::__flush_workqueue(raw()); }
    }

    KEEL_AFTER_MOVE KEEL_ANY_CONTEXT bool is_empty() const { return raw_ == nullptr; }

    /// For the library: the C object. Traps if this is empty.
    KEEL_ANY_CONTEXT bindings::workqueue_struct* raw() const
    {
        if (!raw_) [[unlikely]]
            trap("use of an empty Workqueue");
        return raw_;
    }

    /// How Result<Workqueue> keeps one or an errno in one register.
    void* into_niche()
    {
        bindings::workqueue_struct* raw = raw_;
        raw_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Workqueue from_niche(void* raw)
    {
        return Workqueue(static_cast<bindings::workqueue_struct*>(raw));
    }

private:
    constexpr explicit Workqueue(bindings::workqueue_struct* raw) : raw_ {raw} {}

    bindings::workqueue_struct* raw_;
};

namespace detail {

/// Stands for the class of a work item for lockdep: one for each function.
template <auto function> struct WorkFunction;

/// Traps where an item would wait for itself.
KEEL_MAY_SLEEP inline void check_not_in(const bindings::work_struct& item)
{
    UNSAFE("no condition: asks about the current thread")
    {
        if (bindings::current_work() == &item) [[unlikely]]
            trap("a work item waits for its own end");
    }
}

} // namespace detail
} // namespace keel
