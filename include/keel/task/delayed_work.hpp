// SPDX-License-Identifier: GPL-2.0
// Work that waits for a while before it runs.
// C header: include/linux/workqueue.h
#pragma once

#include <keel/task/work.hpp>
#include <keel/time/jiffies.hpp>

namespace keel {

/// A work item of the T that it is a member of, which runs some time after it was queued: a Work with a timer.
///
///     .poll = DelayedWork<Device>::idle<&Device::poll_status>(init)
///     ...
///     poll.queue_after(Duration::millis(100));
///
/// # Context
/// The function runs in process context and may sleep.
/// # Lifetime
/// As that of Work: the destructor stops the timer, waits for a call that is running, and nothing is queued from then
/// on. The item's share in a queue of one's own keeps that from ending before the timer.
/// # Invariants
/// raw_ is an initialised delayed work item at a fixed address; *owner_ is the T around it.
template <class T> class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC DelayedWork {
public:
    DelayedWork(const DelayedWork&) = delete;
    DelayedWork& operator=(const DelayedWork&) = delete;

    /// An item that is not queued yet and will call `function`, a `void T::function() const`, on SystemQueue's PerCpu.
    template <auto function> KEEL_ANY_CONTEXT static DelayedWork idle(Init<T>& init)
    {
        return idle_on<function>(init, SystemQueue::PerCpu);
    }

    /// The same, on that queue of the kernel.
    template <auto function> KEEL_ANY_CONTEXT static DelayedWork idle_on(Init<T>& init, SystemQueue where)
    {
        return make<function>(init, where);
    }

    /// The same, on a queue of one's own. An empty one stands for SystemQueue's PerCpu.
    template <auto function> KEEL_ANY_CONTEXT static DelayedWork idle_on(Init<T>& init, Arc<Workqueue> where)
    {
        return make<function>(init, move(where));
    }

    KEEL_MAY_SLEEP ~DelayedWork()
    {
        detail::check_not_in(raw_.work);
#if KEEL_HAS_FUNC_disable_delayed_work_sync
        UNSAFE("an initialised item: invariant") { bindings::disable_delayed_work_sync(&raw_); }
#else
        queue_.close();
        cancel();
#endif
    }

    /// Lets the function run once, when `delay` has passed. Returns false, and changes nothing, if it was going to
    /// anyway.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT bool queue_after(Duration delay) const
    {
        return queue_.pass([&](bindings::workqueue_struct* where) __attribute__((always_inline)) {
            UNSAFE("an initialised item: invariant; and its queue, which lives as long as this")
            {
                return bindings::queue_delayed_work(where, &raw_, Ticks::at_least(delay).count());
            }
        });
    }

    /// Lets the function run once, when `delay` has passed from now, even if it was going to run at another time.
    /// Returns whether it was.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT bool requeue_after(Duration delay) const
    {
        return queue_.pass([&](bindings::workqueue_struct* where) __attribute__((always_inline)) {
            UNSAFE("an initialised item: invariant; and its queue, which lives as long as this")
            {
                return bindings::mod_delayed_work(where, &raw_, Ticks::at_least(delay).count());
            }
        });
    }

    /// Whether it waits for its time or on a queue. May be out of date when it returns.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT bool is_pending() const
    {
        UNSAFE("an initialised item: invariant") { return bindings::work_pending(&raw_.work); }
    }

    /// Stops the wait or takes the item off its queue, and waits for a call that is running. Returns whether it was
    /// going to run.
    ///
    /// Traps in the function of the item itself.
    /// # Context
    /// May sleep. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool cancel() const
    {
        detail::check_not_in(raw_.work);
        UNSAFE("an initialised item: invariant") { return bindings::cancel_delayed_work_sync(&raw_); }
    }

    /// Does not wait for the time, but lets it run at once, and waits until it has. Returns false if there was nothing
    /// to wait for.
    ///
    /// Traps in the function of the item itself.
    /// # Context
    /// May sleep. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool flush() const
    {
        detail::check_not_in(raw_.work);
        UNSAFE("an initialised item: invariant") { return bindings::flush_delayed_work(&raw_); }
    }

private:
    template <auto function, class Where> KEEL_ANY_CONTEXT static DelayedWork make(Init<T>& init, Where where)
    {
        static_assert(SameAs<decltype(function), void (T::*)() const>,
                      "a DelayedWork calls: void function() const, of its T");
        return DelayedWork(init.self(), &run<function>, LockClass<detail::WorkFunction<function>>::raw(), move(where));
    }

    template <class Where>
    DelayedWork(const T* owner, bindings::work_func_t run, bindings::lock_class_key* key, Where where)
        : owner_ {owner}, queue_ {move(where)}
    {
        UNSAFE("raw_ is at its final address: a DelayedWork cannot be moved")
        {
            bindings::init_delayed_work(&raw_, run, key);
        }
    }

    template <auto function> static void run(bindings::work_struct* raw)
    {
        UNSAFE("raw is the work of the raw_ of a DelayedWork, whose destructor waits for this call")
        {
            auto* work = reinterpret_cast<char*>(raw) - __builtin_offsetof(DelayedWork, raw_) -
                         __builtin_offsetof(bindings::delayed_work, work);
            (reinterpret_cast<DelayedWork*>(work)->owner_->*function)();
        }
    }

    mutable bindings::delayed_work raw_;
    const T* owner_;
    detail::ItemQueue queue_;
};

} // namespace keel
