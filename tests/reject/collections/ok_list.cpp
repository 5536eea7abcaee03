// SPDX-License-Identifier: GPL-2.0
// What lists are for.
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Buffer {
    u32 id;
    VVec<u8> bytes;
    ListLinks links;
};
using Buffers = List<Box<Buffer>, &Buffer::links>;

struct Device {
    SpinLock<Buffers> ready;
    SpinLock<Buffers> free;

    void give(Box<Buffer> buffer) const { ready.lock()->push_back(move(buffer)); }
    Option<Box<Buffer>> take() const { return ready.lock()->pop_front(); }

    /// The elements are dropped after the lock was released.
    void drop_all() const
    {
        Buffers dropped;
        {
            auto r = ready.lock();
            dropped.append(*r);
        }
        dropped.clear();
    }

    u32 sum() const
    {
        u32 sum = 0;
        auto r = ready.lock();
        for (const Buffer& buffer : *r)
            sum += buffer.id;
        return sum;
    }

    /// Moves a buffer from one list to the other: each list is changed through its own guard.
    Result<u32> recycle(u32 id) const
    {
        auto r = ready.lock();
        for (auto cursor = r->cursor(); !cursor.at_end(); cursor.next()) {
            Buffer& buffer = *cursor;
            if (buffer.id != id)
                continue;
            buffer.id = 0;
            Option<Box<Buffer>> taken = cursor.remove();
            free.lock()->push_front(taken.take());
            return id;
        }
        return ENOENT;
    }
};

/// A tree: the list's element has a list of its own kind.
struct Directory {
    ListLinks links;
    List<Box<Directory>, &Directory::links> children;
};
Result<void> add(Directory& parent)
{
    parent.children.push_back(TRY(Box<Directory>::create(GFP_KERNEL)));
    return {};
}
