// SPDX-License-Identifier: GPL-2.0
// The copy failed, and the buffer is used.
#include <keel/prelude.hpp>

using namespace keel;

Result<void> load(Vec<u8>& into);
u8 first(Vec<u8>& into)
{
    load(into); // expect-error: ignoring return value
    return into[0];
}
