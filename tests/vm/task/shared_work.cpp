// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/mutex.hpp>
#include <keel/task/shared_work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// What happened to requests, told after they are gone.
struct Log {
    u32 finished = 0;
    u32 ended = 0;
};

struct Request {
    Arc<Mutex<Log>> log;
    SharedWork<Request> done = SharedWork<Request>::idle<&Request::finish>();

    ~Request() { log->lock()->ended++; }
    static void finish(Arc<Request> request)
    {
        sleep(Duration::millis(1));
        request->log->lock()->finished++;
    }
};

struct Setup {
    Arc<Mutex<Log>> log;
    Arc<Request> request;
    Workqueue queue;
};

/// Whether so many calls were made, and so many objects ended.
bool shows(const Setup& setup, u32 finished, u32 ended)
{
    const auto log = setup.log->lock();
    return log->finished == finished && log->ended == ended;
}

Result<Setup> setup()
{
    auto log = TRY(Arc<Mutex<Log>>::create(GFP_KERNEL));
    auto request = TRY(Arc<Request>::init(GFP_KERNEL, [&](Init<Request>&) -> Request { return {.log = log.clone()}; }));
    auto queue = TRY(Workqueue::create({.name = "keel_test"}));
    return Setup {.log = move(log), .request = move(request), .queue = move(queue)};
}

void the_queue_keeps_the_object_alive(Test& test)
{
    auto made = setup();
    if (!made.ok())
        return;
    Setup s = made.take();
    KEEL_EXPECT(test, SharedWork<Request>::queue(s.request, &Request::done, s.queue));
    s.request = {};
    s.queue.flush();
    KEEL_EXPECT(test, shows(s, 1, 1));
}

void the_end_of_the_queue_waits(Test& test)
{
    auto made = setup();
    if (!made.ok())
        return;
    Setup s = made.take();
    SharedWork<Request>::queue(s.request, &Request::done, s.queue);
    s.queue = {};
    KEEL_EXPECT(test, shows(s, 1, 0));
}

void queued_twice_it_runs_once_or_twice(Test& test)
{
    auto made = setup();
    if (!made.ok())
        return;
    Setup s = made.take();
    u32 queued = 0;
    for (u32 i = 0; i < 100; i++)
        queued += SharedWork<Request>::queue(s.request, &Request::done, s.queue);
    s.queue.flush();
    KEEL_EXPECT(test, !s.request->done.is_pending() && shows(s, queued, 0));
    s.request = {};
    KEEL_EXPECT(test, s.log->lock()->ended == 1);
}

void cancelling_gives_the_reference_back(Test& test)
{
    auto made = setup();
    if (!made.ok())
        return;
    Setup s = made.take();
    KEEL_EXPECT(test, !SharedWork<Request>::cancel(s.request, &Request::done));
    SharedWork<Request>::queue(s.request, &Request::done, s.queue);
    const bool was_queued = SharedWork<Request>::cancel(s.request, &Request::done);
    KEEL_EXPECT(test, shows(s, was_queued ? 0 : 1, 0));
    s.request = {};
    KEEL_EXPECT(test, s.log->lock()->ended == 1);
}

void on_two_queues_each_call_has_an_owner(Test& test)
{
    auto made = setup();
    auto another = Workqueue::create({.name = "keel_test_other"});
    if (!made.ok() || !another.ok())
        return;
    Setup s = made.take();
    const Workqueue other = another.take();
    SharedWork<Request>::queue(s.request, &Request::done, s.queue);
    while (s.request->done.is_pending())
        sleep(Duration::micros(100));
    KEEL_EXPECT(test, SharedWork<Request>::queue(s.request, &Request::done, other)); // maybe while the first runs
    s.request = {};
    other.flush();
    s.queue.flush();
    KEEL_EXPECT(test, shows(s, 2, 1));
}

} // namespace

KEEL_SUITE(shared_work_suite, "task/shared_work", KEEL_CASE(the_queue_keeps_the_object_alive),
           KEEL_CASE(the_end_of_the_queue_waits), KEEL_CASE(queued_twice_it_runs_once_or_twice),
           KEEL_CASE(cancelling_gives_the_reference_back), KEEL_CASE(on_two_queues_each_call_has_an_owner));
