// SPDX-License-Identifier: GPL-2.0
// Zeroes are no object of every type.
#include <keel/prelude.hpp>

using namespace keel;

struct Entry {
    Arc<u32> shared;
};
Result<void> make()
{
    TRY(Box<Entry>::zeroed(GFP_KERNEL)); // expect-error: no matching function
    return {};
}
