// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

struct Options { u32 rate; };
void raise(const Options& options)
{
    options.rate = 16; // expect-error: cannot assign to variable 'options'
}
