// SPDX-License-Identifier: GPL-2.0
// An enumerator that nobody chose.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

enum class Mode : u8 { Off, On };
bool is_on()
{
    Mode mode; // expect-error: [keel-uninit]
    return mode == Mode::On; // expect-error: is uninitialized when used here
}
