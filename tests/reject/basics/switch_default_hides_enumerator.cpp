// SPDX-License-Identifier: GPL-2.0
// rustc: E0004
#include <keel/prelude.hpp>

using namespace keel;

enum class State { Idle, Running, Failed };
u32 code(State state)
{
    switch (state) { // expect-error: enumeration value 'Failed' not explicitly handled
    case State::Idle:
        return 0;
    case State::Running:
        return 1;
    default:
        return 2;
    }
}
