// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void try_it(const Mutex<u32>& count)
{
    count.try_lock(); // expect-error: ignoring return value
}
