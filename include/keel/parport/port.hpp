// SPDX-License-Identifier: GPL-2.0
// Parallel ports, and what may be done with one that is claimed.
// C headers: include/linux/parport.h, include/uapi/linux/parport.h
#pragma once

#include <bindings/parport.hpp>
#include <keel/core/result.hpp>
#include <keel/device/device.hpp>
#include <keel/time/jiffies.hpp>

namespace keel::parport {

// The protocols of IEEE 1284, as a port is set to one: numbers, because user space gives them, and more than these.

inline constexpr i32 mode_nibble = bindings::IEEE1284_MODE_NIBBLE;
inline constexpr i32 mode_byte = bindings::IEEE1284_MODE_BYTE;
inline constexpr i32 mode_compat = bindings::IEEE1284_MODE_COMPAT;
inline constexpr i32 mode_ecp = bindings::IEEE1284_MODE_ECP;
inline constexpr i32 mode_epp = bindings::IEEE1284_MODE_EPP;
/// Bits of a mode: addresses are transferred in place of data; the device says what it is.
inline constexpr i32 mode_address = bindings::IEEE1284_ADDR;
inline constexpr i32 mode_device_id = bindings::IEEE1284_DEVICEID;

// The phases of a protocol that a transfer can begin in.

inline constexpr i32 phase_forward_idle = bindings::IEEE1284_PH_FWD_IDLE;
inline constexpr i32 phase_reverse_idle = bindings::IEEE1284_PH_REV_IDLE;

/// Parallel ports have numbers below this.
inline constexpr u32 max_ports = bindings::PARPORT_MAX;

/// How an EPP transfer is done; combined with |.
enum class Epp : u32 {
    Plain = 0,
    /// Several bytes at a time, without looking at the status between them.
    Fast = bindings::PARPORT_EPP_FAST,
    /// By the workaround for the W91284PIC chip.
    W91284pic = bindings::PARPORT_W91284PIC,
};
constexpr Epp operator|(Epp a, Epp b) { return static_cast<Epp>(static_cast<u32>(a) | static_cast<u32>(b)); }

/// A parallel port, counted by the kernel: keep one with ARef<Port>. It may lose its hardware at any time; transfers
/// then do nothing.
class KEEL_SEND KEEL_SYNC Port {
public:
    Port() = delete;
    Port(const Port&) = delete;

    /// # Safety
    /// `raw` is a live port for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const Port& from_raw(bindings::parport* raw)
    {
        UNSAFE("a Port is a bindings::parport and adds nothing") { return *reinterpret_cast<const Port*>(raw); }
    }
    KEEL_ANY_CONTEXT bindings::parport* raw() const { return &raw_; }

    /// The port of that number, if there is one.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP KEEL_INLINE static Option<ARef<Port>> find(u32 number)
    {
        UNSAFE("the reference that the function took is the ARef's")
        {
            bindings::parport* found = bindings::parport_find_number(static_cast<int>(number));
            if (!found)
                return none;
            return ARef<Port>::adopt(from_raw(found));
        }
    }

    /// The N in parportN.
    KEEL_ANY_CONTEXT u32 number() const { return static_cast<u32>(raw_.number); }
    /// What the hardware can do: PARPORT_MODE_ bits.
    KEEL_ANY_CONTEXT u32 modes() const { return raw_.modes; }
    /// The device that the port is a part of, if its driver named one.
    KEEL_ANY_CONTEXT Option<const Device&> device() const KEEL_LIFETIME_BOUND
    {
        if (!raw_.dev)
            return none;
        UNSAFE("a port keeps its device: duty of the driver below") { return Device::from_raw(raw_.dev); }
    }

    KEEL_ANY_CONTEXT static void get(const Port& port)
    {
        UNSAFE("live: lifetime of the reference") { bindings::parport_get_port(port.raw()); }
    }
    KEEL_MAY_SLEEP static void put(const Port& port)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::parport_put_port(port.raw()); }
    }

private:
    mutable bindings::parport raw_;
};

/// The registers of a port that is ours.
///
/// # Context
/// Any.
/// # Invariants
/// raw_ is the device that its port is claimed for, as long as this view may be used.
class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Registers {
public:
    /// # Safety
    /// The port of `raw` is claimed for it as long as the result is used.
    KEEL_UNSAFE_FUNCTION explicit Registers(bindings::pardevice* raw) : raw_ {raw} {}

    // Pointers to functions of the driver below, which do not sleep: interrupt handlers call them.
#define KEEL_PARPORT_REGISTER(result, name, parameters, ...)                                                           \
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE result name parameters const                                   \
    {                                                                                                                  \
        UNSAFE("a claimed port has all operations: invariant, and duty of the driver below")                           \
        {                                                                                                              \
            return raw_->port->ops->name(raw_->port __VA_OPT__(, ) __VA_ARGS__);                                       \
        }                                                                                                              \
    }
    KEEL_PARPORT_REGISTER(u8, read_data, ())
    KEEL_PARPORT_REGISTER(void, write_data, (u8 data), data)
    KEEL_PARPORT_REGISTER(u8, read_status, ())
    KEEL_PARPORT_REGISTER(u8, read_control, ())
    KEEL_PARPORT_REGISTER(void, write_control, (u8 control), control)
    /// Sets the control lines of `mask` to what they are in `value`; returns all of them.
    KEEL_PARPORT_REGISTER(u8, frob_control, (u8 mask, u8 value), mask, value)
    /// Lets the host drive the data lines.
    KEEL_PARPORT_REGISTER(void, data_forward, ())
    /// Lets the peripheral drive the data lines.
    KEEL_PARPORT_REGISTER(void, data_reverse, ())
    KEEL_PARPORT_REGISTER(void, enable_irq, ())
    KEEL_PARPORT_REGISTER(void, disable_irq, ())
#undef KEEL_PARPORT_REGISTER

protected:
    KEEL_ANY_CONTEXT KEEL_INLINE bindings::parport* port() const { return raw_->port; }
    KEEL_ANY_CONTEXT KEEL_INLINE const bindings::parport_operations& ops() const { return *raw_->port->ops; }

    bindings::pardevice* raw_;
};

/// A port that is claimed: the registers, the protocols, and transfers. What Device::claimed gives.
///
/// # Context
/// Process; transfers and negotiations may sleep.
class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Claimed : public Registers {
public:
    using Registers::Registers;

    /// The protocol that the port is set to, and the phase it is in.
    i32 mode() const { return port()->ieee1284.mode; }
    void set_mode(i32 mode) const { port()->ieee1284.mode = mode; }
    i32 phase() const { return static_cast<i32>(port()->ieee1284.phase); }
    void set_phase(i32 phase) const
    {
        UNSAFE("a number for the core's state machine, which knows what to do with others")
        {
            port()->ieee1284.phase = static_cast<bindings::ieee1284_phase>(phase);
        }
    }

    /// Agrees on a protocol with the device at the other end.
    ///
    /// # Errors
    /// EIO: it does not follow IEEE 1284. ENXIO: it does, and cannot do that. ENOSYS: the kernel cannot.
    KEEL_MAY_SLEEP Result<void> negotiate(i32 mode) const
    {
        int code;
        UNSAFE("claimed: invariant") { code = bindings::parport_negotiate(port(), mode); }
        if (code == -1)
            return EIO;
        if (code > 0)
            return ENXIO;
        return Result<void>::from_errno(code);
    }

    /// Reads in the protocol that is set, until the timeout; returns how many bytes. More may come later.
    ///
    /// # Errors
    /// What the protocol says: EIO, EINVAL.
    KEEL_MAY_SLEEP KEEL_INLINE Result<usize> read(Span<u8> into) const
    {
        UNSAFE("claimed: invariant; the span has that much room")
        {
            return counted(bindings::parport_read(port(), into.data(), into.len()), into.len());
        }
    }

    /// An EPP transfer, of data or (`is_address`) of addresses, whatever protocol is set; returns how many bytes.
    KEEL_MAY_SLEEP Result<usize> epp_read(Span<u8> into, Epp how, bool is_address) const
    {
        UNSAFE("claimed: invariant; the span has that much room")
        {
            auto* read = is_address ? ops().epp_read_addr : ops().epp_read_data;
            return counted(static_cast<isize>(read(port(), into.data(), into.len(), static_cast<int>(how))),
                           into.len());
        }
    }
    KEEL_MAY_SLEEP Result<usize> epp_write(Span<const u8> from, Epp how, bool is_address) const
    {
        UNSAFE("claimed: invariant; the span has that many bytes")
        {
            auto* write = is_address ? ops().epp_write_addr : ops().epp_write_data;
            return counted(static_cast<isize>(write(port(), from.data(), from.len(), static_cast<int>(how))),
                           from.len());
        }
    }

    /// How long a transfer waits for the peripheral. One that waits already looks again.
    void set_timeout(Ticks ticks) const
    {
        UNSAFE("claimed: invariant") { (void)bindings::parport_set_timeout(raw_, static_cast<long>(ticks.count())); }
    }
    Ticks timeout() const { return Ticks::of(static_cast<unsigned long>(raw_->timeout)); }
    /// The same for the next transfer; one that waits already goes on as it began.
    void set_next_timeout(Ticks ticks) const { raw_->timeout = static_cast<long>(ticks.count()); }

    /// For the library: what a transfer of C's of `len` bytes returned; not more, whatever the driver below says.
    KEEL_INLINE static Result<usize> counted(isize got, usize len)
    {
        if (got < 0)
            return Error::from_errno(static_cast<int>(got));
        return min(static_cast<usize>(got), len);
    }
};

} // namespace keel::parport
