// SPDX-License-Identifier: GPL-2.0
// The memory of a device is kept by the mapping, and sysfs does not tell of the end of one.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> map(mm::VmaPages& vma, const Arc<mm::IoRegion>& region)
{
    return vma.map(region.clone()); // expect-error: no matching member function for call to 'map'
}
