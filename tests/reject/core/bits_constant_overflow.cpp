// SPDX-License-Identifier: GPL-2.0
// What does not fit is nothing, and nothing has no value: at compile time an error.
// rustc: E0080
#include <keel/core/bits.hpp>
#include <keel/prelude.hpp>

using namespace keel;

constexpr u32 size = align_up(0xffff'fff1u, 16u).value(); // expect-error: must be initialized by a constant expression
