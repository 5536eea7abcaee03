// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/set_once.hpp>
using namespace keel;
void change(const SetOnce<u32>& once)
{
    once.set(3); // expect-error: ignoring return value
}
