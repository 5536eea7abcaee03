// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
struct KEEL_NOT_SEND Local {
    u32 value;
};
static constinit const Mutex<Local> local {Local {.value = 1}}; // expect-error: [keel-not-sync]
