// SPDX-License-Identifier: GPL-2.0
// Padding would carry kernel memory to user space.
#include <keel/uaccess/user.hpp>
using namespace keel;
struct Padded { char c; int n; };
Result<void> caller(UserWriter& out, const Padded& p) { return out.write(p); } // expect-error: no matching member function
