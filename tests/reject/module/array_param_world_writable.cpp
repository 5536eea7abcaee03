// SPDX-License-Identifier: GPL-2.0
#include <keel/module/array_param.hpp>
#include <keel/module/typed_param.hpp>
#include <keel/prelude.hpp>
using namespace keel;
module::ArrayParam<"ports", u16, 4, "ports", 0666> ports; // expect-error: the mode of a parameter is as in C
