// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

u8 first(bindings::user_ptr<u8> from) // expect-error: [keel-bindings-reach]
{
    return *from.raw; // expect-error: [keel-unsafe-op]
}
