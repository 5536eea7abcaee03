// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/shared.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Header {
    mm::Shared<u32> produced;
};
u32 seen(const Header& header)
{
    Header copy = header; // expect-error: deleted
    return copy.produced.read_once();
}
