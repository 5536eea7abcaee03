// SPDX-License-Identifier: GPL-2.0
// Two owners would free twice.
#include <keel/alloc/box.hpp>
using namespace keel;
Box<int> caller(Box<int>& box) { return Box<int>(box); } // expect-error: deleted
