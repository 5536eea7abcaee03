// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/sync/rwlock.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/seqlock.hpp>
#include <keel/sync/spinlock.hpp>

using namespace keel;

namespace {

void mutex_lock_unlock(const Mutex<usize>& mutex, usize times)
{
    while (times--)
        ++*mutex.lock();
}

void spin_lock_unlock(const SpinLock<usize>& spin, usize times)
{
    while (times--)
        ++*spin.lock();
}

void spin_lock_unlock_irqsave(const SpinLock<usize>& spin, usize times)
{
    while (times--)
        ++*spin.lock_irqsave();
}

void clone_drop(const Arc<usize>& shared, usize times)
{
    while (times--)
        auto again = shared.clone();
}

void add(const Atomic<i32>& n, usize times)
{
    while (times--)
        n.fetch_add(3, Relaxed);
}

void complete_wait(const Completion& done, usize times)
{
    while (times--) {
        done.complete();
        done.wait();
    }
}

/// What is read is added up, and the sum kept, so that reading it cannot be left out.
template <class Lock> struct Guarded {
    Lock lock;
    usize sum;
};

template <class Lock> void read(Guarded<Lock>& guarded, usize times)
{
    usize sum = 0;
    while (times--)
        sum += *guarded.lock.read();
    guarded.sum = sum;
}

struct Pair {
    usize a;
    usize b;
};

void seqlock_read(Guarded<SeqLock<Pair>>& guarded, usize times)
{
    usize sum = 0;
    while (times--) {
        const Pair pair = guarded.lock.load();
        sum += pair.a + pair.b;
    }
    guarded.sum = sum;
}

void rcu_reads(Guarded<RcuPtr<Pair>>& guarded, usize times)
{
    usize sum = 0;
    for (usize i = 0; i < times; i++) {
        const auto section = rcu::read();
        if (auto pair = guarded.lock.get(section); pair.is_some()) [[likely]]
            sum += pair.value().a;
    }
    guarded.sum = sum;
}

/// What was replaced is freed when no reader can see it any more.
void rcu_replace(const RcuPtr<Pair>& limits, usize times)
{
    while (times--) {
        auto next = RcuBox<Pair>::create(GFP_KERNEL, Pair {.a = times, .b = times});
        if (!next.ok())
            return;
        limits.replace(next.take());
    }
}

} // namespace

Result<void> measure_sync()
{
    Mutex<usize> mutex;
    SpinLock<usize> spin;
    auto shared = TRY(Arc<usize>::create(GFP_KERNEL, 1u));
    measure<mutex_lock_unlock>("mutex-lock-unlock", 1000, mutex);
    measure<spin_lock_unlock>("spinlock-lock-unlock", 1000, spin);
    measure<spin_lock_unlock_irqsave>("spinlock-irqsave", 1000, spin);
    measure<clone_drop>("arc-clone-drop", 1000, shared);
    Atomic<i32> n {0};
    Completion done;
    Guarded<RwLock<usize>> rwlock {.lock = {}, .sum = 0};
    Guarded<RwSemaphore<usize>> rwsem {.lock = {}, .sum = 0};
    Guarded<SeqLock<Pair>> seqlock {.lock = {}, .sum = 0};
    measure<add>("atomic-add", 1000, n);
    measure<complete_wait>("completion-complete-wait", 1000, done);
    measure<read<RwLock<usize>>>("rwlock-read", 1000, rwlock);
    measure<read<RwSemaphore<usize>>>("rwsem-read", 1000, rwsem);
    measure<seqlock_read>("seqlock-read", 1000, seqlock);
    Guarded<RcuPtr<Pair>> published {.lock = TRY(RcuBox<Pair>::create(GFP_KERNEL, 0u, 0u)), .sum = 0};
    measure<rcu_reads>("rcu-read", 1000, published);
    RcuPtr<Pair> limits;
    measure<rcu_replace>("rcu-replace", 50, limits);
    return {};
}
