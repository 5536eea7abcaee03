// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

static u32 odd(const Mutex<u32>& total, u32 n);

static u32 even(const Mutex<u32>& total, u32 n)
{
    return n == 0 ? 1 : odd(total, n - 1);
}

static u32 odd(const Mutex<u32>& total, u32 n)
{
    return n == 0 ? *total.lock() : even(total, n - 1);
}

u32 parity(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto h = hits.lock();
    // expect-error@+1: 'even' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    const u32 first = even(total, *h);
    // expect-error@+1: 'odd' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    return first + odd(total, *h);
}
