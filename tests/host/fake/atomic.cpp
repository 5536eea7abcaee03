// SPDX-License-Identifier: GPL-2.0
// Atomic operations and counts on the compiler's, in the order that each has.
#include "fake.hpp"

#include <bindings/sync.hpp>

namespace {

template <class Raw, class Value> bool try_exchange(Raw* word, Value* found, Value value, int order)
{
    const auto on_failure = order == __ATOMIC_SEQ_CST || order == __ATOMIC_ACQUIRE ? order : __ATOMIC_RELAXED;
    Value expected = *found;
    const bool stored = __atomic_compare_exchange_n(&word->counter, &expected, value, false, order, on_failure);
    *found = expected;
    return stored;
}

/// What refcount_t becomes when it went wrong, and stays near.
constexpr int saturated = -0x40000000;

} // namespace

// The operations of one width that have an order, in one order.
#define ORDERED(name, Raw, Value, suffix, order)                                                                       \
    Value name##_xchg##suffix(Raw* word, Value value) { return __atomic_exchange_n(&word->counter, value, order); }    \
    bool name##_try_cmpxchg##suffix(Raw* word, Found##Value* found, Value value)                                       \
    {                                                                                                                  \
        return try_exchange(word, found, value, order);                                                                \
    }                                                                                                                  \
    Value name##_fetch_add##suffix(Value n, Raw* word) { return __atomic_fetch_add(&word->counter, n, order); }        \
    Value name##_fetch_and##suffix(Value n, Raw* word) { return __atomic_fetch_and(&word->counter, n, order); }        \
    Value name##_fetch_xor##suffix(Value n, Raw* word) { return __atomic_fetch_xor(&word->counter, n, order); }        \
    Value name##_fetch_or##suffix(Value n, Raw* word) { return __atomic_fetch_or(&word->counter, n, order); }

// All operations of one width.
#define ATOMICS(name, Raw, Value)                                                                                      \
    ORDERED(name, Raw, Value, , __ATOMIC_SEQ_CST)                                                                      \
    ORDERED(name, Raw, Value, _relaxed, __ATOMIC_RELAXED)                                                              \
    ORDERED(name, Raw, Value, _acquire, __ATOMIC_ACQUIRE)                                                              \
    ORDERED(name, Raw, Value, _release, __ATOMIC_RELEASE)                                                              \
    Value name##_read(const Raw* word) { return __atomic_load_n(&word->counter, __ATOMIC_RELAXED); }                   \
    Value name##_read_acquire(const Raw* word) { return __atomic_load_n(&word->counter, __ATOMIC_ACQUIRE); }           \
    void name##_set(Raw* word, Value value) { __atomic_store_n(&word->counter, value, __ATOMIC_RELAXED); }             \
    void name##_set_release(Raw* word, Value value) { __atomic_store_n(&word->counter, value, __ATOMIC_RELEASE); }     \
    void name##_add(Value n, Raw* word) { __atomic_fetch_add(&word->counter, n, __ATOMIC_RELAXED); }                   \
    void name##_sub(Value n, Raw* word) { __atomic_fetch_sub(&word->counter, n, __ATOMIC_RELAXED); }                   \
    void name##_inc(Raw* word) { __atomic_fetch_add(&word->counter, 1, __ATOMIC_RELAXED); }                            \
    void name##_dec(Raw* word) { __atomic_fetch_sub(&word->counter, 1, __ATOMIC_RELAXED); }                            \
    void name##_or(Value n, Raw* word) { __atomic_fetch_or(&word->counter, n, __ATOMIC_RELAXED); }                     \
    void name##_and(Value n, Raw* word) { __atomic_fetch_and(&word->counter, n, __ATOMIC_RELAXED); }                   \
    void name##_xor(Value n, Raw* word) { __atomic_fetch_xor(&word->counter, n, __ATOMIC_RELAXED); }                   \
    bool name##_dec_and_test(Raw* word) { return __atomic_fetch_sub(&word->counter, 1, __ATOMIC_SEQ_CST) == 1; }

// The operations of bytes and halves of words.
#define SMALL_ORDERED(name, Value, suffix, order)                                                                      \
    Value name##_xchg##suffix(Value* word, Value value) { return __atomic_exchange_n(word, value, order); }            \
    bool name##_try_cmpxchg##suffix(Value* word, Value* found, Value value)                                            \
    {                                                                                                                  \
        return __atomic_compare_exchange_n(word, found, value, false, order, __ATOMIC_RELAXED);                        \
    }

#define SMALL(name, Value)                                                                                             \
    SMALL_ORDERED(name, Value, , __ATOMIC_SEQ_CST)                                                                     \
    SMALL_ORDERED(name, Value, _relaxed, __ATOMIC_RELAXED)                                                             \
    SMALL_ORDERED(name, Value, _acquire, __ATOMIC_ACQUIRE)                                                             \
    SMALL_ORDERED(name, Value, _release, __ATOMIC_RELEASE)                                                             \
    Value name##_read(const Value* word) { return __atomic_load_n(word, __ATOMIC_RELAXED); }                           \
    Value name##_read_acquire(const Value* word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE); }                   \
    void name##_set(Value* word, Value value) { __atomic_store_n(word, value, __ATOMIC_RELAXED); }                     \
    void name##_set_release(Value* word, Value value) { __atomic_store_n(word, value, __ATOMIC_RELEASE); }

namespace {

unsigned long bit_of(long bit) { return 1UL << bit % 64; }
unsigned long* word_of(long bit, volatile unsigned long* words) { return const_cast<unsigned long*>(words) + bit / 64; }

} // namespace

namespace bindings {
extern "C" {
using Foundint = int;
using Founds64 = s64;
ATOMICS(atomic, atomic_t, int)
ATOMICS(atomic64, atomic64_t, s64)
SMALL(atomic8, s8)
SMALL(atomic16, s16)

void set_bit(long bit, volatile unsigned long* words)
{
    __atomic_fetch_or(word_of(bit, words), bit_of(bit), __ATOMIC_RELAXED);
}
void clear_bit(long bit, volatile unsigned long* words)
{
    __atomic_fetch_and(word_of(bit, words), ~bit_of(bit), __ATOMIC_RELAXED);
}
void clear_bit_unlock(long bit, volatile unsigned long* words)
{
    __atomic_fetch_and(word_of(bit, words), ~bit_of(bit), __ATOMIC_RELEASE);
}
void change_bit(long bit, volatile unsigned long* words)
{
    __atomic_fetch_xor(word_of(bit, words), bit_of(bit), __ATOMIC_RELAXED);
}
bool test_and_set_bit(long bit, volatile unsigned long* words)
{
    return __atomic_fetch_or(word_of(bit, words), bit_of(bit), __ATOMIC_SEQ_CST) & bit_of(bit);
}
bool test_and_set_bit_lock(long bit, volatile unsigned long* words)
{
    return __atomic_fetch_or(word_of(bit, words), bit_of(bit), __ATOMIC_ACQUIRE) & bit_of(bit);
}
bool test_and_clear_bit(long bit, volatile unsigned long* words)
{
    return __atomic_fetch_and(word_of(bit, words), ~bit_of(bit), __ATOMIC_SEQ_CST) & bit_of(bit);
}
bool test_and_change_bit(long bit, volatile unsigned long* words)
{
    return __atomic_fetch_xor(word_of(bit, words), bit_of(bit), __ATOMIC_SEQ_CST) & bit_of(bit);
}

void barrier() { __atomic_signal_fence(__ATOMIC_SEQ_CST); }
void smp_mb() { __atomic_thread_fence(__ATOMIC_SEQ_CST); }
void smp_rmb() { __atomic_thread_fence(__ATOMIC_ACQUIRE); }
void smp_wmb() { __atomic_thread_fence(__ATOMIC_RELEASE); }

void refcount_set(refcount_t* count, int n) { atomic_set(&count->refs, n); }
unsigned int refcount_read(const refcount_t* count) { return static_cast<unsigned>(atomic_read(&count->refs)); }

void refcount_inc(refcount_t* count)
{
    const int before = __atomic_fetch_add(&count->refs.counter, 1, __ATOMIC_RELAXED);
    if (before == 0)
        fake::die("a reference is taken to an object that has none");
    if (before < 0 || before + 1 < 0)
        atomic_set(&count->refs, saturated);
}

bool refcount_inc_not_zero(refcount_t* count)
{
    int found = atomic_read(&count->refs);
    do {
        if (found == 0)
            return false;
    } while (!try_exchange(&count->refs, &found, found + 1, __ATOMIC_RELAXED));
    return true;
}

bool refcount_dec_and_test(refcount_t* count)
{
    const int before = __atomic_fetch_sub(&count->refs.counter, 1, __ATOMIC_ACQ_REL);
    if (before <= 0)
        fake::die("a reference is given back that nobody holds");
    return before == 1;
}

} // extern "C"
} // namespace bindings
