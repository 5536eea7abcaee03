// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Policy { virtual u32 next() const = 0; };
struct Constant final : Policy { u32 next() const override { return 1; } };
bool is_constant(Policy& policy)
{
    return dynamic_cast<Constant*>(&policy) != nullptr; // expect-error: use of dynamic_cast requires -frtti
}
