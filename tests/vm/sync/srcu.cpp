// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/srcu.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// A reader that sleeps in its section.
struct Reader {
    Srcu domain;
    Atomic<u32> inside {0};
    Completion entered {};
    Work<Reader> read;

    static Reader init(Init<Reader>& init)
    {
        return {.domain = Srcu::start(init), .read = Work<Reader>::idle<&Reader::enter>(init)};
    }

    void enter() const
    {
        const auto section = domain.read();
        inside.inc();
        entered.complete();
        sleep(Duration::millis(20));
        inside.dec();
    }
};

void a_wait_is_for_sleeping_readers(Test& test)
{
    auto made = Box<Reader>::init(GFP_KERNEL, Reader::init);
    if (!made.ok())
        return;
    const Box<Reader> r = made.take();
    r->domain.synchronize();
    r->read.queue();
    r->entered.wait();
    r->domain.synchronize();
    KEEL_EXPECT(test, r->inside.load(Relaxed) == 0);
    {
        const auto outer = r->domain.read();
        const auto inner = r->domain.read();
    }
    r->domain.synchronize();
}

} // namespace

KEEL_SUITE(srcu_suite, "sync/srcu", KEEL_CASE(a_wait_is_for_sleeping_readers));
