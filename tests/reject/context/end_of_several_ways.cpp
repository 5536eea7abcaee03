// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 scan(const SpinLock<Vec<u8>>& shared, Result<KVVec<u8>> read)
{
    auto s = shared.lock();
    KVVec<u8> bytes = read.take();
    for (u8 byte : bytes)
        if (byte == 0)
            return 0;
    if (bytes.len() > s->len())
        return 1;
    // expect-error@+1: the end of 'bytes' may sleep while 's' puts the CPU in atomic context [keel-atomic-context]
    return 2;
}
