// SPDX-License-Identifier: GPL-2.0
// Addresses of a process mean something else in another. rustc: E0277
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

#include "../support/later.hpp"

Result<usize> write(UserReader& in)
{
    later::hand_over(move(in)); // expect-error: call to deleted constructor
    return usize {0};
}
