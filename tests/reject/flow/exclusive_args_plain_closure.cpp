// SPDX-License-Identifier: GPL-2.0
// The closure changes the object that it is handed to.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

class Meter {
public:
    template <class Then> void run(Then then)
    {
        ticks_++;
        then();
    }
    u32 ticks_ = 0;
};
void call(Meter& meter)
{
    meter.run([&] { meter.ticks_ = 0; }); // expect-error: [keel-exclusive-args]
}
