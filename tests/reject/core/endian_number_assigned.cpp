// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/core/endian.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Header {
    Be16 length;
};
void set(Header& header, u16 length)
{
    header.length = length; // expect-error: no viable overloaded '='
}
