// SPDX-License-Identifier: GPL-2.0
// Bits that several threads set and clear without a lock.
// C header: include/linux/bitops.h; C documentation: Documentation/atomic_bitops.txt
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/option.hpp>
#include <keel/core/trap.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/order.hpp>

namespace keel {

/// `count` bits, clear at first, each of which is changed as a whole.
///
///     AtomicBits<64> tags;
///     if (!tags.test_and_set(tag, Acquire)) ...       // it was free, and is ours
///     tags.clear(tag, Release);
///
/// Operations that say nothing of the bit before are relaxed. An index that is not below `count` traps.
///
/// # Context
/// Any, interrupts included.
template <usize count> class KEEL_SEND KEEL_SYNC AtomicBits {
    static_assert(count > 0, "there is at least one bit");

public:
    constexpr AtomicBits() : words_ {} {}
    AtomicBits(const AtomicBits&) = delete;
    AtomicBits& operator=(const AtomicBits&) = delete;

    KEEL_ANY_CONTEXT KEEL_INLINE bool test(usize bit, order::Relaxed) const
    {
        return __atomic_load_n(&word_of(bit), __ATOMIC_RELAXED) >> bit % width & 1;
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bool test(usize bit, order::Acquire) const
    {
        return __atomic_load_n(&word_of(bit), __ATOMIC_ACQUIRE) >> bit % width & 1;
    }

    KEEL_ANY_CONTEXT KEEL_INLINE void set(usize bit) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { bindings::set_bit(index(bit), words_); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void clear(usize bit) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { bindings::clear_bit(index(bit), words_); }
    }
    /// For who took it with Acquire.
    KEEL_ANY_CONTEXT KEEL_INLINE void clear(usize bit, order::Release) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { bindings::clear_bit_unlock(index(bit), words_); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void flip(usize bit) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { bindings::change_bit(index(bit), words_); }
    }

    // These change the bit and return what it was.

    /// What failed to set it orders nothing.
    KEEL_ANY_CONTEXT KEEL_INLINE bool test_and_set(usize bit, order::Acquire) const
    {
        UNSAFE("a bit of words_: index() traps otherwise")
        {
            return bindings::test_and_set_bit_lock(index(bit), words_);
        }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bool test_and_set(usize bit, order::Full) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { return bindings::test_and_set_bit(index(bit), words_); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bool test_and_clear(usize bit, order::Full) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { return bindings::test_and_clear_bit(index(bit), words_); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bool test_and_flip(usize bit, order::Full) const
    {
        UNSAFE("a bit of words_: index() traps otherwise") { return bindings::test_and_change_bit(index(bit), words_); }
    }

    /// Sets the first clear bit that it finds, and returns which: an order as `test_and_set` has it.
    template <class Order> KEEL_ANY_CONTEXT Option<usize> set_first_clear(Order order) const
    {
        for (usize bit = 0; bit < count;) {
            const unsigned long clear = ~__atomic_load_n(&words_[bit / width], __ATOMIC_RELAXED) >> bit % width;
            if (clear == 0) {
                bit = (bit / width + 1) * width;
                continue;
            }
            bit += static_cast<usize>(__builtin_ctzl(clear));
            if (bit < count && !test_and_set(bit, order))
                return bit;
        }
        return none;
    }

private:
    static constexpr usize width = 8 * sizeof(unsigned long);

    KEEL_INLINE static long index(usize bit)
    {
        if (bit >= count) [[unlikely]]
            trap("the index of a bit is out of range");
        return static_cast<long>(bit);
    }
    KEEL_INLINE unsigned long& word_of(usize bit) const { return words_[static_cast<usize>(index(bit)) / width]; }

    mutable unsigned long words_[(count + width - 1) / width];
};

} // namespace keel
