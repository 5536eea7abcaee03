// SPDX-License-Identifier: GPL-2.0
// Waits, and readers that do not wait, under load from several threads until the module is unloaded.
//
// Givers put something down and wake, takers wait for it without a limit: a wake-up that is lost is a taker that never
// returns, and an unload that hangs. At the end each thing that was given was taken once, or is still there.
#include <keel/collections/maple_tree.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/condvar.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/sync/rcu_shared.hpp>
#include <keel/sync/revocable.hpp>
#include <keel/sync/semaphore.hpp>
#include <keel/sync/set_once.hpp>
#include <keel/sync/static_key.hpp>
#include <keel/sync/unique_arc.hpp>
#include <keel/sync/weak.hpp>
#include <keel/task/thread.hpp>
#include <keel/time/delay.hpp>

#include "pair.hpp"

using namespace keel;

namespace {

struct Loud;
using loud = StaticKey<Loud>;

/// Is torn once it has ended, so that who still looks then sees it; and counts its ends.
struct Witness {
    Pair pair;
    Arc<Atomic<u64>> ends;

    Witness(u64 number, Arc<Atomic<u64>> ends) : pair {number, number}, ends {move(ends)} {}
    Witness(Witness&&) = default;
    ~Witness()
    {
        pair.a = ~pair.b;
        if (!ends.is_empty())
            ends->inc();
    }
};

/// Is set once, revoked once, and then followed by another.
struct Term {
    using HasWeak = void;
    Revocable<Witness> office;
    SetOnce<Pair> motto;
    Atomic<u32> authors {0};
};

/// What one side has put down and the other has taken.
struct Trade {
    Atomic<u64> given {0};
    Atomic<u64> taken {0};

    bool is_settled(u64 left) const { return given.load(Relaxed) == taken.load(Relaxed) + left; }
};

struct Hall {
    Mutex<u64> basket;
    CondVar filled;
    SpinLock<u64> tray;
    CondVar laid;
    Atomic<u64> offers;
    WaitQueue bell;
    Completion turn;
    Semaphore seats;
    Atomic<u32> seated;
    Array<Trade, 4> trades;
    Arc<Atomic<u64>> ends;
    RcuPtr<Pair> freed;       // by kfree_rcu
    RcuPtr<Witness> ended;    // by call_rcu
    RcuPtr<Witness> returned; // by exchange
    MapleTree<RcuShared<Pair>> map;
    Mutex<Arc<Term>> term;
    Mutex<Weak<Term>> remembered;
    Atomic<u64> witnesses;
    Atomic<u64> rounds;
    Atomic<u64> torn;
    Atomic<u64> refused; // allocations
    Atomic<bool> closing;

    static Hall init(Init<Hall>& init, const Arc<Atomic<u64>>& ends)
    {
        Arc<Term> first = init.take(new_term(ends));
        return {.basket = {},
                .filled = {},
                .tray = {},
                .laid = {},
                .offers = {0},
                .bell = {},
                .turn = {},
                .seats = Semaphore(2),
                .seated = {0},
                .trades = {},
                .ends = ends.clone(),
                .freed = {},
                .ended = {},
                .returned = {},
                .map = {},
                .term = {move(first)},
                .remembered = {},
                .witnesses = {1},
                .rounds = {0},
                .torn = {0},
                .refused = {0},
                .closing = {false}};
    }

    static Result<Arc<Term>> new_term(const Arc<Atomic<u64>>& ends)
    {
        return Arc<Term>::init(
            GFP_KERNEL, [&](Init<Term>&) -> Term { return {.office = {Witness(1, ends.clone())}, .motto = {}}; });
    }

    bool is_closing() const { return closing.load(Acquire); }
    void note(const Pair& pair) const
    {
        if (pair.is_torn())
            torn.inc();
    }

    /// Lets all takers go, in each way that they wait.
    void close() const
    {
        basket.with([this](u64&) { closing.store(true, Release); });
        tray.with([](u64&) {});
        filled.notify_all();
        laid.notify_all();
        bell.wake_up_all();
        turn.complete_all();
    }
};

void give(const Hall& hall)
{
    ++*hall.basket.lock();
    hall.filled.notify_one();
    hall.trades[0].given.inc();
    {
        auto tray = hall.tray.lock();
        ++*tray;
        hall.laid.notify_one();
    }
    hall.trades[1].given.inc();
    hall.offers.inc();
    hall.bell.wake_up();
    hall.trades[2].given.inc();
    hall.turn.complete();
    hall.trades[3].given.inc();
}

bool take_an_offer(const Hall& hall)
{
    const auto less = [](u64 n) { return n > 0 ? Option<u64>(n - 1) : none; };
    return hall.offers.fetch_update(less, Full).is_some();
}

void take(const Hall& hall)
{
    {
        auto basket = hall.basket.lock();
        hall.filled.wait(basket, [&](u64& n) { return n > 0 || hall.is_closing(); });
        if (*basket > 0) {
            --*basket;
            hall.trades[0].taken.inc();
        }
    }
    {
        auto tray = hall.laid.lock_when(hall.tray, [&](u64& n) { return n > 0 || hall.is_closing(); });
        if (*tray > 0) {
            --*tray;
            hall.trades[1].taken.inc();
        }
    }
    bool mine = false;
    hall.bell.wait_exclusive([&] { return (mine = take_an_offer(hall)) || hall.is_closing(); });
    if (mine)
        hall.trades[2].taken.inc();
    hall.turn.wait();
    if (!hall.is_closing())
        hall.trades[3].taken.inc();
}

/// The same with a limit, which is often reached.
void take_in_time(const Hall& hall)
{
    const Duration limit = Duration::micros(500);
    {
        auto basket = hall.basket.lock();
        if (hall.filled.wait(basket, [](u64& n) { return n > 0; }, limit).ok()) {
            --*basket;
            hall.trades[0].taken.inc();
        }
    }
    if (auto tray = hall.laid.lock_when(hall.tray, [](u64& n) { return n > 0; }, limit); tray.ok()) {
        --*tray.value();
        hall.trades[1].taken.inc();
    }
    if (hall.bell.wait_interruptible_exclusive([&] { return take_an_offer(hall); }, limit).ok())
        hall.trades[2].taken.inc();
}

/// Two seats for four threads.
void sit(const Hall& hall)
{
    const auto seat = hall.seats.down();
    if (hall.seated.fetch_add(1, Full) >= 2)
        hall.torn.inc();
    hall.seated.dec();
    const auto second = hall.seats.try_down();
    if (second.is_some() && hall.seated.load(Acquire) != 0)
        hall.torn.inc(); // who is seated has one of the two
}

void read_all(const Hall& hall)
{
    const auto section = rcu::read();
    if (auto pair = hall.freed.get(section); pair.is_some())
        hall.note(pair.value());
    if (auto witness = hall.ended.get(section); witness.is_some())
        hall.note(witness.value().pair);
    if (auto witness = hall.returned.get(section); witness.is_some())
        hall.note(witness.value().pair);
    for (auto reader = hall.map.read(section); !reader.at_end(); reader.next())
        hall.note(*reader);
    if (auto pair = hall.map.get(hall.rounds.load(Relaxed) % 256, section); pair.is_some())
        hall.note(pair.value());
    if (loud::is_on())
        hall.rounds.inc();
}

Result<RcuBox<Witness>> witness(const Hall& hall)
{
    auto made = RcuBox<Witness>::create(GFP_KERNEL, hall.rounds.load(Relaxed), hall.ends.clone());
    if (made.ok())
        hall.witnesses.inc();
    return made;
}

Result<void> publish(const Hall& hall, const u64 round)
{
    hall.freed.replace(TRY(RcuBox<Pair>::create(GFP_KERNEL, round, round)));
    hall.ended.replace(TRY(witness(hall)));
    if (round % 16 == 0) {
        const RcuBox<Witness> old = hall.returned.exchange(TRY(witness(hall)));
        if (!old.is_empty())
            hall.note(old->pair);
    }
    return {};
}

/// Ranges come and go while others read them.
Result<void> redraw(const Hall& hall, const u64 round)
{
    const usize first = round * 7 % 256;
    auto put = hall.map.insert_range(first, first + round % 5, TRY(RcuBox<Pair>::create(GFP_KERNEL, round, round)),
                                     GFP_KERNEL);
    if (!put.ok() && put.error() != EEXIST)
        return put;
    Option<RcuShared<Pair>> erased = hall.map.erase(round * 3 % 256);
    if (erased.is_some() && round % 32 == 5) {
        RcuBox<Pair> mine = erased.take().wait();
        mine->a = ~mine->b;
    }
    return {};
}

void live_in_a_term(const Hall& hall, u64 round)
{
    const Arc<Term> term = hall.term.lock()->clone();
    if (term->motto.set(Pair {round, round}).ok() && term->authors.fetch_add(1, Relaxed) != 0)
        hall.torn.inc();
    if (auto motto = term->motto.get(); motto.is_some())
        hall.note(motto.value());
    term->office.with([&](const Witness& holder) { hall.note(holder.pair); });
    const Option<Arc<Term>> known = hall.remembered.lock()->upgrade();
    if (known.is_some() && !known.value()->office.is_revoked())
        known.value()->office.with([&](const Witness& holder) { hall.note(holder.pair); });
}

/// Ends the term while others live in it, and begins the next.
Result<void> end_the_term(const Hall& hall)
{
    Arc<Term> next = TRY(Hall::new_term(hall.ends));
    hall.witnesses.inc();
    Weak<Term> memory(next);
    hall.term.with([&](Arc<Term>& term) { swap(term, next); });
    hall.remembered.with([&](Weak<Term>& term) { swap(term, memory); });
    if (!next->office.revoke())
        hall.torn.inc(); // who took it out is the only one who revokes it
    return {};
}

Result<void> change(const Hall& hall, u64 round)
{
    TRY(publish(hall, round));
    TRY(redraw(hall, round));
    live_in_a_term(hall, round);
    if (round % 16 == 7)
        TRY(end_the_term(hall));
    if (round % 64 == 9)
        loud::enable();
    if (round % 64 == 41)
        loud::disable();
    return {};
}

struct Guest {
    Arc<Hall> hall;
    Thread<Guest> giver;
    Thread<Guest> taker;

    static Guest init(Init<Guest>& init, const Arc<Hall>& hall)
    {
        return {.hall = hall.clone(),
                .giver = Thread<Guest>::start<&Guest::give_on>(init, {.name = "waits_giver"}),
                .taker = Thread<Guest>::start<&Guest::take_on>(init, {.name = "waits_taker"})};
    }

    void give_on(const ThisThread& self) const
    {
        for (u64 round = 0; self.goes_on(); round++) {
            for (u32 n = 0; n < 8; n++)
                give(*hall);
            read_all(*hall);
            if (!change(*hall, round).ok())
                hall->refused.inc();
            sleep(Duration::micros(100));
        }
    }

    void take_on(const ThisThread&) const
    {
        while (!hall->is_closing()) {
            take(*hall);
            take_in_time(*hall);
            sit(*hall);
            read_all(*hall);
            hall->rounds.inc();
        }
    }
};

} // namespace

struct Waits {
    Arc<Atomic<u64>> ends;
    Arc<Hall> hall;
    Vec<Box<Guest>> guests;

    static Waits init(Init<Waits>& init)
    {
        Arc<Atomic<u64>> ends = init.take(Arc<Atomic<u64>>::create(GFP_KERNEL, 0u));
        Arc<Hall> hall;
        if (!init.failed())
            hall = init.take(Arc<Hall>::init(GFP_KERNEL, [&](Init<Hall>& inner) { return Hall::init(inner, ends); }));
        Vec<Box<Guest>> guests;
        if (!init.failed())
            guests = init.take(start(hall));
        return {.ends = move(ends), .hall = move(hall), .guests = move(guests)};
    }

    ~Waits()
    {
        if (hall.is_empty())
            return;
        hall->close();
        guests.clear();
        const u64 rounds = hall->rounds.load(Relaxed), torn = hall->torn.load(Relaxed);
        const u64 refused = hall->refused.load(Relaxed), witnesses = hall->witnesses.load(Relaxed);
        bool kept = hall->trades[0].is_settled(*hall->basket.lock());
        kept &= hall->trades[1].is_settled(*hall->tray.lock());
        kept &= hall->trades[2].is_settled(hall->offers.load(Relaxed));
        // Of a completion nobody can see how many are left.
        kept &= hall->trades[3].given.load(Relaxed) >= hall->trades[3].taken.load(Relaxed);
        hall = {};
        kept &= ends->load(Relaxed) == witnesses;
        pr_info("{} rounds, torn {}, refused {}, {}\n", rounds, torn, refused, kept ? Str("kept") : Str("LOST"));
    }

    static Result<Vec<Box<Guest>>> start(const Arc<Hall>& hall)
    {
        Vec<Box<Guest>> guests;
        for (u32 n = 0; n < 2; n++)
            TRY(guests.push(
                TRY(Box<Guest>::init(GFP_KERNEL, [&](Init<Guest>& init) { return Guest::init(init, hall); })),
                GFP_KERNEL));
        return guests;
    }
};

KEEL_MODULE(Waits, .license = "GPL", .description = "Waits, and readers that do not wait, under load");
