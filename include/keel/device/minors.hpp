// SPDX-License-Identifier: GPL-2.0
// Character devices that come and go: an object for each minor number, which its open files outlive.
// C headers: include/linux/fs.h, include/linux/device.h, include/linux/device/class.h
#pragma once

#include <keel/alloc/vec.hpp>
#include <keel/device/minor.hpp>
#include <keel/device/region.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/sync/unique_arc.hpp>
#include <keel/sysfs/table.hpp>

namespace keel::cdev {

/// A range of device numbers, a class in /sys/class, and for each T added to it a node in /dev, whose files lead to
/// that T.
///
///     .probes = cdev::Minors<Probe>::start(init, {.name = "probe", .count = 16})
///     ...
///     Arc<Probe> probe = TRY(probes.add(3, move(made)));        // makes /dev/probe3
///     ...
///     probes.remove(3);                                         // whoever has it open
///
/// T has a part `Minor minor`. Open files lead to T itself, or to an F of their own: see MinorOperations. The
/// attributes that T declares, if it does (sysfs::Attr), are those of its device. The nodes have the permissions
/// `mode`; 0 leaves it to the kernel (0600). There is one Minors of a kind in a module at a time.
///
/// # Lifetime
/// Declare it before what adds to it. Its destructor removes all. A T ends when it is removed, its last file is closed,
/// and nobody else has an Arc of it.
/// # Invariants
/// `live` has the address of the one Minors that there is, or null. class_ and major_ are 0, or ours until the
/// destructor. Who adds or removes a device holds changes_; entries of objects_ that are not empty have one, or get or
/// lose it at the moment.
template <class T, class F = T, bindings::umode_t mode = 0> class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC Minors {
    static constexpr u32 minor_bits = 20;

public:
    Minors(const Minors&) = delete;
    Minors& operator=(const Minors&) = delete;

    /// Takes the numbers and makes the class, of the same name. There is no device yet.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EBUSY if one of the numbers is taken, no major is left, or there is such a Minors; EEXIST if
    /// there is a class of that name; EINVAL if there are no such numbers; ENOMEM.
    template <class O> KEEL_MAY_SLEEP static Minors start(Init<O>& init, KEEL_ESCAPES Range range)
    {
        return Minors(init, range);
    }

    KEEL_MAY_SLEEP ~Minors()
    {
        UNSAFE("ours: invariant; the name is only compared")
        {
            if (major_)
                bindings::__unregister_chrdev(major_, first_minor_, count_, nullptr);
        }
        for (u32 index = 0; major_ && index < count_; index++)
            remove(index);
        UNSAFE("ours, and without devices: all are removed")
        {
            if (class_)
                bindings::class_destroy(class_);
        }
        live.with([this](Live& l) {
            if (l.minors == this)
                l.minors = nullptr;
        });
    }

    /// Makes the device called as the class and `index`, below `parent`. `object` is what it is; who opens it, even
    /// before this returns, leads there. An object that was removed, and is its last owner's again, may come again.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: no such index. EEXIST: there is one, or another device has the name. ENOMEM. All end `object`.
    KEEL_MAY_SLEEP Result<Arc<T>> add(u32 index, UniqueArc<T> object, Option<const Device&> parent = none) const
    {
        if (index >= count_)
            return EINVAL;
        Arc<T> added = move(object).share();
        added->minor.is_gone_.store(false, Relaxed);
        if (const Result<void> appeared = appear(index, added, parent); !appeared.ok()) {
            added->minor.users_.synchronize();
            return appeared.error();
        }
        return added;
    }

    /// Takes the device away; nothing if there is none. From then on opening it is ENXIO, files that are open answer
    /// ENODEV, who waits by `minor` is woken. Returns when the last operation has ended, of files and of attributes:
    /// so none of them calls this, or holds a lock that the caller has. Mappings stay.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP void remove(u32 index) const
    {
        if (index >= count_)
            return;
        const Arc<T> removed = disappear(index, changes_.lock());
        if (!removed.is_empty())
            removed->minor.users_.synchronize();
    }

    /// The first of the numbers: `>> 20` is the major, the rest the minor.
    bindings::dev_t number() const { return major_ << minor_bits | first_minor_; }

private:
    using Changing = Mutex<None>::Guard;

    struct Publisher {
        static Arc<T> find(bindings::dev_t number)
        {
            const auto held = live.lock();
            if (!held->minors)
                return {};
            return held->minors->find((number & ((1u << minor_bits) - 1)) - held->minors->first_minor_);
        }
    };

    Arc<T> find(u32 index) const
    {
        auto all = objects_.lock();
        if (index >= all->len() || (*all)[index].is_empty())
            return {};
        return (*all)[index].clone();
    }

    /// The object is found before the device is there, whose node is opened by who is told of it.
    KEEL_MAY_SLEEP Result<void> appear(u32 index, const Arc<T>& added, Option<const Device&> parent) const
    {
        auto changing = changes_.lock();
        Arc<T> entry = added.clone();
        objects_.with([&](KVVec<Arc<T>>& all) {
            if (all[index].is_empty())
                swap(all[index], entry);
        });
        if (!entry.is_empty())
            return EEXIST;
        bindings::device* made;
        UNSAFE("class_ is there as long as this, and the object as long as the device, whose drvdata it is")
        {
            made = bindings::device_create_with_groups(
                class_, parent.is_some() ? parent.value().raw() : nullptr, number() + index, const_cast<T*>(&*added),
                sysfs::groups_of<sysfs::DrvdataPath<T>>(), "%s%u", class_->name, index);
        }
        const auto result = from_err_ptr(made);
        if (result.ok())
            return {};
        (void)disappear(index, move(changing));
        return result.error();
    }

    /// Ends all but the operations that run. The device goes after these wait no more: some are of its attributes.
    KEEL_MAY_SLEEP Arc<T> disappear(u32 index, Changing) const
    {
        Arc<T> removed;
        objects_.with([&](KVVec<Arc<T>>& all) { swap(all[index], removed); });
        if (removed.is_empty())
            return removed;
        removed->minor.go();
        if constexpr (requires { removed->gone(); })
            removed->gone();
        UNSAFE("the kernel looks for the device, and does nothing if there is none")
        {
            bindings::device_destroy(class_, number() + index);
        }
        return removed;
    }

    template <class O>
    KEEL_MAY_SLEEP Minors(Init<O>& init, Range range) : first_minor_ {range.first_minor}, count_ {range.count}
    {
        if (init.failed())
            return;
        if (Result<void> made = make(range); !made.ok())
            init.fail(made.error());
    }

    Result<void> make(Range range)
    {
        if (range.major >> (32 - minor_bits) || range.first_minor >> minor_bits || !count_ || count_ >> minor_bits)
            return EINVAL;
        KVVec<Arc<T>> none_yet;
        TRY(none_yet.reserve(count_, GFP_KERNEL));
        for (u32 index = 0; index < count_; index++)
            TRY(none_yet.push_within_capacity(Arc<T>()));
        objects_.with([&](KVVec<Arc<T>>& all) { swap(all, none_yet); });
        if (!live.with([this](Live& l) { return l.minors ? false : (l.minors = this, true); }))
            return EBUSY;
        UNSAFE("the table and the name live as long as the module")
        {
            class_ = TRY(from_err_ptr(bindings::class_create(range.name.as_ptr())));
            if constexpr (mode != 0)
                class_->devnode = set_mode;
            const int code = bindings::__register_chrdev(range.major, first_minor_, count_, range.name.as_ptr(),
                                                         &MinorOperations<T, F, Publisher>::table);
            if (code < 0)
                return Error::from_errno(code);
            major_ = range.major ? range.major : static_cast<u32>(code);
        }
        return {};
    }

    // Kernels differ in whether the device is const.
    template <class D> static char* set_mode(D*, bindings::umode_t* wanted)
    {
        if (wanted)
            *wanted = mode;
        return nullptr;
    }

    struct KEEL_SEND Live {
        const Minors* minors = nullptr;
    };
    static inline constinit const SpinLock<Live> live {};

    SpinLock<KVVec<Arc<T>>> objects_;
    Mutex<None> changes_;
    bindings::class_* class_ = nullptr;
    u32 major_ = 0;
    u32 first_minor_;
    u32 count_;
};

} // namespace keel::cdev
