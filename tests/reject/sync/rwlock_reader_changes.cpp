// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
void caller(const RwLock<u32>& lock)
{
    *lock.read() = 3; // expect-error: cannot assign to return value
}
