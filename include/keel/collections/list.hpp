// SPDX-License-Identifier: GPL-2.0
// A doubly linked list that owns its elements, with the links inside them.
// C header: include/linux/list.h
#pragma once

#include <keel/collections/links.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>

namespace keel {

/// Elements in a row, linked by their member `Member`, each owned by the list as a P: Box or Arc.
///
///     struct Request {
///         u32 id;
///         ListLinks links;
///     };
///     List<Box<Request>, &Request::links> queue;
///
/// What C does not guarantee and this does: an element is on one list at most, and leaves it only through that list.
/// A Box has one owner, so pushing it is a move. An Arc has several: its links know their list, a push of what is on
/// some list is EBUSY, and `remove` takes an element only from the list it is on.
///
/// Elements stay where they are: references to them end when the element leaves the list.
///
/// # Context
/// Any. Dropping elements may sleep if their destructors may.
/// # Invariants
/// head_ is in a ring with the nodes of the elements, each of which this list owns; links of shared elements name this
/// list.
template <class P, auto Member> class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC List {
    using Node = detail::ListNode;
    using Of = detail::Linked<P, Member, Node>;
    static constexpr bool is_shared = Of::is_shared;

public:
    /// What an element is: const if it is shared.
    using Element = Of::Element;
    /// What a push gives: nothing for a Box; for an Arc a Result, EBUSY if the element is on a list already.
    using Pushed = detail::Either<is_shared, Result<void>, void>::Type;

    class Cursor;
    template <class E> class Iterator;

    List() { head_.reset(); }
    /// Takes the elements of `other`; constant time for a Box, one step for each shared element.
    List(List&& other)
    {
        head_.reset();
        splice(&head_, other);
    }
    List& operator=(List other)
    {
        clear();
        splice(&head_, other);
        return *this;
    }
    ~List() { clear(); }

    KEEL_AFTER_MOVE KEEL_ANY_CONTEXT bool is_empty() const { return head_.next == &head_; }

    /// Adds an element at the end. Constant time.
    ///
    /// # Context
    /// Any: it destroys only what was moved from, which owns nothing any more; a shared element that is refused is
    /// still owned by who put it on its list.
    /// # Errors
    /// EBUSY (shared elements only): it is on a list already.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Pushed push_back(P element) { return add(&head_, element); }
    /// Adds an element at the beginning. Constant time.
    ///
    /// # Errors
    /// EBUSY (shared elements only): it is on a list already.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Pushed push_front(P element)
    {
        return add(head_.next, element);
    }

    /// Takes the first element, if any. Constant time.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<P> pop_front()
    {
        if (is_empty())
            return none;
        return take(head_.next);
    }
    /// Takes the last element, if any. Constant time.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<P> pop_back()
    {
        if (is_empty())
            return none;
        return take(head_.prev);
    }

    /// The first element, if any.
    KEEL_ANY_CONTEXT KEEL_STABLE Option<Element&> front() KEEL_LIFETIME_BOUND { return show<Element>(head_.next); }
    KEEL_ANY_CONTEXT Option<const Element&> front() const KEEL_LIFETIME_BOUND
    {
        return show<const Element>(head_.next);
    }
    /// The last element, if any.
    KEEL_ANY_CONTEXT KEEL_STABLE Option<Element&> back() KEEL_LIFETIME_BOUND { return show<Element>(head_.prev); }
    KEEL_ANY_CONTEXT Option<const Element&> back() const KEEL_LIFETIME_BOUND { return show<const Element>(head_.prev); }

    /// Whether a shared element is on this very list. Constant time.
    KEEL_ANY_CONTEXT bool contains(const Element& element) const
        requires is_shared
    {
        return Of::is_in(element, this);
    }

    /// Takes a shared element out, if it is on this very list. Constant time.
    KEEL_ANY_CONTEXT Option<P> remove(const Element& element)
        requires is_shared
    {
        if (!contains(element))
            return none;
        return take(Of::node(element));
    }

    /// Moves all elements of `other` to the end, in their order. Constant time for a Box, one step for each shared
    /// element.
    KEEL_ANY_CONTEXT void append(List& other) { splice(&head_, other); }
    /// Moves all elements of `other` to the beginning, in their order.
    KEEL_ANY_CONTEXT void prepend(List& other) { splice(head_.next, other); }

    /// Drops each element for which `keep(element)` is false.
    template <class Keep> void retain(Keep keep)
    {
        for (Node* at = head_.next; at != &head_;) {
            Node* const next = at->next;
            if (!keep(Of::element(at)))
                P dropped = take(at);
            at = next;
        }
    }

    /// Takes out all elements for which `wanted(element)` is true, in their order.
    template <class Wanted> List extract(Wanted wanted)
    {
        List extracted;
        for (Node* at = head_.next; at != &head_;) {
            Node* const next = at->next;
            if (wanted(Of::element(at)))
                extracted.adopt(&extracted.head_, at);
            at = next;
        }
        return extracted;
    }

    /// Drops all elements.
    void clear()
    {
        while (!is_empty())
            P dropped = take(head_.next);
    }

    /// A cursor at the first element, or at the end of an empty list. It borrows the list for itself alone.
    KEEL_ANY_CONTEXT Cursor cursor() KEEL_LIFETIME_BOUND { return Cursor(*this, head_.next); }
    /// A cursor at the last element, or at the end of an empty list.
    KEEL_ANY_CONTEXT Cursor cursor_back() KEEL_LIFETIME_BOUND { return Cursor(*this, head_.prev); }

    KEEL_ANY_CONTEXT KEEL_STABLE Iterator<Element> begin() KEEL_LIFETIME_BOUND { return {head_.next}; }
    KEEL_ANY_CONTEXT KEEL_STABLE Iterator<Element> end() KEEL_LIFETIME_BOUND { return {&head_}; }
    KEEL_ANY_CONTEXT Iterator<const Element> begin() const KEEL_LIFETIME_BOUND { return {head_.next}; }
    KEEL_ANY_CONTEXT Iterator<const Element> end() const KEEL_LIFETIME_BOUND { return {&head_}; }

    /// What a range-for walks with.
    template <class E> class KEEL_VIEW Iterator {
    public:
        KEEL_ANY_CONTEXT KEEL_INLINE E& operator*() const { return Of::element(at_); }
        KEEL_ANY_CONTEXT KEEL_INLINE Iterator& operator++()
        {
            at_ = at_->next;
            return *this;
        }
        KEEL_ANY_CONTEXT KEEL_INLINE bool operator==(const Iterator& other) const = default;

    private:
        friend List;
        KEEL_INLINE Iterator(Node* at) : at_ {at} {}

        Node* at_;
    };

    /// A place in a list from which the list can be changed: at an element, or at the end, between the last element
    /// and the first.
    ///
    ///     for (auto cursor = queue.cursor(); !cursor.at_end();)
    ///         if (cursor->done)
    ///             cursor.remove();
    ///         else
    ///             cursor.next();
    class KEEL_VIEW KEEL_EDITOR Cursor {
    public:
        Cursor(Cursor&& other) : list_ {other.list_}, at_ {other.at_} {}
        Cursor& operator=(Cursor&&) = delete;

        KEEL_ANY_CONTEXT bool at_end() const { return at_ == &list_->head_; }

        /// The element it is at. Traps at the end.
        KEEL_ANY_CONTEXT KEEL_STABLE Element& operator*() KEEL_LIFETIME_BOUND { return Of::element(checked()); }
        KEEL_ANY_CONTEXT KEEL_STABLE Element* operator->() KEEL_LIFETIME_BOUND { return &Of::element(checked()); }

        /// To the next element, or the end; from the end to the first.
        KEEL_ANY_CONTEXT KEEL_STABLE void next() { at_ = at_->next; }
        /// To the element before, or the end; from the end to the last.
        KEEL_ANY_CONTEXT KEEL_STABLE void previous() { at_ = at_->prev; }

        /// Takes the element out and goes on to the next. At the end there is none.
        KEEL_ANY_CONTEXT Option<P> remove()
        {
            if (at_end())
                return none;
            Node* const removed = at_;
            at_ = at_->next;
            return list_->take(removed);
        }

        /// Adds an element before the place; at the end of the list that is after the last.
        ///
        /// # Errors
        /// EBUSY (shared elements only): it is on a list already.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED Pushed insert_before(P element) { return list_->add(at_, element); }
        /// Adds an element after the place; at the end of the list that is before the first.
        ///
        /// # Errors
        /// EBUSY (shared elements only): it is on a list already.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED Pushed insert_after(P element)
        {
            return list_->add(at_->next, element);
        }

        /// Moves all elements of `other` to before the place, in their order.
        KEEL_ANY_CONTEXT void splice_before(List& other) { list_->splice(at_, other); }

    private:
        friend List;
        Cursor(List& list KEEL_LIFETIME_BOUND, Node* at) : list_ {&list}, at_ {at} {}

        Node* checked() const
        {
            if (at_end()) [[unlikely]]
                trap("a cursor at the end has no element");
            return at_;
        }

        List* list_;
        Node* at_;
    };

private:
    /// Links `element` in before `at`.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Pushed add(Node* at, P& element)
    {
        if constexpr (is_shared) {
            if (!Of::claim(*element, this))
                return EBUSY;
        }
        Of::node(*element)->insert_before(at);
        element.into_raw();
        return Pushed();
    }

    /// The P that owns the element of `node`, which is unlinked.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE P take(Node* node)
    {
        node->unlink();
        if constexpr (is_shared)
            Of::release(Of::element(node));
        UNSAFE("the list owned it by into_raw, and no longer does") { return P::from_raw(&Of::element(node)); }
    }

    /// Takes the element of `node` from another list to before `at`.
    KEEL_ANY_CONTEXT void adopt(Node* at, Node* node)
    {
        node->unlink();
        if constexpr (is_shared)
            Of::hand_to(Of::element(node), this);
        node->insert_before(at);
    }

    /// Takes all elements of `other` to before `at`.
    KEEL_ANY_CONTEXT void splice(Node* at, List& other)
    {
        if (other.is_empty() || &other == this)
            return;
        if constexpr (is_shared)
            for (Node* node = other.head_.next; node != &other.head_; node = node->next)
                Of::hand_to(Of::element(node), this);
        Node* const first = other.head_.next;
        Node* const last = other.head_.prev;
        first->prev = at->prev;
        at->prev->next = first;
        last->next = at;
        at->prev = last;
        other.head_.reset();
    }

    template <class E> KEEL_INLINE Option<E&> show(Node* node) const
    {
        if (node == &head_)
            return none;
        return Of::element(node);
    }

    mutable Node head_;
};

} // namespace keel
