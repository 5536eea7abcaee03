// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/mm/shared_page.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u32 first(const mm::SharedPage& page)
{
    mm::SharedBytes bytes = page.map().bytes(); // expect-error: will be destroyed
    return bytes.at<mm::Shared<u32>>(0).value().read_once();
}
