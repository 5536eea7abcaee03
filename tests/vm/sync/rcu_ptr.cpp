// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/task/thread.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// Says when it ends; its two numbers are always the same.
struct Noted {
    u32 a;
    u32 b;
    Arc<Atomic<u32>> ended;

    Noted(u32 number, Arc<Atomic<u32>> ended) : a {number}, b {number}, ended {move(ended)} {}
    Noted(Noted&&) = default;
    ~Noted()
    {
        if (!ended.is_empty())
            ended->inc();
    }
};

Result<Arc<Atomic<u32>>> counter() { return Arc<Atomic<u32>>::create(GFP_KERNEL, 0u); }

void readers_see_what_is_published(Test& test)
{
    RcuPtr<u32> pointer;
    KEEL_EXPECT(test, pointer.is_empty() && pointer.get(rcu::read()).is_none());
    auto made = RcuBox<u32>::create(GFP_KERNEL, 5u);
    if (!made.ok())
        return;
    RcuBox<u32> first = made.take();
    *first += 1;
    const RcuBox<u32>& shown = first;
    KEEL_EXPECT(test, *shown == 6 && !first.is_empty());
    pointer.replace(move(first));
    KEEL_EXPECT(test, first.is_empty());
    {
        const auto section = rcu::read();
        const Option<const u32&> seen = pointer.get(section);
        KEEL_EXPECT(test, seen.is_some() && seen.value() == 6);
    }
    pointer.replace({});
    KEEL_EXPECT(test, pointer.is_empty());
    rcu::synchronize();
}

void exchange_gives_back_the_old_one(Test& test)
{
    auto ended = counter();
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto one = RcuBox<Noted>::create(GFP_KERNEL, 1u, ends.clone());
    auto two = RcuBox<Noted>::create(GFP_ATOMIC, 2u, ends.clone());
    if (!one.ok() || !two.ok())
        return;
    {
        RcuPtr<Noted> pointer(one.take());
        RcuBox<Noted> old = pointer.exchange(two.take());
        const u32 before = ends->load(Relaxed);
        KEEL_EXPECT(test, old->a == 1 && before == ends->load(Relaxed));
        old = pointer.exchange({});
        KEEL_EXPECT(test, old->a == 2 && ends->load(Relaxed) == before + 1);
        KEEL_EXPECT(test, pointer.exchange(move(old)).is_empty());
    }
}

void what_was_replaced_is_destroyed_once(Test& test)
{
    auto ended = counter();
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    u32 published = 0;
    {
        const RcuPtr<Noted> pointer;
        for (u32 i = 0; i < 10; i++)
            if (auto made = RcuBox<Noted>::create(GFP_KERNEL, i, ends.clone()); made.ok()) {
                pointer.replace(made.take());
                published++;
            }
    }
    // The destructor has waited for all of them.
    KEEL_EXPECT(test, ends->load(Relaxed) == published);
}

/// A thread that replaces what others read.
struct Shared {
    RcuPtr<Noted> pointer {};
    Atomic<u32> rounds {0};
    Arc<Atomic<u32>> ended;
    Thread<Shared> writer;

    void write(const ThisThread& self) const
    {
        while (self.goes_on()) {
            if (auto made = RcuBox<Noted>::create(GFP_KERNEL, rounds.load(Relaxed), ended.clone()); made.ok())
                pointer.replace(made.take());
            rounds.inc();
            self.wait(Duration::nanos(1));
        }
    }
};

void readers_and_a_writer(Test& test)
{
    auto ended = counter();
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto made = Box<Shared>::init(GFP_KERNEL, [&](Init<Shared>& init) -> Shared {
        return {.ended = ends.clone(), .writer = Thread<Shared>::start<&Shared::write>(init, {.name = "keel_rcu"})};
    });
    if (!made.ok())
        return;
    const Box<Shared> shared = made.take();
    while (shared->rounds.load(Relaxed) < 20) {
        for (int i = 0; i < 1'000; i++) {
            const auto section = rcu::read();
            const auto seen = shared->pointer.get(section);
            if (seen.is_some())
                KEEL_EXPECT(test, seen.value().a == seen.value().b);
        }
        sleep(Duration::millis(1));
    }
}

} // namespace

KEEL_SUITE(rcu_ptr_suite, "sync/rcu_ptr", KEEL_CASE(readers_see_what_is_published),
           KEEL_CASE(exchange_gives_back_the_old_one), KEEL_CASE(what_was_replaced_is_destroyed_once),
           KEEL_CASE(readers_and_a_writer));
