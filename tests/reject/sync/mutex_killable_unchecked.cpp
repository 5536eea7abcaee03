// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
void caller(const Mutex<u32>& mutex)
{
    mutex.lock_killable(); // expect-error: ignoring return value
}
