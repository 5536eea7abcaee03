// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/collections/ida.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void give_back(const Ida<struct Minor>& minors, Ida<struct Channel>::Id channel)
{
    minors.free(move(channel)); // expect-error: no viable conversion
}
