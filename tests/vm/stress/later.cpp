// SPDX-License-Identifier: GPL-2.0
// What runs later, in each way that there is, under load until the module is unloaded: work, timers, threads,
// notifiers.
//
// Each keeper makes a clockwork, sets all of it going, disturbs it, and lets it go in the middle of that. No function
// may run twice at the same time, and none when its clockwork has gone: the memory is poisoned then.
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/task/notifier.hpp>
#include <keel/task/shared_work.hpp>
#include <keel/task/thread.hpp>
#include <keel/task/work.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>

#include "pair.hpp"

using namespace keel;

namespace {

using Ticking = NotifierChain<Pair, Telling::Atomic>;
using News = NotifierChain<Pair>;

/// Where the calls of all clockworks are counted.
struct Account {
    SpinLock<Pair> calls; // interrupt handlers count, too
    Atomic<u64> counted;
    Array<Atomic<u64>, 12> by_kind;
    Atomic<u64> twice;
    Atomic<u64> refused; // allocations
    Arc<Workqueue> unbound;
    Arc<Workqueue> ordered;
    Booth in_order; // one item of `ordered` at a time
    Arc<Ticking> ticks;
    Arc<News> news;

    static Account init(Init<Account>& init)
    {
        return {.calls = {},
                .counted = {0},
                .by_kind = {},
                .twice = {0},
                .refused = {0},
                .unbound = init.take(queue({.name = "later_unbound", .unbound = true, .max_active = 3})),
                .ordered = init.take(queue({.name = "later_ordered", .ordered = true, .mem_reclaim = true})),
                .in_order = {},
                .ticks = init.take(Arc<Ticking>::create(GFP_KERNEL)),
                .news = init.take(Arc<News>::create(GFP_KERNEL))};
    }

    static Result<Arc<Workqueue>> queue(const WorkqueueOptions& options)
    {
        return Arc<Workqueue>::create(GFP_KERNEL, TRY(Workqueue::create(options)));
    }

    /// A call of this kind, of a function that has `booth` for itself.
    KEEL_ANY_CONTEXT void call(usize kind, const Booth& booth) const
    {
        if (!booth.enter())
            twice.inc();
        calls.lock_irqsave()->count();
        counted.inc();
        by_kind[kind].inc();
        booth.leave();
    }
};

enum Kind : usize { work, delayed, ordered, shared, plain, deferrable, pinned, irqsafe, hard, soft, thread, notified };

/// Keeps itself alive until it has run.
struct Errand {
    Arc<Account> account;
    Booth booth {};
    SharedWork<Errand> run = SharedWork<Errand>::idle<&Errand::done>();

    static void done(Arc<Errand> errand) { errand->account->call(shared, errand->booth); }
};

/// Comes, hears, and goes.
struct Listener {
    Arc<Account> account;
    Notifier<Listener, Pair, Telling::Atomic> ticks;
    Notifier<Listener, Pair> news;

    static Listener init(Init<Listener>& init, const Arc<Account>& account)
    {
        return {.account = account.clone(),
                .ticks =
                    Notifier<Listener, Pair, Telling::Atomic>::start<&Listener::hear>(init, account->ticks.clone()),
                .news = Notifier<Listener, Pair>::start<&Listener::hear>(init, account->news.clone())};
    }
    void hear(const Pair& pair) const
    {
        if (pair.is_torn())
            account->twice.inc();
        account->by_kind[notified].inc();
    }
};

struct Clockwork {
    static constexpr TimerMode defers {.deferrable = true}, pins {.pinned = true}, masks {.irqsafe = true};
    static constexpr HrTimerMode softly {.soft = true}, pins_hr {.pinned = true};

    Arc<Account> account;
    Array<Booth, 12> booths;
    Work<Clockwork> now;
    Work<Clockwork> high;
    DelayedWork<Clockwork> later;
    DelayedWork<Clockwork> in_order;
    Timer<Clockwork> timer;
    Timer<Clockwork, defers> lazy;
    Timer<Clockwork, pins> here;
    Timer<Clockwork, masks> masked;
    HrTimer<Clockwork> beat;
    HrTimer<Clockwork, clock::Boottime, softly> soft_beat;
    HrTimer<Clockwork, clock::Realtime, pins_hr> beat_here;
    Thread<Clockwork> runner;
    Thread<Clockwork> pinned_runner;

    static Clockwork init(Init<Clockwork>& init, const Arc<Account>& account, u32 cpu)
    {
        return {.account = account.clone(),
                .booths = {},
                .now = Work<Clockwork>::idle_on<&Clockwork::work_now>(init, account->unbound.clone()),
                .high = Work<Clockwork>::idle_on<&Clockwork::work_high>(init, SystemQueue::HighPriority),
                .later = DelayedWork<Clockwork>::idle_on<&Clockwork::work_later>(init, account->unbound.clone()),
                .in_order = DelayedWork<Clockwork>::idle_on<&Clockwork::work_in_order>(init, account->ordered.clone()),
                .timer = Timer<Clockwork>::idle<&Clockwork::tick>(init),
                .lazy = Timer<Clockwork, defers>::idle<&Clockwork::tick_lazily>(init),
                .here = Timer<Clockwork, pins>::idle<&Clockwork::tick_here>(init),
                .masked = Timer<Clockwork, masks>::idle<&Clockwork::tick_masked>(init),
                .beat = HrTimer<Clockwork>::idle<&Clockwork::beat_on>(init),
                .soft_beat = HrTimer<Clockwork, clock::Boottime, softly>::idle<&Clockwork::beat_softly>(init),
                .beat_here = HrTimer<Clockwork, clock::Realtime, pins_hr>::idle<&Clockwork::beat_once>(init),
                .runner = Thread<Clockwork>::start<&Clockwork::run>(init, {.name = "later"}),
                .pinned_runner = Thread<Clockwork>::start<&Clockwork::run_here>(init, {.name = "later", .cpu = cpu})};
    }

    // Each sets something else going.

    void work_now() const
    {
        account->call(work, booths[work]);
        const Pair seen = *account->calls.lock_irqsave();
        account->news->tell(seen);
        later.queue_after(Duration());
        runner.wake();
    }
    void work_high() const
    {
        account->call(work, booths[shared]); // a booth of its own
        now.queue();
    }
    void work_later() const
    {
        account->call(delayed, booths[delayed]);
        in_order.requeue_after(Duration::millis(1));
        timer.arm(Duration::millis(1));
    }
    void work_in_order() const
    {
        account->call(ordered, account->in_order);
        now.queue();
        beat.arm(Duration::micros(500));
    }
    void tick() const
    {
        account->call(plain, booths[plain]);
        tell_ticks();
        high.queue();
        lazy.arm(Duration::millis(2));
    }
    void tick_lazily() const { account->call(deferrable, booths[deferrable]); }
    void tick_here() const
    {
        account->call(pinned, booths[pinned]);
        masked.arm(Duration::millis(1));
    }
    void tick_masked() const
    {
        account->call(irqsafe, booths[irqsafe]);
        timer.disarm();
        runner.wake();
    }
    Option<Duration> beat_on() const
    {
        account->call(hard, booths[hard]);
        tell_ticks();
        later.queue_after(Duration::millis(1));
        return account->counted.load(Relaxed) % 4 == 0 ? none : Option<Duration>(Duration::millis(1));
    }
    Option<Duration> beat_softly() const
    {
        account->call(soft, booths[soft]);
        beat_here.arm(Duration::micros(500));
        return Duration::millis(2);
    }
    Option<Duration> beat_once() const
    {
        account->call(hard, booths[notified]); // a booth of its own
        return none;
    }
    void tell_ticks() const
    {
        const u64 n = account->counted.load(Relaxed);
        account->ticks->tell(Pair {n, n});
    }

    void run(const ThisThread& self) const
    {
        while (self.wait(Duration::millis(2))) {
            account->call(thread, booths[thread]);
            here.arm(Duration::millis(1));
            soft_beat.arm(Duration::millis(1));
        }
    }
    void run_here(const ThisThread& self) const
    {
        while (self.goes_on()) {
            (void)now.queue_on(0);
            sleep(Duration::millis(1));
        }
    }

    /// Takes back what is under way, and waits for what runs.
    void disturb(u64 round) const
    {
        switch (round % 8) {
        case 0:
            now.cancel();
            high.cancel();
            break;
        case 1:
            later.flush();
            break;
        case 2:
            in_order.cancel();
            break;
        case 3:
            timer.cancel();
            break;
        case 4:
            beat.cancel();
            soft_beat.cancel();
            break;
        case 5:
            runner.park();
            pinned_runner.park();
            runner.unpark();
            pinned_runner.unpark();
            break;
        case 6:
            masked.cancel();
            lazy.cancel();
            break;
        default:
            now.flush();
            break;
        }
    }
};

struct Keeper {
    Arc<Account> account;
    u32 cpu;
    Thread<Keeper> thread;

    static Keeper init(Init<Keeper>& init, const Arc<Account>& account, u32 cpu)
    {
        return {.account = account.clone(),
                .cpu = cpu,
                .thread = Thread<Keeper>::start<&Keeper::keep>(init, {.name = "later_keeper"})};
    }

    void keep(const ThisThread& self) const
    {
        while (self.goes_on())
            if (!keep_one(self).ok())
                account->refused.inc();
    }

    Result<void> keep_one(const ThisThread& self) const
    {
        const auto clockwork = TRY(Box<Clockwork>::init(
            GFP_KERNEL, [&](Init<Clockwork>& init) { return Clockwork::init(init, account, cpu); }));
        const auto listener =
            TRY(Box<Listener>::init(GFP_KERNEL, [&](Init<Listener>& init) { return Listener::init(init, account); }));
        for (u64 round = 0; round < 24 && self.goes_on(); round++) {
            const auto errand = TRY(
                Arc<Errand>::init(GFP_KERNEL, [&](Init<Errand>&) -> Errand { return {.account = account.clone()}; }));
            SharedWork<Errand>::queue(errand, &Errand::run, round % 2 == 0 ? *account->unbound : *account->ordered);
            clockwork->now.queue();
            clockwork->disturb(round);
            if (round % 3 == 0)
                SharedWork<Errand>::cancel(errand, &Errand::run);
            sleep(Duration::millis(1));
        }
        return {};
    }
};

} // namespace

struct Later {
    Arc<Account> account;
    Vec<Box<Keeper>> keepers;

    static Later init(Init<Later>& init)
    {
        Arc<Account> account = init.take(Arc<Account>::init(GFP_KERNEL, Account::init));
        Vec<Box<Keeper>> keepers;
        if (!init.failed())
            keepers = init.take(start(account));
        return {.account = move(account), .keepers = move(keepers)};
    }

    ~Later()
    {
        if (account.is_empty())
            return;
        keepers.clear();
        account->unbound->flush();
        account->ordered->flush();
        const u64 calls = account->counted.load(Relaxed);
        u32 idle = 0;
        for (const auto& kind : account->by_kind)
            idle += kind.load(Relaxed) == 0 ? 1 : 0;
        pr_info("{} rounds, twice {}, refused {}, never {}, {}\n", calls, account->twice.load(Relaxed),
                account->refused.load(Relaxed), idle, account->calls.lock()->is(calls) ? Str("kept") : Str("LOST"));
    }

    static Result<Vec<Box<Keeper>>> start(const Arc<Account>& account)
    {
        Vec<Box<Keeper>> keepers;
        for (u32 n = 0; n < 2; n++)
            TRY(keepers.push(TRY(Box<Keeper>::init(
                                 GFP_KERNEL, [&](Init<Keeper>& init) { return Keeper::init(init, account, n % 2); })),
                             GFP_KERNEL));
        return keepers;
    }
};

KEEL_MODULE(Later, .license = "GPL", .description = "What runs later, under load");
