// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

class Total {
public:
    operator u32() const { return *sum_.lock(); }

private:
    Mutex<u32> sum_;
};
u32 count(const SpinLock<u32>& hits, const Total& total)
{
    auto h = hits.lock();
    return *h + total; // expect-error: [keel-atomic-context]
}
