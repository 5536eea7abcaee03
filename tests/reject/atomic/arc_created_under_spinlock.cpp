// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Session { u32 id; };
Result<Arc<Session>> open(const SpinLock<u32>& next)
{
    auto n = next.lock();
    return Arc<Session>::create(GFP_KERNEL, Session {(*n)++}); // expect-error: [keel-atomic-context]
}
