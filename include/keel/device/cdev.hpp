// SPDX-License-Identifier: GPL-2.0
// Character devices with a device number of their own.
// C headers: include/linux/cdev.h, include/linux/fs.h, include/linux/device/class.h
#pragma once

#include <keel/device/device.hpp>
#include <keel/fs/operations.hpp>
#include <keel/sysfs/table.hpp>

namespace keel::cdev {

/// A character device that exists as long as this does: number, class and node in /dev; a part of the T it belongs to.
///
/// Open files lead to F, as with misc::Registration. Unloading the module is refused while a file is open. The
/// attributes that T declares, if it does (sysfs::Attr), are those of the device.
///
/// # Lifetime
/// Declare it after all members that the file operations touch: it is built last and withdrawn first.
/// # Invariants
/// stage_ says how far construction got; each stage is undone once, in reverse, by the destructor.
template <class T, class F = T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Registration {
public:
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    /// Makes the device `name`, with a number that the kernel chooses and a class of the same name.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST or EBUSY (kernels differ) if the name is taken, EBUSY if no number is left, ENOMEM.
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, KEEL_ESCAPES CStr name) { return Registration(init, name); }

    KEEL_MAY_SLEEP ~Registration()
    {
        UNSAFE("each call undoes the stage that stage_ says was reached: invariant")
        {
            switch (stage_) {
            case Stage::Node:
                bindings::device_destroy(class_, number_);
                [[fallthrough]];
            case Stage::Added:
                bindings::cdev_del(&raw_);
                [[fallthrough]];
            case Stage::Class:
                bindings::class_destroy(class_);
                [[fallthrough]];
            case Stage::Number:
                bindings::unregister_chrdev_region(number_, 1);
                [[fallthrough]];
            case Stage::Nothing:
                break;
            }
        }
    }

    /// The device in the driver core, for dev_info and as a parent.
    const Device& device() const KEEL_LIFETIME_BOUND { return Device::from_raw(node_); }

    /// The device number: `device_number >> 20` is the major, the rest the minor.
    bindings::dev_t number() const { return number_; }

private:
    enum class Stage : u8 { Nothing, Number, Class, Added, Node };

    /// chrdev_open finds the cdev of the inode before it calls our open.
    struct Publisher {
        using Owner = T;
        static const T& owner(bindings::inode* inode, bindings::file*)
        {
            UNSAFE("i_cdev is the raw_ of a live Registration: see above")
            {
                auto* raw = reinterpret_cast<char*>(inode->i_cdev) - __builtin_offsetof(Registration, raw_);
                return *reinterpret_cast<Registration*>(raw)->owner_;
            }
        }
    };

    Registration(Init<T>& init, CStr name) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        if (Result<void> made = make(name); !made.ok())
            init.fail(made.error());
    }

    Result<void> make(CStr name)
    {
        UNSAFE("stage by stage, each on success of the one before")
        {
            TRY(Result<void>::from_errno(bindings::alloc_chrdev_region(&number_, 0, 1, name.as_ptr())));
            stage_ = Stage::Number;
            class_ = TRY(from_err_ptr(bindings::class_create(name.as_ptr())));
            stage_ = Stage::Class;
            bindings::cdev_init(&raw_, &fs::Operations<F, Publisher>::table);
            raw_.owner = &bindings::__this_module;
            TRY(Result<void>::from_errno(bindings::cdev_add(&raw_, number_, 1)));
            stage_ = Stage::Added;
            node_ = TRY(from_err_ptr(
                bindings::device_create_with_groups(class_, nullptr, number_, const_cast<T*>(owner_),
                                                    sysfs::groups_of<sysfs::DrvdataPath<T>>(), "%s", name.as_ptr())));
            stage_ = Stage::Node;
        }
        return {};
    }

    bindings::cdev raw_ {};
    const T* owner_;
    bindings::class_* class_ = nullptr;
    bindings::device* node_ = nullptr;
    bindings::dev_t number_ = 0;
    Stage stage_ = Stage::Nothing;
};

} // namespace keel::cdev
