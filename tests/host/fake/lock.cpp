// SPDX-License-Identifier: GPL-2.0
// Locks of a single-threaded kernel: what would wait for ever ends the program, and so does a release of what is free.
#include "fake.hpp"

#include <bindings/sync.hpp>

namespace {

unsigned held;

/// A lock's state, kept in the first byte of the kernel's object.
template <class Lock> bool& taken(Lock* lock) { return *reinterpret_cast<bool*>(lock); }

template <class Lock> void reset(Lock* lock) { taken(lock) = false; }

template <class Lock> bool take(Lock* lock)
{
    if (taken(lock))
        return false;
    held++;
    return taken(lock) = true;
}

template <class Lock> void wait_for(Lock* lock)
{
    if (!take(lock))
        fake::die("a lock is taken twice: the kernel would wait for ever");
}

template <class Lock> void release(Lock* lock)
{
    if (!taken(lock))
        fake::die("a lock that is free is released");
    held--;
    taken(lock) = false;
}

} // namespace

namespace bindings {
extern "C" {

void __mutex_init(mutex* lock, const char*, lock_class_key*) { reset(lock); }
void mutex_lock(mutex* lock) { wait_for(lock); }
int mutex_lock_interruptible(mutex* lock) { return wait_for(lock), 0; }
int mutex_trylock(mutex* lock) { return take(lock); }
void mutex_unlock(mutex* lock) { release(lock); }

void spin_lock_init(spinlock_t* lock, const char*, lock_class_key*) { reset(lock); }
void spin_lock(spinlock_t* lock) { wait_for(lock); }
int spin_trylock(spinlock_t* lock) { return take(lock); }
void spin_unlock(spinlock_t* lock) { release(lock); }

// The flags are a cookie that has to come back.
constexpr unsigned long irq_flags = 0x246;
unsigned long spin_lock_irqsave(spinlock_t* lock) { return wait_for(lock), irq_flags; }
void spin_unlock_irqrestore(spinlock_t* lock, unsigned long flags)
{
    if (flags != irq_flags)
        fake::die("interrupt flags are restored that were not saved");
    release(lock);
}

} // extern "C"
} // namespace bindings

namespace fake {

unsigned locks_held() { return held; }

} // namespace fake
