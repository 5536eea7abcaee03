// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Port {
    Vec<u8> name;
    u32 speed;
};
void rename(Port& port, Span<const u8> name);
void rename_to_itself(Port& port)
{
    rename(port, port.name); // expect-error: [keel-exclusive-args]
}
