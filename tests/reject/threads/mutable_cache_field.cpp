// SPDX-License-Identifier: GPL-2.0
// const is what says that many CPUs may be here at once.
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

class Table {
public:
    u32 find(u32 key) const
    {
        last_ = key;
        return key + 1;
    }

private:
    mutable u32 last_ = 0; // expect-error: [keel-mutable-field]
};
