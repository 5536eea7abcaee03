// SPDX-License-Identifier: GPL-2.0
// Locks of readers and writers, and seqlocks. In the lowest seven bits of a lock's first word is the number of readers,
// or all ones for a writer; above that its class.
#include "context.hpp"
#include "fake.hpp"
#include "task.hpp"

#include <bindings/sync.hpp>

namespace {

using fake::Taking;

constexpr unsigned holders = 0x7f, writer = holders;

template <class Lock> unsigned* word_of(Lock* lock) { return reinterpret_cast<unsigned*>(lock); }

bool try_take(const Taking& taking)
{
    unsigned found = __atomic_load_n(taking.word, __ATOMIC_RELAXED);
    for (;;) {
        const unsigned held = found & holders;
        if (taking.shared ? held == writer : held != 0)
            return false;
        if (taking.shared && held + 1 == writer)
            fake::die("too many readers hold a lock: ", taking.function);
        const unsigned wanted = taking.shared ? found + 1 : found | writer;
        if (__atomic_compare_exchange_n(taking.word, &found, wanted, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
            break;
    }
    fake::taken(taking);
    return true;
}

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

template <class Lock> void release_shared(Lock* lock, const char* function)
{
    fake::released(word_of(lock), function);
    __atomic_fetch_sub(word_of(lock), 1, __ATOMIC_RELEASE);
}

template <class Lock> void release(Lock* lock, const char* function)
{
    fake::released(word_of(lock), function);
    __atomic_fetch_and(word_of(lock), ~holders, __ATOMIC_RELEASE);
}

template <class Lock> Taking reading(Lock* lock, const char* function, bool sleeps)
{
    return {.word = word_of(lock), .function = function, .sleeps = sleeps, .shared = true};
}

template <class Lock> Taking writing(Lock* lock, const char* function, bool sleeps)
{
    return {.word = word_of(lock), .function = function, .sleeps = sleeps};
}

} // namespace

namespace bindings {
extern "C" {

void rwlock_init(rwlock_t* lock, const char* name, lock_class_key* key) { fake::set_class(word_of(lock), name, key); }
void read_lock(rwlock_t* lock) { wait_for(reading(lock, __func__, false)); }
int read_trylock(rwlock_t* lock) { return try_take(reading(lock, __func__, false)); }
void read_unlock(rwlock_t* lock) { release_shared(lock, __func__); }
void write_lock(rwlock_t* lock) { wait_for(writing(lock, __func__, false)); }
int write_trylock(rwlock_t* lock) { return try_take(writing(lock, __func__, false)); }
void write_unlock(rwlock_t* lock) { release(lock, __func__); }

unsigned long read_lock_irqsave(rwlock_t* lock)
{
    const unsigned long flags = fake::irqs_save();
    read_lock(lock);
    return flags;
}
void read_unlock_irqrestore(rwlock_t* lock, unsigned long flags)
{
    read_unlock(lock);
    fake::irqs_restore(flags);
}
unsigned long write_lock_irqsave(rwlock_t* lock)
{
    const unsigned long flags = fake::irqs_save();
    write_lock(lock);
    return flags;
}
void write_unlock_irqrestore(rwlock_t* lock, unsigned long flags)
{
    write_unlock(lock);
    fake::irqs_restore(flags);
}
int write_trylock_irqsave(rwlock_t* lock, unsigned long* flags)
{
    *flags = fake::irqs_save();
    const int taken = write_trylock(lock);
    if (!taken)
        fake::irqs_restore(*flags);
    return taken;
}
void read_lock_irq(rwlock_t* lock)
{
    fake::irqs_off();
    read_lock(lock);
}
void read_unlock_irq(rwlock_t* lock)
{
    read_unlock(lock);
    fake::irqs_on();
}
void read_lock_bh(rwlock_t* lock)
{
    fake::softirqs_off();
    read_lock(lock);
}
void read_unlock_bh(rwlock_t* lock)
{
    read_unlock(lock);
    fake::softirqs_on();
}
void write_lock_irq(rwlock_t* lock)
{
    fake::irqs_off();
    write_lock(lock);
}
void write_unlock_irq(rwlock_t* lock)
{
    write_unlock(lock);
    fake::irqs_on();
}
void write_lock_bh(rwlock_t* lock)
{
    fake::softirqs_off();
    write_lock(lock);
}
void write_unlock_bh(rwlock_t* lock)
{
    write_unlock(lock);
    fake::softirqs_on();
}

void __init_rwsem(rw_semaphore* sem, const char* name, lock_class_key* key)
{
    fake::set_class(word_of(sem), name, key);
}
void down_read(rw_semaphore* sem) { wait_for(reading(sem, __func__, true)); }
int down_read_killable(rw_semaphore* sem) { return wait_for(reading(sem, __func__, true), TASK_KILLABLE); }
int down_read_trylock(rw_semaphore* sem) { return try_take(reading(sem, __func__, true)); }
void up_read(rw_semaphore* sem) { release_shared(sem, __func__); }
void down_write(rw_semaphore* sem) { wait_for(writing(sem, __func__, true)); }
int down_write_killable(rw_semaphore* sem) { return wait_for(writing(sem, __func__, true), TASK_KILLABLE); }
int down_write_trylock(rw_semaphore* sem) { return try_take(writing(sem, __func__, true)); }
void up_write(rw_semaphore* sem) { release(sem, __func__); }
void downgrade_write(rw_semaphore* sem)
{
    fake::released(word_of(sem), __func__);
    __atomic_fetch_sub(word_of(sem), writer - 1, __ATOMIC_RELEASE);
    fake::taken(reading(sem, __func__, true));
}

void raw_spin_lock_init(raw_spinlock_t* lock, const char* name, lock_class_key* key)
{
    fake::set_class(word_of(lock), name, key);
}
void raw_spin_lock(raw_spinlock_t* lock) { wait_for(writing(lock, __func__, false)); }
int raw_spin_trylock(raw_spinlock_t* lock) { return try_take(writing(lock, __func__, false)); }
void raw_spin_unlock(raw_spinlock_t* lock) { release(lock, __func__); }
unsigned long raw_spin_lock_irqsave(raw_spinlock_t* lock)
{
    const unsigned long flags = fake::irqs_save();
    raw_spin_lock(lock);
    return flags;
}
void raw_spin_unlock_irqrestore(raw_spinlock_t* lock, unsigned long flags)
{
    raw_spin_unlock(lock);
    fake::irqs_restore(flags);
}
void raw_spin_lock_irq(raw_spinlock_t* lock)
{
    fake::irqs_off();
    raw_spin_lock(lock);
}
void raw_spin_unlock_irq(raw_spinlock_t* lock)
{
    raw_spin_unlock(lock);
    fake::irqs_on();
}
void raw_spin_lock_bh(raw_spinlock_t* lock)
{
    fake::softirqs_off();
    raw_spin_lock(lock);
}
void raw_spin_unlock_bh(raw_spinlock_t* lock)
{
    raw_spin_unlock(lock);
    fake::softirqs_on();
}
void raw_spin_lock_nested(raw_spinlock_t* lock, unsigned int level)
{
    wait_for({.word = word_of(lock), .function = __func__, .subclass = level});
}
int raw_spin_trylock_bh(raw_spinlock_t* lock)
{
    fake::softirqs_off();
    const int taken = raw_spin_trylock(lock);
    if (!taken)
        fake::softirqs_on();
    return taken;
}
int raw_spin_trylock_irqsave(raw_spinlock_t* lock, unsigned long* flags)
{
    *flags = fake::irqs_save();
    const int taken = raw_spin_trylock(lock);
    if (!taken)
        fake::irqs_restore(*flags);
    return taken;
}

void seqlock_init(seqlock_t* lock, const char* name, lock_class_key* key)
{
    fake::set_class(word_of(&lock->lock), name, key);
    __atomic_store_n(word_of(&lock->seqcount), 0, __ATOMIC_RELAXED);
}
unsigned int read_seqbegin(const seqlock_t* lock)
{
    for (unsigned n = 0;; n++) {
        const unsigned count = __atomic_load_n(word_of(const_cast<seqlock_t*>(lock)), __ATOMIC_ACQUIRE);
        if (count % 2 == 0)
            return count;
        fake::pause(n);
    }
}
int read_seqretry(const seqlock_t* lock, unsigned int begun)
{
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
    return __atomic_load_n(word_of(const_cast<seqlock_t*>(lock)), __ATOMIC_RELAXED) != begun;
}
void write_seqlock(seqlock_t* lock)
{
    wait_for(writing(&lock->lock, __func__, false));
    __atomic_fetch_add(word_of(&lock->seqcount), 1, __ATOMIC_RELAXED);
    __atomic_thread_fence(__ATOMIC_RELEASE);
}
void write_sequnlock(seqlock_t* lock)
{
    __atomic_fetch_add(word_of(&lock->seqcount), 1, __ATOMIC_RELEASE);
    release(&lock->lock, __func__);
}
unsigned long write_seqlock_irqsave(seqlock_t* lock)
{
    const unsigned long flags = fake::irqs_save();
    write_seqlock(lock);
    return flags;
}
void write_sequnlock_irqrestore(seqlock_t* lock, unsigned long flags)
{
    write_sequnlock(lock);
    fake::irqs_restore(flags);
}

} // extern "C"
} // namespace bindings
