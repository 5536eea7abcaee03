// SPDX-License-Identifier: GPL-2.0
// Address spaces of processes, and their locks.
// C headers: include/linux/sched/mm.h, include/linux/mmap_lock.h
#pragma once

#include <keel/mm/vm_operations.hpp>
#include <keel/sync/aref.hpp>
#include <keel/task/task.hpp>

namespace keel::mm {

class MmUser;

/// An address space that may have ended: its process is gone, and so are its areas. ARef<Mm> keeps the structure alone,
/// and may be kept for as long as one likes.
class KEEL_SEND KEEL_SYNC Mm {
public:
    Mm() = delete;
    Mm(const Mm&) = delete;

    /// # Safety
    /// `raw` is an address space of which somebody holds a count for as long as the result is used.
    KEEL_UNSAFE_FUNCTION KEEL_ANY_CONTEXT static const Mm& from_raw(bindings::mm_struct* raw)
    {
        return *reinterpret_cast<const Mm*>(raw);
    }
    KEEL_ANY_CONTEXT bindings::mm_struct* raw() const
    {
        UNSAFE("an Mm is a bindings::mm_struct: from_raw")
        {
            return reinterpret_cast<bindings::mm_struct*>(const_cast<Mm*>(this));
        }
    }

    /// The same address space, kept from ending, unless it has ended.
    KEEL_ANY_CONTEXT Option<ARef<MmUser>> users() const;

    KEEL_ANY_CONTEXT bool operator==(const Mm& other) const { return this == &other; }

    KEEL_ANY_CONTEXT static void get(const Mm& mm)
    {
        UNSAFE("live: lifetime of the reference") { bindings::mmgrab(mm.raw()); }
    }
    KEEL_MAY_SLEEP static void put(const Mm& mm)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::mmdrop(mm.raw()); }
    }

private:
    [[maybe_unused]] char opaque_;
};

/// Holds the lock of an address space in the way of Hold for its lifetime. What is found under it ends with it.
///
/// # Context
/// May sleep while it is held; but user memory must not be copied, nor pages pinned: both take the lock.
/// # Invariants
/// mm_ is null (moved from) or locked by this thread in the way of Hold.
template <class Hold> class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC MmapGuard {
public:
    MmapGuard(MmapGuard&& other) : mm_ {other.mm_} { other.mm_ = nullptr; }
    MmapGuard& operator=(MmapGuard&&) = delete;
    ~MmapGuard()
    {
        if (mm_)
            Hold::release(mm_);
    }

    /// The area that has `address`, if there is one.
    KEEL_MAY_SLEEP Option<const Vma&> vma_lookup(usize address) const KEEL_LIFETIME_BOUND
    {
        UNSAFE("locked: invariant")
        {
            bindings::vm_area_struct* found = bindings::vma_lookup(mm_, address);
            if (!found)
                return none;
            return Vma::from_raw(found);
        }
    }

private:
    friend MmUser;
    explicit MmapGuard(bindings::mm_struct* mm) : mm_ {mm} {}

    bindings::mm_struct* mm_;
};

/// Holds one area of an address space for its lifetime: by a lock of its own where the kernel has one for modules and
/// nobody changes the area, otherwise by the lock of the address space, for reading.
///
/// # Context
/// As MmapGuard.
/// # Invariants
/// vma_ is null (moved from) or locked; if whole_, by the lock of its address space.
class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC VmaGuard {
public:
    VmaGuard(VmaGuard&& other) : vma_ {other.vma_}, mm_ {other.mm_}, whole_ {other.whole_} { other.vma_ = nullptr; }
    VmaGuard& operator=(VmaGuard&&) = delete;
    ~VmaGuard()
    {
        if (!vma_)
            return;
        UNSAFE("locked in that way: invariant")
        {
            if (whole_)
                bindings::mmap_read_unlock(mm_);
            else
                bindings::vma_end_read(vma_);
        }
    }

    const Vma& operator*() const KEEL_LIFETIME_BOUND
    {
        if (!vma_) [[unlikely]]
            trap("use of an empty VmaGuard");
        UNSAFE("locked: invariant") { return Vma::from_raw(vma_); }
    }
    const Vma* operator->() const KEEL_LIFETIME_BOUND { return &**this; }

private:
    friend MmUser;
    VmaGuard(bindings::vm_area_struct* vma, bindings::mm_struct* mm, bool whole) : vma_ {vma}, mm_ {mm}, whole_ {whole}
    {}

    bindings::vm_area_struct* vma_;
    bindings::mm_struct* mm_;
    bool whole_;
};

/// An address space that is in use: its areas are there. Keep one with ARef<MmUser> for the time of an operation only:
/// the areas of a process that ended stay as long, with the files that they map.
class KEEL_SEND KEEL_SYNC MmUser {
    struct Reads {
        KEEL_INLINE static void release(bindings::mm_struct* mm)
        {
            UNSAFE("locked for reading: the guard's invariant") { bindings::mmap_read_unlock(mm); }
        }
    };
    struct Writes {
        KEEL_INLINE static void release(bindings::mm_struct* mm)
        {
            UNSAFE("locked for writing: the guard's invariant") { bindings::mmap_write_unlock(mm); }
        }
    };

public:
    /// Others may read, too.
    using ReadGuard = MmapGuard<Reads>;
    /// Nobody else reads or writes.
    using WriteGuard = MmapGuard<Writes>;

    MmUser() = delete;
    MmUser(const MmUser&) = delete;

    /// # Safety
    /// `raw` is an address space in use for as long as the result is used.
    KEEL_UNSAFE_FUNCTION KEEL_ANY_CONTEXT static const MmUser& from_raw(bindings::mm_struct* raw)
    {
        return *reinterpret_cast<const MmUser*>(raw);
    }

    /// The address space, whether in use or not: what may be kept.
    KEEL_ANY_CONTEXT const Mm& mm() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("live: lifetime") { return Mm::from_raw(raw()); }
    }
    KEEL_ANY_CONTEXT bindings::mm_struct* raw() const
    {
        UNSAFE("an MmUser is a bindings::mm_struct: from_raw")
        {
            return reinterpret_cast<bindings::mm_struct*>(const_cast<MmUser*>(this));
        }
    }

    /// Waits until nobody changes the areas.
    KEEL_MAY_SLEEP KEEL_INLINE ReadGuard mmap_read_lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime") { bindings::mmap_read_lock(raw()); }
        return ReadGuard(raw());
    }
    /// # Errors
    /// EINTR: the calling process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<ReadGuard> mmap_read_lock_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime")
        {
            if (int code = bindings::mmap_read_lock_killable(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return ReadGuard(raw());
    }
    /// Without waiting; process context nevertheless.
    KEEL_MAY_SLEEP KEEL_INLINE Option<ReadGuard> mmap_read_trylock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime")
        {
            if (!bindings::mmap_read_trylock(raw()))
                return none;
        }
        return ReadGuard(raw());
    }
    /// Waits until nobody looks at the areas.
    KEEL_MAY_SLEEP KEEL_INLINE WriteGuard mmap_write_lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime") { bindings::mmap_write_lock(raw()); }
        return WriteGuard(raw());
    }
    /// # Errors
    /// EINTR: the calling process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<WriteGuard> mmap_write_lock_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime")
        {
            if (int code = bindings::mmap_write_lock_killable(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return WriteGuard(raw());
    }

    /// The area that has `address`, if there is one, held by itself where that is possible.
    KEEL_MAY_SLEEP Option<VmaGuard> lock_vma(usize address) const KEEL_LIFETIME_BOUND
    {
        UNSAFE("in use: lifetime; one of the two locks is held when there is an area")
        {
            if (bindings::vm_area_struct* found = bindings::lock_vma_under_rcu(raw(), address))
                return VmaGuard(found, raw(), false);
            bindings::mmap_read_lock(raw());
            if (bindings::vm_area_struct* found = bindings::vma_lookup(raw(), address))
                return VmaGuard(found, raw(), true);
            bindings::mmap_read_unlock(raw());
        }
        return none;
    }

    KEEL_ANY_CONTEXT static void get(const MmUser& mm)
    {
        UNSAFE("in use: lifetime of the reference") { bindings::mmget(mm.raw()); }
    }
    KEEL_MAY_SLEEP static void put(const MmUser& mm)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::mmput(mm.raw()); }
    }

private:
    [[maybe_unused]] char opaque_;
};

inline Option<ARef<MmUser>> Mm::users() const
{
    UNSAFE("live: lifetime; the reference that was taken is the ARef's")
    {
        if (!bindings::mmget_not_zero(raw()))
            return none;
        return ARef<MmUser>::adopt(MmUser::from_raw(raw()));
    }
}

/// The address space of the process that runs; a thread of the kernel has none.
///
///     const CurrentTask me = current();
///     if (Option<const mm::MmUser&> mm = mm::mm_of(me); mm.is_some())
KEEL_ANY_CONTEXT inline Option<const MmUser&> mm_of(const CurrentTask& me KEEL_LIFETIME_BOUND)
{
    UNSAFE("a task that runs keeps its address space in use; `me` is the one that runs")
    {
        bindings::mm_struct* raw = bindings::current_mm();
        if ((void)me; !raw)
            return none;
        return MmUser::from_raw(raw);
    }
}

} // namespace keel::mm
