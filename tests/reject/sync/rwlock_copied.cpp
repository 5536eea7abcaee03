// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
u32 caller(const RwLock<u32>& lock)
{
    RwLock<u32> mine(lock); // expect-error: deleted copy constructor
    return *mine.read();
}
