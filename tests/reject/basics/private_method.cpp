// SPDX-License-Identifier: GPL-2.0
// rustc: E0624
#include <keel/prelude.hpp>

using namespace keel;

u32 raw(const Mutex<u32>& mutex)
{
    return mutex.raw() != nullptr; // expect-error: is a protected member
}
