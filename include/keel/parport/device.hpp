// SPDX-License-Identifier: GPL-2.0
// A device at a parallel port: it takes turns at the port with the others there.
// C header: include/linux/parport.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/parport/port.hpp>
#include <keel/sync/mutex.hpp>

namespace keel::parport {

namespace detail {

/// Taken to add or remove a device. The kernel's parport does not hold a lock all the time it does that: it would make
/// the sysctls of a device that comes before it has removed those of one of the same name that goes.
struct Registration {};
inline constinit const Mutex<Registration> registration;

} // namespace detail

/// Whether other devices may be at the same port.
enum class Sharing : u8 { Shared, Exclusive };

/// A device at a port, once it was added; a part of the T that it belongs to, in a lock of T.
///
///     void Session::on_irq(const parport::Registers& port) const;
///     ...
///     TRY(state->device.add<&Session::on_irq>(*this, port, "ppdev", Sharing::Shared));
///     TRY(state->device.claim_or_block());
///     TRY(state->device.claimed()).write_data(0x5a);
///
/// Only a claimed device has a way to the port's registers: the view that `claimed` gives.
///
/// # Context
/// Process. The interrupt function runs in interrupts, which the checker proves not to sleep, and only while the port
/// is claimed.
/// # Lifetime
/// The destructor releases the port and takes the device away; no interrupt function runs any more.
/// # Invariants
/// raw_ is null, or a registered device that has the number id_; *owner_ is what this is a part of. claimed_: the port
/// is ours.
template <class T> class KEEL_SEND KEEL_NOT_SYNC Device {
public:
    Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    KEEL_MAY_SLEEP ~Device() { remove(); }

    /// Adds the device to `port`. It is called `prefix` (the name of the module's Driver) with the port's number in
    /// hexadecimal, a point, and the smallest number that tells it from the module's others. `on_irq` is a
    /// `void T::on_irq(const parport::Registers&) const` that does not sleep. Traps unless this is a part of `owner`.
    ///
    /// # Errors
    /// ENXIO: the port is not to be shared with this device, or no memory. EEXIST: it was added before. ENOMEM.
    template <auto on_irq, usize N>
    KEEL_MAY_SLEEP Result<void> add(const T& owner, const Port& port, const char (&prefix)[N], Sharing sharing)
    {
        static_assert(SameAs<decltype(on_irq), void (T::*)(const Registers&) const>,
                      "a parport::Device calls: void on_irq(const parport::Registers&) const, of its T");
        if (reinterpret_cast<usize>(this) - reinterpret_cast<usize>(&owner) >= sizeof(T)) [[unlikely]]
            trap("a parport::Device is a part of its owner");
        if (raw_)
            return EEXIST;
        static_assert(max_ports <= 16, "the number of a port is one digit");
        char name[N + 1] {};
        __builtin_memcpy(name, prefix, N - 1);
        name[N - 1] = "0123456789abcdef"[port.number() % 16];
        const auto alone = detail::registration.lock();
        UNSAFE("the callbacks live as long as the module; the owner as long as this, which is a part of it")
        {
            id_ = bindings::parport_id_alloc();
            if (id_ < 0)
                return Error::from_errno(id_);
            bindings::pardev_cb callbacks {};
            callbacks.private_ = this;
            callbacks.irq_func = interrupt<on_irq>;
            callbacks.flags = sharing == Sharing::Exclusive ? bindings::PARPORT_FLAG_EXCL : 0;
            owner_ = &owner;
            raw_ = bindings::parport_register_dev_model(port.raw(), name, &callbacks, id_);
            if (!raw_)
                bindings::parport_id_free(id_);
        }
        if (!raw_)
            return ENXIO;
        return {};
    }

    /// Takes the device away again, if it was added; releases the port before.
    KEEL_MAY_SLEEP KEEL_INLINE void remove()
    {
        if (raw_)
            remove_added();
    }

    /// Whether it was added.
    bool is_added() const { return raw_ != nullptr; }

    /// Takes the port, if nobody has it.
    ///
    /// # Errors
    /// EAGAIN: another device has it. ENODEV: not added.
    KEEL_MAY_SLEEP Result<void> claim()
    {
        if (!raw_)
            return ENODEV;
        UNSAFE("registered: invariant")
        {
            if (bindings::parport_claim(raw_) != 0)
                return EAGAIN;
        }
        claimed_ = true;
        return {};
    }

    /// Takes the port, and waits for it if another device has it.
    ///
    /// # Errors
    /// EINTR: a signal came first; the device is removed, to be added again. ENODEV: not added.
    KEEL_MAY_SLEEP Result<void> claim_or_block()
    {
        return taken([](bindings::pardevice* raw) { return bindings::parport_claim_or_block(raw); });
    }

    /// Lets a device that waits for the port have it, once this has had its time, and takes it back after that.
    ///
    /// # Errors
    /// EINTR: a signal came before the port was ours again: it is removed. ENODEV: not claimed.
    KEEL_MAY_SLEEP Result<void> yield_or_block()
    {
        if (!claimed_)
            return ENODEV;
        claimed_ = false;
        return taken([](bindings::pardevice* raw) { return bindings::parport_yield_blocking(raw); });
    }

    /// Writes in the protocol that is set, until the timeout; returns how many bytes. While it waits for a peripheral
    /// without interrupts others have the port. So this is no operation of `claimed()`: it can end the claim.
    ///
    /// # Errors
    /// ENODEV: not claimed. What the protocol says: EIO, EINVAL. When a signal comes while another device has the port,
    /// the write ends, whatever it returns, and the device is removed.
    KEEL_MAY_SLEEP Result<usize> write(Span<const u8> from)
    {
        if (!claimed_)
            return ENODEV;
        isize sent;
        UNSAFE("claimed: invariant; the span has that many bytes")
        {
            // The kernel would give the port away after each byte when the time is over, and after a signal go on
            // without it, be listed twice among those who wait, and be found there when it is freed.
            const auto slice = raw_->timeslice;
            raw_->timeslice = __LONG_MAX__;
            sent = bindings::parport_write(raw_->port, from.data(), from.len());
            raw_->timeslice = slice;
            if (raw_->port->physport->cad != raw_) [[unlikely]] { // given away, and not got back: see taken
                claimed_ = false;
                remove_added();
            }
        }
        return Claimed::counted(sent, from.len());
    }

    /// Gives the port back, if it is ours.
    KEEL_MAY_SLEEP void release()
    {
        if (!claimed_)
            return;
        claimed_ = false;
        UNSAFE("claimed until now: invariant") { bindings::parport_release(raw_); }
    }

    /// The port, while it is ours.
    KEEL_INLINE Option<Claimed> claimed() const KEEL_LIFETIME_BOUND
    {
        if (!claimed_)
            return none;
        UNSAFE("claimed: invariant; who releases it changes what the view borrows from") { return Claimed(raw_); }
    }

private:
    [[gnu::noinline]] KEEL_MAY_SLEEP void remove_added()
    {
        release();
        const auto alone = detail::registration.lock();
        UNSAFE("registered, and no more after this: invariant")
        {
            bindings::parport_unregister_device(raw_);
            bindings::parport_id_free(id_);
        }
        raw_ = nullptr;
    }

    template <class Take> KEEL_MAY_SLEEP Result<void> taken(Take take)
    {
        if (!raw_)
            return ENODEV;
        // A signal, which is all that can come between, leaves the device in the list of those that wait: it would be
        // given the port that nobody takes, and be listed twice when it waits again. Only its removal takes it out.
        if (take(raw_) < 0) {
            remove_added();
            return EINTR;
        }
        claimed_ = true;
        return {};
    }

    template <auto on_irq> KEEL_ANY_CONTEXT static void interrupt(void* self)
    {
        UNSAFE("self is the Device that was registered; the port is claimed for it while its interrupts come here")
        {
            auto* device = static_cast<Device*>(self);
            (device->owner_->*on_irq)(Registers(device->raw_));
        }
    }

    bindings::pardevice* raw_ = nullptr;
    const T* owner_ = nullptr;
    int id_ = 0;
    bool claimed_ = false;
};

} // namespace keel::parport
