// SPDX-License-Identifier: GPL-2.0
// Ranges of numbers that do not overlap, each with an owner.
// C header: include/linux/maple_tree.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/rcu.hpp>

namespace keel {

/// Owns objects, each as a P (Box or Arc) for a range of indices, of which none is in two ranges.
///
/// It has a lock of its own. `insert_range` and `erase` lock it for themselves; `lock()` gives a guard through which
/// entries are looked at in place. One that chooses free ranges itself is a MapleTreeAlloc. One of RcuShared objects is
/// also read without its lock, in RCU sections.
///
///     MapleTree<Box<Mapping>> mappings;
///     TRY(mappings.insert_range(0x1000, 0x1fff, move(mapping), GFP_KERNEL));
///     if (auto locked = mappings.lock(); locked.get(0x1234).is_some())
///         ...
///
/// # Context
/// Any but interrupt handlers: the lock is taken with interrupts on.
/// # Invariants
/// raw_ is an initialised maple tree at a fixed address; every entry came from P::into_raw and is owned by the tree.
template <class P, bool IsAllocating = false> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND MapleTree {
    using Raw = decltype(static_cast<P*>(nullptr)->into_raw());
    static constexpr usize greatest_index = ~usize {0};
    static constexpr bool has_rcu_readers = requires { requires P::has_rcu_readers; };
    static constexpr unsigned tree_flags = (IsAllocating ? unsigned {bindings::MT_FLAGS_ALLOC_RANGE} : 0) |
                                           (has_rcu_readers ? unsigned {bindings::MT_FLAGS_USE_RCU} : 0);

public:
    /// What an entry is: const if it is shared.
    using Element = Unreferenced<decltype(*Raw {})>;

    class Guard;
    class Cursor;
    class Reader;

    MapleTree()
    {
        UNSAFE("raw_ is at its final address: a MapleTree cannot be moved")
        {
            bindings::mt_init_flags(&raw_, tree_flags);
        }
    }
    MapleTree(const MapleTree&) = delete;
    MapleTree& operator=(const MapleTree&) = delete;
    ~MapleTree()
    {
        unsigned long index = 0;
        UNSAFE("nobody else uses an object that ends; every entry is owned")
        {
            void* entry = bindings::mt_find(&raw_, &index, greatest_index);
            for (; entry; entry = bindings::mt_find_after(&raw_, &index, greatest_index))
                P dropped = P::from_raw(static_cast<Raw>(entry));
            bindings::mtree_destroy(&raw_);
        }
    }

    /// Puts `value` at the indices from `first` to `last`, both included, if nothing is at any of them.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EEXIST: something is there. EINVAL: `first` is after `last`, or they are the first and the last of all indices.
    /// ENOMEM: no memory. All destroy `value`.
    template <GfpFlags Flags> Result<void> insert_range(usize first, usize last, P value, Flags) const
    {
        const Raw entry = checked(value);
        if (last - first == greatest_index) [[unlikely]] // some kernels put that over what is there
            return EINVAL;
        UNSAFE("an initialised tree: invariant; the entry is owned")
        {
            const int code = bindings::mtree_insert_range(&raw_, first, last, raw_entry(entry), Flags::bits);
            if (code < 0) [[unlikely]]
                return Error::from_errno(code);
        }
        value.into_raw();
        return {};
    }

    /// Puts `value` at `index`, if nothing is there.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EEXIST: something is there. ENOMEM: no memory. Both destroy `value`.
    template <GfpFlags Flags> Result<void> insert(usize index, P value, Flags flags) const
    {
        return insert_range(index, index, move(value), flags);
    }

    /// Puts `value` at the lowest `size` indices in a row, from `least` to `greatest`, at which nothing is; gives the
    /// first of them.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EBUSY: there is no such row. EINVAL: `size` is 0. ENOMEM: no memory. All destroy `value`.
    template <GfpFlags Flags>
    Result<usize> alloc_range(P value, usize size, usize least, usize greatest, Flags) const
        requires IsAllocating
    {
        const Raw entry = checked(value);
        // Found, then taken, in two steps: the function for both at once does not work where the maple tree was new.
        for (;;) {
            const usize first = TRY(find_gap(size, least, greatest));
            UNSAFE("an initialised tree: invariant; the entry is owned")
            {
                const int code =
                    bindings::mtree_insert_range(&raw_, first, first + size - 1, raw_entry(entry), Flags::bits);
                if (code == -bindings::EEXIST) // somebody was faster
                    continue;
                if (code < 0) [[unlikely]]
                    return Error::from_errno(code);
            }
            value.into_raw();
            return first;
        }
    }

    /// Takes what is at `index`, if anything: all indices of its range are free then.
    ///
    /// # Context
    /// May sleep: a range that goes may need memory first, and this waits for it. Where nothing may sleep there is
    /// `Guard::erase`.
    KEEL_MAY_SLEEP Option<P> erase(usize index) const
    {
        // Not mtree_erase: short of memory, on kernels before it waited for some, that gives what it has not erased.
        for (;;) {
            if (Result<Option<P>> erased = lock().erase(index); erased.ok()) [[likely]]
                return erased.take();
            UNSAFE("any size is valid, and no memory may be freed") { bindings::kfree(wait_for_node()); }
        }
    }

    /// Whether nothing is in it.
    KEEL_ANY_CONTEXT bool is_empty() const
    {
        UNSAFE("an initialised tree: invariant") { return bindings::mtree_empty(&raw_); }
    }

    /// Takes the lock; entries are looked at through the guard.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised tree: invariant") { bindings::mtree_lock(&raw_); }
        return Guard(*this);
    }

    /// What is at `index`, if anything, for as long as the section is open; without the lock.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<const Element&>
    get(usize index, const rcu::ReadGuard& section KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
        requires has_rcu_readers
    {
        (void)section;
        void* entry;
        UNSAFE("an initialised tree, whose nodes and entries are freed after the section")
        {
            entry = bindings::mtree_load(&raw_, index);
        }
        if (!entry)
            return none;
        UNSAFE("an entry came from P::into_raw: invariant") { return *static_cast<Raw>(entry); }
    }

    /// Walks the tree without the lock, from the range that `index` is in or the next one, for as long as the section
    /// is open. What others insert or erase meanwhile may be met or not.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT Reader read(const rcu::ReadGuard& section KEEL_LIFETIME_BOUND,
                                 usize index = 0) const KEEL_LIFETIME_BOUND
        requires has_rcu_readers
    {
        (void)section;
        return Reader(*this, index);
    }

    /// Holds the lock of a MapleTree, and shows what is in it.
    ///
    /// # Invariants
    /// tree_ is locked by this CPU, until this guard ends.
    class [[nodiscard]] KEEL_VIEW KEEL_EDITOR KEEL_NOT_SEND KEEL_NOT_SYNC KEEL_ATOMIC_GUARD Guard {
    public:
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;
        ~Guard()
        {
            UNSAFE("locked by this CPU: invariant") { bindings::mtree_unlock(&tree_->raw_); }
        }

        /// What is at `index`, if anything.
        KEEL_ANY_CONTEXT KEEL_STABLE KEEL_INLINE Option<Element&> get(usize index) KEEL_LIFETIME_BOUND
        {
            void* entry;
            UNSAFE("locked: invariant") { entry = bindings::mtree_load(&tree_->raw_, index); }
            if (!entry)
                return none;
            UNSAFE("an entry came from P::into_raw: invariant") { return *static_cast<Raw>(entry); }
        }

        /// A cursor at the range that `index` is in, or else at the next one, or at the end. It borrows the guard for
        /// itself alone.
        KEEL_ANY_CONTEXT Cursor cursor(usize index = 0) KEEL_LIFETIME_BOUND { return Cursor(*tree_, index); }

        /// Takes what is at `index`, if anything: all indices of its range are free then.
        ///
        /// # Errors
        /// ENOMEM: there is not the memory, without waiting, that it takes to forget the range; nothing changed.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED Result<Option<P>> erase(usize index)
        {
            bindings::ma_state state;
            Raw entry;
            UNSAFE("locked: invariant; an entry came from P::into_raw")
            {
                bindings::mas_init(&state, &tree_->raw_, index, index);
                entry = static_cast<Raw>(bindings::mas_walk(&state));
            }
            if (!entry)
                return Option<P>();
            if (const int code = forget(state); code != 0) [[unlikely]]
                return Error::from_errno(code);
            UNSAFE("it came from P::into_raw, and is no longer in the tree") { return Option<P>(P::from_raw(entry)); }
        }

    private:
        friend MapleTree;
        explicit Guard(const MapleTree& tree KEEL_LIFETIME_BOUND) : tree_ {&tree} {}

        const MapleTree* tree_;
    };

    /// A place in a locked tree: at a range, or at the end.
    ///
    ///     for (auto cursor = locked.cursor(); !cursor.at_end(); cursor.next())
    ///         total += cursor.last() - cursor.first() + 1;
    ///
    /// # Invariants
    /// The tree is locked. state_ is at the range of entry_, or entry_ is null.
    class KEEL_VIEW KEEL_EDITOR Cursor {
    public:
        Cursor(Cursor&& other) : state_ {other.state_}, entry_ {other.entry_} {}
        Cursor& operator=(Cursor&&) = delete;

        KEEL_ANY_CONTEXT bool at_end() const { return entry_ == nullptr; }

        /// The first and the last index of the range it is at. Trap at the end.
        KEEL_ANY_CONTEXT usize first() const { return (checked(), state_.index); }
        KEEL_ANY_CONTEXT usize last() const { return (checked(), state_.last); }

        /// What is there. Traps at the end.
        KEEL_ANY_CONTEXT KEEL_STABLE Element& operator*() KEEL_LIFETIME_BOUND { return *checked(); }
        KEEL_ANY_CONTEXT KEEL_STABLE Element* operator->() KEEL_LIFETIME_BOUND { return checked(); }

        /// To the next range, or the end. At the end it stays.
        KEEL_ANY_CONTEXT KEEL_STABLE void next()
        {
            if (entry_)
                entry_ = state_.last == greatest_index ? nullptr : find();
        }

        /// Takes what is there out and goes on to the next range. Traps at the end.
        ///
        /// # Errors
        /// ENOMEM: there is not the memory, without waiting, that it takes to forget the range; nothing changed.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED Result<P> remove()
        {
            const Raw removed = checked();
            const usize first = state_.index, last = state_.last;
            if (const int code = forget(state_); code != 0) [[unlikely]] {
                seek(first);
                return Error::from_errno(code);
            }
            if (last == greatest_index)
                entry_ = nullptr;
            else
                seek(last + 1);
            UNSAFE("it came from P::into_raw, and is no longer in the tree") { return P::from_raw(removed); }
        }

    private:
        friend MapleTree;
        friend Guard;
        Cursor(const MapleTree& tree KEEL_LIFETIME_BOUND, usize index)
        {
            UNSAFE("locked: the caller holds the guard")
            {
                bindings::mas_init(&state_, &tree.raw_, index, index);
                entry_ = find();
            }
        }

        KEEL_ANY_CONTEXT void seek(usize index)
        {
            UNSAFE("locked: invariant") { bindings::mas_set_range(&state_, index, index); }
            entry_ = find();
        }
        /// The entry of the next range, of the one it is at if it was just put there.
        KEEL_ANY_CONTEXT Raw find()
        {
            UNSAFE("locked: invariant; an entry came from P::into_raw")
            {
                return static_cast<Raw>(bindings::mas_find(&state_, greatest_index));
            }
        }

        KEEL_ANY_CONTEXT Raw checked() const
        {
            if (!entry_) [[unlikely]]
                trap("a cursor at the end has no range");
            return entry_;
        }

        bindings::ma_state state_;
        Raw entry_;
    };

    /// A place in a tree that is not locked: at a range, or at the end.
    ///
    ///     for (auto reader = windows.read(section); !reader.at_end(); reader.next())
    ///         total += reader.last() - reader.first() + 1;
    ///
    /// # Invariants
    /// A section is open that began before state_ was made. state_ is at the range of entry_, or entry_ is null.
    class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Reader {
    public:
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;

        KEEL_ANY_CONTEXT bool at_end() const { return entry_ == nullptr; }

        /// The first and the last index of the range it is at. Trap at the end.
        KEEL_ANY_CONTEXT usize first() const { return (checked(), state_.index); }
        KEEL_ANY_CONTEXT usize last() const { return (checked(), state_.last); }

        /// What is there. Traps at the end.
        KEEL_ANY_CONTEXT const Element& operator*() const KEEL_LIFETIME_BOUND { return *checked(); }
        KEEL_ANY_CONTEXT const Element* operator->() const KEEL_LIFETIME_BOUND { return checked(); }

        /// To the next range, or the end. At the end it stays.
        KEEL_ANY_CONTEXT KEEL_STABLE void next()
        {
            if (entry_)
                entry_ = state_.last == greatest_index ? nullptr : find();
        }

    private:
        friend MapleTree;
        Reader(const MapleTree& tree KEEL_LIFETIME_BOUND, usize index)
        {
            UNSAFE("in a section: the caller has its guard")
            {
                bindings::mas_init(&state_, &tree.raw_, index, index);
                entry_ = find();
            }
        }

        KEEL_ANY_CONTEXT Raw find()
        {
            UNSAFE("in a section: invariant; an entry came from P::into_raw")
            {
                return static_cast<Raw>(bindings::mas_find(&state_, greatest_index));
            }
        }
        KEEL_ANY_CONTEXT Raw checked() const
        {
            if (!entry_) [[unlikely]]
                trap("a reader at the end has no range");
            return entry_;
        }

        bindings::ma_state state_;
        Raw entry_;
    };

private:
    /// What is to be stored. Traps if `value` is empty: a null entry is none.
    static Raw checked(P& value)
    {
        static_assert(sizeof(Raw) == sizeof(void*));
        return &*value;
    }
    static void* raw_entry(Raw entry)
    {
        UNSAFE("the tree only keeps the pointer") { return const_cast<__remove_const(Element)*>(entry); }
    }

    /// Lets the tree, which is locked, have nothing at the range that `state` is at; 0 or a negative errno. Without
    /// waiting the lock is not given back.
    KEEL_ANY_CONTEXT static int forget(bindings::ma_state& state)
    {
        using Flags = decltype(GFP_NOWAIT.nowarn());
        UNSAFE("the state of a locked tree of ours")
        {
            bindings::mas_set_range(&state, state.index, state.last);
            return bindings::mas_store_gfp(&state, nullptr, Flags::bits);
        }
    }

    /// The first of the lowest `size` free indices in a row from `least` to `greatest`.
    KEEL_ANY_CONTEXT Result<usize> find_gap(usize size, usize least, usize greatest) const
    {
        if (size == 0)
            return EINVAL;
        if (greatest < least || greatest - least < size - 1)
            return EBUSY;
        Guard locked = lock();
        if (least == greatest) { // not a range to the kernel's function, where that was new
            if (locked.get(least).is_some())
                return EBUSY;
            return least;
        }
        bindings::ma_state state;
        UNSAFE("locked, and a tree that knows its gaps")
        {
            bindings::mas_init(&state, &raw_, least, least);
            if (bindings::mas_empty_area(&state, least, greatest, size) != 0)
                return EBUSY;
        }
        return state.index;
    }

    /// Memory as large as what a tree is made of: when there is some, there is some for the tree.
    KEEL_MAY_SLEEP static void* wait_for_node()
    {
        UNSAFE("any size is valid; in process context: declared to sleep")
        {
            return bindings::kmalloc(sizeof(bindings::maple_node), bindings::GFP_KERNEL | bindings::__GFP_NOFAIL);
        }
    }

    mutable bindings::maple_tree raw_;
};

/// A MapleTree that also chooses free ranges: it knows its gaps, at the price of nodes that hold less.
template <class P> using MapleTreeAlloc = MapleTree<P, true>;

} // namespace keel
