// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
struct State {
    u32 count;
};
static constinit const Mutex<State> state {State {.count = 0}};
u32 caller() { return state->count; } // expect-error: member reference type 'const Mutex<State>' is not a pointer
