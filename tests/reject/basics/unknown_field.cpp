// SPDX-License-Identifier: GPL-2.0
// rustc: E0560
#include <keel/prelude.hpp>

using namespace keel;

struct Options { u32 rate; };
Options make()
{
    return {.rates = 1}; // expect-error: does not refer to any field
}
