// SPDX-License-Identifier: GPL-2.0
// Mutexes and spinlocks: a word that is taken and given back with the compiler's atomics. Who waits tries again.
#include "context.hpp"
#include "fake.hpp"
#include "task.hpp"

#include <bindings/sync.hpp>

namespace {

using fake::Taking;

/// A lock's state is in the first word of the kernel's object: in its lowest bit whether it is held, above that its
/// class.
template <class Lock> unsigned* word_of(Lock* lock) { return reinterpret_cast<unsigned*>(lock); }

bool try_take(const Taking& taking)
{
    unsigned found = __atomic_load_n(taking.word, __ATOMIC_RELAXED);
    if (found & 1 ||
        !__atomic_compare_exchange_n(taking.word, &found, found | 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
        return false;
    fake::taken(taking);
    return true;
}

/// Returns 0, or -EINTR if a signal ends a wait of this kind.
int wait_for(const Taking& taking, unsigned state = bindings::TASK_UNINTERRUPTIBLE)
{
    fake::before_waiting(taking);
    for (unsigned n = 0; !try_take(taking); n++) {
        if (fake::is_interrupted(state))
            return -bindings::EINTR;
        fake::pause(n);
    }
    return 0;
}

template <class Lock> void release(Lock* lock, const char* function)
{
    fake::released(word_of(lock), function);
    __atomic_fetch_and(word_of(lock), ~1U, __ATOMIC_RELEASE);
}

Taking sleeping(bindings::mutex* lock, const char* function)
{
    return {.word = word_of(lock), .function = function, .sleeps = true};
}

} // namespace

namespace bindings {
extern "C" {

void __mutex_init(mutex* lock, const char* name, lock_class_key* key) { fake::set_class(word_of(lock), name, key); }
void mutex_lock(mutex* lock) { wait_for(sleeping(lock, __func__)); }
int mutex_lock_interruptible(mutex* lock) { return wait_for(sleeping(lock, __func__), TASK_INTERRUPTIBLE); }
int mutex_lock_killable(mutex* lock) { return wait_for(sleeping(lock, __func__), TASK_KILLABLE); }
void mutex_lock_nested(mutex* lock, unsigned int level)
{
    wait_for({.word = word_of(lock), .function = __func__, .sleeps = true, .subclass = level});
}
int mutex_trylock(mutex* lock) { return try_take(sleeping(lock, __func__)); }
void mutex_unlock(mutex* lock) { release(lock, __func__); }

void spin_lock_init(spinlock_t* lock, const char* name, lock_class_key* key)
{
    fake::set_class(word_of(lock), name, key);
}
void spin_lock(spinlock_t* lock) { wait_for({word_of(lock), __func__}); }
int spin_trylock(spinlock_t* lock) { return try_take({word_of(lock), __func__}); }
void spin_unlock(spinlock_t* lock) { release(lock, __func__); }

void spin_lock_nested(spinlock_t* lock, unsigned int level)
{
    wait_for({.word = word_of(lock), .function = __func__, .subclass = level});
}

void spin_lock_irq(spinlock_t* lock)
{
    fake::irqs_off();
    wait_for({word_of(lock), __func__});
}
void spin_unlock_irq(spinlock_t* lock)
{
    release(lock, __func__);
    fake::irqs_on();
}

void spin_lock_bh(spinlock_t* lock)
{
    fake::softirqs_off();
    wait_for({word_of(lock), __func__});
}
void spin_unlock_bh(spinlock_t* lock)
{
    release(lock, __func__);
    fake::softirqs_on();
}

int spin_trylock_bh(spinlock_t* lock)
{
    fake::softirqs_off();
    const int taken = spin_trylock(lock);
    if (!taken)
        fake::softirqs_on();
    return taken;
}

int spin_trylock_irqsave(spinlock_t* lock, unsigned long* flags)
{
    *flags = fake::irqs_save();
    const int taken = spin_trylock(lock);
    if (!taken)
        fake::irqs_restore(*flags);
    return taken;
}
unsigned long spin_lock_irqsave(spinlock_t* lock)
{
    const unsigned long flags = fake::irqs_save();
    wait_for({word_of(lock), __func__});
    return flags;
}
void spin_unlock_irqrestore(spinlock_t* lock, unsigned long flags)
{
    release(lock, __func__);
    fake::irqs_restore(flags);
}

} // extern "C"
} // namespace bindings
