// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/credentials.hpp>
using namespace keel;
bool is_daemon(const Credentials& credentials)
{
    return credentials.uid() == 1; // expect-error: invalid operands
}
bool swapped(const Credentials& credentials)
{
    return credentials.uid() == credentials.gid(); // expect-error: invalid operands
}
