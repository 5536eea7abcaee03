// SPDX-License-Identifier: GPL-2.0
// A process can make up a bool that is neither.
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

Result<void> receive(UserReader& in, Vec<bool>& into)
{
    return in.read_array(into, 4, 4, GFP_KERNEL); // expect-error: no matching member function
}
