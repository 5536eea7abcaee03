// SPDX-License-Identifier: GPL-2.0
// A count that the process chose claims no more memory than the driver says.
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

Result<void> receive(UserReader& in, usize count, Vec<u32>& into)
{
    return in.read_array(into, count, GFP_KERNEL); // expect-error: no matching member function
}
