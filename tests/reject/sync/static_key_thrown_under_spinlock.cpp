// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/sync/static_key.hpp>
using namespace keel;
struct Tracing;
void start(const SpinLock<u32>& users)
{
    auto held = users.lock();
    if (!StaticKey<Tracing>::is_on() && ++*held == 1)
        StaticKey<Tracing>::enable(); // expect-error: [keel-atomic-context]
}
