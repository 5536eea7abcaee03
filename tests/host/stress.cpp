// SPDX-License-Identifier: GPL-2.0
// What several threads can see of locks, atomics and waits. Under the thread sanitizer, what is not ordered is found
// whether or not it goes wrong this time.
//
// sources: src/*.cpp
#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/condvar.hpp>
#include <keel/sync/raw_spinlock.hpp>
#include <keel/sync/refcount.hpp>
#include <keel/sync/rwlock.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/semaphore.hpp>
#include <keel/sync/seqlock.hpp>
#include <keel/sync/weak.hpp>
#include <keel/test/suite.hpp>

#include "fake/fake.hpp"

using namespace keel;
using test::Test;

namespace {

constexpr u32 threads = 4;
constexpr u32 rounds = 500;

void locks_exclude(Test& test)
{
    Mutex<u64> mutex;
    SpinLock<u64> spin, irqs;
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds; i++) {
            ++*mutex.lock();
            ++*spin.lock();
            ++*irqs.lock_irqsave();
            if (auto guard = mutex.try_lock(); guard.is_some())
                *guard.value() += 0;
        }
    });
    KEEL_EXPECT(test, *mutex.lock() == threads * rounds && *spin.lock() == threads * rounds);
    KEEL_EXPECT(test, *irqs.lock_irqsave() == threads * rounds);
}

struct Twice {
    u64 once, again;
};

template <class Lock> void writers_exclude_readers(Test& test, const Lock& lock)
{
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds / 5; i++) {
            {
                auto writer = lock.write();
                writer->once++;
                writer->again++;
            }
            auto reader = lock.read();
            KEEL_EXPECT(test, reader->once == reader->again);
        }
    });
    KEEL_EXPECT(test, lock.read()->once == threads * (rounds / 5));
}

void locks_of_readers_and_writers_exclude(Test& test)
{
    writers_exclude_readers(test, RwLock<Twice>());
    writers_exclude_readers(test, RwSemaphore<Twice>());
}

void raw_locks_and_global_ones_exclude(Test& test)
{
    static constinit const Mutex<u64> global;
    static constinit const RawSpinLock<u64> raw;
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds; i++) {
            ++*global.lock();
            ++*raw.lock_irqsave();
        }
    });
    KEEL_EXPECT(test, *global.lock() == threads * rounds);
    KEEL_EXPECT(test, *raw.lock() == threads * rounds);
}

void no_more_go_on_than_there_are_permits(Test& test)
{
    static constinit const Semaphore permits {2};
    const Atomic<u32> inside, most;
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds / 5; i++) {
            auto permit = permits.down();
            const u32 now = inside.fetch_add(1, Full) + 1;
            (void)most.fetch_update([=](u32 n) { return n < now ? Option<u32>(now) : none; }, Full);
            inside.dec();
        }
    });
    KEEL_EXPECT(test, most.load(Acquire) <= 2 && inside.load(Relaxed) == 0);
}

void a_reader_sees_no_half_of_a_write(Test& test)
{
    SeqLock<Twice> value;
    fake::run_threads(threads, [&](unsigned number) {
        for (u32 i = 0; i < rounds; i++) {
            const Twice seen = value.load();
            KEEL_EXPECT(test, seen.once == seen.again);
            if (number % 2)
                value.update([](Twice& v) { v.once++, v.again++; });
            else
                value.update_irqsave([](Twice& v) { v.once++, v.again++; });
        }
    });
    KEEL_EXPECT(test, value.load().once == threads * rounds);
}

void a_waiting_writer_lets_others_write(Test& test)
{
    RwSemaphore<u32> turn;
    CondVar changed;
    fake::run_threads(2, [&](unsigned number) {
        for (u32 i = 0; i < rounds / 10; i++) {
            auto mine = turn.write();
            changed.wait(mine, [=](u32& t) { return t % 2 == number; });
            ++*mine;
            changed.notify_all();
        }
    });
    KEEL_EXPECT(test, *turn.read() == 2 * (rounds / 10));
}

void no_count_is_lost(Test& test)
{
    const Atomic<u64> added, fetched, exchanged, updated;
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds; i++) {
            added.inc();
            fetched.fetch_add(1, Relaxed);
            for (u64 seen = exchanged.load(Relaxed);;) {
                const auto stored = exchanged.compare_exchange(seen, seen + 1, Release);
                if (stored.ok())
                    break;
                seen = stored.found();
            }
            (void)updated.fetch_update([](u64 n) { return Option<u64>(n + 1); }, Full);
        }
    });
    KEEL_EXPECT(test, added.load(Relaxed) == threads * rounds && fetched.load(Relaxed) == threads * rounds);
    KEEL_EXPECT(test, exchanged.load(Relaxed) == threads * rounds && updated.load(Relaxed) == threads * rounds);
}

void what_is_released_is_acquired(Test& test)
{
    for (u32 round = 0; round < rounds / 10; round++) {
        u32 message = 0; // plain: ordered by the flag alone
        const Atomic<bool> sent;
        fake::run_threads(2, [&](unsigned number) {
            if (number == 0) {
                message = 7;
                sent.store(true, Release);
                return;
            }
            while (!sent.load(Acquire))
                barrier();
            KEEL_EXPECT(test, message == 7);
        });
    }
}

void exactly_one_is_the_last(Test& test)
{
    for (u32 round = 0; round < rounds / 10; round++) {
        u32 last = 0, last_user = 0; // plain: only the last touches each, after what the others did
        const Atomic<u32> counted {threads};
        const Refcount users {threads};
        fake::run_threads(threads, [&](unsigned) {
            if (counted.dec_and_test())
                last++;
            if (users.dec_and_test())
                last_user++;
        });
        KEEL_EXPECT(test, last == 1 && last_user == 1);
    }
}

struct KEEL_VIEW Shared {
    const Atomic<u32>& alive;
    Mutex<u32> uses;

    explicit Shared(const Atomic<u32>& alive) : alive {alive} { alive.inc(); }
    Shared(const Shared&) = delete;
    ~Shared() { alive.dec(); }
};

void the_last_of_many_owners_destroys(Test& test)
{
    const Atomic<u32> alive;
    Result<Arc<Shared>> made = Arc<Shared>::create(GFP_KERNEL, alive);
    if (!made.ok())
        return;
    Arc<Shared> first = made.take();
    fake::run_threads(threads, [&](unsigned) {
        for (u32 i = 0; i < rounds; i++) {
            Arc<Shared> mine = first.clone();
            Arc<Shared> moved = move(mine);
            ++*moved->uses.lock();
        }
    });
    KEEL_EXPECT(test, *first->uses.lock() == threads * rounds && alive.load(Relaxed) == 1);
    first = Arc<Shared>();
    KEEL_EXPECT(test, alive.load(Relaxed) == 0);
}

struct Upgraded {
    using HasWeak = void;
    Atomic<u32> uses;
};

void a_weak_reference_races_with_the_last_owner(Test& test)
{
    for (u32 round = 0; round < rounds / 5; round++) {
        Result<Arc<Upgraded>> made = Arc<Upgraded>::create(GFP_KERNEL);
        if (!made.ok())
            return;
        Arc<Upgraded> owner = made.take();
        const Weak<Upgraded> weak(owner);
        fake::run_threads(3, [&](unsigned number) {
            if (number == 0) {
                owner = Arc<Upgraded>();
                return;
            }
            Weak<Upgraded> mine = weak.clone();
            while (true) {
                Option<Arc<Upgraded>> used = mine.upgrade();
                if (used.is_none())
                    break;
                used.value()->uses.inc();
            }
        });
        KEEL_EXPECT(test, weak.upgrade().is_none());
    }
}

struct Queue {
    u32 filled;
    u64 sum;
};

void producers_and_consumers_meet(Test& test)
{
    Mutex<Queue> queue {Queue {.filled = 0, .sum = 0}};
    CondVar filled, emptied;
    fake::run_threads(4, [&](unsigned number) {
        for (u32 i = 0; i < rounds; i++) {
            auto q = queue.lock();
            if (number % 2) {
                emptied.wait(q, [](Queue& q) { return q.filled < 3; });
                q->filled++;
                filled.notify_one();
                continue;
            }
            KEEL_EXPECT(test, filled.wait_interruptible(q, [](Queue& q) { return q.filled > 0; }).ok());
            q->filled--;
            q->sum++;
            emptied.notify_one();
        }
    });
    auto q = queue.lock();
    KEEL_EXPECT(test, q->sum == 2 * rounds && q->filled == 0);
}

void a_spinlock_is_taken_when_it_is_time(Test& test)
{
    SpinLock<u32> turn {0};
    CondVar changed;
    fake::run_threads(3, [&](unsigned number) {
        for (u32 i = 0; i < rounds / 10; i++) {
            auto mine = changed.lock_when(turn, [=](u32& t) { return t % 3 == number; });
            ++*mine;
            changed.notify_all();
        }
    });
    KEEL_EXPECT(test, *turn.lock() == 3 * (rounds / 10));
}

void each_complete_lets_one_of_many_go(Test& test)
{
    Completion each, all;
    u32 before = 0;
    const Atomic<u32> gone;
    fake::run_threads(4, [&](unsigned number) {
        if (number != 0) {
            each.wait();
            gone.inc();
            KEEL_EXPECT(test, all.wait_killable().ok() && before == 5);
            return;
        }
        for (u32 i = 0; i < 3; i++)
            each.complete();
        while (gone.load(Relaxed) != 3)
            barrier();
        before = 5;
        all.complete_all();
    });
    KEEL_EXPECT(test, !each.is_done() && all.is_done());
}

void a_wake_up_wakes_one_exclusive_waiter(Test& test)
{
    WaitQueue queue;
    const Atomic<u32> tokens, taken;
    const auto take = [](u32 n) { return n > 0 ? Option<u32>(n - 1) : none; };
    fake::run_threads(threads, [&](unsigned number) {
        if (number == 0) {
            for (u32 i = 0; i < (threads - 1) * rounds / 10; i++) {
                tokens.inc();
                queue.wake_up();
            }
            return;
        }
        for (u32 i = 0; i < rounds / 10; i++) {
            queue.wait_exclusive([&] { return tokens.fetch_update(take, Acquire).is_some(); });
            taken.inc();
        }
    });
    KEEL_EXPECT(test, tokens.load(Relaxed) == 0 && taken.load(Relaxed) == (threads - 1) * (rounds / 10));
}

void a_signal_ends_a_wait(Test& test)
{
    WaitQueue queue;
    Completion never;
    Mutex<u32> state;
    CondVar changed;
    SpinLock<u32> spin;
    const Atomic<fake::Task*> sleeper {nullptr};
    const int interrupted = ERESTARTSYS.to_errno();
    fake::run_threads(2, [&](unsigned number) {
        if (number == 1) {
            while (!sleeper.load(Acquire))
                barrier();
            fake::interrupt(sleeper.load(Relaxed));
            return;
        }
        sleeper.store(fake::current(), Release);
        const auto no = [] { return false; };
        const auto not_that = [](u32&) { return false; };
        KEEL_EXPECT(test, queue.wait_interruptible(no).to_errno() == interrupted);
        KEEL_EXPECT(test, queue.wait_interruptible_exclusive(no).to_errno() == interrupted);
        KEEL_EXPECT(test, queue.wait_killable(no).to_errno() == interrupted);
        KEEL_EXPECT(test, queue.wait(no, Duration::millis(2)).to_errno() == ETIMEDOUT.to_errno());
        KEEL_EXPECT(test, never.wait_interruptible().to_errno() == interrupted);
        KEEL_EXPECT(test, never.wait_killable(Duration::millis(60000)).to_errno() == interrupted);
        auto guard = state.lock();
        KEEL_EXPECT(test, changed.wait_interruptible(guard, not_that).to_errno() == interrupted);
        KEEL_EXPECT(test, changed.wait_killable(guard, not_that).to_errno() == interrupted);
        KEEL_EXPECT(test, state.try_lock().is_none());
        auto spinning = changed.lock_when_interruptible(spin, not_that);
        KEEL_EXPECT(test, !spinning.ok() && spinning.error() == ERESTARTSYS && spin.try_lock().is_some());
        KEEL_EXPECT(test, fake::locks_held() == 1);
    });
}

void a_signal_ends_the_wait_for_a_mutex(Test& test)
{
    Mutex<u32> mutex;
    const Atomic<fake::Task*> sleeper {nullptr};
    auto held = mutex.lock();
    fake::run_threads(2, [&](unsigned number) {
        if (number == 1) {
            while (!sleeper.load(Acquire))
                barrier();
            fake::interrupt(sleeper.load(Relaxed));
            return;
        }
        sleeper.store(fake::current(), Release);
        KEEL_EXPECT(test, mutex.lock_interruptible().error() == EINTR);
    });
}

} // namespace

KEEL_SUITE(stress_suite, "stress", KEEL_CASE(locks_exclude), KEEL_CASE(locks_of_readers_and_writers_exclude),
           KEEL_CASE(raw_locks_and_global_ones_exclude), KEEL_CASE(no_more_go_on_than_there_are_permits),
           KEEL_CASE(a_reader_sees_no_half_of_a_write), KEEL_CASE(a_waiting_writer_lets_others_write),
           KEEL_CASE(no_count_is_lost), KEEL_CASE(what_is_released_is_acquired), KEEL_CASE(exactly_one_is_the_last),
           KEEL_CASE(the_last_of_many_owners_destroys), KEEL_CASE(a_weak_reference_races_with_the_last_owner),
           KEEL_CASE(producers_and_consumers_meet), KEEL_CASE(a_spinlock_is_taken_when_it_is_time),
           KEEL_CASE(each_complete_lets_one_of_many_go), KEEL_CASE(a_wake_up_wakes_one_exclusive_waiter),
           KEEL_CASE(a_signal_ends_a_wait), KEEL_CASE(a_signal_ends_the_wait_for_a_mutex));

extern "C" int main()
{
    const test::Suite* const suites[] = {&stress_suite};
    const usize failures = test::run_all(Span<const test::Suite* const>(suites));
    return failures == 0 && fake::allocations_alive() == 0 && fake::locks_held() == 0 ? 0 : 1;
}
