// SPDX-License-Identifier: GPL-2.0
// Keys in order, each with a value.
// C header: include/linux/rbtree.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/alloc/slot.hpp>
#include <keel/collections/item.hpp>
#include <keel/core/option.hpp>

namespace keel {

/// The order of keys that have an operator <.
struct Ascending {
    template <class K> KEEL_INLINE constexpr bool operator()(const K& a, const K& b) const { return a < b; }
};

/// Owns values by their keys, in the order of the keys, as a red-black tree: finding, inserting and removing take a
/// number of steps that grows with the logarithm of their number.
///
/// Each pair is a piece of memory of its own. It can be allocated before a lock is taken: `reserve`, then `insert` the
/// reservation. Values stay where they are until they are removed or replaced.
///
/// # Context
/// Any. Dropping values may sleep if their destructors may.
/// # Invariants
/// root_ is a red-black tree of Nodes made by Box, owned by this tree, in the order that Less says.
template <class K, class V, class Less = Ascending> class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC RbTree {
    struct Node {
        bindings::rb_node links;
        K key;
        V value;
    };

public:
    /// Memory for a pair.
    using Reservation = Slot<Node>;

    class Cursor;
    class Entry;
    template <class E> class Iterator;
    template <class E> class Range;

    constexpr RbTree() : root_ {} {}
    RbTree(RbTree&& other) : root_ {other.root_} { other.root_.rb_node = nullptr; }
    RbTree& operator=(RbTree other)
    {
        swap(root_.rb_node, other.root_.rb_node);
        return *this;
    }
    ~RbTree() { clear(); }

    KEEL_AFTER_MOVE KEEL_ANY_CONTEXT bool is_empty() const { return root_.rb_node == nullptr; }

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
        const Place place = find_place(key);
        if (place.found)
            return exchange(place.found->value, value);
        link(place, room, key, value);
        return none;
    }

    /// Adds a pair; gives the value that the key had, if any.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory; the tree is as it was, key and value are destroyed.
    template <GfpFlags Flags> Result<Option<V>> insert(K key, V value, Flags flags)
    {
        Reservation room = TRY(reserve(flags));
        return insert(move(room), move(key), move(value));
    }

    /// The value of `key`, if it is there.
    KEEL_STABLE Option<V&> get(const K& key) KEEL_LIFETIME_BOUND
    {
        Node* const found = find(key);
        return found ? Option<V&>(found->value) : Option<V&>();
    }
    Option<const V&> get(const K& key) const KEEL_LIFETIME_BOUND
    {
        const Node* const found = find(key);
        return found ? Option<const V&>(found->value) : Option<const V&>();
    }
    bool contains(const K& key) const { return find(key) != nullptr; }

    /// Takes the value of `key` out, if it is there.
    Option<V> remove(const K& key)
    {
        Node* const found = find(key);
        if (!found)
            return none;
        return unlink(found);
    }

    /// The place of `key`, with its value or where it belongs. It borrows the tree for itself alone.
    KEEL_CONTEXT_UNCHECKED KEEL_ANY_CONTEXT Entry entry(K key) KEEL_LIFETIME_BOUND { return Entry(*this, move(key)); }

    /// Drops all pairs.
    void clear()
    {
        bindings::rb_node* at = first_postorder();
        root_.rb_node = nullptr;
        while (at) {
            bindings::rb_node* const next = next_postorder(at);
            Box<Node> dropped = owner(node(at));
            at = next;
        }
    }

    /// A cursor at the first pair, or at the end. It borrows the tree for itself alone.
    Cursor cursor() KEEL_LIFETIME_BOUND { return Cursor(*this, first()); }
    /// A cursor at the last pair, or at the end.
    Cursor cursor_back() KEEL_LIFETIME_BOUND { return Cursor(*this, last()); }
    /// A cursor at the first pair whose key is not before `key`, or at the end.
    Cursor cursor_at(const K& key) KEEL_LIFETIME_BOUND { return Cursor(*this, find_from(key)); }

    KEEL_STABLE Iterator<V> begin() KEEL_LIFETIME_BOUND { return {first()}; }
    KEEL_STABLE Iterator<V> end() KEEL_LIFETIME_BOUND { return {nullptr}; }
    Iterator<const V> begin() const KEEL_LIFETIME_BOUND { return {first()}; }
    Iterator<const V> end() const KEEL_LIFETIME_BOUND { return {nullptr}; }

    /// The pairs from key `from` on, up to key `to`, which is not one of them.
    KEEL_STABLE Range<V> range(const K& from, const K& to) KEEL_LIFETIME_BOUND
    {
        return {find_from(from), Less {}(from, to) ? find_from(to) : find_from(from)};
    }
    Range<const V> range(const K& from, const K& to) const KEEL_LIFETIME_BOUND
    {
        return {find_from(from), Less {}(from, to) ? find_from(to) : find_from(from)};
    }

    /// What a range-for walks with; it shows each pair as an Item.
    template <class E> class KEEL_VIEW Iterator {
    public:
        Item<K, E> operator*() const { return {at_->key, at_->value}; }
        Iterator& operator++()
        {
            at_ = after(at_);
            return *this;
        }
        bool operator==(const Iterator& other) const = default;

    private:
        friend RbTree;
        template <class> friend class Range;
        Iterator(Node* at) : at_ {at} {}

        Node* at_;
    };

    /// Some of the pairs, one after the other; for a range-for.
    template <class E> class KEEL_VIEW Range {
    public:
        Iterator<E> begin() const { return {first_}; }
        Iterator<E> end() const { return {end_}; }

    private:
        friend RbTree;
        Range(Node* first, Node* end) : first_ {first}, end_ {end} {}

        Node* first_;
        Node* end_;
    };

    /// A place in a tree, at a pair or at the end, from which pairs can be removed.
    class KEEL_VIEW KEEL_EDITOR Cursor {
    public:
        Cursor(Cursor&& other) : tree_ {other.tree_}, at_ {other.at_} {}
        Cursor& operator=(Cursor&&) = delete;

        bool at_end() const { return at_ == nullptr; }

        /// The key it is at. Traps at the end.
        const K& key() const KEEL_LIFETIME_BOUND { return checked()->key; }
        /// The value it is at. Traps at the end.
        KEEL_STABLE V& operator*() KEEL_LIFETIME_BOUND { return checked()->value; }
        KEEL_STABLE V* operator->() KEEL_LIFETIME_BOUND { return &checked()->value; }

        /// To the next pair, or the end. At the end it stays.
        KEEL_STABLE void next() { at_ = at_ ? after(at_) : nullptr; }
        /// To the pair before, or the end.
        KEEL_STABLE void previous() { at_ = at_ ? before(at_) : nullptr; }

        /// Takes the value out and goes on to the next pair. At the end there is none.
        Option<V> remove()
        {
            if (!at_)
                return none;
            Node* const removed = at_;
            at_ = after(at_);
            return tree_->unlink(removed);
        }

    private:
        friend RbTree;
        Cursor(RbTree& tree KEEL_LIFETIME_BOUND, Node* at) : tree_ {&tree}, at_ {at} {}

        Node* checked() const
        {
            if (!at_) [[unlikely]]
                trap("a cursor at the end has no pair");
            return at_;
        }

        RbTree* tree_;
        Node* at_;
    };

    struct Place {
        Node* found;
        bindings::rb_node* parent;
        bindings::rb_node** link;
    };

    /// A key and its place in a tree: found once, for a look and a change.
    ///
    ///     auto entry = counts.entry(id);
    ///     if (entry.is_vacant())
    ///         entry.insert(move(room), 0);
    ///     entry.value()++;
    class KEEL_VIEW KEEL_EDITOR Entry {
    public:
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

        /// Whether the key has no value.
        bool is_vacant() const { return place_.found == nullptr; }

        /// The value. Traps if there is none.
        KEEL_STABLE V& value() KEEL_LIFETIME_BOUND
        {
            if (!place_.found) [[unlikely]]
                trap("value of a vacant entry");
            return place_.found->value;
        }

        /// Gives the key a value. Traps if it has one.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED void insert(Reservation room, V value)
        {
            if (place_.found) [[unlikely]]
                trap("insert into an entry that has a value");
            place_.found = tree_->link(place_, room, key_, value);
        }

    private:
        friend RbTree;
        Entry(RbTree& tree KEEL_LIFETIME_BOUND, K key) : tree_ {&tree}, place_ {tree.find_place(key)}, key_ {move(key)}
        {}

        RbTree* tree_;
        Place place_;
        K key_;
    };

private:
    KEEL_INLINE static Node* node(bindings::rb_node* links)
    {
        UNSAFE("links is the first member of a Node: the tree has no other; null stays null")
        {
            return reinterpret_cast<Node*>(links);
        }
    }
    static Box<Node> owner(Node* node)
    {
        UNSAFE("the tree owned it, and no longer does") { return Box<Node>::from_raw(node); }
    }

    /// `at`, by a way that the compiler does not join with another: where it loads from one of two places that it
    /// chooses before, each level of a tree costs an instruction more.
    KEEL_INLINE static bindings::rb_node* apart(bindings::rb_node* at)
    {
        UNSAFE("an instruction that does nothing") { asm("" : "+r"(at)); }
        return at;
    }

    KEEL_INLINE Node* find(const K& key) const
    {
        for (bindings::rb_node* at = root_.rb_node; at;) {
            Node* const here = node(at);
            if (Less {}(key, here->key))
                at = at->rb_left;
            else if (Less {}(here->key, key))
                at = apart(at->rb_right);
            else
                return here;
        }
        return nullptr;
    }

    /// The first whose key is not before `key`.
    KEEL_INLINE Node* find_from(const K& key) const
    {
        Node* best = nullptr;
        for (bindings::rb_node* at = root_.rb_node; at;) {
            Node* const here = node(at);
            if (Less {}(here->key, key)) {
                at = at->rb_right;
            } else {
                best = here;
                at = at->rb_left;
            }
        }
        return best;
    }

    KEEL_INLINE Place find_place(const K& key)
    {
        Place place {nullptr, nullptr, &root_.rb_node};
        while (bindings::rb_node* const at = *place.link) {
            Node* const here = node(at);
            place.parent = at;
            if (Less {}(key, here->key)) {
                place.link = &at->rb_left;
            } else if (Less {}(here->key, key)) {
                place.link = &at->rb_right;
            } else {
                place.found = here;
                break;
            }
        }
        return place;
    }

    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Node* link(const Place& place, Reservation& room, K& key,
                                                                   V& value)
    {
        Node* const added = room.fill(bindings::rb_node {}, move(key), move(value)).into_raw();
        UNSAFE("the place was found for this key, and the tree has not changed since")
        {
            bindings::rb_link_node(&added->links, place.parent, place.link);
            bindings::rb_insert_color(&added->links, &root_);
        }
        return added;
    }

    /// Frees the node: its key is destroyed here, its value moved out.
    KEEL_INLINE V unlink(Node* removed)
    {
        UNSAFE("it is in this tree: callers found it here") { bindings::rb_erase(&removed->links, &root_); }
        V taken = extract(removed->value);
        removed->key.~K();
        Kmalloc::free(removed);
        return taken;
    }

    /// The value, moved out of its place, which is vacant afterwards.
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

    Node* first() const
    {
        UNSAFE("a tree of ours: invariant") { return node(bindings::rb_first(&root_)); }
    }
    Node* last() const
    {
        UNSAFE("a tree of ours: invariant") { return node(bindings::rb_last(&root_)); }
    }
    static Node* after(Node* at)
    {
        UNSAFE("it is in a tree: callers hold a borrow of that") { return node(bindings::rb_next(&at->links)); }
    }
    static Node* before(Node* at)
    {
        UNSAFE("it is in a tree: callers hold a borrow of that") { return node(bindings::rb_prev(&at->links)); }
    }
    bindings::rb_node* first_postorder() const
    {
        UNSAFE("a tree of ours: invariant") { return bindings::rb_first_postorder(&root_); }
    }
    static bindings::rb_node* next_postorder(bindings::rb_node* at)
    {
        UNSAFE("what comes after all its children is not looked at again") { return bindings::rb_next_postorder(at); }
    }

    bindings::rb_root root_;
};

} // namespace keel
