// SPDX-License-Identifier: GPL-2.0
// An item keeps its queue, so it must own it.
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    Work<Cache> trim;
    static Cache make(Init<Cache>& init, const Workqueue& queue)
    {
        return {.trim = Work<Cache>::idle_on<&Cache::drop>(init, queue)}; // expect-error: no matching function for call to 'idle_on'
    }
    void drop() const {}
};
