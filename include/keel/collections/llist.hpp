// SPDX-License-Identifier: GPL-2.0
// A list that anyone adds to without a lock, and that is emptied as a whole.
// C header: include/linux/llist.h
#pragma once

#include <keel/collections/links.hpp>
#include <keel/sync/atomic.hpp>

namespace keel {

namespace detail {

struct LListNode {
    LListNode* next;
};

} // namespace detail

/// By these an LList links its elements: as Boxes, and as Arcs.
using LListLinks = detail::OwnLinks<detail::LListNode>;
using SharedLListLinks = detail::SharedLinks<detail::LListNode>;

/// Elements linked by their member `Member`, each owned by the list as a P: Box or Arc. An Arc is on one list
/// at most: pushing one that is on some list is EBUSY.
///
/// Adding needs no lock: any number of threads do it at once, interrupt handlers included. What was added is taken all
/// at once.
///
/// # Context
/// Any.
/// # Invariants
/// first_ is the chain of the nodes of the elements, the newest first, each of which this list owns.
template <class P, auto Member> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND LList {
    using Node = detail::LListNode;
    using Of = detail::Linked<P, Member, Node>;
    static constexpr bool is_shared = Of::is_shared;

public:
    /// What an element is: const if it is shared.
    using Element = Of::Element;
    /// What a push gives: whether the list was empty; for an Arc a Result of that.
    using Pushed = detail::Either<is_shared, Result<bool>, bool>::Type;

    LList() : first_ {nullptr} {}
    LList(const LList&) = delete;
    LList& operator=(const LList&) = delete;
    ~LList() { Taken dropped = take_all(); }

    /// What was taken out of an LList: the newest element first, or the oldest after `reverse`.
    class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Taken {
    public:
        Taken(Taken&& other) : first_ {other.first_} { other.first_ = nullptr; }
        Taken& operator=(Taken other)
        {
            swap(first_, other.first_);
            return *this;
        }
        ~Taken()
        {
            while (first_)
                P dropped = take_first();
        }

        KEEL_AFTER_MOVE KEEL_ANY_CONTEXT bool is_empty() const { return first_ == nullptr; }

        /// Takes the first element, if any.
        KEEL_ANY_CONTEXT KEEL_INLINE Option<P> pop()
        {
            if (!first_)
                return none;
            return take_first();
        }

        /// Turns the order around: one step for each element.
        KEEL_ANY_CONTEXT void reverse()
        {
            Node* turned = nullptr;
            while (first_) {
                Node* const node = first_;
                first_ = node->next;
                node->next = turned;
                turned = node;
            }
            first_ = turned;
        }

    private:
        friend LList;
        explicit Taken(Node* first) : first_ {first} {}

        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE P take_first()
        {
            Node* const node = first_;
            first_ = node->next;
            if constexpr (is_shared)
                Of::release(Of::element(node));
            UNSAFE("the list owned it by into_raw, and no longer does") { return P::from_raw(&Of::element(node)); }
        }

        Node* first_;
    };

    /// Whether it was empty just now.
    KEEL_ANY_CONTEXT bool is_empty() const { return first_.load(Relaxed) == nullptr; }

    /// Adds an element. Returns whether the list was empty: who adds the first wakes who takes.
    ///
    /// # Errors
    /// EBUSY (shared elements only): it is on a list already, or taken from one and not popped yet.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Pushed push(P element) const
    {
        if constexpr (is_shared) {
            if (!Of::claim(*element, this))
                return EBUSY;
        }
        Node* const node = Of::node(*element);
        element.into_raw();
        for (Node* first = first_.load(Relaxed);;) {
            node->next = first;
            const Exchanged<Node*> done = first_.compare_exchange(first, node, Full);
            if (done.ok()) [[likely]]
                return first == nullptr;
            first = done.found();
        }
    }

    /// Takes all elements.
    KEEL_ANY_CONTEXT KEEL_INLINE Taken take_all() const { return Taken(first_.exchange(nullptr, Full)); }

private:
    Atomic<Node*> first_;
};

} // namespace keel
