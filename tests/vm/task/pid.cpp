// SPDX-License-Identifier: GPL-2.0
// Signals that somebody gets: tests/vm/signals.
#include <keel/task/pid.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_number_leads_to_its_task(Test& test)
{
    const CurrentTask me = current();
    const auto found = Pid::find(me->tgid_here());
    KEEL_EXPECT(test, found.is_some());
    if (found.is_none())
        return;
    const ARef<Pid>& pid = found.value();
    const auto task = pid->task();
    KEEL_EXPECT(test, task.is_some() && *task.value() == *me && !me->has_ended());
    KEEL_EXPECT(test, pid->number() == me->pid() && pid->number_here() == me->tgid_here());
    const ARef<Pid> kept = pid.clone();
    KEEL_EXPECT(test, *kept == *pid);
}

void a_task_leads_to_its_number(Test& test)
{
    const CurrentTask me = current();
    const auto thread = Pid::of_thread(*me);
    const auto process = Pid::of_process(*me);
    KEEL_EXPECT(test, thread.is_some() && process.is_some());
    KEEL_EXPECT(test, thread.value()->number() == me->pid() && process.value()->number() == me->tgid());
}

void nobody_has_a_number_that_is_none(Test& test)
{
    KEEL_EXPECT(test, Pid::find(-1).is_none() && Pid::find(0x3fffffff).is_none());
}

void a_number_is_that_of_a_namespace(Test& test)
{
    const CurrentTask me = current();
    const PidNamespace& here = PidNamespace::of(me);
    const ARef<PidNamespace> kept(here);
    const auto pid = Pid::of_thread(*me);
    KEEL_EXPECT(test, pid.is_some() && pid.value()->number_in(*kept) == pid.value()->number_here() && *kept == here);
}

void a_signal_that_is_ignored_changes_nothing(Test& test)
{
    const CurrentTask me = current();
    me->send(Signal::Chld);
    const auto pid = Pid::of_process(*me);
    KEEL_EXPECT(test, pid.is_some() && pid.value()->send(Signal::Cont).ok() && !me->is_being_killed());
}

} // namespace

KEEL_SUITE(pid_suite, "task/pid", KEEL_CASE(a_number_leads_to_its_task), KEEL_CASE(a_task_leads_to_its_number),
           KEEL_CASE(nobody_has_a_number_that_is_none), KEEL_CASE(a_number_is_that_of_a_namespace),
           KEEL_CASE(a_signal_that_is_ignored_changes_nothing));
