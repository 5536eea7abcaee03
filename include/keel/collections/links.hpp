// SPDX-License-Identifier: GPL-2.0
// What an element carries to be in a container without memory of its own, and how that gets from there to the element.
#pragma once

#include <keel/core/option.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/atomic.hpp>

namespace keel {
namespace detail {

template <class P, auto Member, class Node> struct Linked;

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

/// The member by which a container links an element that it owns as a Box. Put it last, so that an element can be built
/// from its other members.
///
/// It belongs to the container. Copying or assigning an element does not touch the links.
template <class Node> class KEEL_SEND KEEL_SYNC OwnLinks {
public:
    constexpr OwnLinks() {}
    constexpr OwnLinks(const OwnLinks&) {}
    constexpr OwnLinks& operator=(const OwnLinks&) { return *this; }

private:
    template <class, auto, class> friend struct Linked;

    // Written when the element comes into a container, and read only as long as it is there.
    mutable Node node_;
};

/// The member by which a container links an element that it shares with others as an Arc.
///
/// # Invariants
/// container_ is the one that the element is in, or null. It changes from null to a container by whoever wins, and from
/// a container only by who has that one for itself.
template <class Node> class KEEL_SEND KEEL_SYNC SharedLinks {
public:
    constexpr SharedLinks() : container_ {nullptr} {}
    constexpr SharedLinks(const SharedLinks&) : container_ {nullptr} {}
    constexpr SharedLinks& operator=(const SharedLinks&) { return *this; }

private:
    template <class, auto, class> friend struct Linked;

    mutable Node node_;
    Atomic<const void*> container_;
};

} // namespace detail

/// By these a List links its elements: as Boxes, and as Arcs.
using ListLinks = detail::OwnLinks<detail::ListNode>;
using SharedListLinks = detail::SharedLinks<detail::ListNode>;

namespace detail {

template <class M> struct MemberType;
template <class C, class M> struct MemberType<M C::*> {
    using Type = M;
};

/// A if `First`, else B.
template <bool First, class A, class B> struct Either {
    using Type = A;
};
template <class A, class B> struct Either<false, A, B> {
    using Type = B;
};

/// Elements owned as P, linked by Member, which has a Node: OwnLinks if the owner is the only one, else SharedLinks.
template <class P, auto Member, class Node> struct Linked {
    using Element = Unreferenced<decltype(*static_cast<P*>(nullptr)->into_raw())>;
    static constexpr bool is_shared = __is_const(Element);
    using Member_ = MemberType<decltype(Member)>::Type;
    static_assert(is_shared || SameAs<Member_, OwnLinks<Node>>,
                  "a Box's element is linked by the container's own links");
    static_assert(!is_shared || SameAs<Member_, SharedLinks<Node>>, "an Arc's element is linked by shared links");

    KEEL_ANY_CONTEXT KEEL_INLINE static const Member_& links(const Element& element) { return element.*Member; }
    KEEL_ANY_CONTEXT KEEL_INLINE static Node* node(const Element& element) { return &links(element).node_; }

    /// Makes `container` the one it is in, unless it is in one. Acquires what the last one's holder did to the node.
    KEEL_ANY_CONTEXT KEEL_INLINE static bool claim(const Element& element, const void* container)
    {
        return links(element).container_.compare_exchange(nullptr, container, Acquire).ok();
    }
    /// By the holder of its container, who has unlinked the node.
    KEEL_ANY_CONTEXT KEEL_INLINE static void release(const Element& element)
    {
        links(element).container_.store(nullptr, Release);
    }
    /// By the holder of its container and of `container`.
    KEEL_ANY_CONTEXT KEEL_INLINE static void hand_to(const Element& element, const void* container)
    {
        links(element).container_.store(container, Relaxed);
    }
    /// The answer lasts as long as the caller has `container` for itself.
    KEEL_ANY_CONTEXT KEEL_INLINE static bool is_in(const Element& element, const void* container)
    {
        return links(element).container_.load(Relaxed) == container;
    }

    /// The element of a node of such links: what C calls container_of.
    KEEL_ANY_CONTEXT KEEL_INLINE static Element& element(const Node* node)
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
