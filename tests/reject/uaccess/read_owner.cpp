// SPDX-License-Identifier: GPL-2.0
// Bytes of a process do not make an owner of kernel memory.
#include <keel/alloc/box.hpp>
#include <keel/uaccess/user.hpp>
using namespace keel;
Result<Box<int>> caller(UserReader& in) { return in.read<Box<int>>(); } // expect-error: no matching member function
