// SPDX-License-Identifier: GPL-2.0
// Padding was never written: it would show what the stack had there.
#include <keel/prelude.hpp>
#include <keel/uaccess/iov_iter.hpp>

using namespace keel;

struct Reply {
    u8 kind;
    u32 value;
};
Result<void> reply(IovDest& to) { return to.write(Reply {1, 2}); } // expect-error: no matching member function
