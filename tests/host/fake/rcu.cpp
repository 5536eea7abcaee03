// SPDX-License-Identifier: GPL-2.0
// RCU of a single CPU: whoever waits for readers is none, so a wait is over at once. What is freed later is freed then.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/alloc.hpp>
#include <bindings/sync.hpp>

namespace {

constexpr unsigned long long grace_period = 8'000'000;
unsigned pending;

/// The readers of a domain, counted in memory that its first bytes point to.
unsigned*& readers_of(bindings::srcu_struct* domain) { return *reinterpret_cast<unsigned**>(domain); }

} // namespace

namespace bindings {
extern "C" {

void rcu_read_lock() { fake::begin_atomic(); }
void rcu_read_unlock() { fake::end_atomic(); }
void synchronize_rcu()
{
    fake::may_sleep("synchronize_rcu");
    fake::sleep(grace_period);
}

// Freed after a while, so that the sanitizers see who still looks at it: what has a function runs it in a softirq.
void call_rcu(callback_head* head, void (*function)(callback_head*))
{
    head->func = function;
    pending++;
    fake::later(grace_period, head, [](void* key) {
        auto* head = static_cast<callback_head*>(key);
        fake::interrupt_handler([head] { head->func(head); });
        pending--;
    });
}
void kfree_rcu(callback_head* first)
{
    call_rcu(first, [](callback_head* first) { kfree(first); });
}
void rcu_barrier()
{
    fake::may_sleep("rcu_barrier");
    fake::wait_until([](const void*) { return pending == 0; }, nullptr);
}

int init_srcu_struct(srcu_struct* domain)
{
    void* counters = kmalloc(sizeof(unsigned), GFP_KERNEL);
    if (!counters)
        return -ENOMEM;
    readers_of(domain) = static_cast<unsigned*>(counters);
    *readers_of(domain) = 0;
    return 0;
}
int srcu_read_lock(srcu_struct* domain) { return ++*readers_of(domain), 1; }
void srcu_read_unlock(srcu_struct* domain, int index)
{
    if (index != 1 || (*readers_of(domain))-- == 0)
        fake::die("an SRCU section ends that was not open");
}
void synchronize_srcu(srcu_struct* domain)
{
    fake::may_sleep("synchronize_srcu");
    fake::wait_until([](const void* readers) { return *static_cast<const unsigned*>(readers) == 0; },
                     readers_of(domain));
}
void cleanup_srcu_struct(srcu_struct* domain)
{
    if (*readers_of(domain) != 0)
        fake::die("an SRCU domain goes that has readers");
    kfree(readers_of(domain));
}

} // extern "C"
} // namespace bindings
