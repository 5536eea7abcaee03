// SPDX-License-Identifier: GPL-2.0
// The queue is destroyed while the item can still be put on it. rustc: none
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache {
    DelayedWork<Cache> timer;
    Workqueue queue; // expect-error: [keel-publish-last]
};
