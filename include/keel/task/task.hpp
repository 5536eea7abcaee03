// SPDX-License-Identifier: GPL-2.0
// Tasks: the threads of processes and of the kernel; and the one that runs.
// C header: include/linux/sched.h
#pragma once

#include <keel/core/array.hpp>
#include <keel/core/str.hpp>
#include <keel/task/credentials.hpp>

namespace keel {

/// The name of a task, as ps shows it: a copy.
///
/// # Invariants
/// text_ has a NUL.
class TaskName {
public:
    CStr as_cstr() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("text_ has a NUL: invariant") { return CStr::from_raw(text_); }
    }

private:
    friend class Task;
    TaskName() = default;

    char text_[bindings::TASK_COMM_LEN] {};
};

/// A signal; see signal(7).
enum class Signal : int {
    Hup = bindings::SIGHUP,
    Int = bindings::SIGINT,
    Quit = bindings::SIGQUIT,
    Kill = bindings::SIGKILL,
    Usr1 = bindings::SIGUSR1,
    Usr2 = bindings::SIGUSR2,
    Pipe = bindings::SIGPIPE,
    Alrm = bindings::SIGALRM,
    Term = bindings::SIGTERM,
    Chld = bindings::SIGCHLD,
    Cont = bindings::SIGCONT,
    Stop = bindings::SIGSTOP,
    Io = bindings::SIGIO,
};

/// A task, counted by the kernel: keep one with ARef<Task>. It may have ended.
class KEEL_SEND KEEL_SYNC Task {
public:
    Task() = delete;
    Task(const Task&) = delete;

    /// # Safety
    /// `raw` is a live task for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const Task& from_raw(bindings::task_struct* raw)
    {
        UNSAFE("a Task is a bindings::task_struct and adds nothing") { return *reinterpret_cast<const Task*>(raw); }
    }
    KEEL_ANY_CONTEXT bindings::task_struct* raw() const
    {
        UNSAFE("a Task is a bindings::task_struct: from_raw")
        {
            return reinterpret_cast<bindings::task_struct*>(const_cast<Task*>(this));
        }
    }

    // In any context.

    /// The number of this thread, on the machine.
    KEEL_ANY_CONTEXT i32 pid() const
    {
        UNSAFE("live: lifetime") { return bindings::task_pid_nr(raw()); }
    }
    /// The number of its process, on the machine: what user space calls the pid.
    KEEL_ANY_CONTEXT i32 tgid() const
    {
        UNSAFE("live: lifetime") { return bindings::task_tgid_nr(raw()); }
    }
    /// The number of its process in the pid namespace of the current process; 0 if it has none there.
    KEEL_ANY_CONTEXT i32 tgid_here() const
    {
        UNSAFE("live: lifetime") { return bindings::task_tgid_vnr(raw()); }
    }
    KEEL_ANY_CONTEXT TaskName name() const
    {
        TaskName name;
        UNSAFE("live: lifetime; the buffer is as long as said") { bindings::task_name(raw(), name.text_); }
        return name;
    }
    /// Whether it is a thread of the kernel's own, without a process.
    KEEL_ANY_CONTEXT bool is_kernel_thread() const
    {
        UNSAFE("live: lifetime") { return bindings::task_is_kthread(raw()); }
    }
    /// Whether a signal waits for it: what an interruptible wait ends for.
    KEEL_ANY_CONTEXT bool has_signal() const
    {
        UNSAFE("live: lifetime") { return bindings::signal_pending(raw()) != 0; }
    }
    /// Whether it is going to be killed: what a killable wait ends for.
    KEEL_ANY_CONTEXT bool is_being_killed() const
    {
        UNSAFE("live: lifetime") { return bindings::fatal_signal_pending(raw()) != 0; }
    }

    /// Whether it has ended: it runs no more, and perhaps its parent has not asked for its status yet.
    KEEL_ANY_CONTEXT bool has_ended() const
    {
        UNSAFE("live: lifetime") { return bindings::task_has_ended(raw()); }
    }

    /// Sends a signal to this thread, from the kernel: nobody's permission is asked. A task that has ended takes no
    /// notice. The whole process gets what is sent with Pid::send.
    KEEL_ANY_CONTEXT void send(Signal signal) const
    {
        UNSAFE("live: lifetime; 1 says that the kernel sends it")
        {
            (void)bindings::send_sig(static_cast<int>(signal), raw(), 1);
        }
    }

    KEEL_ANY_CONTEXT bool operator==(const Task& other) const { return this == &other; }

    KEEL_ANY_CONTEXT static void get(const Task& task)
    {
        UNSAFE("live: lifetime of the reference") { bindings::get_task_struct(task.raw()); }
    }
    KEEL_ANY_CONTEXT static void put(const Task& task)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_task_struct(task.raw()); }
    }

private:
    [[maybe_unused]] char opaque_;
};

/// The task that runs. It belongs to the function that asked: what is to be kept is an ARef<Task> made of it.
///
///     const CurrentTask me = current();
///     pr_info("{} opens the device\n", me->pid());
///
/// # Invariants
/// task_ is the task that runs as long as this lives, because this stays in its thread.
class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC CurrentTask {
public:
    CurrentTask(const CurrentTask&) = delete;
    CurrentTask& operator=(const CurrentTask&) = delete;

    KEEL_ANY_CONTEXT const Task& operator*() const KEEL_LIFETIME_BOUND { return task_; }
    KEEL_ANY_CONTEXT const Task* operator->() const KEEL_LIFETIME_BOUND { return &task_; }

    /// What it acts for.
    KEEL_ANY_CONTEXT const Credentials& credentials() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("only a task itself changes its credentials, and the library has no way to")
        {
            return Credentials::from_raw(bindings::credentials_of_current());
        }
    }

private:
    friend CurrentTask current();
    KEEL_ANY_CONTEXT explicit CurrentTask(const Task& task KEEL_LIFETIME_BOUND) : task_ {task} {}

    const Task& task_;
};

/// The task that runs. In an interrupt, that is the one that was interrupted.
///
/// # Context
/// Any.
KEEL_ANY_CONTEXT KEEL_INLINE CurrentTask current()
{
    UNSAFE("the task that runs is live") { return CurrentTask(Task::from_raw(bindings::get_current())); }
}

/// Lets others run, if it is time: for long loops.
///
/// # Context
/// Process; may sleep.
KEEL_MAY_SLEEP KEEL_INLINE void cond_resched()
{
    UNSAFE("in process context: duty of the caller, which the checker proves") { bindings::resched_if_due(); }
}

} // namespace keel
