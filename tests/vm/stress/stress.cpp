// SPDX-License-Identifier: GPL-2.0
// Locks, containers and work under load from several threads until the module is unloaded, whenever that is.
//
// Each worker changes everything in the ledger, again and again. What a lock protects is a pair whose halves are the
// same whenever nobody changes it; at the end the halves are what was counted beside them.
#include <keel/collections/hash_table.hpp>
#include <keel/collections/list.hpp>
#include <keel/collections/llist.hpp>
#include <keel/collections/maple_tree.hpp>
#include <keel/collections/xarray.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic_bits.hpp>
#include <keel/sync/locked_by.hpp>
#include <keel/sync/per_cpu.hpp>
#include <keel/sync/percpu_counter.hpp>
#include <keel/sync/raw_spinlock.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/sync/rwlock.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/seqlock.hpp>
#include <keel/sync/srcu.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/task/notifier.hpp>
#include <keel/task/thread.hpp>
#include <keel/task/work.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/timer.hpp>

#include "pair.hpp"

using namespace keel;

namespace {

struct Token {
    u64 id;
    ListLinks links;
};

/// On a list, in a table, or on nobody's: as three threads at once would have it.
struct Coin {
    u64 id;
    SharedListLinks on_list;
    SharedHashLinks in_table;
    SharedLListLinks on_pile;
};
using Coins = List<Arc<Coin>, &Coin::on_list>;
using Purse = HashTable<Arc<Coin>, &Coin::in_table, &Coin::id, 2, SipHash>;
using Pile = LList<Arc<Coin>, &Coin::on_pile>;

static constinit const Mutex<Pair> global_mutex;
static constinit const SpinLock<Pair> global_spin;
static constinit const RawSpinLock<Pair> global_raw;
static constinit const SeqLock<Pair> global_seqlock;

struct Visits;
using visits = StaticPerCpu<Atomic<u64>, Visits>;

/// Locks of which one is held in the other, and what both protect.
struct Nest {
    OwnClass<Mutex<Pair>> outer;
    OwnClass<SpinLock<Pair>> inner;
    LockedBy<Pair, Mutex<Pair>> beside;

    Nest() : outer {}, inner {}, beside {outer} {}
};

struct Ledger {
    Mutex<Pair> mutex;
    SpinLock<Pair> spin;
    SpinLock<Pair> irqsave;
    SpinLock<Pair> bh;
    RawSpinLock<Pair> raw;
    Nest nest;
    RwLock<Pair> rwlock;
    RwSemaphore<Pair> rwsem;
    SeqLock<Pair> seqlock;
    SpinLock<List<Box<Token>, &Token::links>> tokens;
    XArray<Box<u64>> boxes;
    MapleTree<Box<u64>> ranges;
    MapleTreeAlloc<Box<u64>> chosen;
    SpinLock<Coins> coins;
    SpinLock<Purse> purse;
    Pile pile;
    RcuPtr<Pair> published;
    PerCpu<Atomic<u64>> per_cpu;
    PercpuCounter counter;
    AtomicBits<4> tags;
    Array<Booth, 4> booths; // of who has the tag
    Arc<NotifierChain<Pair>> news;
    SpinLock<Pair> halves; // readers in sections of `srcu` look at one after the other, and sleep in between
    Srcu srcu;
    Atomic<u64> told;
    Atomic<u64> rounds;
    Atomic<u64> torn;
    Atomic<u64> refused; // allocations

    static Ledger init(Init<Ledger>& init)
    {
        return {.mutex = {},
                .spin = {},
                .irqsave = {},
                .bh = {},
                .raw = {},
                .nest = {},
                .rwlock = {},
                .rwsem = {},
                .seqlock = {},
                .tokens = {},
                .boxes = {},
                .ranges = {},
                .chosen = {},
                .coins = {},
                .purse = {},
                .pile = {},
                .published = {},
                .per_cpu = init.take(PerCpu<Atomic<u64>>::create()),
                .counter = PercpuCounter::start(init),
                .tags = {},
                .booths = {},
                .news = init.take(Arc<NotifierChain<Pair>>::create(GFP_KERNEL)),
                .halves = {},
                .srcu = Srcu::start(init),
                .told = {0},
                .rounds = {0},
                .torn = {0},
                .refused = {0}};
    }

    u64 sum_of_cpus() const
    {
        u64 sum = 0;
        per_cpu.for_each([&sum](const Atomic<u64>& part) { sum += part.load(Relaxed); });
        return sum;
    }

    void note(const Pair& pair) const
    {
        if (pair.is_torn())
            torn.inc();
    }
};

void change_nested(const Nest& nest)
{
    auto outer = nest.outer.lock();
    outer->count();
    nest.beside.get_mut(outer).count();
    nest.inner.lock()->count();
}

/// Of four tags, for five threads; whoever has one is alone with it.
void use_a_tag(const Ledger& ledger)
{
    const Option<usize> tag = ledger.tags.set_first_clear(Acquire);
    if (tag.is_none())
        return;
    if (!ledger.booths[tag.value()].enter())
        ledger.torn.inc();
    ledger.note(ledger.seqlock.load());
    ledger.booths[tag.value()].leave();
    ledger.tags.clear(tag.value(), Release);
}

void change_all(const Ledger& ledger)
{
    ledger.mutex.lock()->count();
    ledger.spin.lock()->count();
    ledger.irqsave.lock_irqsave()->count();
    ledger.bh.lock_bh()->count();
    ledger.raw.lock_irqsave()->count();
    global_mutex.lock()->count();
    global_spin.lock()->count();
    global_raw.lock()->count();
    global_seqlock.update([](Pair& pair) { pair.count(); });
    change_nested(ledger.nest);
    ledger.rwlock.write()->count();
    ledger.rwsem.write()->count();
    ledger.seqlock.update([](Pair& pair) { pair.count(); });
    ledger.per_cpu.local()->inc();
    visits::local()->inc();
    ledger.counter.inc();
    ledger.rounds.inc();
}

void read_all(const Ledger& ledger)
{
    ledger.note(*ledger.mutex.lock());
    ledger.note(*ledger.spin.lock());
    if (auto guard = ledger.mutex.try_lock(); guard.is_some())
        ledger.note(*guard.value());
    if (auto guard = ledger.irqsave.try_lock_irqsave(); guard.is_some())
        ledger.note(*guard.value());
    ledger.note(*global_mutex.lock());
    ledger.note(*global_raw.lock());
    ledger.note(global_seqlock.load());
    ledger.note(*ledger.rwlock.read());
    ledger.note(*ledger.rwsem.read());
    const auto section = rcu::read();
    ledger.note(ledger.seqlock.load());
    if (auto pair = ledger.published.get(section); pair.is_some())
        ledger.note(pair.value());
}

void pass_on_a_token(const Ledger& ledger)
{
    Option<Box<Token>> token = ledger.tokens.lock()->pop_front();
    if (token.is_some())
        ledger.tokens.lock()->push_back(token.take());
}

void exchange_a_box(const Ledger& ledger, usize index)
{
    auto box = Box<u64>::create(GFP_KERNEL, index);
    if (!box.ok() || !ledger.boxes.store(index, box.take(), GFP_KERNEL).ok())
        ledger.refused.inc();
    if (index % 3 == 0)
        auto dropped = ledger.boxes.remove(index / 2);
}

/// Ranges that other threads choose, too: what is there, and what it overlaps, changes all the time.
void exchange_a_range(const Ledger& ledger, usize index)
{
    auto box = Box<u64>::create(GFP_KERNEL, index);
    if (!box.ok())
        return ledger.refused.inc();
    auto put = ledger.ranges.insert_range(index * 3, index * 3 + index % 7, box.take(), GFP_KERNEL);
    if (!put.ok() && put.error() != EEXIST)
        ledger.refused.inc();
    auto taken = ledger.ranges.erase(index * 2);
    if (taken.is_some() && *taken.value() > 64)
        ledger.torn.inc();
    auto more = Box<u64>::create(GFP_KERNEL, index);
    if (!more.ok())
        return ledger.refused.inc();
    auto found = ledger.chosen.alloc_range(more.take(), 1 + index % 5, 0, 400, GFP_KERNEL);
    if (found.ok() || found.error() == EBUSY)
        auto dropped = ledger.chosen.erase(index * 5);
    else
        ledger.refused.inc();
}

/// Each container takes the coin from where it is not, and puts it where it may be already.
void pass_on_coins(const Ledger& ledger)
{
    Option<Arc<Coin>> coin = ledger.coins.lock()->pop_front();
    if (coin.is_some()) {
        const Arc<Coin> mine = coin.take();
        if (!ledger.purse.lock()->add(mine.clone()).ok())
            auto out = ledger.purse.lock()->remove(*mine);
        if (auto pushed = ledger.pile.push(mine.clone()); !pushed.ok() && pushed.error() != EBUSY)
            ledger.torn.inc();
        if (!ledger.coins.lock()->push_back(mine.clone()).ok())
            ledger.torn.inc(); // nobody else has taken it from the list
    }
    auto taken = ledger.pile.take_all();
    while (taken.pop().is_some())
        ;
}

void publish(const Ledger& ledger)
{
    const u64 rounds = ledger.rounds.load(Relaxed);
    auto pair = RcuBox<Pair>::create(GFP_KERNEL, rounds, rounds);
    if (pair.ok())
        ledger.published.replace(pair.take());
    else
        ledger.refused.inc();
}

/// One half is changed, and the other when no reader is left who looked at the first before.
void change_for_sleepers(const Ledger& ledger)
{
    ledger.halves.lock()->a++;
    ledger.srcu.synchronize();
    ledger.halves.lock()->b++;
}

void read_as_a_sleeper(const Ledger& ledger)
{
    const auto section = ledger.srcu.read();
    const u64 first = ledger.halves.lock()->a;
    sleep(Duration::micros(100));
    if (ledger.halves.lock()->b > first)
        ledger.torn.inc();
}

struct Worker {
    Arc<Ledger> ledger;
    DelayedWork<Worker> later;
    Work<Worker> now;
    Timer<Worker> timer;
    Notifier<Worker, Pair> listener;
    Thread<Worker> watcher;

    static Worker init(Init<Worker>& init, const Arc<Ledger>& ledger)
    {
        return {.ledger = ledger.clone(),
                .later = DelayedWork<Worker>::idle<&Worker::go_on>(init),
                .now = Work<Worker>::idle_on<&Worker::strike>(init, SystemQueue::Unbound),
                .timer = Timer<Worker>::idle<&Worker::go_on>(init),
                .listener = Notifier<Worker, Pair>::start<&Worker::hear>(init, ledger->news.clone()),
                .watcher = Thread<Worker>::start<&Worker::watch>(init, {.name = "stress"})};
    }

    void strike() const
    {
        const Arc<Ledger> mine = ledger.clone();
        for (usize n = 0; n < 64; n++) {
            change_all(*mine);
            read_all(*mine);
            pass_on_a_token(*mine);
            use_a_tag(*mine);
            exchange_a_box(*mine, n);
            exchange_a_range(*mine, n);
            pass_on_coins(*mine);
            publish(*mine);
        }
        change_for_sleepers(*mine);
        mine->news->tell(*mine->mutex.lock());
        switch (mine->rounds.load(Relaxed) % 3) {
        case 0:
            later.queue_after(Duration::millis(1));
            break;
        case 1:
            timer.arm(Duration::millis(1));
            break;
        default:
            go_on();
            break;
        }
    }

    void hear(const Pair& news) const
    {
        ledger->note(news);
        ledger->told.inc();
    }

    void go_on() const { now.queue(); }

    void watch(const ThisThread& self) const
    {
        while (self.goes_on()) {
            read_all(*ledger);
            read_as_a_sleeper(*ledger);
            sleep(Duration::millis(1));
        }
    }
};

} // namespace

struct Stress {
    Arc<Ledger> ledger;
    Vec<Box<Worker>> workers;

    static Stress init(Init<Stress>& init)
    {
        Arc<Ledger> ledger = init.take(Arc<Ledger>::init(GFP_KERNEL, Ledger::init));
        Vec<Box<Worker>> workers;
        if (!init.failed())
            workers = init.take(start(ledger));
        return {.ledger = move(ledger), .workers = move(workers)};
    }

    ~Stress()
    {
        if (ledger.is_empty())
            return;
        workers.clear();
        const u64 rounds = ledger->rounds.load(Relaxed);
        bool kept = locks_kept(*ledger, rounds) && globals_kept(rounds);
        kept &= ledger->sum_of_cpus() == rounds && ledger->counter.sum() == static_cast<i64>(rounds);
        kept &= ledger->told.load(Relaxed) > 0 && !ledger->halves.lock()->is_torn();
        u64 ids = 0;
        for (const auto& token : *ledger->tokens.lock())
            ids += token.id;
        u64 coins = 0;
        for (const auto& coin : *ledger->coins.lock())
            coins += coin.id;
        kept &= coins == ids; // none lost, none twice
        pr_info("{} rounds, torn {}, refused {}, tokens {}, {}\n", rounds, ledger->torn.load(Relaxed),
                ledger->refused.load(Relaxed), ids, kept ? Str("kept") : Str("LOST"));
    }

    static Result<Vec<Box<Worker>>> start(const Arc<Ledger>& ledger)
    {
        Vec<Box<Worker>> workers;
        for (u64 id = 1; id <= 4; id++) {
            auto token = TRY(Box<Token>::create(GFP_KERNEL, id));
            ledger->tokens.lock()->push_back(move(token));
            auto coin = TRY(Arc<Coin>::create(GFP_KERNEL, id));
            TRY(ledger->coins.lock()->push_back(move(coin)));
            TRY(workers.push(
                TRY(Box<Worker>::init(GFP_KERNEL, [&](Init<Worker>& init) { return Worker::init(init, ledger); })),
                GFP_KERNEL));
        }
        for (const auto& worker : workers)
            worker->now.queue();
        return workers;
    }

    static bool locks_kept(const Ledger& ledger, u64 rounds)
    {
        bool kept = ledger.mutex.lock()->is(rounds);
        kept &= ledger.spin.lock()->is(rounds);
        kept &= ledger.irqsave.lock()->is(rounds);
        kept &= ledger.bh.lock()->is(rounds);
        kept &= ledger.raw.lock()->is(rounds);
        kept &= ledger.rwlock.read()->is(rounds);
        kept &= ledger.rwsem.read()->is(rounds);
        kept &= ledger.seqlock.load().is(rounds);
        const auto outer = ledger.nest.outer.lock();
        kept &= outer->is(rounds) && ledger.nest.beside.get(outer).is(rounds);
        return kept && ledger.nest.inner.lock()->is(rounds);
    }

    /// They are as new whenever the module is loaded.
    static bool globals_kept(u64 rounds)
    {
        u64 all_visits = 0;
        visits::for_each([&](const Atomic<u64>& part) { all_visits += part.load(Relaxed); });
        bool kept = global_mutex.lock()->is(rounds);
        kept &= global_spin.lock()->is(rounds);
        kept &= global_raw.lock()->is(rounds);
        return kept && global_seqlock.load().is(rounds) && all_visits == rounds;
    }
};

KEEL_MODULE(Stress, .license = "GPL", .description = "Locks, containers and work under load");
