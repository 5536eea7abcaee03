// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/shared.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Header {
    mm::Shared<u32> produced;
    u32 capacity;
};
u32 capacity(mm::SharedBytes bytes)
{
    return bytes.at<Header>(0).value().capacity; // expect-error: no matching member function
}
