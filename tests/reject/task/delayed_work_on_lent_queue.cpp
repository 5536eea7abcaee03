// SPDX-License-Identifier: GPL-2.0
// Its timer could come when a queue that it does not own has gone.
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    Workqueue queue;
    DelayedWork<Cache> trim;
    static Cache make(Init<Cache>& init, Workqueue queue)
    {
        return {.queue = {}, .trim = DelayedWork<Cache>::idle_on<&Cache::drop>(init, move(queue))}; // expect-error: no matching function for call to 'idle_on'
    }
    void drop() const
    {
        trim.queue_after(Duration::secs(1), queue); // expect-error: too many arguments to function call
        trim.requeue_after(Duration::secs(1), queue); // expect-error: too many arguments to function call
    }
};
