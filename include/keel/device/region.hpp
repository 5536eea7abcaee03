// SPDX-License-Identifier: GPL-2.0
// Character devices with many minors: a range of device numbers whose files all lead to one class.
// C headers: include/linux/cdev.h, include/linux/fs.h
#pragma once

#include <keel/device/device.hpp>
#include <keel/fs/operations.hpp>

namespace keel::cdev {

/// A range of device numbers.
struct KEEL_VIEW Range {
    /// What /proc/devices shows.
    CStr name;
    /// How many minors.
    u32 count;
    /// The major number; 0: one that the kernel chooses.
    u32 major = 0;
    u32 first_minor = 0;
};

/// A range of device numbers that is ours as long as this exists: a part of the T it belongs to.
///
/// Open files lead to F, as with misc::Registration, whichever of the numbers they have: `fs::File::minor` tells. Nodes
/// in /dev are made by user space, or by Nodes. Unloading the module is refused while a file is open.
///
/// # Lifetime
/// Declare it after all members that the file operations touch: it is built last and withdrawn first.
/// # Invariants
/// stage_ says how far construction got; each stage is undone once, in reverse, by the destructor.
template <class T, class F = T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Region {
public:
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    /// Takes the numbers; user space can open them from then on.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EBUSY if one of the numbers is taken, or no major is left, EINVAL if there are no such
    /// numbers, ENOMEM.
    KEEL_MAY_SLEEP static Region start(Init<T>& init, KEEL_ESCAPES Range range) { return Region(init, range); }

    KEEL_MAY_SLEEP ~Region()
    {
        if (stage_ == Stage::Nothing)
            return;
        UNSAFE("each call undoes the stage that stage_ says was reached: invariant")
        {
            if (stage_ == Stage::Added)
                bindings::cdev_del(&raw_);
            bindings::unregister_chrdev_region(first_, count_);
        }
    }

    /// The first of the numbers: `>> 20` is the major, the rest the minor.
    bindings::dev_t number() const { return first_; }
    u32 count() const { return count_; }

private:
    enum class Stage : u8 { Nothing, Number, Added };

    /// chrdev_open finds the cdev of the inode before it calls our open.
    struct Publisher {
        using Owner = T;
        static const T& owner(bindings::inode* inode, bindings::file*)
        {
            UNSAFE("i_cdev is the raw_ of a live Region: see above")
            {
                auto* raw = reinterpret_cast<char*>(inode->i_cdev) - __builtin_offsetof(Region, raw_);
                return *reinterpret_cast<Region*>(raw)->owner_;
            }
        }
    };

    KEEL_MAY_SLEEP Region(Init<T>& init, Range range) : owner_ {init.self()}, count_ {range.count}
    {
        if (init.failed())
            return;
        if (Result<void> made = make(range); !made.ok())
            init.fail(made.error());
    }

    KEEL_MAY_SLEEP Result<void> make(Range range)
    {
        constexpr u32 minor_bits = 20;
        if (range.major >> (32 - minor_bits) || range.first_minor >> minor_bits || !range.count)
            return EINVAL;
        first_ = range.major << minor_bits | range.first_minor;
        UNSAFE("stage by stage, each on success of the one before")
        {
            const int code =
                range.major ? bindings::register_chrdev_region(first_, count_, range.name.as_ptr())
                            : bindings::alloc_chrdev_region(&first_, range.first_minor, count_, range.name.as_ptr());
            TRY(Result<void>::from_errno(code));
            stage_ = Stage::Number;
            bindings::cdev_init(&raw_, &fs::Operations<F, Publisher>::table);
            raw_.owner = &bindings::__this_module;
            TRY(Result<void>::from_errno(bindings::cdev_add(&raw_, first_, count_)));
            stage_ = Stage::Added;
        }
        return {};
    }

    bindings::cdev raw_ {};
    const T* owner_;
    bindings::dev_t first_ = 0;
    u32 count_;
    Stage stage_ = Stage::Nothing;
};

} // namespace keel::cdev
