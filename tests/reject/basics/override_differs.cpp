// SPDX-License-Identifier: GPL-2.0
// rustc: E0053
#include <keel/prelude.hpp>

using namespace keel;

struct Policy {
    virtual u32 next() const = 0;
};
struct Constant : Policy {
    u32 next() override { return 1; } // expect-error: hides virtual member function
};
