// SPDX-License-Identifier: GPL-2.0
// An object that readers in RCU sections may still see when its owner lets go of it.
// C header: include/linux/rcupdate.h
#pragma once

#include <keel/sync/rcu_ptr.hpp>

namespace keel {

/// Owns a T that others find without a lock, in an RCU section: what a container with such readers holds, and gives
/// back. Nobody changes it any more; it is freed when all sections that may see it have ended.
///
///     MapleTree<RcuShared<Window>> windows;
///     TRY(windows.insert_range(first, last, TRY(RcuBox<Window>::create(GFP_KERNEL, address)), GFP_KERNEL));
///     const auto section = rcu::read();
///     const Option<const Window&> window = windows.get(index, section);
///
/// # Context
/// Letting go of it: any.
/// # Invariants
/// node_ is null (empty, moved from) or a Node in kmalloc memory that this alone frees.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND_SYNC KEEL_SYNC_IF_SEND_SYNC RcuShared {
    static_assert(TriviallyDestructible<T>, "nothing destroys it: it is freed when the module may be gone");
    using Node = typename RcuBox<T>::Node;

public:
    /// A container of these has readers without a lock.
    static constexpr bool has_rcu_readers = true;

    RcuShared(RcuBox<T> box) : node_ {static_cast<Node*>(box.into_niche())} {}
    RcuShared(RcuShared&& other) : node_ {other.node_} { other.node_ = nullptr; }
    RcuShared& operator=(RcuShared other)
    {
        swap(node_, other.node_);
        return *this;
    }
    KEEL_ANY_CONTEXT ~RcuShared()
    {
        UNSAFE("nobody finds it any more, and nobody else frees it: invariant")
        {
            if (node_)
                bindings::kfree_rcu(&node_->head);
        }
    }

    KEEL_AFTER_MOVE bool is_empty() const { return node_ == nullptr; }

    const T& operator*() const KEEL_LIFETIME_BOUND { return checked()->value; }
    const T* operator->() const KEEL_LIFETIME_BOUND { return &checked()->value; }

    /// Waits until no reader can see it any more; it can be changed then.
    ///
    /// # Context
    /// May sleep, for some ticks. Not in a section.
    KEEL_MAY_SLEEP RcuBox<T> wait() &&
    {
        Node* const node = checked();
        node_ = nullptr;
        rcu::synchronize();
        return RcuBox<T>(node);
    }

    /// How a container keeps one: the address of the T.
    const T* into_raw()
    {
        const T* raw = &checked()->value;
        node_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static RcuShared from_raw(const T* raw)
    {
        return RcuShared(reinterpret_cast<Node*>(reinterpret_cast<usize>(raw) - __builtin_offsetof(Node, value)));
    }

private:
    explicit RcuShared(Node* node) : node_ {node} {}

    Node* checked() const
    {
        if (!node_) [[unlikely]]
            trap("use of an empty RcuShared");
        return node_;
    }

    Node* node_;
};

} // namespace keel
