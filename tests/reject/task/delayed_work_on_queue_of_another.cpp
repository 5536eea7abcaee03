// SPDX-License-Identifier: GPL-2.0
// What is kept is an Arc of a queue: no borrow of one, and no Arc of anything else.
#include <keel/prelude.hpp>
#include <keel/sync/arc_borrow.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    DelayedWork<Cache> trim;
    static Cache lent(Init<Cache>& init, ArcBorrow<Workqueue> queue)
    {
        return {.trim = DelayedWork<Cache>::idle_on<&Cache::drop>(init, queue)}; // expect-error: no matching function for call to 'idle_on'
    }
    static Cache other(Init<Cache>& init, Arc<u32> number)
    {
        return {.trim = DelayedWork<Cache>::idle_on<&Cache::drop>(init, move(number))}; // expect-error: no matching function for call to 'idle_on'
    }
    void drop() const {}
};
