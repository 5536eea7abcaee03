// SPDX-License-Identifier: GPL-2.0
// That the queue lives as long as the item says nothing about what the function touches.
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    DelayedWork<Cache> trim;
    Mutex<Vec<u32>> pages; // expect-error: [keel-publish-last]
    static Cache make(Init<Cache>& init, const Arc<Workqueue>& queue)
    {
        return {.trim = DelayedWork<Cache>::idle_on<&Cache::drop>(init, queue.clone()), .pages = {}};
    }
    void drop() const { pages.lock()->clear(); }
};
