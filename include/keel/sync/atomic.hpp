// SPDX-License-Identifier: GPL-2.0
// A value that several threads change without a lock.
// C documentation: Documentation/atomic_t.txt
#pragma once

#include <keel/core/option.hpp>
#include <keel/sync/atomic_word.hpp>

namespace keel {

/// What an Atomic can hold: a number, a bool, an enumeration, a pointer.
template <class T>
concept AtomicValue = (Integer<T> && sizeof(T) <= 8) || SameAs<T, bool> || __is_enum(T) || __is_pointer(T);

/// What an Atomic can calculate with.
template <class T>
concept AtomicNumber = Integer<T> && (sizeof(T) == 4 || sizeof(T) == 8);

/// What came of a compare_exchange: whether it stored, and what it found.
template <AtomicValue T> class [[nodiscard]] Exchanged {
public:
    constexpr Exchanged(bool stored, T found) : found_ {found}, stored_ {stored} {}

    /// Whether the expected value was there, and the new one is now.
    constexpr bool ok() const { return stored_; }
    /// The value before: the expected one if it was there.
    constexpr T found() const { return found_; }

private:
    T found_;
    bool stored_;
};

/// A T that any number of threads read and change at once, each operation as a whole.
///
///     Atomic<u32> users {0};
///     users.inc();
///     if (users.fetch_add(1, Relaxed) > limit) ...
///
/// The order of an operation with the memory around it is always written: `Relaxed`, `Acquire`, `Release` or `Full`, as
/// in the kernel's memory model. An order that an operation has not (a load that releases) does not compile. Operations
/// without an order parameter are relaxed, but for dec_and_test, which is full. Arithmetic wraps; numbers of 8 and 16
/// bits have none, as in the kernel: they are stored and exchanged.
///
/// The count of owners of an object is not for this: Arc and Refcount saturate where a number wraps.
///
/// # Context
/// Any, interrupts included.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Atomic {
    static_assert(AtomicValue<T>, "an Atomic holds an integer, a bool, an enumeration or a pointer");

    template <usize size, bool is_number> struct WordFor {
        using Type = detail::Word32;
    };
    template <bool is_number> struct WordFor<8, is_number> {
        using Type = detail::Word64;
    };
    template <> struct WordFor<1, true> {
        using Type = detail::Word8;
    };
    template <> struct WordFor<2, true> {
        using Type = detail::Word16;
    };
    using Word = typename WordFor<sizeof(T), Integer<T>>::Type;
    using Value = typename Word::Value;

public:
    constexpr Atomic(T value = {}) : word_ {to_word(value)} {}
    Atomic(const Atomic&) = delete;
    Atomic& operator=(const Atomic&) = delete;

    KEEL_ANY_CONTEXT KEEL_INLINE T load(order::Relaxed o) const { return from_word(Word::load(o, &word_)); }
    KEEL_ANY_CONTEXT KEEL_INLINE T load(order::Acquire o) const { return from_word(Word::load(o, &word_)); }

    KEEL_ANY_CONTEXT KEEL_INLINE void store(T value, order::Relaxed o) const { Word::store(o, &word_, to_word(value)); }
    KEEL_ANY_CONTEXT KEEL_INLINE void store(T value, order::Release o) const { Word::store(o, &word_, to_word(value)); }

    /// Stores `value` and returns what was there.
    template <order::Any O> KEEL_ANY_CONTEXT KEEL_INLINE T exchange(T value, O o) const
    {
        return from_word(Word::exchange(o, &word_, to_word(value)));
    }

    /// Stores `value` if `expected` is there. If it is not, nothing is ordered.
    template <order::Any O> KEEL_ANY_CONTEXT KEEL_INLINE Exchanged<T> compare_exchange(T expected, T value, O o) const
    {
        Value found = to_word(expected);
        const bool stored = Word::try_exchange(o, &word_, &found, to_word(value));
        return {stored, from_word(found)};
    }

    /// Stores what `next(value)` says, an Option: as often as somebody else changes the value in between, or until it
    /// says none. Returns the value before, or none if nothing was stored.
    template <class Next, order::Any O> KEEL_INLINE Option<T> fetch_update(Next next, O o) const
    {
        Value found = Word::load(Relaxed, &word_);
        for (;;) {
            const Option<T> wanted = next(from_word(found));
            if (wanted.is_none())
                return none;
            if (Word::try_exchange(o, &word_, &found, to_word(wanted.value()))) [[likely]]
                return from_word(found);
        }
    }

    /// Adds `n` and returns the value before.
    template <order::Any O>
    KEEL_ANY_CONTEXT KEEL_INLINE T fetch_add(T n, O o) const
        requires AtomicNumber<T>
    {
        return from_word(Word::fetch_add(o, to_word(n), &word_));
    }
    /// Keeps only the bits of `mask` and returns the value before.
    template <order::Any O>
    KEEL_ANY_CONTEXT KEEL_INLINE T fetch_and(T mask, O o) const
        requires AtomicNumber<T>
    {
        return from_word(Word::fetch_and(o, to_word(mask), &word_));
    }
    /// Sets the bits of `mask` and returns the value before.
    template <order::Any O>
    KEEL_ANY_CONTEXT KEEL_INLINE T fetch_or(T mask, O o) const
        requires AtomicNumber<T>
    {
        return from_word(Word::fetch_or(o, to_word(mask), &word_));
    }
    /// Flips the bits of `mask` and returns the value before.
    template <order::Any O>
    KEEL_ANY_CONTEXT KEEL_INLINE T fetch_xor(T mask, O o) const
        requires AtomicNumber<T>
    {
        return from_word(Word::fetch_xor(o, to_word(mask), &word_));
    }

    // Without a result, which is cheaper.

    KEEL_ANY_CONTEXT KEEL_INLINE void add(T n) const
        requires AtomicNumber<T>
    {
        Word::add(to_word(n), &word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void sub(T n) const
        requires AtomicNumber<T>
    {
        Word::sub(to_word(n), &word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void inc() const
        requires AtomicNumber<T>
    {
        Word::inc(&word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void dec() const
        requires AtomicNumber<T>
    {
        Word::dec(&word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void set_bits(T mask) const
        requires AtomicNumber<T>
    {
        Word::set_bits(to_word(mask), &word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void clear_bits(T mask) const
        requires AtomicNumber<T>
    {
        Word::keep_bits(~to_word(mask), &word_);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void flip_bits(T mask) const
        requires AtomicNumber<T>
    {
        Word::flip_bits(to_word(mask), &word_);
    }

    /// Subtracts one and says whether that left zero: for exactly one of those who count down.
    KEEL_ANY_CONTEXT KEEL_INLINE bool dec_and_test() const
        requires AtomicNumber<T>
    {
        return Word::dec_and_test(&word_);
    }

private:
    // A C cast: of a number, an enumeration or a pointer, whichever T is.
    KEEL_INLINE static constexpr Value to_word(T value) { return (Value)value; }
    KEEL_INLINE static constexpr T from_word(Value word) { return (T)word; }

    mutable typename Word::Raw word_;
};

} // namespace keel
