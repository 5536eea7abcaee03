// SPDX-License-Identifier: GPL-2.0
#include <keel/module.hpp>
struct Empty {};
KEEL_MODULE(Empty, .license = "GPL", .description = "x"); // expect-error: no member named 'init' in 'Empty'
