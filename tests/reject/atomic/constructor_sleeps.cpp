// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Snapshot {
    u32 value;
    explicit Snapshot(const Mutex<u32>& total) : value {*total.lock()} {}
};
u32 count(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto h = hits.lock();
    Snapshot snapshot(total); // expect-error: [keel-atomic-context]
    return *h + snapshot.value;
}
