// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/vec.hpp>
using namespace keel;
Vec<int> caller(Vec<int>& v) { return Vec<int>(v); } // expect-error: deleted
