// SPDX-License-Identifier: GPL-2.0
// What an element carries to be on a list, and how a list gets from its links to the element.
#pragma once

#include <keel/core/option.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/atomic.hpp>

namespace keel {

template <class P, auto Member> class List;

namespace detail {

template <class P, auto Member, class Links, class SharedLinks> struct Linked;

/// A place in a ring of places, as C's struct list_head.
struct ListNode {
    ListNode* next;
    ListNode* prev;

    /// A ring of its own.
    KEEL_INLINE void reset() { next = prev = this; }

    KEEL_INLINE void insert_before(ListNode* at)
    {
        ListNode* const before = at->prev;
        next = at;
        prev = before;
        before->next = this;
        at->prev = this;
    }

    /// What it itself refers to is left as it was.
    KEEL_INLINE void unlink() const
    {
        ListNode* const after = next; // read once: what is written may be itself, for all the compiler knows
        ListNode* const before = prev;
        after->prev = before;
        before->next = after;
    }
};

} // namespace detail

/// The member by which a List links an element that it owns as a Box. Put it last, so that an element can be built from
/// its other members.
///
/// It belongs to the list. Copying or assigning an element does not touch the links.
class KEEL_SEND KEEL_SYNC ListLinks {
public:
    constexpr ListLinks() {}
    constexpr ListLinks(const ListLinks&) {}
    constexpr ListLinks& operator=(const ListLinks&) { return *this; }

private:
    template <class, auto, class, class> friend struct detail::Linked;

    // Written when the element comes on a list, and read only as long as it is there.
    mutable detail::ListNode node_;
};

/// The member by which a List links an element that it shares with others as an Arc.
///
/// # Invariants
/// list_ is the list that the element is on, or null. It changes from null to a list by whoever wins, and from a list
/// only by who has that list for itself.
class KEEL_SEND KEEL_SYNC SharedListLinks {
public:
    constexpr SharedListLinks() : list_ {nullptr} {}
    constexpr SharedListLinks(const SharedListLinks&) : list_ {nullptr} {}
    constexpr SharedListLinks& operator=(const SharedListLinks&) { return *this; }

private:
    template <class, auto, class, class> friend struct detail::Linked;
    template <class, auto> friend class List;

    /// Makes `list` the one it is on, unless it is on one. Acquires what the last list's holder did to the node.
    KEEL_ANY_CONTEXT KEEL_INLINE bool claim(const void* list) const
    {
        return list_.compare_exchange(nullptr, list, Acquire).ok();
    }
    /// By the holder of its list, who has unlinked the node.
    KEEL_ANY_CONTEXT KEEL_INLINE void release() const { list_.store(nullptr, Release); }
    /// By the holder of its list and of `list`.
    KEEL_ANY_CONTEXT KEEL_INLINE void hand_to(const void* list) const { list_.store(list, Relaxed); }
    /// The answer lasts as long as the caller has `list` for itself.
    KEEL_ANY_CONTEXT KEEL_INLINE bool is_on(const void* list) const { return list_.load(Relaxed) == list; }

    mutable detail::ListNode node_;
    Atomic<const void*> list_;
};

namespace detail {

template <class M> struct MemberType;
template <class C, class M> struct MemberType<M C::*> {
    using Type = M;
};

/// What a push gives.
template <bool IsShared> struct Pushed {
    using Type = void;
};
template <> struct Pushed<true> {
    using Type = Result<void>;
};

/// Elements owned as P, linked by Member, which is of type Links if the owner is the only one, of SharedLinks if not.
template <class P, auto Member, class Links, class SharedLinks> struct Linked {
    using Element = Unreferenced<decltype(*static_cast<P*>(nullptr)->into_raw())>;
    static constexpr bool is_shared = __is_const(Element);
    using Member_ = MemberType<decltype(Member)>::Type;
    static_assert(is_shared || SameAs<Member_, Links>, "a Box's element is linked by a ListLinks");
    static_assert(!is_shared || SameAs<Member_, SharedLinks>, "an Arc's element is linked by a SharedListLinks");

    KEEL_ANY_CONTEXT KEEL_INLINE static const Member_& links(const Element& element) { return element.*Member; }
    KEEL_ANY_CONTEXT KEEL_INLINE static auto* node(const Element& element) { return &links(element).node_; }

    /// The element of a node of such links: what C calls container_of.
    KEEL_ANY_CONTEXT KEEL_INLINE static Element& element(const auto* node)
    {
        UNSAFE("the node is the one in the links of an Element, at a place that the types fix")
        {
            constexpr usize inner = __builtin_offsetof(Member_, node_);
            const usize outer = __builtin_bit_cast(usize, static_cast<Member_ Element::*>(Member));
            auto* const found = reinterpret_cast<Element*>(reinterpret_cast<usize>(node) - inner - outer);
            __builtin_assume(found != nullptr); // so that an owner made of it is not tested
            return *found;
        }
    }
};

} // namespace detail
} // namespace keel
