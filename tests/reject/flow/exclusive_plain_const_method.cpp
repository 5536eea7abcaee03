// SPDX-License-Identifier: GPL-2.0
// A method reads the whole while one of its fields is being changed.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

class Meter {
public:
    u32 sum() const { return low_ + high_; }
    u32 run()
    {
        u32& low = low_;
        low = 1;
        const u32 total = sum(); // expect-error: [keel-exclusive]
        low = 2;
        return total;
    }

private:
    u32 low_ = 0;
    u32 high_ = 0;
};
