// SPDX-License-Identifier: GPL-2.0
// Lists of those who want to know when something happens.
// C header: include/linux/notifier.h
#pragma once

#include <bindings/task.hpp>
#include <keel/core/init.hpp>
#include <keel/sync/arc.hpp>

namespace keel {

/// Where those who are told of an event are called.
enum class Telling : u8 {
    /// In process context: they may sleep, and so may who tells.
    MaySleep,
    /// In any context, in an RCU section: they do not sleep, which the checker proves.
    Atomic,
};

/// A list of those who want to know of an Event; shared with them by an Arc.
///
///     auto chain = TRY(Arc<NotifierChain<LinkState>>::create(GFP_KERNEL));
///     ...
///     chain->tell(LinkState::Up);
///
/// # Invariants
/// raw_ is an initialised chain at a fixed address, whose blocks are the raw_ of Notifiers that keep it alive.
template <class Event, Telling telling = Telling::MaySleep> class KEEL_SEND KEEL_SYNC NotifierChain {
    static constexpr bool is_atomic = telling == Telling::Atomic;

public:
    NotifierChain()
    {
        UNSAFE("raw_ is at its final address: a NotifierChain cannot be moved")
        {
            if constexpr (is_atomic)
                bindings::init_atomic_notifier_head(&raw_.atomic);
            else
                bindings::init_blocking_notifier_head(&raw_.blocking);
        }
    }
    NotifierChain(const NotifierChain&) = delete;
    NotifierChain& operator=(const NotifierChain&) = delete;

    /// Calls everybody on the list, those of higher priority first.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP void tell(const Event& event) const
        requires(!is_atomic)
    {
        UNSAFE("an initialised chain; its blocks read the event as what it is")
        {
            bindings::blocking_notifier_call_chain(&raw_.blocking, 0, const_cast<Event*>(&event));
        }
    }
    /// The same, in any context.
    KEEL_ANY_CONTEXT void tell(const Event& event) const
        requires is_atomic
    {
        UNSAFE("an initialised chain; its blocks read the event as what it is")
        {
            bindings::atomic_notifier_call_chain(&raw_.atomic, 0, const_cast<Event*>(&event));
        }
    }

private:
    template <class T, class E, Telling t> friend class Notifier;

    KEEL_MAY_SLEEP void add(bindings::notifier_block* block) const
    {
        UNSAFE("a complete block, which is on no chain")
        {
            if constexpr (is_atomic)
                bindings::atomic_notifier_chain_register(&raw_.atomic, block);
            else
                bindings::blocking_notifier_chain_register(&raw_.blocking, block);
        }
    }
    KEEL_MAY_SLEEP void remove(bindings::notifier_block* block) const
    {
        UNSAFE("a block that add put on this chain")
        {
            if constexpr (is_atomic)
                bindings::atomic_notifier_chain_unregister(&raw_.atomic, block);
            else
                bindings::blocking_notifier_chain_unregister(&raw_.blocking, block);
        }
    }

    mutable union {
        bindings::blocking_notifier_head blocking;
        bindings::atomic_notifier_head atomic;
    } raw_;
};

/// Calls a member function of the T that it is a member of whenever a chain tells of an Event.
///
///     void Bond::link_changed(const LinkState& state) const;
///     .link = Notifier<Bond, LinkState>::start<&Bond::link_changed>(init, chain.clone())
///
/// # Context
/// The function runs as the chain says, in the thread that tells. It must not tell the same chain, and not end T.
/// # Lifetime
/// The destructor takes it off the chain, and waits for a call that is running. The checker demands that it is declared
/// after all members that the function touches.
/// # Invariants
/// chain_ is empty (an earlier part failed) or the chain that raw_ is on; *owner_ is the T around it.
template <class T, class Event, Telling telling = Telling::MaySleep> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Notifier {
    using Chain = NotifierChain<Event, telling>;

public:
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    /// Puts it on `chain`; `function` is a `void T::function(const Event&) const`. Who has a higher priority is called
    /// before others.
    ///
    /// # Context
    /// May sleep.
    template <auto function> KEEL_MAY_SLEEP static Notifier start(Init<T>& init, Arc<Chain> chain, int priority = 0)
    {
        static_assert(SameAs<decltype(function), void (T::*)(const Event&) const>,
                      "a Notifier calls: void function(const Event&) const, of its T");
        if constexpr (telling == Telling::Atomic)
            return Notifier(init, move(chain), &run_atomic<function>, priority);
        else
            return Notifier(init, move(chain), &run<function>, priority);
    }

    KEEL_MAY_SLEEP ~Notifier()
    {
        if (!chain_.is_empty())
            chain_->remove(&raw_);
    }

private:
    using Run = int (*)(bindings::notifier_block*, unsigned long, void*);

    KEEL_MAY_SLEEP Notifier(Init<T>& init, Arc<Chain> chain, Run run, int priority) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        raw_.notifier_call = run;
        raw_.priority = priority;
        chain_ = move(chain);
        chain_->add(&raw_);
    }

    template <auto function> static int run(bindings::notifier_block* raw, unsigned long, void* event)
    {
        UNSAFE("raw is the raw_ of a Notifier, whose destructor waits for this call; event is what tell passed")
        {
            auto* notifier = reinterpret_cast<char*>(raw) - __builtin_offsetof(Notifier, raw_);
            (reinterpret_cast<Notifier*>(notifier)->owner_->*function)(*static_cast<const Event*>(event));
        }
        return bindings::NOTIFY_OK;
    }

    /// The same, with the promise that it does not sleep.
    template <auto function>
    KEEL_ANY_CONTEXT static int run_atomic(bindings::notifier_block* raw, unsigned long action, void* event)
    {
        return run<function>(raw, action, event);
    }

    bindings::notifier_block raw_ {};
    const T* owner_;
    Arc<Chain> chain_ {};
};

} // namespace keel
