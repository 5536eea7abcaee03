// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;

struct Session {
    ARef<Task> opener;
    ARef<Credentials> rights;

    bool is_of_opener() const
    {
        const CurrentTask me = current();
        return *opener == *me && rights->euid() == me.credentials().euid();
    }
};

Result<Arc<Session>> open()
{
    if (!capable(Capability::SysRawio))
        return EPERM;
    const CurrentTask me = current();
    pr_info("{} ({}) opens\n", me->name().as_cstr(), current()->pid());
    return Arc<Session>::create(GFP_KERNEL, ARef<Task>(*me), ARef<Credentials>(me.credentials()));
}

Result<void> reset(const Mutex<u32>& state)
{
    for (u32 i = 0; i < 100; i++) {
        if (current()->is_being_killed())
            return EINTR;
        ++*state.lock();
    }
    return {};
}
