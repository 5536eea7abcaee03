// SPDX-License-Identifier: GPL-2.0
// A header of a packet, read from bytes and written to them.
#include <keel/core/bits.hpp>
#include <keel/core/endian.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Header {
    Be16 source;
    Be16 destination;
    Be16 length;
    Be16 checksum;
};

Result<u16> swap_ports(Span<u8> packet)
{
    const Option<Header> found = from_bytes<Header>(packet);
    if (found.is_none())
        return EMSGSIZE;
    Header header = found.value();
    swap(header.source, header.destination);
    const Option<u16> padded = align_up<u16>(header.length.get(), 4);
    if (padded.is_none())
        return EOVERFLOW;
    header.length = Be16::of(padded.value());
    if (!to_bytes(packet, 0, header))
        return EMSGSIZE;
    return header.source.get();
}
