// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/core/array.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/task/shared_work.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// A queue of its own for two items, which note in which order they run.
struct Pair {
    Arc<Workqueue> queue;
    Mutex<Vec<u32>> order;
    Work<Pair> first;
    Work<Pair> second;

    static Pair init(Init<Pair>& init, const Arc<Workqueue>& queue)
    {
        return {.queue = queue.clone(),
                .order = {},
                .first = Work<Pair>::idle_on<&Pair::one>(init, queue.clone()),
                .second = Work<Pair>::idle_on<&Pair::two>(init, queue.clone())};
    }

    void one() const { note(1); }
    void two() const { note(2); }
    void note(u32 number) const
    {
        if (!order.lock()->push(number, GFP_KERNEL).ok())
            pr_info("no memory for a note\n");
    }
    usize notes() const { return order.lock()->len(); }
};

/// What a queue may be left with: it does not own it.
struct Letter {
    Atomic<u32> arrivals;
    SharedWork<Letter> arrival = SharedWork<Letter>::idle<&Letter::arrive>();

    static void arrive(Arc<Letter> letter) { letter->arrivals.inc(); }
};

Result<Arc<Letter>> letter()
{
    return Arc<Letter>::init(GFP_KERNEL, [](Init<Letter>&) -> Letter { return {.arrivals = {0}}; });
}

Result<Box<Pair>> pair(const WorkqueueOptions& options)
{
    const auto queue = TRY(Arc<Workqueue>::create(GFP_KERNEL, TRY(Workqueue::create(options))));
    return Box<Pair>::init(GFP_KERNEL, [&](Init<Pair>& init) -> Pair { return Pair::init(init, queue); });
}

void an_ordered_queue_keeps_the_order(Test& test)
{
    auto made = pair({.name = "keel_ordered", .ordered = true, .mem_reclaim = true});
    if (!made.ok())
        return;
    const Box<Pair> p = made.take();
    p->second.queue();
    p->first.queue();
    p->queue->flush();
    const auto order = p->order.lock();
    if (order->len() == 2)
        KEEL_EXPECT(test, (*order)[0] == 2 && (*order)[1] == 1);
}

void every_option_makes_a_queue(Test& test)
{
    const Array<WorkqueueOptions, 4> all {WorkqueueOptions {.name = "keel_plain", .max_active = -1},
                                          WorkqueueOptions {.name = "keel_unbound", .unbound = true, .max_active = 4},
                                          WorkqueueOptions {.name = "keel_high", .high_priority = true},
                                          WorkqueueOptions {
                                              .name = "keel_freezable",
                                              .freezable = true,
                                              .cpu_intensive = true,
                                          }};
    for (const WorkqueueOptions& options : all) {
        auto made = pair(options);
        if (!made.ok())
            continue;
        const Box<Pair> p = made.take();
        KEEL_EXPECT(test, p->first.queue() && p->second.queue());
        p->first.flush();
        p->second.flush();
        KEEL_EXPECT(test, p->notes() <= 2);
    }
}

void the_end_of_a_queue_runs_what_is_on_it(Test& test)
{
    auto made = letter();
    auto queue = Workqueue::create({.name = "keel_end"});
    if (!made.ok() || !queue.ok())
        return;
    const Arc<Letter> letter = made.take();
    {
        Workqueue short_lived = queue.take();
        const Workqueue moved = move(short_lived);
        SharedWork<Letter>::queue(letter, &Letter::arrival, moved);
    }
    KEEL_EXPECT(test, !letter->arrival.is_pending() && letter->arrivals.load(Relaxed) == 1);
}

} // namespace

KEEL_SUITE(workqueue_suite, "task/workqueue", KEEL_CASE(an_ordered_queue_keeps_the_order),
           KEEL_CASE(every_option_makes_a_queue), KEEL_CASE(the_end_of_a_queue_runs_what_is_on_it));
