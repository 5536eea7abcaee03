// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> count(const SpinLock<u32>& hits, const Mutex<u32>& errors)
{
    auto h = hits.lock();
    if (*h == 0) {
        (*errors.lock())++; // expect-error: [keel-atomic-context]
        return EIO;
    }
    return *h;
}
