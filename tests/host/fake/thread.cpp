// SPDX-License-Identifier: GPL-2.0
// Threads of the kernel that take turns with the test: each is a real thread, but runs only while the test sleeps or
// waits, from one of its own waits to the next. What it does to memory is ordered; races are the kernel tests' to find.
#include "context.hpp"
#include "fake.hpp"
#include "process.hpp"

#include <bindings/alloc.hpp>
#include <bindings/task.hpp>
#include <bindings/time.hpp>

#include <semaphore.h>
#include <stdarg.h>

#include <thread>

namespace {

struct Kthread {
    int (*function)(void*);
    void* data;
    bool to_stop = false;
    bool to_park = false;
    bool parked = false;
    bool ended = false;
    unsigned cpu = 0;
    sem_t its_turn {};
    sem_t our_turn {};
    std::thread thread {};
};

thread_local Kthread* current;
int last_pid = 100;

Kthread* of(bindings::task_struct* task) { return reinterpret_cast<Kthread*>(task); }

/// Lets the thread run to its next wait.
void run(void* key)
{
    auto* thread = static_cast<Kthread*>(key);
    sem_post(&thread->its_turn);
    while (sem_wait(&thread->our_turn) != 0)
        ;
}

/// Gives the turn back until somebody runs this thread.
void yield()
{
    sem_post(&current->our_turn);
    while (sem_wait(&current->its_turn) != 0)
        ;
}

void wake(Kthread* thread)
{
    fake::withdraw(thread);
    fake::later(0, thread, run);
}

} // namespace

namespace bindings {
extern "C" {

bool cpu_is_online(unsigned cpu) { return cpu < 2; }
void kthread_bind(task_struct* task, unsigned cpu) { of(task)->cpu = cpu; }

task_struct* kthread_create_on_node(int (*function)(void*), void* data, int, const char* format, ...)
{
    fake::may_sleep("kthread_create");
    va_list names; // "%s"
    va_start(names, format);
    const char* name = va_arg(names, const char*);
    va_end(names);
    void* memory = kmalloc(sizeof(Kthread), GFP_KERNEL);
    if (!memory)
        return reinterpret_cast<task_struct*>(static_cast<long>(-ENOMEM));
    auto* made = ::new (memory) Kthread {.function = function, .data = data};
    sem_init(&made->its_turn, 0, 0);
    sem_init(&made->our_turn, 0, 0);
    made->thread = std::thread([made, name] {
        current = made;
        while (sem_wait(&made->its_turn) != 0)
            ;
        fake::become_kthread(name, ++last_pid);
        fake::this_cpu() = made->cpu;
        made->function(made->data);
        made->ended = true;
        sem_post(&made->our_turn);
    });
    return reinterpret_cast<task_struct*>(made);
}

int wake_up_process(task_struct* task)
{
    if (!of(task)->parked)
        wake(of(task));
    return 1;
}
int kthread_stop(task_struct* task)
{
    fake::may_sleep("kthread_stop");
    Kthread* thread = of(task);
    thread->to_stop = true;
    thread->to_park = false;
    wake(thread);
    fake::wait_until([](const void* thread) { return static_cast<const Kthread*>(thread)->ended; }, thread);
    fake::withdraw(thread);
    thread->thread.join();
    sem_destroy(&thread->its_turn);
    sem_destroy(&thread->our_turn);
    thread->~Kthread();
    kfree(thread);
    return 0;
}
bool kthread_should_stop() { return current->to_stop; }
bool kthread_should_park() { return current->to_park; }
void kthread_parkme()
{
    current->parked = true;
    while (current->to_park)
        yield();
    current->parked = false;
}
int kthread_park(task_struct* task)
{
    fake::may_sleep("kthread_park");
    if (of(task)->to_park)
        fake::die("a kthread is parked twice");
    of(task)->to_park = true;
    wake(of(task));
    fake::wait_until([](const void* thread) { return static_cast<const Kthread*>(thread)->parked; }, of(task));
    return 0;
}
void kthread_unpark(task_struct* task)
{
    of(task)->to_park = false;
    wake(of(task));
}
void kthread_wait(bool* woken, long ticks)
{
    fake::may_sleep("schedule_timeout");
    if (!*woken && !current->to_stop && !current->to_park) {
        fake::later(static_cast<unsigned long long>(ticks) * (1'000'000'000 / HZ), current, run);
        yield();
    }
    *woken = false;
}
void kthread_wake(task_struct* task, bool* woken)
{
    *woken = true;
    wake_up_process(task);
}

} // extern "C"
} // namespace bindings
