// SPDX-License-Identifier: GPL-2.0
// Being told of parallel ports as they come and go.
// C header: include/linux/parport.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/core/str.hpp>
#include <keel/parport/port.hpp>

namespace keel::parport {

/// Tells the T that it is a part of about each parallel port that there is, comes or goes:
///
///     void attach(const parport::Port& port) const;
///     void detach(const parport::Port& port) const;
///
/// attach may come twice for the same port. There is one such T in a module at a time.
///
/// # Context
/// attach and detach: process, may sleep. One at a time.
/// # Lifetime
/// The destructor calls detach for each port, and then no more. Declare it after all that the two functions touch.
/// # Invariants
/// live_ exactly while raw is registered; owner is the T of the live Driver, or null.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Driver {
public:
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;

    /// Registers under `name`, with which the names of the module's devices at ports begin.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EBUSY if there is such a driver.
    template <usize N> KEEL_MAY_SLEEP static Driver start(Init<T>& init, const char (&name)[N])
    {
        static_assert(
            requires(const T& t, const Port& port) {
                { t.attach(port) } -> SameAs<void>;
                { t.detach(port) } -> SameAs<void>;
            }, "a parport driver has: void attach(const parport::Port&) const, and detach");
        return Driver(init, name, &probe<N - 1>);
    }

    KEEL_MAY_SLEEP ~Driver()
    {
        if (!live_)
            return;
        UNSAFE("registered: live_, invariant") { bindings::parport_unregister_driver(&raw); }
        owner = nullptr;
    }

private:
    using Probe = int (*)(bindings::pardevice*);

    KEEL_MAY_SLEEP Driver(Init<T>& init, const char* name, Probe probe)
    {
        if (init.failed())
            return;
        if (owner) {
            init.fail(EBUSY);
            return;
        }
        owner = init.self();
        raw.name = name;
        raw.probe = probe;
        int code;
        UNSAFE("raw is complete, and unregistered by the destructor; the owner's parts are built")
        {
            code = bindings::__parport_register_driver(&raw, &bindings::__this_module, name);
        }
        live_ = code == 0;
        if (!live_) {
            owner = nullptr;
            init.fail(Error::from_errno(code));
        }
    }

    static void match_port(bindings::parport* port)
    {
        UNSAFE("a live port, for the length of the call") { owner->attach(Port::from_raw(port)); }
    }
    static void detach(bindings::parport* port)
    {
        UNSAFE("a live port, for the length of the call") { owner->detach(Port::from_raw(port)); }
    }
    /// Whether a device at a port is the module's: by the beginning of its name, which is the driver's.
    template <usize len> static int probe(bindings::pardevice* device)
    {
        UNSAFE("both names are NUL-terminated")
        {
            return __builtin_strncmp(device->name, device->dev.driver->name, len) == 0 ? 0 : -bindings::ENODEV;
        }
    }

    static consteval bindings::parport_driver make()
    {
        bindings::parport_driver made {};
        made.match_port = match_port;
        made.detach = detach;
#if KEEL_HAS_FIELD_parport_driver_devmodel
        made.devmodel = true;
#endif
        return made;
    }

    // The kernel's callbacks come with the port and nothing else: there is one.
    static inline constinit const T* owner = nullptr;
    static inline constinit bindings::parport_driver raw = make();

    bool live_ = false;
};

} // namespace keel::parport
