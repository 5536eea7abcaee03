// SPDX-License-Identifier: GPL-2.0
// Who runs: one process, of the superuser, which loads the module; and the fake kernel's own threads.
#include "process.hpp"

#include "fake.hpp"

#include <bindings/task.hpp>

#include <cstring>

namespace {

/// The references that were taken to something that lives for ever.
unsigned references;

void take() { references++; }
void give_back()
{
    if (references-- == 0)
        fake::die("a reference is given back that nobody holds");
}

constexpr int pid_of_process = 42;
const char process_name[] = "insmod";

thread_local const char* kthread_name;
thread_local int kthread_pid;

const char credentials = 0;

} // namespace

namespace fake {

void become_kthread(const char* name, int pid)
{
    kthread_name = name;
    kthread_pid = pid;
}

unsigned& this_cpu()
{
    static thread_local unsigned cpu;
    return cpu;
}

} // namespace fake

namespace bindings {
extern "C" {

task_struct* get_task_struct(task_struct* task) { return take(), task; }
void put_task_struct(task_struct*) { give_back(); }
pid_t task_pid_nr(task_struct* task) { return task_is_kthread(task) ? kthread_pid : pid_of_process; }
pid_t task_tgid_nr(task_struct* task) { return task_pid_nr(task); }
pid_t task_tgid_vnr(task_struct* task) { return task_pid_nr(task); }
bool task_is_kthread(task_struct* task)
{
    if (task != get_current())
        fake::die("a test asks about a task that does not run");
    return kthread_pid != 0;
}
void task_name(task_struct* task, char* name)
{
    strncpy(name, task_is_kthread(task) ? kthread_name : process_name, TASK_COMM_LEN);
}
int signal_pending(task_struct*) { return 0; }
int fatal_signal_pending(task_struct*) { return 0; }

const cred* credentials_of_current() { return reinterpret_cast<const cred*>(&credentials); }
const cred* get_cred(const cred* held) { return take(), held; }
void put_cred(const cred*) { give_back(); }
unsigned cred_uid(const cred*) { return 0; }
unsigned cred_euid(const cred*) { return 0; }
unsigned cred_gid(const cred*) { return 0; }
unsigned cred_egid(const cred*) { return 0; }
unsigned uid_in_current_namespace(unsigned uid) { return uid; }
unsigned gid_in_current_namespace(unsigned gid) { return gid; }
bool capable(int) { return true; }

} // extern "C"
} // namespace bindings
