// SPDX-License-Identifier: GPL-2.0
// The C way to clean up: here owners do.
#include <keel/prelude.hpp>

using namespace keel;

Result<void> probe(u32 id)
{
    if (id == 0)
        goto fail; // expect-error: [keel-goto]
    return {};
fail:
    return EINVAL;
}
