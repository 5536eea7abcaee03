// SPDX-License-Identifier: GPL-2.0
// What the number of a process or thread refers to, and signals to it.
// C headers: include/linux/pid.h, include/linux/pid_namespace.h, include/linux/sched/signal.h
#pragma once

#include <keel/core/result.hpp>
#include <keel/task/task.hpp>

namespace keel {

/// In which processes and threads have their numbers, counted by the kernel: keep one with ARef<PidNamespace>.
class KEEL_SEND KEEL_SYNC PidNamespace {
public:
    PidNamespace() = delete;
    PidNamespace(const PidNamespace&) = delete;

    /// That of the task that runs, in which it was made.
    KEEL_ANY_CONTEXT static const PidNamespace& of(const CurrentTask& me KEEL_LIFETIME_BOUND)
    {
        UNSAFE("a PidNamespace is a bindings::pid_namespace; that of the task that runs lives as long as it runs")
        {
            return *reinterpret_cast<const PidNamespace*>(bindings::task_active_pid_ns(me->raw()));
        }
    }
    KEEL_ANY_CONTEXT bindings::pid_namespace* raw() const
    {
        UNSAFE("a PidNamespace is a bindings::pid_namespace: of")
        {
            return reinterpret_cast<bindings::pid_namespace*>(const_cast<PidNamespace*>(this));
        }
    }

    KEEL_ANY_CONTEXT bool operator==(const PidNamespace& other) const { return this == &other; }

    KEEL_ANY_CONTEXT static void get(const PidNamespace& held)
    {
        UNSAFE("live: lifetime of the reference") { bindings::get_pid_ns(held.raw()); }
    }
    KEEL_MAY_SLEEP static void put(const PidNamespace& held)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_pid_ns(held.raw()); }
    }

private:
    [[maybe_unused]] char opaque_;
};

/// A number that a process or thread has, counted by the kernel: keep one with ARef<Pid>. While it is kept the number
/// may be given to another task, which is then another Pid: what is looked up by it is never the wrong one.
///
/// # Context
/// Any, if nothing else is said.
class KEEL_SEND KEEL_SYNC Pid {
public:
    Pid() = delete;
    Pid(const Pid&) = delete;

    /// Who has this number in the pid namespace of the current process, if anybody.
    ///
    /// # Context
    /// Process.
    KEEL_MAY_SLEEP static Option<ARef<Pid>> find(i32 number)
    {
        UNSAFE("gives null or a reference") { return adopt(bindings::find_get_pid(number)); }
    }
    /// That of a thread, unless it has ended and its parent knows.
    KEEL_ANY_CONTEXT static Option<ARef<Pid>> of_thread(const Task& task)
    {
        UNSAFE("a live task: lifetime; gives null or a reference")
        {
            return adopt(bindings::get_task_pid(task.raw(), bindings::PIDTYPE_PID));
        }
    }
    /// That of a thread's process, unless it has ended and its parent knows.
    KEEL_ANY_CONTEXT static Option<ARef<Pid>> of_process(const Task& task)
    {
        UNSAFE("a live task: lifetime; gives null or a reference")
        {
            return adopt(bindings::get_task_pid(task.raw(), bindings::PIDTYPE_TGID));
        }
    }

    /// The thread that has it, unless that has ended and its parent knows.
    KEEL_ANY_CONTEXT Option<ARef<Task>> task() const
    {
        UNSAFE("live: lifetime; gives null or a reference")
        {
            bindings::task_struct* found = bindings::get_pid_task(raw(), bindings::PIDTYPE_PID);
            return found ? Option<ARef<Task>>(ARef<Task>::adopt(Task::from_raw(found))) : none;
        }
    }

    /// The number on the machine.
    KEEL_ANY_CONTEXT i32 number() const
    {
        UNSAFE("live: lifetime") { return bindings::pid_nr(raw()); }
    }
    /// The number in a namespace; 0 if it has none there.
    KEEL_ANY_CONTEXT i32 number_in(const PidNamespace& where) const
    {
        UNSAFE("both live: lifetime") { return bindings::pid_nr_ns(raw(), where.raw()); }
    }
    /// The number in the namespace of the current process; 0 if it has none there.
    ///
    /// # Context
    /// Process.
    KEEL_MAY_SLEEP i32 number_here() const
    {
        UNSAFE("live: lifetime") { return bindings::pid_vnr(raw()); }
    }

    /// Sends a signal to its process, from the kernel: nobody's permission is asked.
    ///
    /// # Errors
    /// ESRCH: it has ended.
    KEEL_ANY_CONTEXT Result<void> send(Signal signal) const
    {
        UNSAFE("live: lifetime; 1 says that the kernel sends it")
        {
            return Result<void>::from_errno(bindings::kill_pid(raw(), static_cast<int>(signal), 1));
        }
    }

    KEEL_ANY_CONTEXT bool operator==(const Pid& other) const { return this == &other; }

    KEEL_ANY_CONTEXT bindings::pid* raw() const
    {
        UNSAFE("a Pid is a bindings::pid: adopt") { return reinterpret_cast<bindings::pid*>(const_cast<Pid*>(this)); }
    }
    KEEL_ANY_CONTEXT static void get(const Pid& pid)
    {
        UNSAFE("live: lifetime of the reference") { bindings::get_pid(pid.raw()); }
    }
    KEEL_ANY_CONTEXT static void put(const Pid& pid)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_pid(pid.raw()); }
    }

private:
    KEEL_ANY_CONTEXT static Option<ARef<Pid>> adopt(bindings::pid* raw)
    {
        UNSAFE("a Pid is a bindings::pid and adds nothing; the reference is the caller's")
        {
            return raw ? Option<ARef<Pid>>(ARef<Pid>::adopt(*reinterpret_cast<const Pid*>(raw))) : none;
        }
    }

    [[maybe_unused]] char opaque_;
};

} // namespace keel
