// SPDX-License-Identifier: GPL-2.0
// Work on an object that it keeps alive.
// C header: include/linux/workqueue.h
#pragma once

#include <keel/sync/arc.hpp>
#include <keel/task/workqueue.hpp>

namespace keel {

/// A work item of a shared T that it is a member of: while it is queued and while it runs it is one of the object's
/// owners.
///
///     struct Request {
///         static void finish(Arc<Request> request);
///
///         Mutex<Vec<u8>> answer;
///         SharedWork<Request> done = SharedWork<Request>::idle<&Request::finish>();
///     };
///     ...
///     SharedWork<Request>::queue(request, &Request::done, workqueue);
///
/// Nobody has to wait for it before the object goes; whoever drops the last Arc, the function included, ends the
/// object. It is queued on a Workqueue of the module only: that one's end waits for the item, so that it does not
/// outlive the module's code, as it would on a queue of the system.
///
/// One queueing is one call. On one queue it never runs twice at the same time. Put on another while it runs, it may
/// run on both at once, each time with an owner of its own, and `cancel` waits for the later call only.
///
/// # Context
/// The function runs in process context and may sleep.
/// # Invariants
/// raw_ is an initialised work item at a fixed address; while it is queued, one count of the object is the queue's, and
/// shared_ is the object as Arc::into_niche gives it.
template <class T> class KEEL_SEND KEEL_SYNC SharedWork {
public:
    SharedWork(const SharedWork&) = delete;
    SharedWork& operator=(const SharedWork&) = delete;

    /// An item that is not queued yet and will call `function`, a `static void function(Arc<T>)` of T.
    template <auto function> KEEL_ANY_CONTEXT static SharedWork idle()
    {
        static_assert(SameAs<decltype(function), void (*)(Arc<T>)>, "a SharedWork calls: static void function(Arc<T>)");
        return SharedWork(&run<function>, LockClass<detail::WorkFunction<function>>::raw());
    }

    /// Lets the function of the item `member` of `object` run once, on `where`. Returns false if it was going to
    /// anyway.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT static bool queue(KEEL_REQUIRES_SEND const Arc<T>& object, SharedWork T::* member,
                                       const Workqueue& where)
    {
        const SharedWork& item = (*object).*member;
        item.take_count(object);
        UNSAFE("an initialised item, and a workqueue that lives as long as the call")
        {
            if (bindings::queue_work(where.raw(), &item.raw_))
                return true;
        }
        item.give_back();
        return false;
    }

    /// Takes the item off its queue, and waits for a call that is running. Returns whether it was queued.
    ///
    /// Traps in the function of the item itself.
    /// # Context
    /// May sleep. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP static bool cancel(const Arc<T>& object, SharedWork T::* member)
    {
        const SharedWork& item = (*object).*member;
        detail::check_not_in(item.raw_);
        UNSAFE("an initialised item: invariant")
        {
            if (!bindings::cancel_work_sync(&item.raw_))
                return false;
        }
        item.give_back();
        return true;
    }

    /// Whether it is queued and has not begun to run. May be out of date when it returns.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT bool is_pending() const
    {
        UNSAFE("an initialised item: invariant") { return bindings::work_pending(&raw_); }
    }

private:
    SharedWork(bindings::work_func_t run, bindings::lock_class_key* key)
    {
        UNSAFE("raw_ is at its final address: a SharedWork cannot be moved") { bindings::init_work(&raw_, run, key); }
    }

    /// Makes the queue an owner. What is stored is always the same address: the one object that this is a member of.
    /// Unchecked: the Arc that ends here is empty.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED void take_count(const Arc<T>& object) const
    {
        __atomic_store_n(&shared_, object.clone().into_niche(), __ATOMIC_RELAXED);
    }

    /// The count that the queue held, as an owner again.
    Arc<T> take_back() const
    {
        UNSAFE("put there by into_niche, and the queue's count is taken back once for each queueing")
        {
            return Arc<T>::from_niche(__atomic_load_n(&shared_, __ATOMIC_RELAXED));
        }
    }

    /// Drops a count. Unchecked: it is not the last, the caller has an Arc of its own.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED void give_back() const { Arc<T> dropped = take_back(); }

    template <auto function> static void run(bindings::work_struct* raw)
    {
        UNSAFE("raw is the raw_ of a SharedWork, whose object is kept alive by the queue's count")
        {
            auto* item = reinterpret_cast<char*>(raw) - __builtin_offsetof(SharedWork, raw_);
            function(reinterpret_cast<SharedWork*>(item)->take_back());
        }
    }

    mutable bindings::work_struct raw_;
    mutable void* shared_ = nullptr;
};

} // namespace keel
