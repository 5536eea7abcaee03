// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
u32 caller(const Mutex<u32>& child)
{
    return *child.lock_nested<8>(); // expect-error: lockdep knows the levels 1 to 7
}
