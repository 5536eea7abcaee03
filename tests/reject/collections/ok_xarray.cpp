// SPDX-License-Identifier: GPL-2.0
// Sessions by number, instances by minor.
#include <keel/collections/ida.hpp>
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    u32 id;
    VVec<u8> log;
};
struct Device {
    Idr<Arc<Session>> sessions;
    XArray<Box<u32>> counters;
    Ida<struct Minor> minors;

    Result<u32> open() const
    {
        Arc<Session> session = TRY(Arc<Session>::create(GFP_KERNEL, 0u, VVec<u8>()));
        return sessions.alloc(move(session), 1, 100, GFP_KERNEL);
    }
    Result<void> count(usize index) const
    {
        TRY(counters.reserve(index, GFP_KERNEL));
        Box<u32> counter = TRY(Box<u32>::create(GFP_KERNEL, 1u));
        auto guard = counters.lock();
        if (Option<u32&> known = guard.get(index); known.is_some()) {
            known.value()++;
            return {};
        }
        Option<Box<u32>> old = TRY(guard.store(index, move(counter), GFP_NOWAIT));
        guard.set_mark(index, Mark::One);
        return {};
    }
    u64 sum() const
    {
        u64 sum = 0;
        auto guard = counters.lock();
        usize i = 0;
        for (Option<u32&> counter = guard.next(i); counter.is_some(); counter = guard.next(++i))
            sum += counter.value();
        return sum;
    }
    bool close(u32 id) const { return sessions.remove(id).is_some(); }

    Result<u32> probe() const
    {
        Ida<struct Minor>::Id minor = TRY(minors.alloc(0, 15, GFP_KERNEL));
        const u32 number = minor.value();
        minors.free(move(minor));
        return number;
    }
};
