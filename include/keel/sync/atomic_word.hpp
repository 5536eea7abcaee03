// SPDX-License-Identifier: GPL-2.0
// The kernel's atomic words of 32 and 64 bits, one function for each operation and order. For the library: drivers use
// Atomic<T>. Both widths are spelled out: bindings are made for the names that stand here, and a macro that put the
// names together would hide them.
// C header: include/linux/atomic/atomic-instrumented.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/order.hpp>

namespace keel::detail {

/// An int that the kernel's atomic operations work on.
struct Word32 {
    using Value = i32;
    using Raw = bindings::atomic_t;
    KEEL_INLINE static Value load(const Raw& word, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_read(&word); }
    }
    KEEL_INLINE static Value load(const Raw& word, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_read_acquire(&word); }
    }
    KEEL_INLINE static void store(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_set(&word, value); }
    }
    KEEL_INLINE static void store(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_set_release(&word, value); }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_xchg_relaxed(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_xchg_acquire(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_xchg_release(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_xchg(&word, value); }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_try_cmpxchg_relaxed(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_try_cmpxchg_acquire(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_try_cmpxchg_release(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_try_cmpxchg(&word, &found, value);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_add_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_add_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_add_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_fetch_add(value, &word); }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_and_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_and_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_and_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_fetch_and(value, &word); }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_or_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_or_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic_fetch_or_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_fetch_or(value, &word); }
    }
    KEEL_INLINE static void add(Raw& word, Value value)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_add(value, &word); }
    }
    KEEL_INLINE static void sub(Raw& word, Value value)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_sub(value, &word); }
    }
    KEEL_INLINE static void inc(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_inc(&word); }
    }
    KEEL_INLINE static void dec(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_dec(&word); }
    }
    KEEL_INLINE static void set_bits(Raw& word, Value mask)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_or(mask, &word); }
    }
    KEEL_INLINE static void keep_bits(Raw& word, Value mask)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic_and(mask, &word); }
    }
    KEEL_INLINE static bool dec_and_test(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic_dec_and_test(&word); }
    }
};

/// A long long that the kernel's atomic operations work on.
struct Word64 {
    using Value = i64;
    using Raw = bindings::atomic64_t;
    KEEL_INLINE static Value load(const Raw& word, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic64_read(&word); }
    }
    KEEL_INLINE static Value load(const Raw& word, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic64_read_acquire(&word); }
    }
    KEEL_INLINE static void store(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_set(&word, value); }
    }
    KEEL_INLINE static void store(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_set_release(&word, value); }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_xchg_relaxed(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_xchg_acquire(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_xchg_release(&word, value);
        }
    }
    KEEL_INLINE static Value exchange(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic64_xchg(&word, value); }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_try_cmpxchg_relaxed(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_try_cmpxchg_acquire(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_try_cmpxchg_release(&word, &found, value);
        }
    }
    KEEL_INLINE static bool try_exchange(Raw& word, Value& found, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_try_cmpxchg(&word, &found, value);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_add_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_add_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_add_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_add(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_add(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_and_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_and_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_and_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_and(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_and(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Relaxed)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_or_relaxed(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Acquire)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_or_acquire(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Release)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_or_release(value, &word);
        }
    }
    KEEL_INLINE static Value fetch_or(Raw& word, Value value, order::Full)
    {
        UNSAFE("one operation on a live word: the caller lends it")
        {
            return bindings::atomic64_fetch_or(value, &word);
        }
    }
    KEEL_INLINE static void add(Raw& word, Value value)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_add(value, &word); }
    }
    KEEL_INLINE static void sub(Raw& word, Value value)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_sub(value, &word); }
    }
    KEEL_INLINE static void inc(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_inc(&word); }
    }
    KEEL_INLINE static void dec(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_dec(&word); }
    }
    KEEL_INLINE static void set_bits(Raw& word, Value mask)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_or(mask, &word); }
    }
    KEEL_INLINE static void keep_bits(Raw& word, Value mask)
    {
        UNSAFE("one operation on a live word: the caller lends it") { bindings::atomic64_and(mask, &word); }
    }
    KEEL_INLINE static bool dec_and_test(Raw& word)
    {
        UNSAFE("one operation on a live word: the caller lends it") { return bindings::atomic64_dec_and_test(&word); }
    }
};

} // namespace keel::detail
