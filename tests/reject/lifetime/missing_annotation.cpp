// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

u32& pick(Vec<u32>& a, Vec<u32>& b, bool second); // expect-error: [keel-return-unbound]
