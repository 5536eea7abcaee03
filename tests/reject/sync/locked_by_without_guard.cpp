// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/locked_by.hpp>
using namespace keel;
struct Child {
    LockedBy<u32, Mutex<u32>> share;
};
u32 caller(const Child& child) { return child.share.data_; } // expect-error: is a private member
