// SPDX-License-Identifier: GPL-2.0
// Wait queues and completions, in the kernel's own objects.
#include "context.hpp"
#include "fake.hpp"
#include "task.hpp"

#include <bindings/sync.hpp>

namespace {

using bindings::list_head;

/// Holds the lock in a queue's or a completion's object, which nobody else sees.
class Inside {
public:
    template <class Lock> explicit Inside(Lock* lock) : word_ {reinterpret_cast<unsigned*>(lock)}
    {
        for (unsigned n = 0; __atomic_exchange_n(word_, 1, __ATOMIC_ACQUIRE) != 0; n++)
            fake::pause(n);
        fake::begin_atomic();
    }
    Inside(const Inside&) = delete;
    ~Inside()
    {
        fake::end_atomic();
        __atomic_store_n(word_, 0, __ATOMIC_RELEASE);
    }

private:
    unsigned* word_;
};

void insert(list_head* entry, list_head* after)
{
    entry->next = after->next;
    entry->prev = after;
    after->next->prev = entry;
    after->next = entry;
}

bindings::wait_queue_entry* entry_of(list_head* links)
{
    return reinterpret_cast<bindings::wait_queue_entry*>(reinterpret_cast<char*>(links) -
                                                         __builtin_offsetof(bindings::wait_queue_entry, entry));
}

constexpr unsigned everybody = ~0U;

/// Takes one completion; says whether there was one.
bool take(bindings::completion* event)
{
    const Inside inside(&event->wait.lock);
    if (event->done == 0)
        return false;
    if (event->done != everybody)
        event->done--;
    return true;
}

/// Takes one permit; says whether there was one.
bool take(bindings::semaphore* sem)
{
    const Inside inside(&sem->lock);
    if (sem->count == 0)
        return false;
    sem->count--;
    return true;
}

/// The ticks that are left, 0 if it took too long, or -ERESTARTSYS.
template <class Event> long wait_for(Event* event, unsigned state, unsigned long ticks, const char* function)
{
    fake::may_sleep(function);
    const fake::Deadline deadline(ticks);
    for (unsigned n = 0; !take(event); n++) {
        if (fake::is_interrupted(state))
            return -bindings::ERESTARTSYS;
        if (deadline.left() == 0)
            return 0;
        fake::is_alone() ? (void)deadline.let_others_run() : fake::pause(n);
    }
    const unsigned long left = deadline.left();
    return left == 0 ? 1 : static_cast<long>(left);
}

constexpr unsigned long forever = ~0UL >> 1;

} // namespace

namespace bindings {
extern "C" {

void __init_waitqueue_head(wait_queue_head* queue, const char*, lock_class_key*)
{
    *reinterpret_cast<unsigned*>(&queue->lock) = 0;
    queue->head = {&queue->head, &queue->head};
}

void add_wait_queue(wait_queue_head* queue, wait_queue_entry* entry)
{
    const Inside inside(&queue->lock);
    entry->flags &= ~static_cast<unsigned>(WQ_FLAG_EXCLUSIVE);
    insert(&entry->entry, &queue->head);
}

void add_wait_queue_exclusive(wait_queue_head* queue, wait_queue_entry* entry)
{
    const Inside inside(&queue->lock);
    entry->flags |= WQ_FLAG_EXCLUSIVE;
    insert(&entry->entry, queue->head.prev);
}

void remove_wait_queue(wait_queue_head* queue, wait_queue_entry* entry)
{
    const Inside inside(&queue->lock);
    entry->entry.next->prev = entry->entry.prev;
    entry->entry.prev->next = entry->entry.next;
}

int woken_wake_function(wait_queue_entry* entry, unsigned int mode, int, void*)
{
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    __atomic_fetch_or(&entry->flags, static_cast<unsigned>(WQ_FLAG_WOKEN), __ATOMIC_SEQ_CST);
    return fake::wake(static_cast<fake::Task*>(entry->private_), mode);
}

int __wake_up(wait_queue_head* queue, unsigned int mode, int exclusive, void* key)
{
    const Inside inside(&queue->lock);
    for (list_head *at = queue->head.next, *next = at->next; at != &queue->head; at = next, next = at->next) {
        wait_queue_entry* entry = entry_of(at);
        const bool is_exclusive = __atomic_load_n(&entry->flags, __ATOMIC_RELAXED) & WQ_FLAG_EXCLUSIVE;
        if (entry->func(entry, mode, 0, key) && is_exclusive && --exclusive == 0)
            break;
    }
    return 0;
}

void init_completion(completion* event)
{
    event->done = 0;
    *reinterpret_cast<unsigned*>(&event->wait.lock) = 0;
}
void reinit_completion(completion* event)
{
    const Inside inside(&event->wait.lock);
    event->done = 0;
}
void complete(completion* event)
{
    const Inside inside(&event->wait.lock);
    event->done += event->done != everybody;
}
void complete_all(completion* event)
{
    const Inside inside(&event->wait.lock);
    event->done = everybody;
}
bool completion_done(completion* event)
{
    const Inside inside(&event->wait.lock);
    return event->done != 0;
}
bool try_wait_for_completion(completion* event) { return take(event); }

void wait_for_completion(completion* event) { wait_for(event, TASK_UNINTERRUPTIBLE, forever, __func__); }
unsigned long wait_for_completion_timeout(completion* event, unsigned long ticks)
{
    return static_cast<unsigned long>(wait_for(event, TASK_UNINTERRUPTIBLE, ticks, __func__));
}
int wait_for_completion_interruptible(completion* event)
{
    return wait_for(event, TASK_INTERRUPTIBLE, forever, __func__) < 0 ? -ERESTARTSYS : 0;
}
long wait_for_completion_interruptible_timeout(completion* event, unsigned long ticks)
{
    return wait_for(event, TASK_INTERRUPTIBLE, ticks, __func__);
}
int wait_for_completion_killable(completion* event)
{
    return wait_for(event, TASK_KILLABLE, forever, __func__) < 0 ? -ERESTARTSYS : 0;
}
int wait_for_completion_state(completion* event, unsigned int state)
{
    return wait_for(event, state, forever, __func__) < 0 ? -ERESTARTSYS : 0;
}
long wait_for_completion_killable_timeout(completion* event, unsigned long ticks)
{
    return wait_for(event, TASK_KILLABLE, ticks, __func__);
}

void sema_init(semaphore* sem, int permits)
{
    *reinterpret_cast<unsigned*>(&sem->lock) = 0;
    sem->count = static_cast<unsigned>(permits);
}
void up(semaphore* sem)
{
    const Inside inside(&sem->lock);
    sem->count++;
}
void down(semaphore* sem) { wait_for(sem, TASK_UNINTERRUPTIBLE, forever, __func__); }
int down_interruptible(semaphore* sem) { return wait_for(sem, TASK_INTERRUPTIBLE, forever, __func__) < 0 ? -EINTR : 0; }
int down_killable(semaphore* sem) { return wait_for(sem, TASK_KILLABLE, forever, __func__) < 0 ? -EINTR : 0; }
int down_trylock(semaphore* sem) { return !take(sem); }
int down_timeout(semaphore* sem, long ticks)
{
    return wait_for(sem, TASK_UNINTERRUPTIBLE, static_cast<unsigned long>(ticks), __func__) == 0 ? -ETIMEDOUT : 0;
}

} // extern "C"
} // namespace bindings
