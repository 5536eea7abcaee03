// SPDX-License-Identifier: GPL-2.0
// A number that was not given out is not given back.
// rustc: E0308
#include <keel/collections/ida.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void give_back(const Ida<struct Minor>& minors)
{
    minors.free(7); // expect-error: no viable conversion
}
