// SPDX-License-Identifier: GPL-2.0
// Elements found by a key of theirs in constant time, with the links inside them.
// C header: include/linux/hashtable.h
#pragma once

#include <keel/collections/hash.hpp>
#include <keel/collections/links.hpp>

namespace keel {
namespace detail {

/// A place in a chain, as C's struct hlist_node: `link` is what points to it.
struct HashNode {
    HashNode* next;
    HashNode** link;

    KEEL_INLINE void insert_at(HashNode** at)
    {
        HashNode* const after = *at;
        next = after;
        link = at;
        if (after)
            after->link = &next;
        *at = this;
    }

    /// What it itself refers to is left as it was.
    KEEL_INLINE void unlink() const
    {
        HashNode* const after = next; // read once, as in ListNode
        *link = after;
        if (after)
            after->link = link;
    }
};

} // namespace detail

/// By these a HashTable links its elements: as Boxes, and as Arcs.
using HashLinks = detail::OwnLinks<detail::HashNode>;
using SharedHashLinks = detail::SharedLinks<detail::HashNode>;

/// Elements linked by their member `Member`, each owned by the table as a P (Box or Arc), and found by their member
/// `Key`: in 2^Bits chains, whose heads are a part of the table, 8 bytes each. Choose Bits so that most chains have one
/// element or none. Adding and taking allocate nothing.
///
///     struct Flow {
///         u32 id;
///         HashLinks links;
///     };
///     HashTable<Box<Flow>, &Flow::links, &Flow::id, 8> flows;
///
/// An element is in one table at most, and leaves it only through that table: as with a List. Several may have the same
/// key. One whose key is changed while it is in the table is not found by it any more, and owned still.
///
/// # Context
/// Any. Dropping elements may sleep if their destructors may.
/// # Invariants
/// Each chain is of the nodes of elements that this table owns; links of shared elements name this table.
template <class P, auto Member, auto Key, u32 Bits, class Hash = PlainHash>
class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC HashTable {
    using Node = detail::HashNode;
    using Of = detail::Linked<P, Member, Node>;
    using K = detail::MemberType<decltype(Key)>::Type;
    static constexpr bool is_shared = Of::is_shared;
    static_assert(Bits >= 1 && Bits <= 16, "a HashTable has 2 to 65536 chains");
    static_assert(Hasher<Hash, K>, "the key can be hashed, and compared by ==");
    static constexpr usize chains = usize {1} << Bits;

public:
    /// What an element is: const if it is shared.
    using Element = Of::Element;
    /// What adding gives: nothing for a Box; for an Arc a Result, EBUSY if the element is in a table already.
    using Added = detail::Either<is_shared, Result<void>, void>::Type;

    template <class E> class Iterator;
    template <class E> class Matches;

    constexpr HashTable() : heads_ {} {}
    /// With a hash that is made already.
    constexpr explicit HashTable(Hash hash) : heads_ {}, hash_ {hash} {}
    HashTable(const HashTable&) = delete;
    HashTable& operator=(const HashTable&) = delete;
    ~HashTable() { clear(); }

    /// Whether nothing is in it: looks at each chain.
    KEEL_ANY_CONTEXT bool is_empty() const
    {
        for (const Node* head : heads_)
            if (head)
                return false;
        return true;
    }

    /// Adds an element, before others of its key. Constant time.
    ///
    /// # Errors
    /// EBUSY (shared elements only): it is in a table already.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Added add(P element)
    {
        Element& added = *element;
        if constexpr (is_shared) {
            if (!Of::claim(added, this))
                return EBUSY;
        }
        Of::node(added)->insert_at(chain(added.*Key));
        element.into_raw();
        return Added();
    }

    /// The element with this key that was added last, if any.
    KEEL_STABLE KEEL_INLINE Option<Element&> get(const K& key) KEEL_LIFETIME_BOUND { return show<Element>(find(key)); }
    KEEL_INLINE Option<const Element&> get(const K& key) const KEEL_LIFETIME_BOUND
    {
        return show<const Element>(find(key));
    }
    bool contains(const K& key) const { return find(key) != nullptr; }

    /// All elements with this key; for a range-for, which ends before `key` does.
    KEEL_STABLE Matches<Element> matches(const K& key KEEL_LIFETIME_BOUND) KEEL_LIFETIME_BOUND
    {
        return Matches<Element>(find(key), key);
    }
    Matches<const Element> matches(const K& key KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
    {
        return Matches<const Element>(find(key), key);
    }

    /// Takes the element with this key that was added last, if any.
    KEEL_INLINE Option<P> remove(const K& key)
    {
        Node* const found = find(key);
        if (!found)
            return none;
        return take(found);
    }

    /// Whether a shared element is in this very table. Constant time.
    KEEL_ANY_CONTEXT bool contains(const Element& element) const
        requires is_shared
    {
        return Of::is_in(element, this);
    }

    /// Takes a shared element out, if it is in this very table. Constant time.
    KEEL_ANY_CONTEXT Option<P> remove(const Element& element)
        requires is_shared
    {
        if (!contains(element))
            return none;
        return take(Of::node(element));
    }

    /// Drops each element for which `keep(element)` is false.
    template <class Keep> void retain(Keep keep)
    {
        for (Node* head : heads_)
            while (head) {
                Node* const next = head->next;
                if (!keep(Of::element(head)))
                    P dropped = take(head);
                head = next;
            }
    }

    /// Drops all elements.
    void clear()
    {
        for (Node*& head : heads_)
            while (head)
                P dropped = take(head);
    }

    /// Walks all elements, in no order.
    KEEL_STABLE Iterator<Element> begin() KEEL_LIFETIME_BOUND { return Iterator<Element>(heads_, 0); }
    KEEL_STABLE Iterator<Element> end() KEEL_LIFETIME_BOUND { return Iterator<Element>(heads_, chains); }
    Iterator<const Element> begin() const KEEL_LIFETIME_BOUND { return Iterator<const Element>(heads_, 0); }
    Iterator<const Element> end() const KEEL_LIFETIME_BOUND { return Iterator<const Element>(heads_, chains); }

    /// What a range-for over all walks with.
    template <class E> class KEEL_VIEW Iterator {
    public:
        E& operator*() const { return Of::element(at_); }
        Iterator& operator++()
        {
            at_ = at_->next;
            if (!at_)
                seek(chain_ + 1);
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        friend HashTable;
        Iterator(Node* const* heads KEEL_LIFETIME_BOUND, usize chain) : heads_ {heads} { seek(chain); }

        /// To the first element from `chain` on.
        void seek(usize chain)
        {
            UNSAFE("chain_ is below the number of heads")
            {
                for (at_ = nullptr, chain_ = chain; chain_ < chains && !(at_ = heads_[chain_]);)
                    chain_++;
            }
        }

        Node* const* heads_;
        usize chain_;
        Node* at_;
    };

    /// The elements of one key, one after the other; for a range-for.
    template <class E> class KEEL_VIEW Matches {
    public:
        class KEEL_VIEW Iterator {
        public:
            E& operator*() const { return Of::element(at_); }
            Iterator& operator++()
            {
                at_ = next_match(at_->next, *key_);
                return *this;
            }
            bool operator==(const Iterator& other) const { return at_ == other.at_; }

        private:
            friend Matches;
            Iterator(Node* at, const K& key KEEL_LIFETIME_BOUND) : at_ {at}, key_ {&key} {}

            Node* at_;
            const K* key_;
        };

        Iterator begin() const { return Iterator(first_, *key_); }
        Iterator end() const { return Iterator(nullptr, *key_); }

    private:
        friend HashTable;
        Matches(Node* first, const K& key KEEL_LIFETIME_BOUND) : first_ {first}, key_ {&key} {}

        Node* first_;
        const K* key_;
    };

private:
    KEEL_INLINE Node** chain(const K& key) const
    {
        UNSAFE("Bits bits are an index of heads_") { return &heads_[hash_(key) >> (64 - Bits)]; }
    }

    /// The first node from `at` on whose element has this key, or null.
    KEEL_INLINE static Node* next_match(Node* at, const K& key)
    {
        while (at && !(Of::element(at).*Key == key))
            at = at->next;
        return at;
    }
    KEEL_INLINE Node* find(const K& key) const { return next_match(*chain(key), key); }

    template <class E> KEEL_INLINE static Option<E&> show(Node* node)
    {
        if (!node)
            return none;
        return Of::element(node);
    }

    /// The P that owns the element of `node`, which is unlinked.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE P take(Node* node)
    {
        node->unlink();
        if constexpr (is_shared)
            Of::release(Of::element(node));
        UNSAFE("the table owned it by into_raw, and no longer does") { return P::from_raw(&Of::element(node)); }
    }

    mutable Node* heads_[chains];
    [[no_unique_address]] Hash hash_ {};
};

} // namespace keel
