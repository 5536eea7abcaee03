// SPDX-License-Identifier: GPL-2.0
// A struct of arrays without values.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

struct Frame {
    u8 head[4];
    Array<u32, 4> words;
};
u8 first()
{
    Frame frame; // expect-error: [keel-uninit]
    return frame.head[0];
}
