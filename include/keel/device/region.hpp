// SPDX-License-Identifier: GPL-2.0
// Character devices with many minors: a range of device numbers whose files all lead to one class.
// C header: include/linux/fs.h
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
/// in /dev are made by user space, or by Nodes. Unloading the module is refused while a file is open. There is one such
/// region in a module at a time.
///
/// # Lifetime
/// Declare it after all members that the file operations touch: it is built last and withdrawn first.
/// # Invariants
/// owner is the T of the live Region, or null; major_ is 0, or the numbers are ours until the destructor.
template <class T, class F = T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Region {
    static constexpr u32 minor_bits = 20;

public:
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    /// Takes the numbers; user space can open them from then on.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EBUSY if one of the numbers is taken, no major is left, or there is such a region; EINVAL if
    /// there are no such numbers; ENOMEM.
    KEEL_MAY_SLEEP static Region start(Init<T>& init, KEEL_ESCAPES Range range) { return Region(init, range); }

    KEEL_MAY_SLEEP ~Region()
    {
        if (!major_)
            return;
        UNSAFE("ours: invariant; the name is only compared")
        {
            bindings::__unregister_chrdev(major_, first_minor_, count_, nullptr);
        }
        owner = nullptr;
    }

    /// The first of the numbers: `>> 20` is the major, the rest the minor.
    bindings::dev_t number() const { return major_ << minor_bits | first_minor_; }
    u32 count() const { return count_; }

private:
    // The kernel's open comes with the inode, which leads to an object of the kernel's own.
    struct Publisher {
        using Owner = T;
        static const T& owner(bindings::inode*, bindings::file*)
        {
            UNSAFE("there is a live Region: who opens holds the module") { return *Region::owner; }
        }
    };

    KEEL_MAY_SLEEP Region(Init<T>& init, Range range) : first_minor_ {range.first_minor}, count_ {range.count}
    {
        if (init.failed())
            return;
        if (owner) {
            init.fail(EBUSY);
            return;
        }
        if (range.major >> (32 - minor_bits) || range.first_minor >> minor_bits || !range.count) {
            init.fail(EINVAL);
            return;
        }
        owner = init.self();
        int code;
        UNSAFE("the table and the name live as long as the module")
        {
            code = bindings::__register_chrdev(range.major, first_minor_, count_, range.name.as_ptr(),
                                               &fs::Operations<F, Publisher>::table);
        }
        if (code < 0) {
            owner = nullptr;
            init.fail(Error::from_errno(code));
            return;
        }
        major_ = range.major ? range.major : static_cast<u32>(code);
    }

    static inline constinit const T* owner = nullptr;

    u32 major_ = 0;
    u32 first_minor_;
    u32 count_;
};

} // namespace keel::cdev
