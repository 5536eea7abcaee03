// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/condvar.hpp>

using namespace keel;

struct Pipe {
    Mutex<Vec<u32>> items;
    SpinLock<u32> credits;
    CondVar filled;
    CondVar credited;
    WaitQueue idle;
    Atomic<u32> users;
    Completion stopped;

    Result<u32> take() const
    {
        auto q = items.lock();
        TRY(filled.wait_interruptible(q, [](Vec<u32>& v) { return !v.is_empty(); }, Duration::millis(100)));
        const u32 first = (*q)[0];
        q->clear();
        return first;
    }

    Result<void> add(u32 item) const
    {
        {
            auto credit = credited.lock_when(credits, [](u32& n) { return n > 0; });
            --*credit;
        }
        TRY(items.lock()->push(item, GFP_KERNEL));
        filled.notify_one();
        return {};
    }

    Result<void> stop() const
    {
        idle.wait([this] { return users.load(Acquire) == 0; });
        stopped.complete_all();
        return stopped.wait_killable(Duration::secs(3));
    }

    void interrupt() const
    {
        auto credit = credits.lock_irqsave();
        ++*credit;
        credited.notify_all();
        stopped.complete();
        idle.wake_up();
    }
};
