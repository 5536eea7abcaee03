// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/raw_spinlock.hpp>
#include <keel/sync/seqlock.hpp>
#include <keel/sync/locked_by.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;

struct Clock {
    u64 base;
    u32 rate;
};

struct Counters {
    u32 opened;
};

static constinit const Mutex<Counters> global {Counters {.opened = 0}};
static constinit const SpinLock<u32> ids {1u};
static constinit const RwLock<u32> mode;
static constinit const RwSemaphore<Array<u32, 4>> table;
static constinit const RawSpinLock<u32> reg;

struct Parent {
    OwnClass<Mutex<Vec<u32>>> received;
    OwnClass<Mutex<Vec<u32>>> sent;
    SeqLock<Clock> clock;
};

struct Child {
    LockedBy<Vec<u32>, Mutex<Vec<u32>>> items;

    explicit Child(const Parent& parent) : items {parent.received} {}
};

Result<u32> everything(const Parent& parent, const Child& child)
{
    global.lock()->opened++;
    auto received = parent.received.lock();
    const u32 id = *ids.lock_irq();
    TRY(child.items.get_mut(received).push(id, GFP_KERNEL));
    auto sent = TRY(parent.sent.lock_killable());
    swap(*received, *sent);
    parent.clock.update_irqsave([](Clock& c) { c.base += c.rate; });
    const u32 rate = parent.clock.load().rate + *mode.read() + *reg.lock_irqsave();
    auto writer = table.write();
    (*writer)[0] = rate;
    auto reader = table.downgrade(move(writer));
    return (*reader)[0];
}
