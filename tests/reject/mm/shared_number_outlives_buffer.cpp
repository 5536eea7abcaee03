// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/mm/shared_buffer.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u32 first(mm::SharedBuffer buffer)
{
    const mm::Shared<u32>& number = buffer.bytes().at<mm::Shared<u32>>(0).value();
    buffer = mm::SharedBuffer(); // expect-error: keel-exclusive
    return number.read_once();
}
