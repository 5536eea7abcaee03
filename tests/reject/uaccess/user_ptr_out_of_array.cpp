// SPDX-License-Identifier: GPL-2.0
// A move would leave an address in the array that leads to the same bytes again; take() leaves none.
// rustc: E0507
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

struct Piece {
    UserPtr<u8> at;
    u64 len;
};
Result<u8> first(Vec<Piece>& pieces)
{
    return move(pieces[0].at).read(); // expect-error: [keel-move-from-borrow]
}
