// SPDX-License-Identifier: GPL-2.0
// Workqueues without threads: an item runs, in the order of queueing, when the test sleeps or waits. An item that
// sleeps itself lets others run before it ends, so items nest, but no two ever run at the same time: races are the
// kernel tests' to find.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/alloc.hpp>
#include <bindings/task.hpp>
#include <bindings/time.hpp>

#include <algorithm>
#include <vector>

namespace bindings {

struct workqueue_struct {
    unsigned flags;
};

} // namespace bindings

namespace {

bindings::workqueue_struct queues[5];

/// What waits, on which queue; and what runs, the innermost last.
struct Entry {
    bindings::work_struct* item;
    const bindings::workqueue_struct* queue;
};
std::vector<Entry> waiting;
std::vector<Entry> running;

void run(void* key)
{
    const auto found =
        std::find_if(waiting.begin(), waiting.end(), [key](const Entry& entry) { return entry.item == key; });
    running.push_back(*found);
    waiting.erase(found);
    const auto function = running.back().item->func;
    function(running.back().item); // which may free the item
    running.pop_back();
}

bool is_running(const bindings::work_struct* item)
{
    return std::any_of(running.begin(), running.end(), [item](const Entry& entry) { return entry.item == item; });
}

bool enqueue(bindings::workqueue_struct* queue, bindings::work_struct* item, unsigned long ticks)
{
    if (fake::is_waiting(item))
        return false;
    waiting.push_back({item, queue});
    return fake::later(ticks * (1'000'000'000 / bindings::HZ), item, run);
}

bool withdraw(bindings::work_struct* item)
{
    std::erase_if(waiting, [item](const Entry& entry) { return entry.item == item; });
    return fake::withdraw(item);
}

bool is_idle(const void* item)
{
    return !fake::is_waiting(item) && !is_running(static_cast<const bindings::work_struct*>(item));
}

bool wait_for(const bindings::work_struct* item)
{
    fake::may_sleep("waiting for a work item");
    const bool waits = !is_idle(item);
    fake::wait_until(is_idle, item);
    return waits;
}

} // namespace

namespace bindings {
extern "C" {

workqueue_struct* system_highpri_wq = &queues[0];
workqueue_struct* system_long_wq = &queues[1];
workqueue_struct* system_freezable_wq = &queues[2];
workqueue_struct* system_percpu_wq() { return &queues[3]; }
workqueue_struct* system_dfl_wq() { return &queues[4]; }

workqueue_struct* create_workqueue(const char*, unsigned flags, int)
{
    auto* made = static_cast<workqueue_struct*>(kmalloc(sizeof(workqueue_struct), GFP_KERNEL));
    if (made)
        made->flags = flags;
    return made;
}
void __flush_workqueue(workqueue_struct* queue)
{
    fake::may_sleep("flush_workqueue");
    fake::wait_until(
        [](const void* queue) {
            const auto on_it = [queue](const Entry& entry) { return entry.queue == queue; };
            return std::none_of(waiting.begin(), waiting.end(), on_it) &&
                   std::none_of(running.begin(), running.end(), on_it);
        },
        queue);
}
void destroy_workqueue(workqueue_struct* queue)
{
    __flush_workqueue(queue);
    kfree(queue);
}

void init_work(work_struct* item, work_func_t function, lock_class_key*) { item->func = function; }
bool queue_work(workqueue_struct* queue, work_struct* item) { return enqueue(queue, item, 0); }
bool queue_work_on(int, workqueue_struct* queue, work_struct* item) { return enqueue(queue, item, 0); }
bool work_pending(const work_struct* item) { return fake::is_waiting(item); }
bool flush_work(work_struct* item) { return wait_for(item); }
bool cancel_work_sync(work_struct* item)
{
    // An item that queues itself while it is waited for is taken off again.
    bool was_waiting = false;
    do
        was_waiting |= withdraw(item);
    while (wait_for(item));
    return was_waiting;
}

// A delayed item waits under the address of its work, its first member.
void init_delayed_work(delayed_work* item, work_func_t function, lock_class_key* key)
{
    init_work(&item->work, function, key);
}
bool queue_delayed_work(workqueue_struct* queue, delayed_work* item, unsigned long ticks)
{
    return enqueue(queue, &item->work, ticks);
}
bool mod_delayed_work(workqueue_struct* queue, delayed_work* item, unsigned long ticks)
{
    const bool was_waiting = withdraw(&item->work);
    enqueue(queue, &item->work, ticks);
    return was_waiting;
}
bool cancel_delayed_work_sync(delayed_work* item) { return cancel_work_sync(&item->work); }
bool flush_delayed_work(delayed_work* item)
{
    if (withdraw(&item->work))
        enqueue(&queues[3], &item->work, 0);
    return wait_for(&item->work);
}

work_struct* current_work() { return running.empty() ? nullptr : running.back().item; }

} // extern "C"
} // namespace bindings
