// SPDX-License-Identifier: GPL-2.0
// A node is one that is online.
// rustc: E0308
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<Page> make(int node)
{
    return Page::create_on(node, GFP_KERNEL); // expect-error: no matching function
}
