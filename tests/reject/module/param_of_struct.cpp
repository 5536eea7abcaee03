// SPDX-License-Identifier: GPL-2.0
#include <keel/module.hpp>
using namespace keel;
struct Pair { int a, b; };
module::Param<"pair", Pair {1, 2}, "Two numbers"> pair; // expect-error: constraints not satisfied for class template 'Param'
