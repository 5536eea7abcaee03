// SPDX-License-Identifier: GPL-2.0
// Locks, atomics and waits used by several threads at once: those of the system's unbound workqueue. On the host, whose
// fake workqueue runs one item after the other, tests/host/stress.cpp does the same with threads.
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/condvar.hpp>
#include <keel/sync/raw_spinlock.hpp>
#include <keel/sync/refcount.hpp>
#include <keel/sync/rwlock.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/seqlock.hpp>
#include <keel/sync/weak.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

constexpr u32 threads = 4;
// The host runs all of this once for each allocation that can fail.
#ifdef KEEL_HOST
constexpr u32 rounds = 10;
#else
constexpr u32 rounds = 5000;
#endif

struct Twice {
    u64 once = 0, again = 0;

    void count() { once++, again++; }
    bool is_whole() const { return once == again; }
};

struct Counted {
    using HasWeak = void;
    Atomic<u32> uses;
};

static constinit const Mutex<Twice> global;

/// What four work items change all at once.
struct Crowd {
    Mutex<Twice> mutex;
    SpinLock<Twice> spin;
    SpinLock<Twice> spin_bh;
    RawSpinLock<Twice> raw;
    RwLock<Twice> rwlock;
    RwSemaphore<Twice> rwsem;
    SeqLock<Twice> seqlock;
    Atomic<u64> atomic;
    Atomic<u32> torn;
    Refcount refcount {threads};
    Arc<Counted> shared;
    Weak<Counted> weak;
    Mutex<u32> finished;
    CondVar some_finished;
    Atomic<u32> idle;
    WaitQueue queue;
    Completion last;
    Work<Crowd> first, second, third, fourth;

    static Crowd init(Init<Crowd>& init, Arc<Counted> shared)
    {
        Weak<Counted> weak(shared);
        return {.mutex = {},
                .spin = {},
                .spin_bh = {},
                .raw = {},
                .rwlock = {},
                .rwsem = {},
                .seqlock = {},
                .atomic = {},
                .torn = {},
                .shared = move(shared),
                .weak = move(weak),
                .finished = {},
                .some_finished = {},
                .idle = {},
                .queue = {},
                .last = {},
                .first = Work<Crowd>::idle_on<&Crowd::hammer>(init, SystemQueue::Unbound),
                .second = Work<Crowd>::idle_on<&Crowd::hammer>(init, SystemQueue::Unbound),
                .third = Work<Crowd>::idle_on<&Crowd::hammer>(init, SystemQueue::Unbound),
                .fourth = Work<Crowd>::idle_on<&Crowd::hammer>(init, SystemQueue::Unbound)};
    }

    void change() const
    {
        mutex.lock()->count();
        spin.lock_irqsave()->count();
        spin_bh.lock_bh()->count();
        raw.lock()->count();
        rwlock.write()->count();
        rwsem.write()->count();
        seqlock.update([](Twice& t) { t.count(); });
        global.lock()->count();
        atomic.fetch_add(1, Full);
    }

    bool look() const
    {
        const Arc<Counted> mine = weak.upgrade().take();
        mine->uses.inc();
        const bool locked = rwlock.read()->is_whole();
        const bool slept = rwsem.read()->is_whole();
        return locked && slept && seqlock.load().is_whole();
    }

    void hammer() const
    {
        for (u32 i = 0; i < rounds; i++) {
            change();
            if (!look())
                torn.inc();
        }
        ++*finished.lock();
        some_finished.notify_all();
        idle.inc();
        queue.wake_up_all();
        if (refcount.dec_and_test())
            last.complete();
    }

    void start() const
    {
        first.queue();
        second.queue();
        third.queue();
        fourth.queue();
    }
};

Result<Box<Crowd>> make()
{
    Arc<Counted> shared = TRY(Arc<Counted>::create(GFP_KERNEL));
    return Box<Crowd>::init(GFP_KERNEL, [&](Init<Crowd>& init) -> Crowd { return Crowd::init(init, shared.clone()); });
}

void nothing_is_lost_or_torn(Test& test)
{
    Result<Box<Crowd>> made = make();
    if (!made.ok())
        return;
    const Box<Crowd> crowd = made.take();
    const u64 before = global.lock()->once;
    crowd->start();
    crowd->last.wait();
    constexpr u64 all = u64 {threads} * rounds;
    KEEL_EXPECT(test, crowd->torn.load(Relaxed) == 0 && crowd->atomic.load(Relaxed) == all);
    KEEL_EXPECT(test, crowd->mutex.lock()->once == all);
    KEEL_EXPECT(test, crowd->spin.lock()->once == all);
    KEEL_EXPECT(test, crowd->spin_bh.lock()->once == all);
    KEEL_EXPECT(test, crowd->raw.lock()->once == all);
    KEEL_EXPECT(test, crowd->rwlock.read()->once == all);
    KEEL_EXPECT(test, crowd->rwsem.read()->once == all);
    KEEL_EXPECT(test, crowd->seqlock.load().once == all);
    KEEL_EXPECT(test, global.lock()->once == before + all);
    KEEL_EXPECT(test, crowd->shared->uses.load(Relaxed) == all);
}

void every_kind_of_wait_is_woken(Test& test)
{
    Result<Box<Crowd>> made = make();
    if (!made.ok())
        return;
    const Box<Crowd> crowd = made.take();
    crowd->start();
    {
        auto finished = crowd->finished.lock();
        crowd->some_finished.wait(finished, [](u32& n) { return n > 1; });
        KEEL_EXPECT(test, crowd->some_finished.wait_killable(finished, [](u32& n) { return n == threads; }).ok());
        KEEL_EXPECT(test, *finished == threads);
    }
    crowd->queue.wait([&] { return crowd->idle.load(Acquire) == threads; });
    KEEL_EXPECT(test, crowd->last.wait(Duration::secs(60)).ok());
}

void the_end_waits_for_who_still_works(Test& test)
{
    Result<Box<Crowd>> made = make();
    if (!made.ok())
        return;
    made.take()->start();
    KEEL_EXPECT(test, global.lock()->is_whole());
}

} // namespace

KEEL_SUITE(threads_suite, "sync/threads", KEEL_CASE(nothing_is_lost_or_torn), KEEL_CASE(every_kind_of_wait_is_woken),
           KEEL_CASE(the_end_waits_for_who_still_works));
