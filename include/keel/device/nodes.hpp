// SPDX-License-Identifier: GPL-2.0
// A class of devices in /sys/class, and its nodes in /dev, which come and go.
// C headers: include/linux/device.h, include/linux/device/class.h
#pragma once

#include <keel/core/array.hpp>
#include <keel/core/init.hpp>
#include <keel/core/str.hpp>
#include <keel/device/device.hpp>
#include <keel/sync/atomic.hpp>

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
/// class_ is null (an earlier part failed) or a class of ours; a bit is set while the device of that index exists
/// or is being made. No device of it is left when the class goes.
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
#pragma clang loop unroll(disable)
        for (u32 index = 0; index < most; index++)
            destroy(index);
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
        if (made_[index / 32].fetch_or(1u << index % 32, Relaxed) >> index % 32 & 1)
            return {};
        first_.store(first, Relaxed);
        bindings::device* made;
        UNSAFE("the class is there as long as this")
        {
            made = bindings::device_create(class_, parent.is_some() ? parent.value().raw() : nullptr, first + index,
                                           nullptr, "%s%d", prefix.as_ptr(), index);
        }
        const auto result = from_err_ptr(made);
        if (result.ok())
            return {};
        made_[index / 32].clear_bits(1u << index % 32);
        return result.error();
    }

    /// Takes the device away; nothing if there is none. Files that are open stay open. A device that another thread is
    /// just making may stay.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP void remove(u32 index) const
    {
        if (index < most && made_[index / 32].fetch_and(~(1u << index % 32), Relaxed) >> index % 32 & 1)
            destroy(index);
    }

private:
    KEEL_MAY_SLEEP void destroy(u32 index) const
    {
        UNSAFE("the kernel looks for the device, and does nothing if there is none")
        {
            bindings::device_destroy(class_, first_.load(Relaxed) + index);
        }
    }

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

    // Kernels differ in whether the device is const.
    template <class D> static char* set_mode(D*, bindings::umode_t* wanted)
    {
        if (wanted)
            *wanted = mode;
        return nullptr;
    }

    Array<Atomic<u32>, (most + 31) / 32> made_ {};
    Atomic<u32> first_;
    bindings::class_* class_ = nullptr;
};

} // namespace keel::cdev
