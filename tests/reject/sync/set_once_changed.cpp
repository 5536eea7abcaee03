// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>
#include <keel/sync/set_once.hpp>
using namespace keel;
void change(const SetOnce<u32>& once)
{
    once.get().value() = 3; // expect-error: cannot assign
}
