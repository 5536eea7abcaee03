// SPDX-License-Identifier: GPL-2.0
#include <keel/module.hpp>
using namespace keel;
module::Param<"limit", 3, "A limit", 0666> limit; // expect-error: the mode of a parameter
