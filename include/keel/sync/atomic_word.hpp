// SPDX-License-Identifier: GPL-2.0
// The kernel's atomic words of 8 to 64 bits: which function does what, in which order. For the library: drivers use
// Atomic<T>.
// C header: include/linux/atomic/atomic-instrumented.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/order.hpp>

namespace keel::detail {

/// A function of the kernel's that does one thing to a word.
template <auto function> struct Operation {
    template <class... Args> KEEL_INLINE auto operator()(Args... args) const
    {
        UNSAFE("one operation on a live word: the caller lends it") { return function(args...); }
    }
};

/// The same in each order of what reads and writes.
template <auto relaxed, auto acquire, auto release, auto full> struct Ordered {
    template <class... Args> KEEL_INLINE auto operator()(order::Relaxed, Args... args) const
    {
        return Operation<relaxed>()(args...);
    }
    template <class... Args> KEEL_INLINE auto operator()(order::Acquire, Args... args) const
    {
        return Operation<acquire>()(args...);
    }
    template <class... Args> KEEL_INLINE auto operator()(order::Release, Args... args) const
    {
        return Operation<release>()(args...);
    }
    template <class... Args> KEEL_INLINE auto operator()(order::Full, Args... args) const
    {
        return Operation<full>()(args...);
    }
};

/// The same of what only reads.
template <auto relaxed, auto acquire> struct Load {
    template <class Raw> KEEL_INLINE auto operator()(order::Relaxed, const Raw* word) const
    {
        return Operation<relaxed>()(word);
    }
    template <class Raw> KEEL_INLINE auto operator()(order::Acquire, const Raw* word) const
    {
        return Operation<acquire>()(word);
    }
};

/// The same of what only writes.
template <auto relaxed, auto release> struct Store {
    template <class Raw, class Value> KEEL_INLINE void operator()(order::Relaxed, Raw* word, Value value) const
    {
        Operation<relaxed>()(word, value);
    }
    template <class Raw, class Value> KEEL_INLINE void operator()(order::Release, Raw* word, Value value) const
    {
        Operation<release>()(word, value);
    }
};

/// An int that the kernel's atomic operations work on.
struct Word32 {
    using Value = i32;
    using Raw = bindings::atomic_t;
    static constexpr Load<bindings::atomic_read, bindings::atomic_read_acquire> load {};
    static constexpr Store<bindings::atomic_set, bindings::atomic_set_release> store {};
    static constexpr Ordered<bindings::atomic_xchg_relaxed, bindings::atomic_xchg_acquire,
                             bindings::atomic_xchg_release, bindings::atomic_xchg>
        exchange {};
    static constexpr Ordered<bindings::atomic_try_cmpxchg_relaxed, bindings::atomic_try_cmpxchg_acquire,
                             bindings::atomic_try_cmpxchg_release, bindings::atomic_try_cmpxchg>
        try_exchange {};
    static constexpr Ordered<bindings::atomic_fetch_add_relaxed, bindings::atomic_fetch_add_acquire,
                             bindings::atomic_fetch_add_release, bindings::atomic_fetch_add>
        fetch_add {};
    static constexpr Ordered<bindings::atomic_fetch_and_relaxed, bindings::atomic_fetch_and_acquire,
                             bindings::atomic_fetch_and_release, bindings::atomic_fetch_and>
        fetch_and {};
    static constexpr Ordered<bindings::atomic_fetch_or_relaxed, bindings::atomic_fetch_or_acquire,
                             bindings::atomic_fetch_or_release, bindings::atomic_fetch_or>
        fetch_or {};
    static constexpr Ordered<bindings::atomic_fetch_xor_relaxed, bindings::atomic_fetch_xor_acquire,
                             bindings::atomic_fetch_xor_release, bindings::atomic_fetch_xor>
        fetch_xor {};
    static constexpr Operation<bindings::atomic_add> add {};
    static constexpr Operation<bindings::atomic_sub> sub {};
    static constexpr Operation<bindings::atomic_inc> inc {};
    static constexpr Operation<bindings::atomic_dec> dec {};
    static constexpr Operation<bindings::atomic_or> set_bits {};
    static constexpr Operation<bindings::atomic_and> keep_bits {};
    static constexpr Operation<bindings::atomic_xor> flip_bits {};
    static constexpr Operation<bindings::atomic_dec_and_test> dec_and_test {};
};

/// A long long.
struct Word64 {
    using Value = i64;
    using Raw = bindings::atomic64_t;
    static constexpr Load<bindings::atomic64_read, bindings::atomic64_read_acquire> load {};
    static constexpr Store<bindings::atomic64_set, bindings::atomic64_set_release> store {};
    static constexpr Ordered<bindings::atomic64_xchg_relaxed, bindings::atomic64_xchg_acquire,
                             bindings::atomic64_xchg_release, bindings::atomic64_xchg>
        exchange {};
    static constexpr Ordered<bindings::atomic64_try_cmpxchg_relaxed, bindings::atomic64_try_cmpxchg_acquire,
                             bindings::atomic64_try_cmpxchg_release, bindings::atomic64_try_cmpxchg>
        try_exchange {};
    static constexpr Ordered<bindings::atomic64_fetch_add_relaxed, bindings::atomic64_fetch_add_acquire,
                             bindings::atomic64_fetch_add_release, bindings::atomic64_fetch_add>
        fetch_add {};
    static constexpr Ordered<bindings::atomic64_fetch_and_relaxed, bindings::atomic64_fetch_and_acquire,
                             bindings::atomic64_fetch_and_release, bindings::atomic64_fetch_and>
        fetch_and {};
    static constexpr Ordered<bindings::atomic64_fetch_or_relaxed, bindings::atomic64_fetch_or_acquire,
                             bindings::atomic64_fetch_or_release, bindings::atomic64_fetch_or>
        fetch_or {};
    static constexpr Ordered<bindings::atomic64_fetch_xor_relaxed, bindings::atomic64_fetch_xor_acquire,
                             bindings::atomic64_fetch_xor_release, bindings::atomic64_fetch_xor>
        fetch_xor {};
    static constexpr Operation<bindings::atomic64_add> add {};
    static constexpr Operation<bindings::atomic64_sub> sub {};
    static constexpr Operation<bindings::atomic64_inc> inc {};
    static constexpr Operation<bindings::atomic64_dec> dec {};
    static constexpr Operation<bindings::atomic64_or> set_bits {};
    static constexpr Operation<bindings::atomic64_and> keep_bits {};
    static constexpr Operation<bindings::atomic64_xor> flip_bits {};
    static constexpr Operation<bindings::atomic64_dec_and_test> dec_and_test {};
};

// The kernel exchanges bytes and halves of words; it does not calculate in them.

/// A byte.
struct Word8 {
    using Value = i8;
    using Raw = i8;
    static constexpr Load<bindings::atomic8_read, bindings::atomic8_read_acquire> load {};
    static constexpr Store<bindings::atomic8_set, bindings::atomic8_set_release> store {};
    static constexpr Ordered<bindings::atomic8_xchg_relaxed, bindings::atomic8_xchg_acquire,
                             bindings::atomic8_xchg_release, bindings::atomic8_xchg>
        exchange {};
    static constexpr Ordered<bindings::atomic8_try_cmpxchg_relaxed, bindings::atomic8_try_cmpxchg_acquire,
                             bindings::atomic8_try_cmpxchg_release, bindings::atomic8_try_cmpxchg>
        try_exchange {};
};

/// Two bytes.
struct Word16 {
    using Value = i16;
    using Raw = i16;
    static constexpr Load<bindings::atomic16_read, bindings::atomic16_read_acquire> load {};
    static constexpr Store<bindings::atomic16_set, bindings::atomic16_set_release> store {};
    static constexpr Ordered<bindings::atomic16_xchg_relaxed, bindings::atomic16_xchg_acquire,
                             bindings::atomic16_xchg_release, bindings::atomic16_xchg>
        exchange {};
    static constexpr Ordered<bindings::atomic16_try_cmpxchg_relaxed, bindings::atomic16_try_cmpxchg_acquire,
                             bindings::atomic16_try_cmpxchg_release, bindings::atomic16_try_cmpxchg>
        try_exchange {};
};

} // namespace keel::detail
