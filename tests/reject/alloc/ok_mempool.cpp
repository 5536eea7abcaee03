// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Bounce {
    u64 sector;
    VVec<u8> data;
};
struct Device {
    Mempool<Bounce> pool;
    Mutex<Vec<Pooled<Bounce>>> running;

    Result<void> start(u64 sector) const
    {
        auto r = running.lock();
        TRY(r->reserve(1, GFP_NOIO));
        return r->push_within_capacity(pool.box(GFP_NOIO, sector, VVec<u8>()));
    }
    Result<u64> try_start(u64 sector) const
    {
        Pooled<Bounce> bounce = TRY(pool.box(GFP_NOWAIT, sector, VVec<u8>()));
        return bounce->sector;
    }
};
