// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

bool scratch(usize len)
{
    return __builtin_alloca(len) != nullptr; // expect-error: [keel-unsafe-op]
}
