// SPDX-License-Identifier: GPL-2.0
// Ranges that are added, looked at, walked and taken.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Mapping {
    u64 offset;
};
struct Space {
    MapleTree<Box<Mapping>> mappings;
    MapleTreeAlloc<Arc<Mutex<u64>>> windows;

    Result<void> map(usize first, usize last, u64 offset) const
    {
        return mappings.insert_range(first, last, TRY(Box<Mapping>::create(GFP_KERNEL, offset)), GFP_KERNEL);
    }
    Option<u64> offset_of(usize index) const
    {
        auto locked = mappings.lock();
        Option<Mapping&> mapping = locked.get(index);
        if (mapping.is_none())
            return none;
        return mapping.value().offset;
    }
    usize mapped() const
    {
        usize total = 0;
        auto locked = mappings.lock();
        for (auto cursor = locked.cursor(); !cursor.at_end(); cursor.next()) {
            total += cursor.last() - cursor.first() + 1;
            cursor->offset++;
        }
        return total;
    }
    Result<void> unmap_until(usize end) const
    {
        auto locked = mappings.lock();
        for (auto cursor = locked.cursor(); !cursor.at_end() && cursor.last() < end;)
            Box<Mapping> dropped = TRY(cursor.remove());
        return {};
    }
    void unmap(usize index) const { mappings.erase(index).reset(); }
    Result<usize> open(usize size) const
    {
        return windows.alloc_range(TRY(Arc<Mutex<u64>>::create(GFP_KERNEL, 0u)), size, 0, 0xffff, GFP_KERNEL);
    }
};
