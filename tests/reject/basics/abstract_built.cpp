// SPDX-License-Identifier: GPL-2.0
// An implementation that leaves out a function of the interface.
// rustc: E0046
#include <keel/prelude.hpp>

using namespace keel;

struct Policy {
    virtual u32 next() const = 0;
    virtual void reset() = 0;
};
struct Constant : Policy {
    u32 next() const override { return 1; }
};
u32 run()
{
    Constant policy; // expect-error: abstract class
    return policy.next();
}
