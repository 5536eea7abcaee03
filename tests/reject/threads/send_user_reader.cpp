// SPDX-License-Identifier: GPL-2.0
// The memory is that of the calling process.
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(UserReader in)
{
    later::hand_over(in); // expect-error: call to deleted constructor
}
