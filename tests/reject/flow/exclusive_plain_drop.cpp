// SPDX-License-Identifier: GPL-2.0
// What a destructor is going to change is assigned to.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Undo {
    u32& slot;
    ~Undo() { slot = 0; }
};
void undone(u32& state)
{
    Undo undo {state};
    state = 1; // expect-error: [keel-exclusive]
}
