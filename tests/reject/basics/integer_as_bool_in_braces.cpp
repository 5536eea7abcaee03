// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

struct Options { bool verbose; };
Options make(u32 flags)
{
    return {.verbose = flags}; // expect-error: cannot be narrowed
}
