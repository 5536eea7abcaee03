// SPDX-License-Identifier: GPL-2.0
// rustc: E0080
#include <keel/prelude.hpp>

using namespace keel;

u8 magic()
{
    constexpr Array<u8, 4> header {1, 2, 3, 4};
    constexpr u8 fifth = header[4]; // expect-error: constexpr variable 'fifth' must be initialized by a constant expression
    return fifth;
}
