// SPDX-License-Identifier: GPL-2.0
// Keys in no order, each with a value, found in constant time.
// C header: include/linux/hashtable.h
#pragma once

#include <keel/alloc/slot.hpp>
#include <keel/collections/hash.hpp>
#include <keel/collections/item.hpp>
#include <keel/core/option.hpp>

namespace keel {

/// Owns values by their keys, in 2^Bits chains: choose Bits so that most have one pair or none. The chains' heads are a
/// part of the map, 8 bytes each.
///
/// Each pair is a piece of memory of its own. It can be allocated before a lock is taken: `reserve`, then `insert` the
/// reservation. Values stay where they are until they are removed or replaced.
///
/// # Context
/// Any. Dropping values may sleep if their destructors may.
/// # Invariants
/// Each chain is of Nodes made by Box, owned by the map, with keys that hash to that chain.
template <class K, class V, u32 Bits, Hasher<K> Hash = PlainHash>
class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC HashMap {
    static_assert(Bits >= 1 && Bits <= 16, "a HashMap has 2 to 65536 chains");
    static constexpr usize chains = usize {1} << Bits;

    struct Node {
        Node* next;
        K key;
        V value;
    };

public:
    /// Memory for a pair.
    using Reservation = Slot<Node>;

    template <class E> class Iterator;

    constexpr HashMap() : heads_ {} {}
    /// With a hash that is made already.
    constexpr explicit HashMap(Hash hash) : heads_ {}, hash_ {hash} {}
    HashMap(HashMap&& other) : heads_ {}, hash_ {other.hash_}
    {
        for (usize i = 0; i < chains; i++)
            swap(heads_[i], other.heads_[i]);
    }
    HashMap& operator=(HashMap other)
    {
        for (usize i = 0; i < chains; i++)
            swap(heads_[i], other.heads_[i]);
        hash_ = other.hash_;
        return *this;
    }
    ~HashMap() { clear(); }

    /// Memory for a pair, to insert later.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<Reservation> reserve(Flags flags) { return Reservation::create(flags); }

    /// Adds a pair; gives the value that the key had, if any. Allocates nothing.
    Option<V> insert(Reservation room, K key, V value)
    {
        Node** const at = find(key);
        if (*at)
            return exchange((*at)->value, value);
        link(at, room, key, value);
        return none;
    }

    /// Adds a pair; gives the value that the key had, if any.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory; the map is as it was, key and value are destroyed.
    template <GfpFlags Flags> Result<Option<V>> insert(K key, V value, Flags flags)
    {
        Reservation room = TRY(reserve(flags));
        return insert(move(room), move(key), move(value));
    }

    /// The value of `key`, if it is there.
    KEEL_STABLE Option<V&> get(const K& key) KEEL_LIFETIME_BOUND
    {
        Node* const found = *find(key);
        return found ? Option<V&>(found->value) : Option<V&>();
    }
    Option<const V&> get(const K& key) const KEEL_LIFETIME_BOUND
    {
        const Node* const found = *find(key);
        return found ? Option<const V&>(found->value) : Option<const V&>();
    }
    bool contains(const K& key) const { return *find(key) != nullptr; }

    /// Takes the value of `key` out, if it is there.
    Option<V> remove(const K& key)
    {
        Node** const at = find(key);
        if (!*at)
            return none;
        return unlink(at);
    }

    /// Drops each pair for which `keep(key, value)` is false.
    template <class Keep> void retain(Keep keep)
    {
        for (Node*& head : heads_)
            for (Node** at = &head; *at;)
                if (keep(static_cast<const K&>((*at)->key), (*at)->value))
                    at = &(*at)->next;
                else
                    drop(unlink(at));
    }

    /// Drops all pairs.
    void clear()
    {
        for (Node*& head : heads_)
            while (head)
                drop(unlink(&head));
    }

    /// Walks all pairs, in no order, each as an Item.
    KEEL_STABLE Iterator<V> begin() KEEL_LIFETIME_BOUND { return Iterator<V>(heads_, 0); }
    KEEL_STABLE Iterator<V> end() KEEL_LIFETIME_BOUND { return Iterator<V>(heads_, chains); }
    Iterator<const V> begin() const KEEL_LIFETIME_BOUND { return Iterator<const V>(heads_, 0); }
    Iterator<const V> end() const KEEL_LIFETIME_BOUND { return Iterator<const V>(heads_, chains); }

    /// What a range-for walks with.
    template <class E> class KEEL_VIEW Iterator {
    public:
        Item<K, E> operator*() const { return {at_->key, at_->value}; }
        Iterator& operator++()
        {
            at_ = at_->next;
            if (!at_)
                seek(chain_ + 1);
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        friend HashMap;
        Iterator(Node* const* heads KEEL_LIFETIME_BOUND, usize chain) : heads_ {heads} { seek(chain); }

        /// To the first pair from `chain` on.
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

private:
    /// Where the pair of `key` is linked, or a null link at the end of its chain.
    KEEL_INLINE Node** find(const K& key) const
    {
        UNSAFE("Bits bits are an index of heads_")
        {
            Node** at = &heads_[hash_(key) >> (64 - Bits)];
            while (*at && !((*at)->key == key))
                at = &(*at)->next;
            return at;
        }
    }

    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE void link(Node** at, Reservation& room, K& key, V& value)
    {
        *at = room.fill(nullptr, move(key), move(value)).into_raw();
    }

    /// Frees the node: its key is destroyed here, its value moved out.
    KEEL_INLINE V unlink(Node** at)
    {
        Node* const removed = *at;
        *at = removed->next;
        V taken = extract(removed->value);
        removed->key.~K();
        Kmalloc::free(removed);
        return taken;
    }

    static void drop(V) {}

    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED static V extract(V& place)
    {
        V taken = move(place);
        place.~V();
        return taken;
    }
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED static V exchange(V& place, V& value)
    {
        V old = extract(place);
        UNSAFE("the place is vacant") { ::new (static_cast<void*>(&place)) V(move(value)); }
        return old;
    }

    mutable Node* heads_[chains];
    [[no_unique_address]] Hash hash_ {};
};

} // namespace keel
