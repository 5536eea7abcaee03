// SPDX-License-Identifier: GPL-2.0
// The item has the caller's share of the queue. rustc: E0382
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    DelayedWork<Cache> first;
    DelayedWork<Cache> second;
    static Cache make(Init<Cache>& init, Arc<Workqueue> queue)
    {
        return {.first = DelayedWork<Cache>::idle_on<&Cache::drop>(init, move(queue)),
                .second = DelayedWork<Cache>::idle_on<&Cache::drop>(init, move(queue))}; // expect-error: [keel-use-after-move]
    }
    void drop() const {}
};
