// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    explicit Cursor(Span<const u8> rest KEEL_LIFETIME_BOUND) : rest_ {rest} {}
    u8 peek() const { return rest_[0]; }

private:
    Span<const u8> rest_;
};
u8 parse(Vec<u8>& packet)
{
    Cursor cursor(packet);
    packet.clear(); // expect-error: [keel-exclusive]
    return cursor.peek();
}
