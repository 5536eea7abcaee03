// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
using namespace keel;
void caller() { Box<int>::create(GFP_KERNEL, 1); } // expect-error: ignoring return value
