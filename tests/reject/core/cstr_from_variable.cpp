// SPDX-License-Identifier: GPL-2.0
// Text that may lack its NUL is no C string.
#include <keel/core/str.hpp>
using namespace keel;
char buffer[4];
CStr caller() { return buffer; } // expect-error: is not a constant expression
