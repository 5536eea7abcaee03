// SPDX-License-Identifier: GPL-2.0
// Miscellaneous character devices: one minor number each, and a node in /dev by itself.
// C header: include/linux/miscdevice.h
#pragma once

#include <keel/device/device.hpp>
#include <keel/fs/operations.hpp>
#include <keel/sysfs/table.hpp>

namespace keel::misc {

/// How a misc device presents itself.
struct KEEL_VIEW Options {
    /// The node in /dev and the directory in /sys/class/misc.
    CStr name;
    /// Permissions of the node; 0 leaves it to the kernel (0600).
    bindings::umode_t mode = 0;

    Options(CStr name, bindings::umode_t mode = 0) : name {name}, mode {mode} {}
    template <usize N> consteval Options(const char (&name)[N]) : name {name} {}
};

/// A misc device that exists as long as this does: a part of the T that it belongs to.
///
/// Open files lead to F, whose members are the file operations (see fs::Operations): T itself, or a class with an
/// object for each open file. Unloading the module is refused while a file is open. The attributes that T declares, if
/// it does (sysfs::Attr), are those of the device, in /sys/class/misc.
///
/// # Lifetime
/// Declare it after all members that the file operations touch: it is built last and withdrawn first.
/// # Invariants
/// live_ exactly while raw_ is registered; deregistered once, by the destructor.
template <class T, class F = T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Registration {
public:
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    /// Makes the device; user space can open it from then on.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST if the name is taken, EBUSY if no minor is left, ENOMEM.
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, KEEL_ESCAPES Options options)
    {
        return Registration(init, options);
    }

    KEEL_MAY_SLEEP ~Registration()
    {
        if (!live_)
            return;
        UNSAFE("registered: live_, invariant") { bindings::misc_deregister(&raw_); }
    }

    /// The device in the driver core, for dev_info and as a parent.
    const Device& device() const KEEL_LIFETIME_BOUND { return Device::from_raw(raw_.this_device); }

private:
    /// misc_open stores the miscdevice in private_data before it calls our open.
    struct Publisher {
        using Owner = T;
        static const T& owner(bindings::inode*, bindings::file* file)
        {
            UNSAFE("private_data is the raw_ of a live Registration: see above")
            {
                auto* raw = static_cast<char*>(file->private_data) - __builtin_offsetof(Registration, raw_);
                return *reinterpret_cast<Registration*>(raw)->owner_;
            }
        }
    };

    /// misc_register makes the miscdevice the drvdata of the device before anybody can find that.
    struct Path {
        using Owner = T;
        using Attribute = bindings::device_attribute;
        template <class Object> static const T& owner(Object* object)
        {
            UNSAFE("the attributes are of the device of a live Registration: see above")
            {
                auto* raw =
                    static_cast<char*>(sysfs::device_of(object)->driver_data) - __builtin_offsetof(Registration, raw_);
                return *reinterpret_cast<Registration*>(raw)->owner_;
            }
        }
    };

    Registration(Init<T>& init, Options options) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        raw_.minor = bindings::MISC_DYNAMIC_MINOR;
        raw_.name = options.name.as_ptr();
        raw_.mode = options.mode;
        raw_.fops = &fs::Operations<F, Publisher>::table;
        raw_.groups = sysfs::groups_of<Path>();
        int code;
        UNSAFE("raw_ is complete, stays here, and is deregistered by the destructor")
        {
            code = bindings::misc_register(&raw_);
        }
        if (code != 0)
            init.fail(Error::from_errno(code));
        else
            live_ = true;
    }

    bindings::miscdevice raw_ {};
    const T* owner_;
    bool live_ = false;
};

} // namespace keel::misc
