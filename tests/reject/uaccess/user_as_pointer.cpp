// SPDX-License-Identifier: GPL-2.0
#include <keel/uaccess/user.hpp>
char* caller(bindings::user_ptr<char> p) { return p; } // expect-error: no viable conversion
