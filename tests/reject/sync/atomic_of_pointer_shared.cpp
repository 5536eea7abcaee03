// SPDX-License-Identifier: GPL-2.0
// What an atomic pointer points to is nobody's: a driver keeps an Arc behind a lock.
#include <keel/sync/atomic.hpp>
using namespace keel;
struct Table {
    Atomic<u32*> first; // expect-error: [keel-borrow-field]
};
