// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct Other {
    void drop() const {}
};
struct Cache {
    Mutex<u32> pages;
    Work<Cache> trim;
    static Cache init(Init<Cache>& init)
    {
        return {.pages = {}, .trim = Work<Cache>::idle<&Other::drop>(init)}; // expect-error: a Work calls: void function() const, of its T
    }
};
