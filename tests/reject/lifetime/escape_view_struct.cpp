// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

class KEEL_VIEW Cursor {
public:
    explicit Cursor(Span<const u8> rest KEEL_LIFETIME_BOUND) : rest_ {rest} {}
    u8 peek() const { return rest_[0]; }

private:
    Span<const u8> rest_;
};
void schedule(const Vec<u8>& packet)
{
    Cursor cursor(packet);
    later::queue([cursor] { pr_info("{}\n", cursor.peek()); }); // expect-error: [keel-borrow-escapes]
}
