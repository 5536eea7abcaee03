// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
// A number is no user until a namespace says whom it means.
bool caller(const Credentials& who, u32 number)
{
    return who.uid() == number; // expect-error: invalid operands to binary expression
}
