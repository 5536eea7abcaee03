// SPDX-License-Identifier: GPL-2.0
// The text is in the buffer it was read into.
// rustc: E0597
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

Result<usize> name(UserReader& in)
{
    CStr text = "none"; // expect-error: [keel-dangling]
    {
        Array<char, 32> room {};
        text = TRY(in.read_cstr(room));
    }
    return text.len();
}
