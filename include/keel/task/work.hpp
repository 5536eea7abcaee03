// SPDX-License-Identifier: GPL-2.0
// A function that runs later in process context: a member of the object that it works on.
// C header: include/linux/workqueue.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/task/gate.hpp>
#include <keel/task/workqueue.hpp>

namespace keel {

/// A work item of the T that it is a member of: calls one member function of T, in a thread of a workqueue.
///
///     class Cache {
///         static Cache init(Init<Cache>& init)
///         {
///             return {.pages = {}, .trim = Work<Cache>::idle<&Cache::drop_old>(init)};
///         }
///         void drop_old() const;
///
///         Mutex<Vec<Page>> pages;
///         Work<Cache> trim;
///     };
///
/// One queueing is one call. Queueing it again while it waits changes nothing; while it runs, it runs once more
/// afterwards, and never twice at the same time. The function may queue its own item again.
///
/// That holds, as in C, for an item that is always put on the same queue. Put on another one while it runs, it can run
/// on both, and `cancel`, `flush` and the end wait for the later one only: an item for two queues is two items.
///
/// # Context
/// The function runs in process context and may sleep.
/// # Lifetime
/// The destructor cancels: it waits for a call that is running, and nothing is queued any more from then on, whoever
/// tries. The checker demands that it is declared after all members that the function touches.
/// # Invariants
/// raw_ is an initialised work item at a fixed address; *owner_ is the T around it.
template <class T> class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC Work {
public:
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// An item that is not queued yet and will call `function`, a `void T::function() const`.
    template <auto function> KEEL_ANY_CONTEXT static Work idle(Init<T>& init)
    {
        static_assert(SameAs<decltype(function), void (T::*)() const>, "a Work calls: void function() const, of its T");
        return Work(init.self(), &run<function>, LockClass<detail::WorkFunction<function>>::raw());
    }

    KEEL_MAY_SLEEP ~Work()
    {
        detail::check_not_in(raw_);
#if KEEL_HAS_FUNC_disable_work_sync
        UNSAFE("an initialised item: invariant") { bindings::disable_work_sync(&raw_); }
#else
        gate_.close();
        cancel();
#endif
    }

    /// Lets the function run once, soon. Returns false if it was going to anyway.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE bool queue(SystemQueue where = SystemQueue::PerCpu) const
    {
        return queue_anywhere(detail::raw_queue(where));
    }
    /// The same, on a queue of one's own.
    KEEL_ANY_CONTEXT KEEL_INLINE bool queue(const Workqueue& where) const
    {
        return queue_anywhere(detail::raw_queue(where));
    }

    /// The same, on that CPU; if it goes offline meanwhile, on any.
    ///
    /// # Errors
    /// EINVAL: this machine can have no such CPU.
    KEEL_ANY_CONTEXT Result<bool> queue_on(u32 cpu, SystemQueue where = SystemQueue::PerCpu) const
    {
        return queue_there(cpu, detail::raw_queue(where));
    }
    KEEL_ANY_CONTEXT Result<bool> queue_on(u32 cpu, const Workqueue& where) const
    {
        return queue_there(cpu, detail::raw_queue(where));
    }

    /// Whether it is queued and has not begun to run. May be out of date when it returns.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT bool is_pending() const
    {
        UNSAFE("an initialised item: invariant") { return bindings::work_pending(&raw_); }
    }

    /// Takes the item off its queue, and waits for a call that is running. Returns whether it was queued.
    ///
    /// Traps in the function of the item itself.
    /// # Context
    /// May sleep. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool cancel() const
    {
        detail::check_not_in(raw_);
        UNSAFE("an initialised item: invariant") { return bindings::cancel_work_sync(&raw_); }
    }

    /// Waits until the last queueing before this has run. Returns false if there was nothing to wait for.
    ///
    /// Traps in the function of the item itself.
    /// # Context
    /// May sleep. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool flush() const
    {
        detail::check_not_in(raw_);
        UNSAFE("an initialised item: invariant") { return bindings::flush_work(&raw_); }
    }

private:
    Work(const T* owner, bindings::work_func_t run, bindings::lock_class_key* key) : owner_ {owner}
    {
        UNSAFE("raw_ is at its final address: a Work cannot be moved") { bindings::init_work(&raw_, run, key); }
    }

    template <auto function> static void run(bindings::work_struct* raw)
    {
        UNSAFE("raw is the raw_ of a Work, whose destructor waits for this call")
        {
            auto* work = reinterpret_cast<char*>(raw) - __builtin_offsetof(Work, raw_);
            (reinterpret_cast<Work*>(work)->owner_->*function)();
        }
    }

    KEEL_ANY_CONTEXT KEEL_INLINE bool queue_anywhere(bindings::workqueue_struct* where) const
    {
        return pass([&]() __attribute__((always_inline)) {
            UNSAFE("an initialised item, and a workqueue that lives as long as the call")
            {
                return bindings::queue_work(where, &raw_);
            }
        });
    }
    KEEL_ANY_CONTEXT Result<bool> queue_there(u32 cpu, bindings::workqueue_struct* where) const
    {
        UNSAFE("the number is checked by the shim")
        {
            if (!bindings::cpu_is_possible(cpu))
                return EINVAL;
        }
        return pass([&]() __attribute__((always_inline)) {
            UNSAFE("an initialised item, a CPU that is possible, and a workqueue that lives as long as the call")
            {
                return bindings::queue_work_on(static_cast<int>(cpu), where, &raw_);
            }
        });
    }

    /// Calls `call`, unless this is at its end.
    template <class Call> KEEL_ANY_CONTEXT KEEL_INLINE bool pass(Call call) const
    {
#if KEEL_HAS_FUNC_disable_work_sync
        return call();
#else
        return gate_.pass(call);
#endif
    }

    mutable bindings::work_struct raw_;
    const T* owner_;
#if !KEEL_HAS_FUNC_disable_work_sync
    detail::Gate gate_ {};
#endif
};

} // namespace keel
