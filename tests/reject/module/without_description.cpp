// SPDX-License-Identifier: GPL-2.0
#include <keel/module.hpp>
using namespace keel;
struct Empty { static Empty init(Init<Empty>&) { return {}; } };
KEEL_MODULE(Empty, .license = "GPL"); // expect-error: KEEL_MODULE needs .description
