// SPDX-License-Identifier: GPL-2.0
// Of bytes from elsewhere only numbers are made.
#include <keel/prelude.hpp>

using namespace keel;

Result<Vec<bool>> make()
{
    return Vec<bool>::zeroed(8, GFP_KERNEL); // expect-error: no matching function
}
