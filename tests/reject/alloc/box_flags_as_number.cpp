// SPDX-License-Identifier: GPL-2.0
// Flags are types: a number says nothing of the context.
#include <keel/alloc/box.hpp>
using namespace keel;
auto caller() { return Box<int>::create(bindings::GFP_KERNEL, 5); } // expect-error: no matching function
