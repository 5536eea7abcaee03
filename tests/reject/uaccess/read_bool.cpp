// SPDX-License-Identifier: GPL-2.0
// Not every byte is a bool.
#include <keel/uaccess/user.hpp>
using namespace keel;
Result<bool> caller(UserReader& in) { return in.read<bool>(); } // expect-error: no matching member function
