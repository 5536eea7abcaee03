// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

class Table {
public:
    KEEL_UNSAFE_FUNCTION u32 unchecked(usize at) const;
    u32 first() const
    {
        return unchecked(0); // expect-error: [keel-unsafe-op]
    }
};
