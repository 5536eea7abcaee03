// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/core/byte_sink.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void takes_what_it_has_room_for(Test& test)
{
    Array<u8, 6> memory {};
    const Array<u8, 4> bytes = {1, 2, 3, 4};
    UNSAFE("memory is used by this alone")
    {
        ByteSink sink(memory.span());
        KEEL_EXPECT(test, sink.room() == 6 && sink.len() == 0);
        sink.write(bytes);
        KEEL_EXPECT(test, sink.room() == 2 && sink.len() == 4);
        sink.write(bytes);
        KEEL_EXPECT(test, sink.room() == 0 && sink.len() == 6);
        sink.write(bytes);
        KEEL_EXPECT(test, sink.len() == 6);
    }
    KEEL_EXPECT(test, memory[3] == 4 && memory[4] == 1 && memory[5] == 2);
}

void reads_from_an_offset(Test& test)
{
    const Array<u8, 4> bytes = {1, 2, 3, 4};
    const Array<loff_t, 6> offsets = {-1, 0, 1, 4, 5, loff_t {1} << 62};
    for (loff_t from : offsets) {
        Array<u8, 2> memory {};
        UNSAFE("memory is used by this alone")
        {
            ByteSink sink(memory.span());
            sink.write_from(bytes, from);
            KEEL_EXPECT(test, sink.len() == (from == 0 || from == 1 ? 2u : 0u));
        }
        KEEL_EXPECT(test, memory[0] == (from == 0 ? 1 : from == 1 ? 2 : 0));
    }
}

} // namespace

KEEL_SUITE(byte_sink_suite, "core/byte_sink", KEEL_CASE(takes_what_it_has_room_for), KEEL_CASE(reads_from_an_offset));
