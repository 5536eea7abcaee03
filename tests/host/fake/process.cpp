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
char the_pid, the_namespace;

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

bool task_has_ended(task_struct*) { return false; }
int send_sig(int, task_struct*, int) { return 0; }

// One pid, of the process that runs: every number but its own is nobody's.
pid* find_get_pid(int number)
{
    return number == pid_of_process ? (take(), reinterpret_cast<pid*>(&the_pid)) : nullptr;
}
pid* get_task_pid(task_struct*, pid_type) { return find_get_pid(pid_of_process); }
task_struct* get_pid_task(pid*, pid_type) { return get_task_struct(get_current()); }
pid* get_pid(pid* held) { return take(), held; }
void put_pid(pid*) { give_back(); }
int pid_nr(pid*) { return pid_of_process; }
int pid_nr_ns(pid*, pid_namespace*) { return pid_of_process; }
int pid_vnr(pid*) { return pid_of_process; }
int kill_pid(pid*, int, int) { return 0; }
pid_namespace* task_active_pid_ns(task_struct*) { return reinterpret_cast<pid_namespace*>(&the_namespace); }
pid_namespace* get_pid_ns(pid_namespace* held) { return take(), held; }
void put_pid_ns(pid_namespace*) { give_back(); }

user_namespace* cred_user_namespace(const cred*) { return reinterpret_cast<user_namespace*>(&the_namespace); }
user_namespace* get_user_ns(user_namespace* held) { return take(), held; }
void put_user_ns(user_namespace*) { give_back(); }
unsigned uid_in_namespace(user_namespace*, unsigned uid) { return uid; }
unsigned gid_in_namespace(user_namespace*, unsigned gid) { return gid; }
unsigned uid_of_namespace(user_namespace*, unsigned number) { return number; }
unsigned gid_of_namespace(user_namespace*, unsigned number) { return number; }
bool current_in_group(unsigned gid) { return gid == 0; }
bool ns_capable(user_namespace*, int) { return true; }

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
