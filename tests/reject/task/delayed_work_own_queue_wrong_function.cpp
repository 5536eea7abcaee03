// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    DelayedWork<Cache> trim;
    static Cache make(Init<Cache>& init, const Arc<Workqueue>& queue)
    {
        return {.trim = DelayedWork<Cache>::idle_on<&Cache::drop>(init, queue.clone())}; // expect-error: a DelayedWork calls: void function() const, of its T
    }
    void drop() {}
};
