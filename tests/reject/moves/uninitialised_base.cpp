// SPDX-License-Identifier: GPL-2.0
// A base class without a value.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

struct Header {
    u32 kind;
};
struct Message : Header {
    u32 length = 0;
};
u32 kind()
{
    Message message; // expect-error: [keel-uninit]
    return message.kind;
}
