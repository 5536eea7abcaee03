// SPDX-License-Identifier: GPL-2.0
// A kernel address is a secret.
#include <keel/uaccess/user.hpp>
using namespace keel;
Result<void> caller(UserWriter& out, int* p) { return out.write(p); } // expect-error: no matching member function
