// SPDX-License-Identifier: GPL-2.0
// A sparse array of owners, indexed by a number.
// C header: include/linux/xarray.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// A flag on an entry, for the user of an array to mean something by; entries that have it are found quickly.
enum class Mark : u32 {
    One = 1,
    Two = 2,
};

/// Owns objects, each as a P (Box or Arc) at an index: the larger the gaps between the indices in use, the more memory.
///
/// It has a lock of its own. `store`, `insert`, `remove` and `take` lock it for themselves; `lock()` gives a guard
/// through which entries are looked at in place.
///
///     XArray<Box<Page>> pages;
///     TRY(pages.insert(7, move(page), GFP_KERNEL));
///     if (auto locked = pages.lock(); locked.get(7).is_some())
///         ...
///
/// # Context
/// Any but interrupt handlers: the lock is taken with interrupts on.
/// # Invariants
/// raw_ is an initialised xarray at a fixed address; every entry came from P::into_raw and is owned by the array.
template <class P, bool IsAllocating = false> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND XArray {
    using Raw = decltype(static_cast<P*>(nullptr)->into_raw());

public:
    /// What an entry is: const if it is shared.
    using Element = Unreferenced<decltype(*Raw {})>;

    class Guard;

    XArray()
    {
        UNSAFE("raw_ is at its final address: an XArray cannot be moved")
        {
            bindings::xa_init_flags(&raw_, IsAllocating ? bindings::XA_FLAGS_ALLOC : 0);
        }
    }
    XArray(const XArray&) = delete;
    XArray& operator=(const XArray&) = delete;
    ~XArray()
    {
        unsigned long index = 0;
        UNSAFE("nobody else uses an object that ends; every entry is owned")
        {
            void* entry = bindings::xa_find(&raw_, &index, ~0ul, present);
            for (; entry; entry = bindings::xa_find_after(&raw_, &index, ~0ul, present))
                P dropped = P::from_raw(static_cast<Raw>(entry));
            bindings::xa_destroy(&raw_);
        }
    }

    /// Puts `value` at `index`; gives what was there.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory; the array is as it was, `value` is destroyed.
    template <GfpFlags Flags> Result<Option<P>> store(usize index, P value, Flags) const
    {
        const Raw entry = checked(value);
        UNSAFE("an initialised xarray: invariant; the entry is owned")
        {
            return stored(value, bindings::xa_store(&raw_, index, raw_entry(entry), Flags::bits));
        }
    }

    /// Puts `value` at `index` if nothing is there.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EBUSY: something is there. ENOMEM: no memory. Both destroy `value`.
    template <GfpFlags Flags> Result<void> insert(usize index, P value, Flags) const
    {
        const Raw entry = checked(value);
        UNSAFE("an initialised xarray: invariant; the entry is owned")
        {
            return kept(value, bindings::xa_insert(&raw_, index, raw_entry(entry), Flags::bits));
        }
    }

    /// Puts `value` at the smallest index from `least` to `greatest` where nothing is; gives the index.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EBUSY: no such index is free. ENOMEM: no memory. Both destroy `value`.
    template <GfpFlags Flags>
    Result<u32> alloc(P value, u32 least, u32 greatest, Flags) const
        requires IsAllocating
    {
        const Raw entry = checked(value);
        u32 index = 0;
        UNSAFE("an initialised xarray that allocates: invariant; the entry is owned")
        {
            TRY(kept(value, bindings::xa_alloc(&raw_, &index, raw_entry(entry), {.max = greatest, .min = least},
                                               Flags::bits)));
        }
        return index;
    }

    /// Makes room at `index`, so that storing there allocates nothing. An index that is reserved counts as taken for
    /// `insert` and `alloc`, until it is stored to or removed.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EBUSY: something is there. ENOMEM: no memory.
    template <GfpFlags Flags> Result<void> reserve(usize index, Flags) const
    {
        UNSAFE("an initialised xarray: invariant; a null entry stands for room")
        {
            return Result<void>::from_errno(bindings::xa_insert(&raw_, index, nullptr, Flags::bits));
        }
    }

    /// Takes what is at `index`, if anything.
    KEEL_ANY_CONTEXT Option<P> remove(usize index) const
    {
        UNSAFE("an initialised xarray: invariant") { return owner(bindings::xa_erase(&raw_, index)); }
    }

    /// Whether nothing is in it, and nothing reserved.
    KEEL_ANY_CONTEXT bool is_empty() const
    {
        UNSAFE("an initialised xarray: invariant") { return bindings::xa_empty(&raw_); }
    }

    /// Takes the lock; entries are looked at through the guard.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised xarray: invariant") { bindings::xa_lock(&raw_); }
        return Guard(*this);
    }

    /// Holds the lock of an XArray, and shows what is in it.
    ///
    /// # Invariants
    /// array_ is locked by this CPU, until this guard ends.
    class [[nodiscard]] KEEL_VIEW KEEL_EDITOR KEEL_NOT_SEND KEEL_NOT_SYNC KEEL_ATOMIC_GUARD Guard {
    public:
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;
        ~Guard()
        {
            UNSAFE("locked by this CPU: invariant") { bindings::xa_unlock(&array_->raw_); }
        }

        /// What is at `index`, if anything.
        KEEL_ANY_CONTEXT KEEL_STABLE KEEL_INLINE Option<Element&> get(usize index) KEEL_LIFETIME_BOUND
        {
            UNSAFE("locked, and every entry is owned: invariants")
            {
                return shown(bindings::xa_load(&array_->raw_, index));
            }
        }

        /// What is at the smallest index from `index` on, if anything; `index` becomes that index.
        ///
        ///     for (usize i = 0; auto entry = guard.next(i); i++)
        KEEL_ANY_CONTEXT KEEL_STABLE Option<Element&> next(usize& index) KEEL_LIFETIME_BOUND
        {
            return find(index, present);
        }
        /// As `next`, of the entries that have `mark`.
        KEEL_ANY_CONTEXT KEEL_STABLE Option<Element&> next_marked(usize& index, Mark mark) KEEL_LIFETIME_BOUND
        {
            return find(index, static_cast<bindings::xa_mark_t>(mark));
        }

        /// Puts `value` at `index`; gives what was there.
        ///
        /// # Errors
        /// ENOMEM: no memory; the array is as it was, `value` is destroyed.
        template <GfpFlags Flags>
        Result<Option<P>> store(usize index, P value, Flags)
            requires(!Flags::may_sleep)
        {
            const Raw entry = checked(value);
            UNSAFE("locked: invariant; the entry is owned; these flags do not make it give up the lock")
            {
                return stored(value, bindings::__xa_store(&array_->raw_, index, raw_entry(entry), Flags::bits));
            }
        }

        /// Takes what is at `index`, if anything.
        KEEL_ANY_CONTEXT Option<P> remove(usize index)
        {
            UNSAFE("locked: invariant") { return owner(bindings::__xa_erase(&array_->raw_, index)); }
        }

        /// Marks the entry at `index`, if there is one; room that is reserved is marked for what will be stored there.
        KEEL_ANY_CONTEXT KEEL_STABLE void set_mark(usize index, Mark mark)
        {
            UNSAFE("locked: invariant")
            {
                bindings::__xa_set_mark(&array_->raw_, index, static_cast<bindings::xa_mark_t>(mark));
            }
        }
        KEEL_ANY_CONTEXT KEEL_STABLE void clear_mark(usize index, Mark mark)
        {
            UNSAFE("locked: invariant")
            {
                bindings::__xa_clear_mark(&array_->raw_, index, static_cast<bindings::xa_mark_t>(mark));
            }
        }
        /// Whether there is an entry, or room that is reserved, at `index` that has `mark`.
        KEEL_ANY_CONTEXT bool has_mark(usize index, Mark mark) const
        {
            UNSAFE("locked: invariant")
            {
                return bindings::xa_get_mark(&array_->raw_, index, static_cast<bindings::xa_mark_t>(mark));
            }
        }

    private:
        friend XArray;
        explicit Guard(const XArray& array KEEL_LIFETIME_BOUND) : array_ {&array} {}

        Option<Element&> find(usize& index, bindings::xa_mark_t mark) KEEL_LIFETIME_BOUND
        {
            UNSAFE("locked, and every entry is owned: invariants")
            {
                return shown(bindings::xa_find(&array_->raw_, &index, ~0ul, mark));
            }
        }
        static Option<Element&> shown(void* entry)
        {
            if (!entry)
                return none;
            UNSAFE("an entry came from P::into_raw: invariant") { return *static_cast<Raw>(entry); }
        }

        const XArray* array_;
    };

private:
    static constexpr auto present = static_cast<bindings::xa_mark_t>(bindings::XA_PRESENT);

    /// What is to be stored. Traps if `value` is empty: a null entry is none.
    static Raw checked(P& value)
    {
        static_assert(alignof(Element) <= 4096 && sizeof(Raw) == sizeof(void*));
        return &*value;
    }
    static void* raw_entry(Raw entry)
    {
        UNSAFE("the array only keeps the pointer") { return const_cast<__remove_const(Element)*>(entry); }
    }

    /// After an attempt to store `value`: on success the array owns it.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED static Result<void> kept(P& value, int code)
    {
        if (code < 0) [[unlikely]]
            return Error::from_errno(code);
        value.into_raw();
        return {};
    }
    static Result<Option<P>> stored(P& value, void* old)
    {
        UNSAFE("an entry or an error encoded in one")
        {
            if (const int code = bindings::xa_err(old); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        value.into_raw();
        return owner(old);
    }
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED static Option<P> owner(void* entry)
    {
        if (!entry)
            return none;
        UNSAFE("an entry came from P::into_raw, and is no longer in the array")
        {
            return P::from_raw(static_cast<Raw>(entry));
        }
    }

    mutable bindings::xarray raw_;
};

/// An XArray that also chooses free indices: what C had the IDR for.
template <class P> using Idr = XArray<P, true>;

} // namespace keel
