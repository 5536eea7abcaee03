// SPDX-License-Identifier: GPL-2.0
// What open is lent is lent: who keeps it becomes an owner.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Session {
    Arc<Plug> device;
    ArcBorrow<Plug> plug; // expect-error: [keel-borrow-field]
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
