// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 run(bool fast)
{
    void* target = fast ? &&quick : &&slow;
    goto* target; // expect-error: [keel-goto]
quick:
    return 1;
slow:
    return 2;
}
