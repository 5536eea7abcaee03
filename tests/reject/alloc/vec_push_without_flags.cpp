// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/vec.hpp>
using namespace keel;
Result<void> caller(Vec<int>& v) { return v.push(1); } // expect-error: no matching member function
