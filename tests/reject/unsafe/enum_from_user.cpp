// SPDX-License-Identifier: GPL-2.0
// Any number could have come, and a switch over the enumerators trusts it.
// rustc: E0133
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

enum class Mode : u32 { Off, On };
Result<Mode> mode(UserReader& in)
{
    return static_cast<Mode>(TRY(in.read<u32>())); // expect-error: [keel-unsafe-op]
}
