// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

class Total {
public:
    const Total& operator+=(u32 n) const
    {
        *sum_.lock() += n;
        return *this;
    }

private:
    Mutex<u32> sum_;
};
void count(const SpinLock<u32>& hits, const Total& total)
{
    auto h = hits.lock();
    total += ++*h; // expect-error: [keel-atomic-context]
}
