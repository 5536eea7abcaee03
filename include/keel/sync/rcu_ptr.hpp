// SPDX-License-Identifier: GPL-2.0
// A pointer that any number of threads read without waiting, while others replace what it points to.
// C header: include/linux/rcupdate.h
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
#include <keel/sync/rcu.hpp>

namespace keel {

template <class T> class RcuPtr;
template <class T> class RcuShared;

/// Owns a T that an RcuPtr can publish: a Box with room for what the kernel needs to free it later.
///
/// # Invariants
/// node_ is null (moved from) or a Node in kmalloc memory that nothing else owns.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC RcuBox {
public:
    /// An empty one, which owns nothing.
    constexpr RcuBox() : node_ {nullptr} {}
    RcuBox(RcuBox&& other) : node_ {other.node_} { other.node_ = nullptr; }
    RcuBox& operator=(RcuBox other)
    {
        swap(node_, other.node_);
        return *this;
    }
    ~RcuBox()
    {
        if (node_)
            Node::destroy(node_);
    }

    /// A T made of `args`, in new memory.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> static Result<RcuBox> create(Flags, Args&&... args)
    {
        void* memory = Kmalloc::allocate(sizeof(Node), alignof(Node), Flags::bits);
        if (!memory) [[unlikely]]
            return ENOMEM;
        return RcuBox(::new (memory) Node(forward<Args>(args)...));
    }

    KEEL_AFTER_MOVE bool is_empty() const { return node_ == nullptr; }

    KEEL_STABLE T& operator*() KEEL_LIFETIME_BOUND { return checked()->value; }
    const T& operator*() const KEEL_LIFETIME_BOUND { return checked()->value; }
    KEEL_STABLE T* operator->() KEEL_LIFETIME_BOUND { return &checked()->value; }
    const T* operator->() const KEEL_LIFETIME_BOUND { return &checked()->value; }

    /// How Result<RcuBox> keeps one or an errno in one register.
    void* into_niche()
    {
        Node* raw = node_;
        node_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static RcuBox from_niche(void* raw) { return RcuBox(static_cast<Node*>(raw)); }

private:
    friend RcuPtr<T>;
    friend RcuShared<T>;

    struct Node {
        bindings::callback_head head; // first, where kfree_rcu finds it, and writes to it
        T value;

        template <class... Args> explicit Node(Args&&... args) : value(forward<Args>(args)...) {}
        static void destroy(Node* node)
        {
            node->~Node();
            Kmalloc::free(node);
        }
    };

    explicit RcuBox(Node* node) : node_ {node} {}

    Node* checked() const
    {
        if (!node_) [[unlikely]]
            trap("use of an empty RcuBox");
        return node_;
    }

    Node* node_;
};

/// Points to a T that readers find without a lock and without waiting, or to nothing.
///
///     RcuPtr<Config> config;
///     ...
///     const auto section = rcu::read();
///     if (auto now = config.get(section); now.is_some())
///         use(now.value());                       // stays alive as long as the section is open
///     ...
///     config.replace(move(next));                 // readers from now on see the next one
///
/// Reading is one load. What was replaced is destroyed when no reader can see it any more. Who replaces it on the basis
/// of what it was takes a lock for that.
///
/// # Context
/// As each function says; reading: any.
/// # Lifetime
/// The destructor waits for all that was replaced to be destroyed, if that runs code of the module.
/// # Invariants
/// value_ is null or the value of a Node that this owns, and that only readers in sections see.
template <class T> class KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC RcuPtr {
    using Node = typename RcuBox<T>::Node;

public:
    RcuPtr() : value_ {nullptr} {}
    RcuPtr(RcuBox<T> first) : value_ {value_of(first)} {}
    RcuPtr(const RcuPtr&) = delete;
    RcuPtr& operator=(const RcuPtr&) = delete;
    KEEL_MAY_SLEEP ~RcuPtr()
    {
        // Who reads borrows this, so that no reader is left.
        if (value_)
            Node::destroy(node_of(value_));
        if (__atomic_load_n(&has_callbacks_, __ATOMIC_RELAXED)) {
            UNSAFE("in process context: declared to sleep") { bindings::rcu_barrier(); }
        }
    }

    /// What it points to now, for as long as the section is open.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<const T&>
    get(const rcu::ReadGuard& section KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
    {
        (void)section;
        const T* value;
        UNSAFE("one load, on whose result what is read of the object depends: as rcu_dereference")
        {
            value = *const_cast<T* const volatile*>(&value_);
        }
        if (!value)
            return none;
        return *value;
    }

    /// Whether it points to nothing. May be out of date when it returns.
    KEEL_ANY_CONTEXT bool is_empty() const { return __atomic_load_n(&value_, __ATOMIC_RELAXED) == nullptr; }

    /// Lets it point to `next` (to nothing, if that is empty), and destroys what it pointed to once no reader can see
    /// it any more, without waiting for that.
    ///
    /// The destruction runs in a softirq: a T whose destructor may sleep does not compile; for such there is
    /// `exchange`.
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT void replace(RcuBox<T> next) const
    {
        T* const unpublished = publish(next);
        if (!unpublished)
            return;
        Node* const old = node_of(unpublished);
        __builtin_assume(old != nullptr); // so that kfree_rcu does not test it again
        UNSAFE("no longer published, and destroyed by nobody else")
        {
            if constexpr (TriviallyDestructible<T>) {
                bindings::kfree_rcu(&old->head);
            } else {
                __atomic_store_n(&has_callbacks_, true, __ATOMIC_RELAXED);
                bindings::call_rcu(&old->head, &destroy);
            }
        }
    }

    /// Lets it point to `next` (to nothing, if that is empty), waits until no reader can see what it pointed to any
    /// more, and returns that.
    ///
    /// # Context
    /// May sleep, for some ticks.
    KEEL_MAY_SLEEP RcuBox<T> exchange(RcuBox<T> next) const
    {
        T* const unpublished = publish(next);
        if (!unpublished)
            return RcuBox<T>();
        rcu::synchronize();
        return RcuBox<T>(node_of(unpublished));
    }

private:
    /// What was there before. Its content is complete before a reader finds it.
    KEEL_ANY_CONTEXT T* publish(RcuBox<T>& next) const
    {
        return __atomic_exchange_n(&value_, value_of(next), __ATOMIC_ACQ_REL);
    }

    /// Takes what `box` owns.
    KEEL_ANY_CONTEXT static T* value_of(RcuBox<T>& box)
    {
        auto* node = static_cast<Node*>(box.into_niche());
        return node ? &node->value : nullptr;
    }
    KEEL_ANY_CONTEXT static Node* node_of(T* value)
    {
        UNSAFE("the value of a Node: invariant")
        {
            return reinterpret_cast<Node*>(reinterpret_cast<char*>(value) - __builtin_offsetof(Node, value));
        }
    }

    KEEL_ANY_CONTEXT static void destroy(bindings::callback_head* head)
    {
        UNSAFE("head is the first member of a Node") { Node::destroy(reinterpret_cast<Node*>(head)); }
    }

    mutable T* value_;
    mutable bool has_callbacks_ = false;
};

} // namespace keel
