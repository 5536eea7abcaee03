// SPDX-License-Identifier: GPL-2.0
// A function that runs later in process context: a member of the object that it works on.
// C header: include/linux/workqueue.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/task/item_queue.hpp>

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
/// afterwards, and never twice at the same time: so it has one queue, chosen when it is made. The function may queue
/// its own item again.
///
/// # Context
/// The function runs in process context and may sleep.
/// # Lifetime
/// The destructor cancels: it waits for a call that is running, and nothing is queued any more from then on, whoever
/// tries. The checker demands that it is declared after all members that the function touches. A queue of one's own is
/// shared with the item; its last owner goes anywhere but in a SharedWork of that queue.
/// # Invariants
/// raw_ is an initialised work item at a fixed address; *owner_ is the T around it.
template <class T> class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC Work {
public:
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// An item that is not queued yet and will call `function`, a `void T::function() const`, on SystemQueue's PerCpu.
    template <auto function> KEEL_ANY_CONTEXT static Work idle(Init<T>& init)
    {
        return idle_on<function>(init, SystemQueue::PerCpu);
    }

    /// The same, on that queue of the kernel.
    template <auto function> KEEL_ANY_CONTEXT static Work idle_on(Init<T>& init, SystemQueue where)
    {
        return make<function>(init, where);
    }

    /// The same, on a queue of one's own. An empty one stands for SystemQueue's PerCpu.
    template <auto function> KEEL_ANY_CONTEXT static Work idle_on(Init<T>& init, Arc<Workqueue> where)
    {
        return make<function>(init, move(where));
    }

    KEEL_MAY_SLEEP ~Work()
    {
        detail::check_not_in(raw_);
#if KEEL_HAS_FUNC_disable_work_sync
        UNSAFE("an initialised item: invariant") { bindings::disable_work_sync(&raw_); }
#else
        queue_.close();
        cancel();
#endif
    }

    /// Lets the function run once, soon. Returns false if it was going to anyway.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE bool queue() const
    {
        return queue_.pass([&](bindings::workqueue_struct* where) __attribute__((always_inline)) {
            UNSAFE("an initialised item, and its queue, which lives as long as this")
            {
                return bindings::queue_work(where, &raw_);
            }
        });
    }

    /// The same, on that CPU; if it goes offline meanwhile, on any.
    ///
    /// # Errors
    /// EINVAL: this machine can have no such CPU.
    KEEL_ANY_CONTEXT Result<bool> queue_on(u32 cpu) const
    {
        UNSAFE("the number is checked by the shim")
        {
            if (!bindings::cpu_is_possible(cpu))
                return EINVAL;
        }
        return queue_.pass([&](bindings::workqueue_struct* where) __attribute__((always_inline)) {
            UNSAFE("an initialised item, a CPU that is possible, and the item's queue, which lives as long as this")
            {
                return bindings::queue_work_on(static_cast<int>(cpu), where, &raw_);
            }
        });
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
    template <auto function, class Where> KEEL_ANY_CONTEXT static Work make(Init<T>& init, Where where)
    {
        static_assert(SameAs<decltype(function), void (T::*)() const>, "a Work calls: void function() const, of its T");
        return Work(init.self(), &run<function>, LockClass<detail::WorkFunction<function>>::raw(), move(where));
    }

    template <class Where>
    Work(const T* owner, bindings::work_func_t run, bindings::lock_class_key* key, Where where)
        : owner_ {owner}, queue_ {move(where)}
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

    mutable bindings::work_struct raw_;
    const T* owner_;
    detail::ItemQueue queue_;
};

} // namespace keel
