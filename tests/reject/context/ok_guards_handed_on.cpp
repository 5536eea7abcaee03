// SPDX-License-Identifier: GPL-2.0
// Guards that are handed on by value, returned, and ended before anything sleeps.
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> items;
    u32 dropped = 0;
};
using Lock = SpinLock<Queue>;

// Ends at the end of the caller's full expression, or earlier.
KEEL_ANY_CONTEXT static u32 drain(Lock::Guard held)
{
    u32 total = 0;
    for (u32 item : held->items)
        total += item;
    held->dropped++;
    return total;
}
KEEL_ANY_CONTEXT static void drop(Lock::Guard) {}
KEEL_ANY_CONTEXT static Lock::Guard take(const Lock& lock KEEL_LIFETIME_BOUND) { return lock.lock(); }
KEEL_ANY_CONTEXT static Lock::Guard counted(Lock::Guard guard KEEL_LIFETIME_BOUND)
{
    guard->dropped++;
    return guard;
}

// Handed on by value inside the section: what gets it does not sleep, and ends it.
Result<u32> handed_on(const Lock& lock, const Mutex<u32>& total)
{
    auto guard = lock.lock();
    guard->dropped = 0;
    const u32 sum = drain(move(guard));
    *total.lock() += sum;
    auto more = TRY(Box<u32>::create(GFP_KERNEL, sum));
    return *more;
}

// One guard is handed on while another lives; the sleep comes after both.
void one_of_two(const Lock& from, const Lock& to, const Mutex<u32>& total)
{
    u32 sum = 0;
    {
        auto target = to.lock();
        auto source = from.lock();
        sum = drain(move(source));
        target->dropped += sum;
    }
    *total.lock() = sum;
}

// Returned by a function, and moved out of it again.
u32 returned(const Lock& lock, const Mutex<u32>& total)
{
    auto guard = counted(take(lock));
    const u32 dropped = guard->dropped;
    drop(move(guard));
    *total.lock() += dropped;
    return dropped;
}

// The guard is moved out on every way that sleeps.
void on_each_way(const Lock& lock, const Mutex<u32>& total, bool slow)
{
    auto guard = lock.lock();
    if (slow) {
        const u32 sum = drain(move(guard));
        *total.lock() += sum;
        return;
    }
    guard->dropped++;
}

// Nested scopes, an early return, a loop that goes on without the lock.
Result<u32> scopes(const Lock& lock, const Mutex<u32>& total)
{
    u32 sum = 0;
    for (u32 round = 0; round < 4; round++) {
        {
            auto guard = lock.lock();
            if (guard->items.len() == 0)
                break;
            if (guard->dropped > 100)
                return EBUSY;
            sum += guard->items[0];
            {
                Vec<u32>& items = guard->items;
                items.truncate(items.len() - 1);
            }
        }
        if (sum == 0)
            continue;
        *total.lock() += sum;
    }
    *total.lock() += 1;
    return sum;
}

// The lock is left in the middle and taken again.
u32 taken_again(const Lock& lock, const Mutex<u32>& total)
{
    u32 dropped = 0;
    {
        auto guard = lock.lock_irqsave();
        dropped = guard->dropped;
    }
    *total.lock() = dropped;
    auto guard = lock.lock_irqsave();
    guard->dropped = 0;
    return dropped;
}

// Statement by statement: the guard is a temporary.
void statement_by_statement(const Lock& lock, const Mutex<u32>& total)
{
    lock.lock()->dropped++;
    const u32 dropped = lock.lock()->dropped;
    *total.lock() = dropped;
    const u32 sum = drain(lock.lock());
    *total.lock() += sum + lock.with([](Queue& queue) { return queue.dropped; });
}
