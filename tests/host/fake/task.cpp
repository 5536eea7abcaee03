// SPDX-License-Identifier: GPL-2.0
#include "task.hpp"

#include "context.hpp"
#include "fake.hpp"

#include <bindings/sync.hpp>
#include <bindings/task.hpp>
#include <bindings/time.hpp>

#include <pthread.h>
#include <time.h>

#include <atomic>
#include <thread>
#include <vector>

namespace fake {

struct Task {
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t woken = PTHREAD_COND_INITIALIZER;
    std::atomic<unsigned> state = 0;
    std::atomic<bool> signalled = false;
};

Task* current()
{
    static thread_local Task task;
    return &task;
}

namespace {

constexpr unsigned long long nanos_of_second = 1'000'000'000, tick = nanos_of_second / bindings::HZ;
constexpr unsigned long long never = ~0ull / 2;

/// Of the clock that goes on: the real one, or that of one thread alone.
unsigned long long clock()
{
    if (is_alone())
        return now();
    timespec now {};
    clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<unsigned long long>(now.tv_sec) * nanos_of_second + static_cast<unsigned long long>(now.tv_nsec);
}

} // namespace

Deadline::Deadline(unsigned long ticks)
    : ticks_ {ticks}, end_ {ticks < never / 4 / tick ? clock() + ticks * tick : never}
{}

timespec Deadline::at() const
{
    return {static_cast<time_t>(end_ / nanos_of_second), static_cast<long>(end_ % nanos_of_second)};
}

unsigned long Deadline::left() const
{
    const unsigned long long at = clock();
    if (end_ == never)
        return ticks_;
    return at < end_ ? static_cast<unsigned long>((end_ - at + tick - 1) / tick) : 0;
}

bool Deadline::let_others_run() const
{
    if (run_next(end_))
        return true;
    if (end_ == never)
        die("a thread waits for what will never happen");
    if (end_ > now())
        sleep(end_ - now());
    return false;
}

/// The states that a signal ends.
constexpr unsigned interruptible =
    bindings::TASK_INTERRUPTIBLE | (bindings::TASK_KILLABLE & ~bindings::TASK_UNINTERRUPTIBLE);

bool is_interrupted(unsigned state) { return (state & interruptible) && current()->signalled; }

void interrupt(Task* task)
{
    task->signalled = true;
    wake(task, interruptible);
}

bool wake(Task* task, unsigned mode)
{
    pthread_mutex_lock(&task->lock);
    const bool sleeps = (task->state & mode) != 0;
    if (sleeps) {
        task->state = bindings::TASK_RUNNING;
        pthread_cond_signal(&task->woken);
    }
    pthread_mutex_unlock(&task->lock);
    return sleeps;
}

static std::atomic<unsigned> running_threads = 0;

bool is_alone() { return running_threads.load(std::memory_order_relaxed) == 0; }

void run_threads(unsigned threads, void (*body)(void*, unsigned), void* argument)
{
    running_threads += threads;
    std::vector<std::thread> running;
    for (unsigned i = 0; i < threads; i++)
        running.emplace_back([=] {
            body(argument, i);
            check_idle("a thread");
        });
    for (std::thread& thread : running)
        thread.join();
    running_threads -= threads;
}

} // namespace fake

using fake::Task;

namespace bindings {
extern "C" {

task_struct* get_current() { return reinterpret_cast<task_struct*>(fake::current()); }
void set_current_state(unsigned int state) { fake::current()->state = state; }
void __set_current_state(unsigned int state) { fake::current()->state = state; }
int signal_pending_state(unsigned int state, task_struct*) { return fake::is_interrupted(state); }

void resched_if_due() { fake::may_sleep("cond_resched"); }

long schedule_timeout(long ticks)
{
    fake::may_sleep(__func__);
    Task* task = fake::current();
    const fake::Deadline deadline(static_cast<unsigned long>(ticks));
    const auto is_over = [task] { return task->state == TASK_RUNNING || fake::is_interrupted(task->state); };
    if (fake::is_alone()) {
        while (!is_over() && deadline.let_others_run())
            ;
    } else {
        const timespec until = deadline.at();
        pthread_mutex_lock(&task->lock);
        while (!is_over() && pthread_cond_timedwait(&task->woken, &task->lock, &until) == 0)
            ;
        pthread_mutex_unlock(&task->lock);
    }
    task->state = TASK_RUNNING;
    return static_cast<long>(deadline.left());
}

} // extern "C"
} // namespace bindings
