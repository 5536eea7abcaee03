// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Cache {
    Mutex<u32> pages;
    void drop() const { *pages.lock() = 0; }
};
void later(Init<Cache>& init)
{
    Work<Cache> item = Work<Cache>::idle<&Cache::drop>(init); // expect-error: 'item' publishes an object that it is no member of [keel-publish-last]
    item.queue();
}
