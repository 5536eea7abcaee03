// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/vec.hpp>
using namespace keel;
void caller(Vec<int>& v) { v.push(1, GFP_KERNEL); } // expect-error: ignoring return value
