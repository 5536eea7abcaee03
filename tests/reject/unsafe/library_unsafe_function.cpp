// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

Error decode(int code)
{
    return Error::from_errno_unchecked(code); // expect-error: [keel-unsafe-op]
}
