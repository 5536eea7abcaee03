// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

enum class Mode : u32 { Off, On };
Mode mode(u32 raw)
{
    return raw; // expect-error: cannot initialize return object
}
