// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

bool mapped(unsigned long address)
{
    auto* registers = reinterpret_cast<volatile u32*>(address); // expect-error: [keel-unsafe-op]
    return registers != nullptr;
}
