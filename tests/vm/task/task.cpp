// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/set_once.hpp>
#include <keel/task/task.hpp>
#include <keel/task/thread.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void the_current_task_is_who_loads_the_module(Test& test)
{
    const CurrentTask me = current();
    KEEL_EXPECT(test, me->pid() > 0 && me->tgid() > 0 && me->tgid() <= me->pid() && me->tgid_here() == me->tgid());
    KEEL_EXPECT(test, !me->is_kernel_thread() && !me->has_signal() && !me->is_being_killed());
    const TaskName name = me->name();
    KEEL_EXPECT(test, name.as_cstr().len() > 0 && name.as_cstr().len() < 16);
    KEEL_EXPECT(test, *me == *me);
}

void a_reference_can_be_kept(Test& test)
{
    const CurrentTask me = current();
    const ARef<Task> kept(*me);
    const ARef<Task> other = kept.clone();
    KEEL_EXPECT(test, kept->pid() == me->pid() && *other == *me);
}

/// Notes which thread runs its function.
struct Runner {
    SetOnce<i32> pid {};
    Completion done {};
    Thread<Runner> thread;

    void run(const ThisThread&) const
    {
        const CurrentTask me = current();
        if (me->is_kernel_thread() && me->name().as_cstr() == CStr("keel_who"))
            if (!pid.set(me->pid()).ok())
                pr_info("the thread ran twice\n");
        done.complete();
    }
};

void a_thread_is_another_task(Test& test)
{
    auto made = Box<Runner>::init(GFP_KERNEL, [](Init<Runner>& init) -> Runner {
        return {.thread = Thread<Runner>::start<&Runner::run>(init, {.name = "keel_who"})};
    });
    if (!made.ok())
        return;
    const Box<Runner> runner = made.take();
    runner->done.wait();
    const auto pid = runner->pid.get();
    KEEL_EXPECT(test, pid.is_some() && pid.value() != current()->pid());
}

void a_long_loop_lets_others_run(Test& test)
{
    const i32 pid = current()->pid();
    for (int i = 0; i < 100; i++)
        cond_resched();
    KEEL_EXPECT(test, current()->pid() == pid);
}

} // namespace

KEEL_SUITE(task_suite, "task/task", KEEL_CASE(the_current_task_is_who_loads_the_module),
           KEEL_CASE(a_reference_can_be_kept), KEEL_CASE(a_thread_is_another_task),
           KEEL_CASE(a_long_loop_lets_others_run));
