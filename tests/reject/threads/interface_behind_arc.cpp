// SPDX-License-Identifier: GPL-2.0
// What the derived class holds is not known here.
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Policy {
    virtual u32 next() const = 0;
    virtual ~Policy() = default;
};
void start(const Policy& policy)
{
    later::hand_over(Option<const Policy&>(policy)); // expect-error: [keel-not-send]
}
