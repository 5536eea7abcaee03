// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    SpinLock<u32> pages;
    Work<Cache> trim;
    void stop() const
    {
        auto held = pages.lock();
        trim.queue();
        trim.cancel(); // expect-error: [keel-atomic-context]
        trim.flush();  // expect-error: [keel-atomic-context]
    }
};
