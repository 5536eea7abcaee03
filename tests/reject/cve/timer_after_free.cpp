// SPDX-License-Identifier: GPL-2.0
// The device is freed, its timer still ticks.
// rustc: E0373
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

class Ticker {
public:
    void arm() const
    {
        later::every(100, [this] { ticks_.with([](u32& n) { n++; }); }); // expect-error: [keel-borrow-escapes]
    }

private:
    SpinLock<u32> ticks_;
};
