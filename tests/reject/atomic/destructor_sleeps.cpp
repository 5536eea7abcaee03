// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

class Lease {
public:
    explicit Lease(const Arc<Mutex<u32>>& total) : total_ {total.clone()} {}
    ~Lease() { --*total_->lock(); }

private:
    Arc<Mutex<u32>> total_;
};
u32 count(const SpinLock<u32>& hits, const Arc<Mutex<u32>>& total)
{
    auto h = hits.lock();
    {
        Lease lease(total);
        (*h)++;
    } // expect-error: [keel-atomic-context]
    return *h;
}
