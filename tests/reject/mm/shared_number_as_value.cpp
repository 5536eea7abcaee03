// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/shared.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Header {
    mm::Shared<u32> produced;
    mm::Shared<u32> consumed;
};
u32 used(const Header& header)
{
    return header.produced - header.consumed; // expect-error: invalid operands
}
