// SPDX-License-Identifier: GPL-2.0
// Not every number is an enumerator.
#include <keel/uaccess/user.hpp>
using namespace keel;
enum class Mode { Off, On };
Result<Mode> caller(UserReader& in) { return in.read<Mode>(); } // expect-error: no matching member function
