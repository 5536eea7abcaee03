// SPDX-License-Identifier: GPL-2.0
// Spinlocks around what never sleeps; what may sleep before them, after them, or behind a Mutex.
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/wait_queue.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Stats {
    u64 packets;
    u64 bytes;
    u32 errors;
    u32 reserved;
};

struct Ring {
    Vec<u32> slots;
    usize next;
};

/// Room is made where sleeping is allowed; the section uses it.
Result<void> prepare(const SpinLock<Ring>& ring, usize room)
{
    Vec<u32> slots;
    TRY(slots.reserve(room, GFP_KERNEL));
    {
        auto r = ring.lock();
        swap(r->slots, slots);
        r->next = 0;
    }
    return {};
}

Result<void> add(const SpinLock<Ring>& ring, u32 value)
{
    auto r = ring.lock_irqsave();
    TRY(r->slots.push_within_capacity(value));
    r->next++;
    return {};
}

/// In atomic context, memory that is there or is not.
Result<void> add_growing(const SpinLock<Ring>& ring, u32 value)
{
    auto r = ring.lock();
    return r->slots.push(value, GFP_ATOMIC);
}

Result<Box<u32>> boxed(const SpinLock<u32>& next)
{
    auto n = next.lock();
    return Box<u32>::create(GFP_NOWAIT.nowarn(), (*n)++);
}

/// The numbers are copied out under the lock and written to user space after it.
Result<long> show(const SpinLock<Stats>& stats, ioctl::Arg arg)
{
    const Stats now = *stats.lock();
    TRY(arg.write(now));
    return 0L;
}

Result<long> show_scoped(const SpinLock<Stats>& stats, ioctl::Arg arg)
{
    u64 packets = 0;
    {
        auto s = stats.lock_irqsave();
        packets = s->packets;
        s->errors = 0;
    }
    TRY(arg.write(packets));
    return 0L;
}

/// What came is read before the lock is taken.
Result<void> configure(const SpinLock<u32>& rate, ioctl::Arg arg)
{
    const u32 wanted = TRY(arg.read<u32>());
    if (wanted == 0)
        return EINVAL;
    *rate.lock() = wanted;
    return {};
}

/// A sleeping lock first, a spinning one in it.
u64 both(const Mutex<u64>& total, const SpinLock<Stats>& stats)
{
    auto t = total.lock();
    *t += stats.with([](Stats& s) { return s.bytes; });
    return *t;
}

/// A spinlock that is not held any more when the memory is asked for.
Result<Vec<u32>> copy(const SpinLock<Ring>& ring)
{
    usize wanted = ring.with([](Ring& r) { return r.slots.len(); });
    Vec<u32> copied;
    while (true) {
        TRY(copied.reserve(wanted, GFP_KERNEL));
        auto r = ring.lock();
        if (r->slots.len() <= copied.capacity()) {
            for (u32 slot : r->slots)
                TRY(copied.push_within_capacity(slot));
            return copied;
        }
        wanted = r->slots.len();
    }
}

/// Small functions that do nothing but count, called under the lock.
u32 mix(u32 a, u32 b) { return a * 31 + b; }

template <class T> T clamped(T value, T limit) { return min(value, limit); }

u32 hash(const SpinLock<Ring>& ring)
{
    auto r = ring.lock();
    u32 sum = 0;
    for (u32 slot : r->slots)
        sum = mix(sum, clamped(slot, 1000u));
    auto finish = [](u32 n) { return n ^ 0x55u; };
    return finish(sum);
}

/// Messages and wake-ups are for every context.
void report(const SpinLock<Stats>& stats, const WaitQueue& news)
{
    auto s = stats.lock_irqsave();
    if (s->errors != 0)
        pr_warn("{} errors in {} packets\n", s->errors, s->packets);
    news.wake_up_all();
}

/// Slab memory may be freed in any context.
void drop(const SpinLock<Box<u32>>& slot)
{
    auto s = slot.lock();
    s->reset();
}

/// A timer that locks only what spins.
void arm(const Arc<SpinLock<u32>>& ticks)
{
    later::every(10, [t = ticks.clone()] {
        auto n = t->lock();
        (*n)++;
    });
}

/// Work in process context may do all.
void schedule(const Arc<Mutex<Vec<u32>>>& log)
{
    later::queue([l = log.clone()] {
        auto entries = l->lock();
        if (!entries->push(1u, GFP_KERNEL).ok())
            pr_warn("no memory for the log\n");
    });
}

/// try_lock, and the path where nothing is held.
Result<u64> try_total(const SpinLock<Stats>& stats, const Mutex<u64>& fallback)
{
    {
        auto s = stats.try_lock();
        if (s.is_some())
            return s.value()->bytes;
    }
    return *fallback.lock();
}

Result<u64> every_context(const SpinLock<Ring>& ring, const SpinLock<Stats>& stats, const Mutex<u64>& total,
                          ioctl::Arg first, ioctl::Arg second, ioctl::Arg third)
{
    TRY(prepare(ring, 16));
    TRY(add(ring, 1));
    TRY(add_growing(ring, 2));
    const SpinLock<u32> next;
    auto box = TRY(boxed(next));
    TRY(show(stats, move(first)));
    TRY(show_scoped(stats, move(second)));
    TRY(configure(next, move(third)));
    const WaitQueue news;
    report(stats, news);
    const SpinLock<Box<u32>> slot {move(box)};
    drop(slot);
    auto ticks = TRY(Arc<SpinLock<u32>>::create(GFP_KERNEL));
    arm(ticks);
    auto log = TRY(Arc<Mutex<Vec<u32>>>::create(GFP_KERNEL));
    schedule(log);
    return both(total, stats) + TRY(copy(ring)).len() + hash(ring) + TRY(try_total(stats, total));
}
