// SPDX-License-Identifier: GPL-2.0
// Allocated outside of the lock, inserted inside; dropped outside.
#include <keel/collections/hash_map.hpp>
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    u32 id;
    VVec<u8> log;
};
struct Table {
    SpinLock<RbTree<u32, Arc<Mutex<Session>>>> by_id;
    SpinLock<HashMap<u64, u32, 6>> counts;

    Result<void> open(u32 id) const
    {
        auto room = TRY(RbTree<u32, Arc<Mutex<Session>>>::reserve(GFP_KERNEL));
        Arc<Mutex<Session>> session = TRY(Arc<Mutex<Session>>::create(GFP_KERNEL, Session {.id = id, .log = {}}));
        auto table = by_id.lock();
        auto entry = table->entry(id);
        if (!entry.is_vacant())
            return EEXIST;
        entry.insert(move(room), move(session));
        return {};
    }
    Option<Arc<Mutex<Session>>> find(u32 id) const
    {
        auto table = by_id.lock();
        Option<Arc<Mutex<Session>>&> found = table->get(id);
        if (found.is_none())
            return none;
        return found.value().clone();
    }
    u32 between(u32 from, u32 to) const
    {
        u32 n = 0;
        auto table = by_id.lock();
        for (auto item : table->range(from, to))
            n += item.key != 0;
        return n;
    }
    Result<u32> count(u64 address) const
    {
        auto room = TRY(HashMap<u64, u32, 6>::reserve(GFP_KERNEL));
        auto c = counts.lock();
        if (Option<u32&> known = c->get(address); known.is_some())
            return ++known.value();
        c->insert(move(room), address, 1u).reset();
        return 1u;
    }
};
