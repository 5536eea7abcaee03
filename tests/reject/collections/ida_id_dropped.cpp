// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/ida.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> start(const Ida<struct Minor>& minors)
{
    minors.alloc(0, 255, GFP_KERNEL); // expect-error: ignoring return value
    return {};
}
