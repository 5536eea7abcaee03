// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/task/notifier.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Changed {
    u32 from;
    u32 to;
};

struct Sleeping {
    static constexpr Telling telling = Telling::MaySleep;
};
struct Spinning {
    static constexpr Telling telling = Telling::Atomic;
};
template <class Kind> using Chain = NotifierChain<Changed, Kind::telling>;

/// Adds up what it is told, times ten for each later listener.
template <class Kind> struct Listener {
    Arc<Atomic<u32>> sum;
    u32 factor;
    Notifier<Listener, Changed, Kind::telling> notifier;

    void changed(const Changed& event) const
    {
        const u32 before = sum->load(Relaxed);
        sum->store(before * factor + event.to - event.from, Relaxed);
    }
};

template <class Kind>
Result<Box<Listener<Kind>>> listen(const Arc<Chain<Kind>>& chain, const Arc<Atomic<u32>>& sum, u32 factor, int priority)
{
    using L = Listener<Kind>;
    return Box<L>::init(GFP_KERNEL, [&](Init<L>& init) -> L {
        return {.sum = sum.clone(),
                .factor = factor,
                .notifier =
                    Notifier<L, Changed, Kind::telling>::template start<&L::changed>(init, chain.clone(), priority)};
    });
}

template <class Kind> Result<void> listeners_are_told(Test& test)
{
    const auto chain = TRY(Arc<Chain<Kind>>::create(GFP_KERNEL));
    const auto sum = TRY(Arc<Atomic<u32>>::create(GFP_KERNEL, 0u));
    chain->tell({1, 2});
    KEEL_EXPECT(test, sum->load(Relaxed) == 0);
    {
        const auto late = TRY(listen<Kind>(chain, sum, 10, 0));
        const auto early = TRY(listen<Kind>(chain, sum, 2, 5));
        chain->tell({1, 4});
        KEEL_EXPECT(test, sum->load(Relaxed) == (0 * 2 + 3) * 10 + 3);
        sum->store(0, Relaxed);
    }
    chain->tell({1, 4});
    KEEL_EXPECT(test, sum->load(Relaxed) == 0);
    return {};
}

void listeners_that_may_sleep_are_told(Test& test)
{
    const Result<void> done = listeners_are_told<Sleeping>(test);
    KEEL_EXPECT(test, done.ok() || done.error() == ENOMEM);
}

void listeners_are_told_under_a_spinlock(Test& test)
{
    const Result<void> done = listeners_are_told<Spinning>(test);
    KEEL_EXPECT(test, done.ok() || done.error() == ENOMEM);
    auto chain = Arc<Chain<Spinning>>::create(GFP_KERNEL);
    if (!chain.ok())
        return;
    const auto empty = chain.take();
    const SpinLock<int> lock;
    const auto held = lock.lock();
    empty->tell({1, 2});
}

} // namespace

KEEL_SUITE(notifier_suite, "task/notifier", KEEL_CASE(listeners_that_may_sleep_are_told),
           KEEL_CASE(listeners_are_told_under_a_spinlock));
