// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
using namespace keel;
auto caller() { return Box<int>::create(5); } // expect-error: no matching function
