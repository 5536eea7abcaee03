// SPDX-License-Identifier: GPL-2.0
// What is freed by the kernel, when the module may be gone, is destroyed by nobody.
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
struct Owner {
    Box<u32> more;
};
void drop(RcuBox<Owner> owner) { RcuShared<Owner> shared(move(owner)); } // expect-error: nothing destroys it: it is freed when
