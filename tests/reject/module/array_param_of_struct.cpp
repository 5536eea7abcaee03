// SPDX-License-Identifier: GPL-2.0
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pair { int a, b; };
module::ArrayParam<"pairs", Pair, 4, "pairs"> pairs; // expect-error: constraints not satisfied for class template 'ArrayParam'
