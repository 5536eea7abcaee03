// SPDX-License-Identifier: GPL-2.0
// The kernel's vmalloc_node takes no flags: it may start input and output.
#include <keel/prelude.hpp>

using namespace keel;

Result<VBox<u64>> make(NumaNode node)
{
    return VBox<u64>::create_on(node, GFP_NOIO, 1u); // expect-error: no matching function
}
