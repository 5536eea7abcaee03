// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void share(const Arc<u32>& shared)
{
    shared.clone(); // expect-error: ignoring return value
}
