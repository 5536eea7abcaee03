// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Session { Mutex<u32> state; };
Result<Arc<Session>> open(const SpinLock<u32>& next)
{
    auto n = next.lock();
    (*n)++;
    return Arc<Session>::init(GFP_KERNEL, [](Init<Session>&) -> Session { return {.state = {}}; }); // expect-error: [keel-atomic-context]
}
