// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/weak.hpp>
using namespace keel;
struct Node {
    using HasWeak = void;
    u32 x;
};
u32 caller(const Weak<Node>& weak)
{
    return weak.upgrade()->x; // expect-error: is not a pointer
}
