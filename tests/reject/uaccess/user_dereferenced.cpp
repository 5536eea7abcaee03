// SPDX-License-Identifier: GPL-2.0
// User memory is only ever copied.
#include <keel/uaccess/user.hpp>
char caller(bindings::user_ptr<char> p) { return *p; } // expect-error: indirection requires pointer operand
