// SPDX-License-Identifier: GPL-2.0
// A method that changes the whole is called while one of its fields is borrowed.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

class Meter {
public:
    void tick() { ticks_++; }
    u32 run()
    {
        const u32& seen = ticks_;
        tick(); // expect-error: [keel-exclusive]
        return seen;
    }

private:
    u32 ticks_ = 0;
};
