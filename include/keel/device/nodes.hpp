// SPDX-License-Identifier: GPL-2.0
// A class of devices in /sys/class, and its nodes in /dev, which come and go.
// C headers: include/linux/device.h, include/linux/device/class.h
#pragma once

#include <keel/collections/bitmap.hpp>
#include <keel/core/init.hpp>
#include <keel/core/str.hpp>
#include <keel/device/device.hpp>
#include <keel/sync/mutex.hpp>

namespace keel::cdev {

/// A class and up to `most` devices of it, whose numbers follow each other; a part of the T it belongs to.
///
///     .nodes = cdev::Nodes<16>::start(init, "ppdev")
///     ...
///     TRY(nodes.add(region.number(), minor, port.device(), "parport"));       // makes /dev/parport0
///
/// # Lifetime
/// The destructor takes all devices away, and then the class.
/// # Invariants
/// class_ is null (an earlier part failed) or a class of ours; a bit is set while the device of that index exists.
template <usize most, bindings::umode_t mode = 0> class KEEL_SEND KEEL_SYNC Nodes {
public:
    Nodes(const Nodes&) = delete;
    Nodes& operator=(const Nodes&) = delete;

    /// Makes the class. Its nodes in /dev have the permissions `mode`; 0 leaves it to the kernel (0600).
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST if there is a class of that name, ENOMEM.
    template <class T> KEEL_MAY_SLEEP static Nodes start(Init<T>& init, KEEL_ESCAPES CStr name)
    {
        return Nodes(init, name);
    }

    KEEL_MAY_SLEEP ~Nodes()
    {
        if (!class_)
            return;
        for (Option<usize> index = next(); index.is_some(); index = next())
            remove(static_cast<u32>(index.value()));
        UNSAFE("ours, and without devices: invariant") { bindings::class_destroy(class_); }
    }

    /// Makes the device `prefix` and its index, of the number `first + index`, below `parent`; nothing if it exists.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: no such index. EEXIST: another device has the name. ENOMEM.
    KEEL_MAY_SLEEP Result<void> add(bindings::dev_t first, u32 index, Option<const Device&> parent, CStr prefix) const
    {
        if (index >= most)
            return EINVAL;
        auto made = made_.lock();
        if (made->devices.test(index))
            return {};
        UNSAFE("the class is there as long as this")
        {
            TRY(from_err_ptr(bindings::device_create(class_, parent.is_some() ? parent.value().raw() : nullptr,
                                                     first + index, nullptr, "%s%d", prefix.as_ptr(), index)));
        }
        made->first = first;
        made->devices.set(index);
        return {};
    }

    /// Takes the device away; nothing if there is none. Files that are open stay open.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP void remove(u32 index) const
    {
        auto made = made_.lock();
        if (index >= most || !made->devices.test(index))
            return;
        UNSAFE("it exists, and is ours: invariant") { bindings::device_destroy(class_, made->first + index); }
        made->devices.clear(index);
    }

private:
    struct Made {
        Bitmap<most> devices;
        bindings::dev_t first = 0;
    };

    template <class T> KEEL_MAY_SLEEP Nodes(Init<T>& init, CStr name)
    {
        if (init.failed())
            return;
        auto made = from_err_ptr(bindings::class_create(name.as_ptr()));
        if (!made.ok()) {
            init.fail(made.error());
            return;
        }
        class_ = made.take();
        if constexpr (mode != 0)
            class_->devnode = set_mode;
    }

    Option<usize> next() const { return made_.lock()->devices.next_set(0); }

    // Kernels differ in whether the device is const.
    template <class D> static char* set_mode(D*, bindings::umode_t* wanted)
    {
        if (wanted)
            *wanted = mode;
        return nullptr;
    }

    Mutex<Made> made_ {};
    bindings::class_* class_ = nullptr;
};

} // namespace keel::cdev
